/** The tile's state as a fold of a drill's events: constant work each, whatever the log's length. */
import type { DrillEvent, EventOf, Status } from '#engine/model/events.ts';
import { MISSED } from '#scoring/findings/not-valuing.ts';
import { addFault, type SeenFault } from './add-fault.ts';
import {
  type Evidence,
  NO_WAIT,
  newTileConversation,
  type TileConversation,
  type TileFacts,
  type TileState,
} from './tile-state.ts';
import { mayEvade, plainText, turnFaults } from './turn-faults.ts';
import { passLates, putConversation, withAnswer } from './waits.ts';

type ConversationEvent = Extract<DrillEvent, { conversation: string }>;

/** A stop longer than this puts a round outside the figures (RULES C4). */
const LONGEST_STOP_MS = 10_000;
/** Turns looked back at for repeated words: without a bound the work for each reply would grow with the log. */
const REMEMBERED = 40;

/** The state after `event`. `offset`: wall time less drill time when the event happened, in ms. */
export function foldTile(facts: TileFacts, before: TileState, event: DrillEvent, offset: number): TileState {
  const isRunning = before.clock === 'running';
  const state = { ...(isRunning ? passLates(facts, before, event.at, offset) : before), at: event.at };
  switch (event.kind) {
    case 'drill-opened':
      return event.customers.reduce(
        (next, { conversation, scenario }) => withCustomer(next, conversation, scenario),
        state,
      );
    case 'clock-started':
      return event.stoppedMs > LONGEST_STOP_MS
        ? withInterruptedWaits({ ...state, clock: 'running' })
        : { ...state, clock: 'running' };
    case 'clock-stopped':
      return { ...state, clock: 'stopped' };
    case 'drill-ended':
      return { ...state, clock: 'ended' };
    case 'customer-added':
      return withCustomer({ ...state, injected: state.injected + 1 }, event.conversation, event.scenario);
    default: {
      const talk = state.talks[event.conversation];
      return talk === undefined ? state : foldTalk(facts, state, talk, event, offset);
    }
  }
}

const withCustomer = (state: TileState, key: string, scenario: string): TileState =>
  putConversation({ ...state, order: [...state.order, key] }, newTileConversation(key, scenario));

const withInterruptedWaits = (state: TileState): TileState =>
  Object.values(state.talks)
    .filter(({ since }) => since !== null)
    .reduce((next, talk) => putConversation(next, { ...talk, interrupted: true }), state);

function foldTalk(
  facts: TileFacts,
  state: TileState,
  talk: TileConversation,
  event: ConversationEvent,
  offset: number,
): TileState {
  const withChange = (over: Partial<TileConversation>): TileState => putConversation(state, { ...talk, ...over });
  const withFault = (next: TileState, seen: Omit<SeenFault, 'at' | 'conversation'>): TileState =>
    addFault(facts, next, { at: event.at, conversation: talk.key, ...seen }, offset);
  switch (event.kind) {
    case 'customer-arrived':
      return withChange({ ...NO_WAIT, mood: event.mood, here: true, first: true });
    case 'customer-said':
      return talk.here ? withChange(waitAfter(talk, event)) : state;
    case 'trainee-said': {
      const spoken = { ...talk, words: { ...talk.words, [event.id]: event.text } };
      return withAnswer(
        facts,
        putConversation(state, spoken),
        spoken,
        { at: event.at, message: event.id, words: event.text },
        offset,
      );
    }
    case 'action-done': {
      const after = event.sends
        ? withAnswer(facts, state, talk, { at: event.at, message: event.id, words: null }, offset)
        : state;
      const code = deedFault(event);
      return code === null
        ? after
        : withFault(after, {
            id: `a:${event.id}`,
            code,
            message: event.id,
            evidence: {
              kind: 'clicked',
              action: facts.actions.get(event.action) ?? { id: event.action, title: event.action },
            },
          });
    }
    case 'turn-judged': {
      const { judgement } = event;
      const id = `t:${talk.key}:${judgement.turn}`;
      const faults = turnFaults(talk, judgement);
      const isBare = judgement.hold !== null && judgement.hold.seconds === null;
      const isEvaded = faults.some(({ code }) => code === 'evaded' || code === 'vague');
      const judged = {
        turn: judgement.turn,
        message: judgement.messages.at(-1) ?? null,
        text: judgement.text,
        mayEvade: !isEvaded && mayEvade(talk, judgement),
      };
      const plain = plainText(judgement.text);
      const said = plain === null ? talk.said : [...talk.said.slice(-REMEMBERED), plain];
      const next = withChange({ judged, said, bareHolds: talk.bareHolds + (isBare ? 1 : 0) });
      return faults.reduce(
        (sum, { code, message, quote }, index) =>
          withFault(sum, { id: `${id}:${index}`, code, message, evidence: inWords(quote) }),
        next,
      );
    }
    case 'turn-closed': {
      const { judged } = talk;
      const reacted = event.reaction === 'none' ? {} : NO_WAIT;
      const next = withChange({ ...reacted, words: {}, judged: null });
      if (event.reaction !== 'evaded' || judged?.turn !== event.turn || !judged.mayEvade) return next;
      const { message, text } = judged;
      return withFault(next, {
        id: `t:${talk.key}:${event.turn}:evaded`,
        code: 'evaded',
        message,
        evidence: inWords(text),
      });
    }
    case 'window-closed': {
      if (event.how !== 'missed' && event.how !== 'spoiled') return state;
      const fault = { id: `w:${talk.key}:${event.window}`, message: event.by };
      if (event.how === 'missed')
        return withFault(state, { ...fault, code: MISSED[event.windowKind], evidence: { kind: 'window-missed' } });
      const isEarly = event.why?.includes('early') ?? false;
      const evidence = inWords(talk.judged?.text ?? '');
      return withFault(state, { ...fault, code: isEarly ? 'too-early' : 'pestering', evidence });
    }
    case 'mood-moved':
      return withChange({ mood: event.to });
    case 'status-changed':
      return withChange({ status: event.to, ...whereabouts(event.to) });
    case 'ending-reached': {
      const isGone = event.silent || event.outcome === 'lost';
      const next = { ...withChange({ ...NO_WAIT, here: false }), left: state.left + (isGone ? 1 : 0) };
      if (!event.silent) return next;
      return withFault(next, {
        id: `l:${talk.key}:${event.at}`,
        code: 'customer-left',
        message: null,
        evidence: { kind: 'gave-up' },
      });
    }
    case 'conversation-closed':
      return withChange({ ...NO_WAIT, status: 'closed', here: false });
    default:
      return state;
  }
}

/** A round begins at the customer's first bubble. A bubble that only reacts to a turn owes no answer by itself. */
const waitAfter = (talk: TileConversation, { at, why }: EventOf<'customer-said'>): Partial<TileConversation> =>
  // A nod (嗯) waits for no answer (RULES T16).
  why.kind === 'nod'
    ? {}
    : { since: talk.since ?? at, owed: talk.owed || why.kind === 'opening' || why.kind === 'silence' };

const inWords = (text: string): Evidence => ({ kind: 'words', text });

const whereabouts = (to: Status): Partial<TileConversation> =>
  to === 'away' || to === 'closed' ? { ...NO_WAIT, here: false } : { here: true };

/** The gravest fault of an operation: one deed is one fault (RULES M7). */
function deedFault({ forbidden, unverified, wrongAmount }: EventOf<'action-done'>): string | null {
  if (forbidden !== null) return 'forbidden-action';
  if (unverified) return 'unverified-action';
  return wrongAmount ? 'wrong-amount' : null;
}
