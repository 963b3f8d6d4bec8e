/** Replies on their way: pure decisions about what becomes of each (RULES N2, N5). */

import type { DrillView } from '#client/drill/model/drill-view.ts';
import type { CommandPayload } from '#contract/commands.ts';
import type { ErrorCode } from '#contract/errors.ts';
import type { WireEvent } from '#contract/wire-events.ts';

export type Provenance = CommandPayload<'message:send'>['made'];
export type Anatomy = CommandPayload<'message:send'>['anatomy'];

type Written = {
  commandId: string;
  conversation: string;
  text: string;
  made: Provenance;
  anatomy: Anatomy;
  /** Log number of the customer's last line when the reply was written: a later line means that they have spoken since. */
  seenSaid: number;
  /** Sent with 挂起: seconds until the trainee means to be back. */
  backInS?: number;
};
/**
 * How far a reply has come: queued = no connection, or a clock that goes on by itself; stored = acknowledged at `ackedSeq` of the log, its echo is coming;
 * failed with the server's refusal, or null where no answer came.
 */
export type Progress =
  | { state: 'queued' | 'sending' }
  | { state: 'stored'; ackedSeq: number }
  | { state: 'failed'; error: ErrorCode | null };
export type Outgoing = Written & Progress;

/** Refusals that would come again until the trainee changes something: the words go back to the composer. */
const RETURNED_CODES: readonly ErrorCode[] = [
  'conversation-closed',
  'conversation-not-here',
  'unknown-conversation',
  'drill-paused',
  'drill-not-started',
  'drill-not-open',
  'drill-ended',
  'desk-elsewhere',
  'message-too-long',
  'turn-too-long',
  'empty-message',
  'bad-request',
];
export const returnsToComposer = (code: ErrorCode): boolean => RETURNED_CODES.includes(code);

/** The reply as written, with another progress. */
export const withProgress = (item: Outgoing, progress: Progress): Outgoing => {
  const { commandId, conversation, text, made, anatomy, seenSaid, backInS } = item;
  const hold = backInS === undefined ? {} : { backInS };
  return { commandId, conversation, text, made, anatomy, seenSaid, ...hold, ...progress };
};

export const advance = (outbox: readonly Outgoing[], commandId: string, progress: Progress): Outgoing[] =>
  outbox.map((item) => (item.commandId === commandId ? withProgress(item, progress) : item));

export const withoutCommand = (outbox: readonly Outgoing[], commandId: string): Outgoing[] =>
  outbox.filter((item) => item.commandId !== commandId);

/** Takes a reply out once it is in the log: by its id, else by the same words in the same conversation, the oldest first. */
export const settleEcho = (outbox: readonly Outgoing[], event: WireEvent): readonly Outgoing[] => {
  if (event.kind !== 'trainee-said') return outbox;
  const ofConversation = outbox.filter((item) => item.conversation === event.conversation);
  const match =
    ofConversation.find((item) => item.commandId === event.id) ??
    ofConversation.find((item) => item.state !== 'failed' && item.text.trim() === event.text.trim());
  return match === undefined ? outbox : withoutCommand(outbox, match.commandId);
};

/** Drops acknowledged replies whose events have all come: the log itself shows them now. */
export const dropStored = (outbox: readonly Outgoing[], upTo: number): readonly Outgoing[] => {
  const remaining = outbox.filter((item) => item.state !== 'stored' || item.ackedSeq > upTo);
  return remaining.length === outbox.length ? outbox : remaining;
};

/**
 * What is to be sent once there is a connection: whatever wasn't acknowledged, under its own id, so that it is stored once
 * (RULES N2). What the server has refused waits for the trainee.
 */
export const queuedAgain = (outbox: readonly Outgoing[]): Outgoing[] =>
  outbox.map((item) =>
    item.state === 'failed' && item.error !== null ? item : withProgress(item, { state: 'queued' }),
  );

/** After the connection is back and the log caught up (RULES N5): resend, unless the customer has spoken since. */
export const resolvePending = (
  outbox: readonly Outgoing[],
  view: DrillView,
): { resend: Outgoing[]; returned: Outgoing[] } => {
  const pending = outbox.filter(({ state }) => state === 'queued');
  const hasSpokenSince = (item: Outgoing): boolean =>
    (view.conversations[item.conversation]?.lastAskingSeq ?? 0) > item.seenSaid;
  return { resend: pending.filter((item) => !hasSpokenSince(item)), returned: pending.filter(hasSpokenSince) };
};
