/** Waits of customers: the rounds that were answered, and the waits longer than the failing threshold (RULES M1). */
import type { DrillMs } from '#engine/model/events.ts';
import { addFault, updateFaultText } from './add-fault.ts';
import {
  copyOfTileConversation,
  type Evidence,
  NO_WAIT,
  type Sent,
  type TileConversation,
  type TileFacts,
  type TileState,
} from './tile-state.ts';

/** The failing threshold in ms, for as many customers as are at the desk now. */
const failThresholdMs = ({ tiers }: TileFacts, state: TileState): number => {
  const customerCount = Object.values(state.conversations).filter(
    ({ status }) => status === 'waiting' || status === 'active',
  ).length;
  const tier = tiers.find(({ upTo }) => customerCount <= upTo) ?? tiers.at(-1);
  return tier === undefined ? Number.POSITIVE_INFINITY : tier.failS * 1000;
};

export const putConversation = (state: TileState, conversation: TileConversation): TileState => ({
  ...state,
  conversations: { ...state.conversations, [conversation.key]: copyOfTileConversation(conversation) },
});

const lateId = ({ key, since }: TileConversation): string => `late:${key}:${since}`;
const lateCode = ({ isFirstOfVisit }: TileConversation): string => (isFirstOfVisit ? 'late-first' : 'late-round');
const seconds = (ms: number): number => Math.round(ms / 1000);

/** Puts on record every wait that is longer than the threshold by `now`; returns the same state when there is none. */
export const recordOverdueWaits = (facts: TileFacts, state: TileState, now: DrillMs, offset: number): TileState => {
  let next = state;
  for (const conversation of Object.values(state.conversations)) {
    if (conversation.since === null || conversation.isLate || conversation.wasInterrupted || !conversation.isOwed)
      continue;
    const limit = failThresholdMs(facts, state);
    if (now - conversation.since <= limit) continue;
    const at = conversation.since + limit;
    const draft = {
      id: lateId(conversation),
      at,
      code: lateCode(conversation),
      conversation: conversation.key,
      message: null,
    };
    const evidence = { kind: 'waiting', seconds: seconds(limit) } as const;
    next = putConversation(addFault(facts, next, { ...draft, evidence }, offset), { ...conversation, isLate: true });
  }
  return next;
};

/** Ends a round: the trainee has sent words or a card. `words`: null for a card. */
export const withAnswer = (
  facts: TileFacts,
  state: TileState,
  conversation: TileConversation,
  { at, message, words }: { at: DrillMs; message: string; words: string | null },
  offset: number,
): TileState => {
  const { since, isOwed, wasInterrupted, isLate, isFirstOfVisit } = conversation;
  const ended = since === null ? null : { since, isOwed, wasInterrupted, isLate, isFirstOfVisit };
  const sent = [...conversation.sent, { id: message, at, words, ended }];
  if (since === null) return putConversation(state, { ...conversation, sent });
  const waitedMs = at - since;
  const answered: TileConversation = { ...conversation, ...NO_WAIT, isFirstOfVisit: false, sent };
  const evidence: Evidence =
    words === null
      ? { kind: 'late-card', seconds: seconds(waitedMs) }
      : { kind: 'late', seconds: seconds(waitedMs), text: words };
  if (conversation.isLate)
    return putConversation(
      updateFaultText(withRoundCounted(state, conversation, waitedMs), lateId(conversation), { message, evidence }),
      answered,
    );
  if (conversation.wasInterrupted) return putConversation(state, answered);
  const limit = failThresholdMs(facts, state);
  const next = withRoundCounted(state, conversation, waitedMs);
  if (waitedMs <= limit) return putConversation(next, answered);
  const draft = {
    id: lateId(conversation),
    at: since + limit,
    code: lateCode(conversation),
    conversation: conversation.key,
    message,
    evidence,
  };
  return putConversation(addFault(facts, next, draft, offset), answered);
};

/**
 * Takes a message of the open turn back. The wait that it ended goes on from its beginning, and the next message or
 * card ends it, if there is one. A wait that was on record as late stays on record.
 */
export const withoutAnswer = (
  facts: TileFacts,
  state: TileState,
  conversation: TileConversation,
  message: string,
  offset: number,
): TileState => {
  const place = conversation.sent.findIndex(({ id }) => id === message);
  const { [message]: _, ...words } = conversation.words;
  const ended = conversation.sent[place]?.ended ?? null;
  const later = conversation.sent.slice(place + 1);
  const others: TileConversation = {
    ...conversation,
    words,
    sent: conversation.sent.filter(({ id }) => id !== message),
  };
  if (place < 0 || ended === null) return putConversation(state, others);
  const reopened = reopenedWait(facts, state, others, ended, [conversation.sent[place], ...later]);
  return later.reduce(
    (next, { id, at, words: said }) =>
      withAnswer(facts, next, next.conversations[conversation.key] ?? others, { at, message: id, words: said }, offset),
    reopened,
  );
};

/** The tile before the wait was ended: `sent` are the messages from the one that ended it, none of which counts now. */
const reopenedWait = (
  facts: TileFacts,
  state: TileState,
  conversation: TileConversation,
  ended: NonNullable<Sent['ended']>,
  sent: readonly (Sent | undefined)[],
): TileState => {
  let next = state;
  for (const one of sent) {
    if (!one?.ended || one.ended.wasInterrupted) continue;
    const waitedMs = one.at - one.ended.since;
    next = {
      ...next,
      rounds: next.rounds - 1,
      roundsMs: next.roundsMs - waitedMs,
      firsts: next.firsts - (one.ended.isFirstOfVisit ? 1 : 0),
      firstsMs: next.firstsMs - (one.ended.isFirstOfVisit ? waitedMs : 0),
    };
  }
  const [first] = sent;
  const isLate = ended.isLate || (first !== undefined && first.at - ended.since > failThresholdMs(facts, next));
  const ids = sent.flatMap((one) => (one === undefined ? [] : [one.id]));
  return putConversation(next, {
    ...conversation,
    // Who has left meanwhile waits for nothing.
    ...(conversation.isHere && {
      ...ended,
      isLate,
      isOwed: ended.isOwed || conversation.isOwed,
      wasInterrupted: ended.wasInterrupted || conversation.wasInterrupted,
    }),
    sent: conversation.sent.filter(({ id }) => !ids.includes(id)),
  });
};

const withRoundCounted = (
  state: TileState,
  { isFirstOfVisit, wasInterrupted }: TileConversation,
  waitedMs: number,
): TileState =>
  wasInterrupted
    ? state
    : {
        ...state,
        rounds: state.rounds + 1,
        roundsMs: state.roundsMs + waitedMs,
        firsts: state.firsts + (isFirstOfVisit ? 1 : 0),
        firstsMs: state.firstsMs + (isFirstOfVisit ? waitedMs : 0),
      };
