/** A message taken back 撤回: how it looks, and which round it no longer ends (RULES E21). */
import { currentTier } from './drill-rounds.ts';
import type { ConversationView, DrillView, EventOf, Round, ThreadItem } from './drill-view.ts';
import { promisesAfterWithdrawal } from './hold-fold.ts';
import { waitLevel } from './wait-level.ts';

type Message = Extract<ThreadItem, { kind: 'trainee' }>;
type Reply = Message | Extract<ThreadItem, { kind: 'action' }>;

/** A message or card the customer has got, or will read. */
export const isReply = (item: ThreadItem): item is Reply =>
  (item.kind === 'trainee' && item.withdrawn !== 'unread') || (item.kind === 'action' && item.sends);

/**
 * The round's later part: what the customer said after the reply that is gone opened a round of its own, which goes on
 * from the beginning of this one. `index`: of the round that the reply had ended.
 */
const mergedRound = (rounds: readonly Round[], index: number): Round | undefined => {
  const round = rounds[index];
  const next = rounds[index + 1];
  if (round === undefined) return undefined;
  if (next === undefined) return { ...round, endedAt: null, outcome: 'open', level: 1 };
  return {
    ...next,
    startedAt: round.startedAt,
    isFirst: round.isFirst,
    isInterrupted: round.isInterrupted || next.isInterrupted,
  };
};

const withItems = (conversation: ConversationView, change: (item: ThreadItem) => ThreadItem): ConversationView => ({
  ...conversation,
  items: conversation.items.map(change),
});

/** The round goes on, and the next reply that isn't gone ends it. */
const withRoundReopened = (conversation: ConversationView, message: Message, view: DrillView): ConversationView => {
  const index = message.round;
  const merged = index === null ? undefined : mergedRound(conversation.rounds, index);
  if (index === null || merged === undefined) return conversation;
  const hadNext = conversation.rounds[index + 1] !== undefined;
  const heir = conversation.items.find((item) => item.seq > message.seq && isReply(item));
  // A reply that ended no other round ends this one; where it ended the next, the merged round has its end already.
  const ends = heir !== undefined && heir.round === null;
  const isHere = conversation.status === 'waiting' || conversation.status === 'active';
  const startedAt = merged.startedAt;
  const endedAt = ends ? heir.at : merged.endedAt;
  const round: Round = {
    ...merged,
    endedAt,
    outcome: ends ? 'replied' : merged.outcome === 'open' && !isHere ? 'void' : merged.outcome,
    level: endedAt === null ? 1 : waitLevel((endedAt - startedAt) / 1000, currentTier(view)),
  };
  const shifted = (old: number | null): number | null => (hadNext && old !== null && old > index ? old - 1 : old);
  const rounds = conversation.rounds.flatMap((old, i) =>
    i === index ? [round] : hadNext && i === index + 1 ? [] : [old],
  );
  return {
    ...withItems(conversation, (item) => {
      if (item.seq === message.seq) return { ...item, round: null };
      if (ends && item.seq === heir.seq) return { ...item, round: index };
      return item.round === null ? item : { ...item, round: shifted(item.round) };
    }),
    rounds,
    openRoundIndex: round.outcome === 'open' ? index : shifted(conversation.openRoundIndex),
  };
};

/** Whether a human has said a word in this visit. */
const isGreetedNow = ({ items }: ConversationView): boolean =>
  items.slice(items.findLastIndex(({ kind }) => kind === 'arrived') + 1).some(isReply);

/** The conversation after a message was taken back; as it was where it has no such message. */
export const afterWithdrawal = (
  conversation: ConversationView,
  event: EventOf<'message-withdrawn'>,
  view: DrillView,
): ConversationView => {
  const message = conversation.items.find(
    (item): item is Message => item.kind === 'trainee' && item.id === event.message,
  );
  if (message === undefined) return conversation;
  const marked = withItems(conversation, (item) =>
    item === message ? { ...message, withdrawn: event.heard ? 'read' : 'unread' } : item,
  );
  if (event.heard) return marked;
  const reopened = withRoundReopened(marked, message, view);
  const { quickReply } = message;
  return {
    ...reopened,
    isGreeted: isGreetedNow(reopened),
    holdPromises: promisesAfterWithdrawal(reopened, event.message),
    quickReplyUses:
      quickReply === null
        ? reopened.quickReplyUses
        : { ...reopened.quickReplyUses, [quickReply]: (reopened.quickReplyUses[quickReply] ?? 1) - 1 },
  };
};
