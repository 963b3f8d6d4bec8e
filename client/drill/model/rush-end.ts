/** When a rush ends by itself, once everybody has come and gone. */
import type { ConversationView, DrillView } from './drill-view.ts';

/** So long after the last word to who is gone a rush ends, and after the last to who is only offline, ms. */
const FINISH_MS = 20_000;
const LINGER_MS = 45_000;

const endsAfter = ({ items, status }: ConversationView): number =>
  (items.at(-1)?.at ?? 0) + (status === 'closed' ? FINISH_MS : LINGER_MS);

/** The drill time at which it ends where nobody comes back; null: somebody is here, waits, or is still to come (RULES J164). */
export const rushEndsAt = ({ rush, arrivalOrder, conversations }: DrillView): number | null =>
  rush === null || !rush.isOver || rush.handoverUntil !== null || rush.slots.length + rush.queue.length > 0
    ? null
    : Math.max(0, ...arrivalOrder.map((key) => (conversations[key] ? endsAfter(conversations[key]) : 0)));
