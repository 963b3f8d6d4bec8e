/** Waits of customers: the rounds that were answered, and the waits longer than the failing threshold (RULES M1). */
import type { DrillMs } from '#engine/model/events.ts';
import { addFault, retell } from './add-fault.ts';
import { type Evidence, NO_WAIT, type TileConversation, type TileFacts, type TileState } from './tile-state.ts';

/** The failing threshold in ms, for as many customers as are at the desk now. */
function failMs({ tiers }: TileFacts, state: TileState): number {
  const present = Object.values(state.talks).filter(({ status }) => status === 'waiting' || status === 'active').length;
  const tier = tiers.find(({ upTo }) => present <= upTo) ?? tiers.at(-1);
  return tier === undefined ? Number.POSITIVE_INFINITY : tier.failS * 1000;
}

export const putConversation = (state: TileState, talk: TileConversation): TileState => ({
  ...state,
  talks: { ...state.talks, [talk.key]: talk },
});

const lateId = ({ key, since }: TileConversation): string => `late:${key}:${since}`;
const lateCode = ({ first }: TileConversation): string => (first ? 'late-first' : 'late-round');
const seconds = (ms: number): number => Math.round(ms / 1000);

/** Puts on record every wait that is longer than the threshold by `now`; returns the same state when there is none. */
export function passLates(facts: TileFacts, state: TileState, now: DrillMs, offset: number): TileState {
  let next = state;
  for (const talk of Object.values(state.talks)) {
    if (talk.since === null || talk.late || talk.interrupted || !talk.owed) continue;
    const limit = failMs(facts, state);
    if (now - talk.since <= limit) continue;
    const at = talk.since + limit;
    const seen = { id: lateId(talk), at, code: lateCode(talk), conversation: talk.key, message: null };
    const evidence = { kind: 'waiting', seconds: seconds(limit) } as const;
    next = putConversation(addFault(facts, next, { ...seen, evidence }, offset), { ...talk, late: true });
  }
  return next;
}

/** Ends a round: the trainee has sent words or a card. `words`: null for a card. */
export function withAnswer(
  facts: TileFacts,
  state: TileState,
  talk: TileConversation,
  { at, message, words }: { at: DrillMs; message: string; words: string | null },
  offset: number,
): TileState {
  if (talk.since === null) return state;
  const waitedMs = at - talk.since;
  const answered = { ...talk, ...NO_WAIT, first: false };
  const evidence: Evidence =
    words === null
      ? { kind: 'late-card', seconds: seconds(waitedMs) }
      : { kind: 'late', seconds: seconds(waitedMs), text: words };
  if (talk.late)
    return putConversation(
      retell(withRoundCounted(state, talk, waitedMs), lateId(talk), { message, evidence }),
      answered,
    );
  if (talk.interrupted) return putConversation(state, answered);
  const limit = failMs(facts, state);
  const next = withRoundCounted(state, talk, waitedMs);
  if (waitedMs <= limit) return putConversation(next, answered);
  const seen = {
    id: lateId(talk),
    at: talk.since + limit,
    code: lateCode(talk),
    conversation: talk.key,
    message,
    evidence,
  };
  return putConversation(addFault(facts, next, seen, offset), answered);
}

const withRoundCounted = (state: TileState, { first, interrupted }: TileConversation, waitedMs: number): TileState =>
  interrupted
    ? state
    : {
        ...state,
        rounds: state.rounds + 1,
        roundsMs: state.roundsMs + waitedMs,
        firsts: state.firsts + (first ? 1 : 0),
        firstsMs: state.firstsMs + (first ? waitedMs : 0),
      };
