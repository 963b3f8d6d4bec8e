/** When a customer's last words are out and what waits for them (RULES X66), and when leave is taken. */
import type { WireEvent } from '#contract/wire-events.ts';
import type { DrillEvent, EventOf } from '#engine/model/events.ts';
import type { Known } from './known.ts';

/** So long after their last words a customer is shown as offline, in milliseconds. */
const OFFLINE_AFTER_MS = 2000;

/** When the last line of a burst is out. */
export const lastWordsOf = ({ bubbles, others = [] }: EventOf<'burst-planned'>): number =>
  Math.max(0, ...[...bubbles, ...others].map(({ at }) => at));

/** A note that nothing more comes waits for what still comes. */
export const shownOnceSaid = ({ lastWordsAt }: Known, at: number, afterMs: number): { shownAt?: number } =>
  lastWordsAt > 0 && lastWordsAt + afterMs > at ? { shownAt: lastWordsAt + afterMs } : {};

/** Of who goes away: when that is shown. */
export const offlineFrom = (known: Known, { at, to }: EventOf<'status-changed'>): { shownAt?: number } =>
  to === 'away' ? shownOnceSaid(known, at, OFFLINE_AFTER_MS) : {};

/** Who may be taken out of the queue hangs on who counts at the desk, so the desk has to know it as the engine does. */
export const presentLeave = ({ at, conversation, windowKind, how }: EventOf<'window-closed'>): WireEvent[] =>
  windowKind === 'goodbye' && how === 'taken' ? [{ kind: 'leave-taken', at, conversation }] : [];

/** That the story is over, for the first time or, `again`, after what has been said since. */
const presentOver = (known: Known, at: number, conversation: string, again: boolean): WireEvent[] => {
  const { end, calls } = known;
  if (end === null) return [];
  const isOpen = calls.isOpen();
  const waits = calls.waits();
  // Once the trainee has said what they make of the answer, the note that asks for a goodbye comes.
  end.isTold = !isOpen && waits !== 'word';
  return [
    {
      ...{ kind: 'story-over', at, conversation, rating: end.rating },
      ...(again && { again }),
      ...(isOpen && { open: true }),
      ...(!isOpen && waits !== null && { waits }),
      ...shownOnceSaid(known, at, 0),
    },
  ];
};

/** The end of a visit's story. */
export const presentEnding = (
  known: Known,
  { at, conversation, rating, drops }: EventOf<'ending-reached'>,
): WireEvent[] => {
  known.isOver = true;
  if (drops) known.lastWordsAt = Math.min(known.lastWordsAt, at);
  known.end = { rating, isTold: false };
  return presentOver(known, at, conversation, false);
};

/** After the end: what the customer says next moves the note below it; a turn that has answered them lets it come. */
export const presentOverAgain = (known: Known, event: Extract<DrillEvent, { conversation: string }>): WireEvent[] => {
  const { at, conversation } = event;
  const speaks = event.kind === 'burst-planned' && event.bubbles.length > 0;
  const isHeard = event.kind === 'turn-closed' && known.end?.isTold === false && !known.calls.isOpen();
  return speaks || isHeard ? presentOver(known, at, conversation, true) : [];
};

/** What a burst, a turn or the mood itself changes in how the customer feels. */
export const presentMood = (
  known: Known,
  event: EventOf<'mood-moved'> | EventOf<'burst-planned'> | EventOf<'turn-judged'>,
): WireEvent[] => {
  if (event.kind === 'burst-planned') known.lastWordsAt = Math.max(known.lastWordsAt, lastWordsOf(event));
  const changed = known.mood.after(event);
  return changed === null ? [] : [{ kind: 'mood-changed', at: event.at, conversation: event.conversation, ...changed }];
};
