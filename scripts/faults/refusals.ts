/** What a trainee of the harness makes of a refusal, and what counts as the customer's answer. */
import type { ErrorCode } from '#contract/errors.ts';
import type { WireEvent } from '#contract/wire-events.ts';

/** Real milliseconds in which whatever is sent must be answered: the storage itself waits twenty seconds at most. */
export const ANSWER_MS = 25_000;

/** Commands of a drill that wait for an answer at most. */
export const MAX_OPEN = 12;

/** After these the same words may be sent later; after none of both lists a reply was refused wrongly. */
export const LATER: readonly (ErrorCode | '')[] = [
  ...(['drill-paused', 'drill-not-started', 'turn-too-long', 'desk-elsewhere', 'too-many-requests'] as const),
];
/** Whether a page that may not join its drill may a little later. */
export const mayJoinLater = (code: ErrorCode): boolean =>
  code.startsWith('storage-') || code === 'too-many-requests' || code === 'drill-moving';
/** There is nobody left to say it to. */
export const OVER: readonly (ErrorCode | '')[] = [
  ...(['drill-ended', 'conversation-closed', 'conversation-not-here', 'drill-already-open', 'drill-not-open'] as const),
];
/** The customer, or the story, has done something. */
export const CUSTOMER: readonly WireEvent['kind'][] = ['customer-said', 'customer-did', 'story-over', 'drill-ended'];
