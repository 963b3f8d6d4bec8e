/** What happens next by itself, and when. A due time is data in the state, so a late tick changes nothing (RULES C1). */

import { awaitsPicture } from '#engine/customer/awaited-picture.ts';
import { nudgeAt } from '#engine/customer/patience.ts';
import { hasAnsweredSinceEnd, isToHearBack } from '#engine/model/after-the-end.ts';
import type { Conversation, Drill } from '#engine/model/drill.ts';
import type { DrillMs, Fork } from '#engine/model/events.ts';
import { preparedCaseIn } from '#engine/prepare/prepare.ts';
import type { Content, PreparedCase } from '#engine/prepare/prepared-content.ts';
import { ratingAt } from '#engine/reactions/review-invitation.ts';
import { awaitedUntil, windowClosesAt } from '#engine/state/windows.ts';
import { DUE_KINDS, type Due, type DueKind } from './due.ts';
import { haveAllCome, waitsForNote } from './hand-on.ts';
import { leadDue, staysForLead } from './lead.ts';
import { rushItem } from './rush-due.ts';

/**
 * Milliseconds a conversation that is over stays open after its last word (RULES T53): a trainee who answers in 25–45 s
 * needs them to say goodbye, or one thing more.
 */
export const LINGER_MS = 45_000;

/** Milliseconds it stays open after an answer that its trainee asked for when it was over: something is to be done with it (RULES J199). */
const ANSWERED_LINGER_MS = 90_000;

/** Milliseconds the desk stays open after a conversation that is over: time for a last remark, a look. */
export const FINISH_MS = 20_000;

/** Milliseconds a turn may take when it is done again (RULES N7). */
export const FORK_MS = 90_000;

const due = (conversation: Conversation, kind: DueKind, at: DrillMs): Due => ({
  kind,
  at,
  conversation: conversation.key,
});

/**
 * Due items of one conversation. While a turn waits for its reaction, windows, ladder and returns wait too (RULES T1).
 * `isKept`: it stays until its trainee hands it on; `isPlayed`: a person plays the customer, who
 * says by themselves what comes next; `stays`: until when it waits for a lead's answer, null where that isn't known.
 */
const dueOf = (
  conversation: Conversation,
  preparedCase: PreparedCase,
  { isKept, isPlayed, stays }: { isKept: boolean; isPlayed: boolean; stays: DrillMs | null },
): Due[] => {
  // Who is in the queue of a rush has come: what happens to them next is the rush's (rush-due.ts).
  if (conversation.status === 'queued')
    return conversation.queuedAt === null
      ? [due(conversation, 'arrival', conversation.passed?.dueAt ?? conversation.arrivesAt)]
      : [];
  // What was offered to another seat waits for what becomes of it, and nothing is said of it here.
  if (conversation.passing !== null) return [];
  const list: Due[] = [];
  const line = conversation.pending[0];
  if (line) list.push(due(conversation, 'line', line.at));
  const bystander = conversation.bystanders[0];
  if (bystander) list.push(due(conversation, 'bystander', bystander.at));
  const lastLine = conversation.pending.at(-1)?.at ?? 0;
  if (conversation.turn?.dueAt != null)
    list.push(due(conversation, 'reaction', Math.max(conversation.turn.dueAt, lastLine)));
  else {
    for (const window of conversation.windows)
      if (window.kind !== 'return')
        list.push(due(conversation, 'window', windowClosesAt(conversation, preparedCase, window)));
    if (conversation.hold) list.push(due(conversation, 'hold', conversation.hold.untilAt));
    if (conversation.quietUntil !== null) list.push(due(conversation, 'quiet', conversation.quietUntil));
    if (conversation.returnDue && conversation.queuedAt === null && conversation.pending.length === 0)
      list.push(due(conversation, 'return', conversation.returnDue.at));
    // A person who plays the customer asks after an answer, and rates, themselves (RULES J28).
    const nudge = conversation.pending.length === 0 && !isPlayed ? nudgeAt(conversation, preparedCase) : null;
    if (nudge !== null) list.push(due(conversation, 'nudge', nudge));
    const rating = isPlayed ? null : ratingAt(conversation);
    if (rating !== null) list.push(due(conversation, 'rating', rating));
    if (
      conversation.farewell &&
      conversation.ending &&
      !isKept &&
      stays !== null &&
      conversation.status !== 'closed' &&
      !(conversation.status === 'away' && (isToHearBack(conversation) || awaitsPicture(conversation, preparedCase))) &&
      conversation.pending.length === 0
    )
      list.push(due(conversation, 'close', Math.max(lingersUntil(conversation), awaitedUntil(conversation), stays)));
  }
  return list;
};

/** Drill time of the last word of either side, the last operation or the ending, whichever is latest. */
const spokenAt = (conversation: Conversation): DrillMs =>
  Math.max(
    conversation.ending?.at ?? 0,
    conversation.lastLineAt,
    conversation.turn?.actions.at(-1)?.at ?? 0,
    conversation.said.at(-1)?.at ?? 0,
  );

/** Until when a conversation that is over stays for a last word. */
const lingersUntil = (conversation: Conversation): DrillMs =>
  spokenAt(conversation) + (hasAnsweredSinceEnd(conversation) ? ANSWERED_LINGER_MS : LINGER_MS);

/** When the desk closes over a conversation that is over; null while it isn't. `stays`: as in `dueOf`. */
const leftAt = (conversation: Conversation, stays: DrillMs | null): DrillMs | null => {
  if (stays === null || conversation.passing !== null) return null;
  // Closed before its story was over: a colleague has the customer, who may never have come to this desk.
  if (conversation.status === 'closed' && conversation.ending === null && conversation.queuedAt === null)
    return conversation.visit === 0 ? 0 : Math.max((conversation.overAt ?? 0) + FINISH_MS, stays);
  const isBusy =
    conversation.status === 'queued' ||
    conversation.ending === null ||
    conversation.returnDue !== null ||
    conversation.pending.length > 0 ||
    conversation.windows.length > 0;
  if (isBusy || conversation.turn?.dueAt != null) return null;
  const quiet = Math.max(Math.max(spokenAt(conversation), conversation.overAt ?? 0) + FINISH_MS, stays);
  return conversation.status === 'closed' ? quiet : Math.max(quiet, lingersUntil(conversation));
};

/** When a drill that does one turn again ends: with the customer's reaction, or after FORK_MS (RULES N7). */
const redoFinish = (drill: Drill, { conversation, turn, fromAt }: Fork): Due => {
  const forked = drill.conversations[conversation];
  // Words said while the customer still reads earlier ones join that turn (RULES T1), and are reacted to with it.
  const hasJoined = forked !== undefined && forked.turn === null && forked.said.some(({ at }) => at > fromAt);
  const hasReacted = forked !== undefined && (forked.turns >= turn || hasJoined) && forked.pending.length === 0;
  return { kind: 'finish', at: hasReacted ? drill.at : fromAt + FORK_MS, conversation: '' };
};

/** The drill's end goes before anything else due at that moment. */
const firstOf = (best: Due | null, finish: Due): Due => (best === null || finish.at <= best.at ? finish : best);

/** The next thing due, with ties in the order of RULES C1; null when nothing is. A drill's own limit cuts off everything else. */
export const nextItem = (content: Content, drill: Drill): Due | null => {
  if (!drill.opened || drill.ended) return null;
  const item = nextHappening(content, drill, drill.opened);
  const { limitMs } = drill.opened;
  return limitMs === undefined ? item : firstOf(item, { kind: 'limit', at: limitMs, conversation: '' });
};

const nextHappening = (content: Content, drill: Drill, { redo }: NonNullable<Drill['opened']>): Due | null => {
  let best: Due | null = rushItem(content, drill);
  // Nobody says anything any more while the shift hands over (RULES Q71).
  if (drill.rush?.handoverUntil != null) return best;
  let settled: DrillMs | null = 0;
  const isPlayed = drill.opened?.rolePlay !== undefined;
  for (const key of drill.order) {
    const conversation = drill.conversations[key];
    if (!conversation) continue;
    const isKept = waitsForNote(drill, conversation);
    const stays = staysForLead(drill, conversation);
    const preparedCase = preparedCaseIn(content, conversation.scenario);
    for (const item of [
      ...dueOf(conversation, preparedCase, { isKept, isPlayed, stays }),
      ...leadDue(drill, conversation),
    ]) {
      // Ties: the conversation's key first (order of arrival), then the kind.
      const isSameConversation = best?.conversation === item.conversation;
      if (
        !best ||
        item.at < best.at ||
        (item.at === best.at && isSameConversation && DUE_KINDS.indexOf(item.kind) < DUE_KINDS.indexOf(best.kind))
      )
        best = item;
    }
    const over: DrillMs | null = isKept ? null : leftAt(conversation, stays);
    settled = settled === null || over === null ? null : Math.max(settled, over);
  }
  if (redo !== null) return firstOf(best, redoFinish(drill, redo));
  if (settled !== null && haveAllCome(drill) && (drill.order.length > 0 || drill.opened?.project !== undefined)) {
    // The drill's end closes a conversation that is due to close at the same moment.
    if (!best || settled <= best.at) best = { kind: 'finish', at: settled, conversation: '' };
  }
  return best;
};

/** Drill time of the next thing due, never before the last event; null when nothing is due. */
export const nextDue = (content: Content, drill: Drill): DrillMs | null => {
  const item = nextItem(content, drill);
  return item === null ? null : Math.max(item.at, drill.at);
};
