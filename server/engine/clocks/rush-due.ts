/** What is due in a rush beside its conversations: who is given to the desk, who leaves the queue, the dial, the end. */
import type { Conversation, Drill } from '#engine/model/drill.ts';
import type { DrillMs } from '#engine/model/events.ts';
import type { QueueExit, RushState } from '#engine/model/rush.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import { hasRoom, queueOf } from '#engine/state/desk-load.ts';
import { nextTurnOfDial } from './dial.ts';
import type { Due } from './due.ts';

/** When and how somebody in the queue leaves it, if nobody takes them before (RULES Q3). */
export const queueExitOf = (
  { queuedAt, patienceMs }: Conversation,
  { colleagueAfterMs }: RushState,
): { at: DrillMs; how: QueueExit } => {
  const since = queuedAt ?? 0;
  return patienceMs !== null && patienceMs <= colleagueAfterMs
    ? { at: since + patienceMs, how: 'gave-up' }
    : { at: since + colleagueAfterMs, how: 'colleague' };
};

/**
 * The next thing due in the rush; null without one. Of several at one moment the first in the order of DUE_KINDS. Who
 * waits is given to the desk at the moment of the last event: room comes by events alone.
 */
export const rushItem = (content: Content, drill: Drill): Due | null => {
  const { rush } = drill;
  if (rush === null) return null;
  if (rush.handoverUntil !== null) return { kind: 'rush-end', at: rush.handoverUntil, conversation: '' };
  const items: Due[] = [{ kind: 'rush-end', at: rush.endsAt + rush.closingMs, conversation: '' }];
  if (!rush.isOver) items.unshift({ kind: 'rush-over', at: rush.endsAt, conversation: '' });
  const change = rush.changes?.[rush.changesTold];
  if (change) items.unshift({ kind: 'shop-change', at: change.at, conversation: '' });
  const queue = queueOf(drill);
  const [first] = queue;
  if (first && hasRoom(drill)) items.push({ kind: 'assignment', at: drill.at, conversation: first.key });
  for (const conversation of queue)
    items.push({ kind: 'queue-exit', at: queueExitOf(conversation, rush).at, conversation: conversation.key });
  const dialled = nextTurnOfDial(content.data.rubric.tiers, drill, rush);
  if (dialled) items.push({ kind: 'dial', at: dialled.at, conversation: '' });
  return items.reduce((best, item) => (item.at < best.at ? item : best));
};
