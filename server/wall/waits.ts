/** Waits of customers: the rounds that were answered, and the waits longer than the failing threshold (RULES M1). */
import type { DrillMs } from '#engine/model/events.ts';
import { addFault, updateFaultText } from './add-fault.ts';
import { type Evidence, NO_WAIT, type TileConversation, type TileFacts, type TileState } from './tile-state.ts';

/** The failing threshold in ms, for as many customers as are at the desk now. */
function failThresholdMs({ tiers }: TileFacts, state: TileState): number {
  const customerCount = Object.values(state.conversations).filter(
    ({ status }) => status === 'waiting' || status === 'active',
  ).length;
  const tier = tiers.find(({ upTo }) => customerCount <= upTo) ?? tiers.at(-1);
  return tier === undefined ? Number.POSITIVE_INFINITY : tier.failS * 1000;
}

export const putConversation = (state: TileState, conversation: TileConversation): TileState => ({
  ...state,
  conversations: { ...state.conversations, [conversation.key]: conversation },
});

const lateId = ({ key, since }: TileConversation): string => `late:${key}:${since}`;
const lateCode = ({ isFirstOfVisit }: TileConversation): string => (isFirstOfVisit ? 'late-first' : 'late-round');
const seconds = (ms: number): number => Math.round(ms / 1000);

/** Puts on record every wait that is longer than the threshold by `now`; returns the same state when there is none. */
export function recordOverdueWaits(facts: TileFacts, state: TileState, now: DrillMs, offset: number): TileState {
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
}

/** Ends a round: the trainee has sent words or a card. `words`: null for a card. */
export function withAnswer(
  facts: TileFacts,
  state: TileState,
  conversation: TileConversation,
  { at, message, words }: { at: DrillMs; message: string; words: string | null },
  offset: number,
): TileState {
  if (conversation.since === null) return state;
  const waitedMs = at - conversation.since;
  const answered: TileConversation = { ...conversation, ...NO_WAIT, isFirstOfVisit: false };
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
    at: conversation.since + limit,
    code: lateCode(conversation),
    conversation: conversation.key,
    message,
    evidence,
  };
  return putConversation(addFault(facts, next, draft, offset), answered);
}

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
