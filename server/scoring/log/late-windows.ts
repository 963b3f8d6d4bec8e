/** What is still lost of a window of which what it asked for came late, or little was left to say (RULES M251). */
import type { WindowKind } from '#engine/model/content.ts';
import type { DrillMs } from '#engine/model/events.ts';
import type { WindowHistory } from './conversation-history.ts';

/** So soon after a window has closed, what it asked for leaves a quarter lost; later half. */
const SOON_MS = 60_000;
/** Windows in which an order is asked for: it can still be had a moment later. Who stepped away, has gone or waited was let down then. */
const SOON: readonly WindowKind[] = ['order-prompt', 'payment-reminder'];
const HALF = 0.5;
/** However many reasons there are, a quarter stays lost. */
const MOST_HALVES = 2;

type Lateness = Pick<WindowHistory, 'kind' | 'closed' | 'lateAt' | 'lighterReason'>;

export const isSoonAfter = ({ kind, closed }: Pick<Lateness, 'kind' | 'closed'>, at: DrillMs): boolean =>
  closed !== null && SOON.includes(kind) && at <= closed.at + SOON_MS;

/** Whether a window's words came soon after it, with no lighter reason beside that says what it costs. */
export const isSoonLate = (window: Lateness): boolean =>
  window.lateAt !== undefined && window.lighterReason === undefined && isSoonAfter(window, window.lateAt);

/** The share of a missed window that is lost: all of it, half where it came late or for a lighter reason, a quarter at least. */
export const lostShareOf = (window: Lateness): number => {
  const { lateAt, lighterReason } = window;
  const lateHalves = lateAt === undefined ? 0 : isSoonAfter(window, lateAt) ? MOST_HALVES : 1;
  return HALF ** Math.min(MOST_HALVES, lateHalves + Number(lighterReason !== undefined));
};
