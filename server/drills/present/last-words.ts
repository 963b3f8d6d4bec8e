/** When a customer's last words are out and what waits for them (RULES X66), and when leave is taken. */
import type { WireEvent } from '#contract/wire-events.ts';
import type { EventOf } from '#engine/model/events.ts';
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
