import type { Rail } from '../../lib/desk-thread.ts';
import { currentTier, waitLevel } from '../../lib/drill-rounds.ts';
import { useDrill } from '../../lib/drill-store.ts';
import { Bracket } from '../../ui/gutter.tsx';
import { useSecondsSince } from './live-wait.tsx';

/** The bracket of a round that waits for a reply, by this desk's clock. */
export const OpenGutter = ({ rail, at }: { rail: Rail; at: number | null }) => {
  const waited = useSecondsSince(rail.round.from) ?? 0;
  const tier = useDrill((state) => currentTier(state.view));
  return <Bracket rail={rail} at={at} level={waitLevel(waited * 1000, tier)} waited={waited} />;
};
