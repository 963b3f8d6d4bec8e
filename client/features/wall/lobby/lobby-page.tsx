import '#client/features/wall/model/strings.ts';
import { useRun } from '#client/lib/run/run-store.ts';
import { LobbyCode } from './lobby-code.tsx';
import { LobbyFoot } from './lobby-foot.tsx';
import { LobbyNames } from './lobby-names.tsx';

/** On the projector while the class comes in: how, and who is here. */
export const LobbyPage = () => {
  const run = useRun((state) => state.run);
  if (run === null) return null;
  return (
    <div className="grid h-full grid-cols-[37.5vw_minmax(0,1fr)] grid-rows-[minmax(0,1fr)_auto] max-pane:h-auto max-pane:grid-cols-1 max-pane:grid-rows-[auto_auto_auto]">
      <LobbyCode code={run.code} isLocked={run.locked} />
      <LobbyNames hasRoster={run.className !== null} />
      <LobbyFoot run={run} />
    </div>
  );
};
