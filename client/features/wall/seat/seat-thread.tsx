import { useMemo } from 'react';
import { withHolds } from '#client/drill/hold/with-holds.ts';
import { drillTimeAt } from '#client/drill/model/clock-reading.ts';
import { useShop } from '#client/drill/model/drill-shops.ts';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { threadRows } from '#client/drill/model/thread-rows.ts';
import { useWallClock } from '#client/features/wall/model/wall-clock.ts';
import { useWatched } from '#client/features/wall/model/watch-store.ts';
import { useStickToEnd } from '#client/lib/hooks/use-stick-to-end.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { LiveTile } from '#client/lib/run/run-tiles.ts';
import type { LiveFault } from '#contract/wall.ts';
import { type FaultsByMessage, SeatRow } from './seat-row.tsx';

type Props = { conversation: ConversationView; tile: LiveTile };

/** The conversation as it goes on, with each fault under its message. Read only. */
export const SeatThread = ({ conversation, tile }: Props) => {
  const { t } = useTranslation('wall');
  const rows = useMemo(() => threadRows(withHolds(conversation)), [conversation]);
  // The shop as the drill has it names operations in the page's language.
  const shop = useShop(tile.drill === null ? null : conversation.shop, tile.drill);
  const faults = useMemo(
    () => faultsOfMessages(tile.recentFaults, conversation.key),
    [tile.recentFaults, conversation.key],
  );
  const { scroll } = useStickToEnd(String(conversation.items.length));
  return (
    <div
      ref={scroll}
      role="log"
      aria-live="off"
      aria-label={t('pane.thread', { name: conversation.name })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must be reachable by keyboard
      tabIndex={0}
      className="min-h-0 flex-1 overflow-y-auto bg-canvas focus-visible:-outline-offset-2"
    >
      <div className="flex min-h-full flex-col justify-end pr-16 pb-12 max-pane:pr-12">
        {rows.map((row) => (
          <SeatRow key={row.key} row={row} conversation={conversation} tile={tile} faults={faults} shop={shop} />
        ))}
        <Typing conversation={conversation} />
      </div>
    </div>
  );
};

const faultsOfMessages = (faults: readonly LiveFault[], conversation: string): FaultsByMessage => {
  const faultsByMessage = new Map<string, LiveFault[]>();
  for (const fault of faults)
    if (fault.conversation === conversation && fault.message !== null)
      faultsByMessage.set(fault.message, [...(faultsByMessage.get(fault.message) ?? []), fault]);
  return faultsByMessage;
};

/** Shows that the customer types, from a little before they begin: the seconds on this page are whole ones. */
const TYPING_LEAD_MS = 1000;

const Typing = ({ conversation }: { conversation: ConversationView }) => {
  const { t } = useTranslation('wall');
  const span = useWatched(({ desk }) => desk?.typing[conversation.key]);
  const isTyping = useWallClock(({ now }) => {
    const { desk } = useWatched.getState();
    if (desk === null || span === undefined) return false;
    const drillMs = drillTimeAt(desk.clock, now);
    return drillMs >= span.fromMs - TYPING_LEAD_MS && drillMs < span.untilMs;
  });
  if (!isTyping) return null;
  return <p className="pt-8 pl-88 text-13 text-ink-3">{t('pane.typing', { name: conversation.name })}</p>;
};
