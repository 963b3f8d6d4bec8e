/** The tile's state as a fold of a drill's events: constant work each, whatever the log's length. */
import type { DrillEvent, EventOf } from '#engine/model/events.ts';
import { holdAlong, shownPromiseAfter } from '#engine/reactions/shown-promise.ts';
import {
  type FoldedConversation,
  foldActionDone,
  foldCustomerSaid,
  foldEndingReached,
  foldMessageWithdrawn,
  foldQueueLeft,
  foldReviewInvited,
  foldTraineeSaid,
  foldTurnClosed,
  foldTurnJudged,
  foldWindowClosed,
  presenceOf,
  withChange,
} from './fold-conversation.ts';
import { copyOfTile, NO_WAIT, newTileConversation, type TileFacts, type TileState } from './tile-state.ts';
import { putConversation, recordOverdueWaits } from './waits.ts';

type ConversationEvent = Extract<DrillEvent, { conversation: string }>;

/** A stop longer than this puts a round outside the figures (RULES C4). */
const MAX_STOP_MS = 10_000;
/** The state after `event`. `offset`: wall time less drill time when the event happened, in ms. */
export const foldTile = (facts: TileFacts, stateBefore: TileState, event: DrillEvent, offset: number): TileState => {
  const isRunning = stateBefore.clock === 'running';
  const state = {
    ...copyOfTile(isRunning ? recordOverdueWaits(facts, stateBefore, event.at, offset) : stateBefore),
    at: event.at,
  };
  switch (event.kind) {
    case 'drill-opened':
      return event.customers.reduce((next, { conversation, scenario }) => withCustomer(next, conversation, scenario), {
        ...state,
        rush: rushOf(event),
      });
    case 'clock-started':
      return event.stoppedMs > MAX_STOP_MS
        ? withInterruptedWaits({ ...state, clock: 'running' })
        : { ...state, clock: 'running' };
    case 'clock-stopped':
      return { ...state, clock: 'stopped' };
    case 'drill-ended':
      return { ...state, clock: 'ended', isHandingOver: false };
    // Nobody is answered any more: a wait that went on would be late on the tile while the trainee writes.
    case 'shift-over':
      return withoutWaits(state);
    // What the shop offers is on every desk, and no figure of a seat.
    case 'shop-changed':
    case 'customers-expected':
    case 'player-ready':
      return state;
    case 'dial-turned':
      return state.rush === null ? state : { ...state, rush: { ...state.rush, capacity: event.to } };
    case 'rush-over':
      return state.rush === null ? state : { ...state, rush: { ...state.rush, isOver: true } };
    case 'customer-added':
      // Who is handed over was planned for: only the teacher's own customers are incidents.
      return withPromise(
        withCustomer(
          event.handed ? state : { ...state, injected: state.injected + 1 },
          event.conversation,
          event.scenario,
        ),
        event,
      );
    default: {
      const known = state.conversations[event.conversation];
      if (known === undefined) return state;
      const promises = shownPromiseAfter(known.promises, event);
      if (promises === known.promises) return foldConversation({ facts, state, conversation: known, offset }, event);
      const conversation = { ...known, promises };
      return foldConversation({ facts, state: putConversation(state, conversation), conversation, offset }, event);
    }
  }
};

const rushOf = ({ rush }: EventOf<'drill-opened'>): TileState['rush'] =>
  rush === undefined ? null : { capacity: rush.capacity, dial: rush.dial, isOver: false };

const withCustomer = (state: TileState, key: string, scenario: string): TileState =>
  putConversation({ ...state, order: [...state.order, key] }, newTileConversation(key, scenario));

/** What another seat promised whoever comes from there. */
const withPromise = (state: TileState, { conversation: key, passed, at }: EventOf<'customer-added'>): TileState => {
  const conversation = state.conversations[key];
  if (conversation === undefined || passed?.promise === undefined) return state;
  return putConversation(state, { ...conversation, promises: holdAlong(passed.promise.backBy, at - passed.at) });
};

const withoutWaits = (state: TileState): TileState =>
  Object.values(state.conversations).reduce<TileState>(
    (next, conversation) => putConversation(next, { ...conversation, ...NO_WAIT }),
    { ...state, isHandingOver: true },
  );

const withInterruptedWaits = (state: TileState): TileState =>
  Object.values(state.conversations)
    .filter(({ since }) => since !== null)
    .reduce((next, conversation) => putConversation(next, { ...conversation, wasInterrupted: true }), state);

const foldConversation = (folded: FoldedConversation, event: ConversationEvent): TileState => {
  switch (event.kind) {
    case 'customer-queued':
      return withChange(folded, { hasCome: true, isQueued: true });
    case 'queue-left':
      return foldQueueLeft(folded, event);
    case 'customer-arrived':
      return withChange(folded, {
        ...NO_WAIT,
        ...{ mood: event.mood, isHere: true, isFirstOfVisit: true, hasCome: true, isQueued: false, farewell: false },
      });
    case 'customer-said':
      return foldCustomerSaid(folded, event);
    case 'trainee-said':
      return foldTraineeSaid(folded, event);
    case 'message-withdrawn':
      return foldMessageWithdrawn(folded, event);
    case 'action-done':
      return foldActionDone(folded, event);
    case 'turn-judged':
      return foldTurnJudged(folded, event);
    case 'turn-closed':
      return foldTurnClosed(folded, event);
    case 'window-closed':
      return foldWindowClosed(folded, event);
    case 'review-invited':
      return foldReviewInvited(folded, event);
    case 'mood-moved':
      return withChange(folded, { mood: event.to });
    case 'status-changed':
      return withChange(folded, { status: event.to, ...presenceOf(event.to) });
    case 'ending-reached':
      return foldEndingReached(folded, event);
    case 'conversation-closed':
      return withChange(folded, { ...NO_WAIT, status: 'closed', isHere: false });
    case 'pass-offered':
      return withChange(folded, { isPassing: true });
    case 'pass-returned':
      return withChange(folded, { isPassing: false });
    // It never came here.
    case 'pass-declined':
      return withChange(folded, { ...NO_WAIT, status: 'closed', isHere: false });
    default:
      return folded.state;
  }
};
