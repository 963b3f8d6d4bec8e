/** The view of a drill as a pure fold of the wire's events. Same events, same view. */
import type { WireEvent } from '#contract/wire-events.ts';
import { afterCustomerSaid, openingOf, withArrival, withItem, withMood } from './arrival-fold.ts';
import { endRound, openRound, withFarewell } from './drill-rounds.ts';
import type { ConversationView, DrillView, EventOf, ThreadItem } from './drill-view.ts';
import { afterHold, promisesAfterLeaving, promisesAfterWords } from './hold-fold.ts';
import { afterLedgerChange, withLedgerStopped } from './ledger-fold.ts';
import { afterPass, withComing, withoutComing } from './pass-fold.ts';
import { foldRush, openedRush } from './rush-fold.ts';
import type { RushView } from './rush-view.ts';
import { withNotice } from './shop-after.ts';
import { partedBefore, untilClosed, withOver } from './thread-rows.ts';
import { afterWithdrawal } from './withdrawal-fold.ts';

const afterStatusChange = (
  conversation: ConversationView,
  event: EventOf<'status-changed'>,
  seq: number,
  view: DrillView,
): ConversationView => {
  const { status, at } = event;
  if (status === 'away' || status === 'closed') {
    const { transferNote: note, items } = conversation;
    const roundEnded = endRound(conversation, at, status === 'away' ? 'unanswered' : 'void', view);
    const base = { seq, at, round: null };
    const isHandover = status === 'closed' && view.rush?.shiftOverAt != null;
    return withItem(
      {
        ...{ ...roundEnded, status, items: status === 'closed' ? untilClosed(items, at) : items },
        pendingSince: null,
        holdPromises: status === 'closed' ? promisesAfterLeaving(conversation, at) : conversation.holdPromises,
      },
      note !== null && status === 'closed'
        ? { ...base, kind: 'transferred', note, to: conversation.nextRole, isPassed: conversation.isPassed }
        : { ...base, at: event.shownAt ?? at, kind: status, leftAt: at, ...(isHandover && { isHandover }) },
    );
  }
  const withStatus = { ...conversation, status };
  return conversation.pendingSince === null
    ? withStatus
    : { ...openRound(withStatus, conversation.pendingSince, view), pendingSince: null };
};

/** Events in a conversation at the desk: who is in the queue has none yet. */
type ConversationEvent = Exclude<
  Extract<WireEvent, { conversation: string }>,
  { kind: 'customer-arrived' | 'customer-queued' | 'greeting-sent' | 'queue-left' | 'pass-coming' | 'pass-gone' }
>;

const conversationAfter = (
  conversation: ConversationView,
  event: ConversationEvent,
  seq: number,
  view: DrillView,
): ConversationView => {
  const base = { seq, at: event.at, round: null };
  switch (event.kind) {
    case 'customer-said':
      return afterCustomerSaid(conversation, event, seq, view);
    // A bystander's message starts no wait and counts as no unread bubble.
    case 'bystander-said':
      return withItem(conversation, {
        ...base,
        kind: 'bystander',
        id: event.id,
        name: event.name,
        text: event.text,
        place: event.place ?? 'private',
      });
    case 'customer-did':
      return withItem({ ...conversation, orders: event.orders }, { ...base, kind: 'deed', deed: event.deed });
    case 'trainee-said': {
      const { id, text, quickReply, edited } = event;
      const quickReplyUses =
        quickReply === null
          ? conversation.quickReplyUses
          : { ...conversation.quickReplyUses, [quickReply]: (conversation.quickReplyUses[quickReply] ?? 0) + 1 };
      const answered = {
        ...conversation,
        answeredBubbleCount: conversation.bubbleCount,
        isGreeted: true,
        passReturn: null,
        holdPromises: promisesAfterWords(conversation, event),
      };
      const endedRound = endRound({ ...answered, quickReplyUses }, event.at, 'replied', view);
      // Named one by one: what is spread keeps its properties in a second piece of memory.
      const { at } = event;
      const round = conversation.openRoundIndex;
      return withItem(endedRound, { kind: 'trainee', seq, at, round, id, text, quickReply, edited });
    }
    case 'call-promised':
      return { ...conversation, isCallPromised: event.isOpen };
    case 'hold-promised':
    case 'hold-dropped':
      return afterHold(conversation, event);
    case 'message-withdrawn':
      return afterWithdrawal(conversation, event, view);
    case 'action-done': {
      const { id, action, title, sends, result, lines = [] } = event;
      const item: ThreadItem = {
        ...base,
        kind: 'action',
        id,
        action,
        title,
        fieldValues: event.with,
        sends,
        result,
        lines,
      };
      const withOrders = { ...conversation, orders: event.orders };
      // A card sent to the customer counts as a human message (RULES T8).
      if (!sends) return withItem(withOrders, item);
      return withItem(endRound({ ...withOrders, isGreeted: true }, event.at, 'replied', view), {
        ...item,
        round: conversation.openRoundIndex,
      });
    }
    case 'status-changed':
      return afterStatusChange(conversation, event, seq, view);
    case 'conversation-transferred':
      return {
        ...{ ...conversation, transferNote: event.note, isPassed: event.seat !== undefined, passing: null },
        isCallPromised: false,
      };
    case 'pass-offered':
    case 'pass-recalled':
    case 'pass-returned':
      return afterPass(conversation, event);
    case 'leave-taken':
      return { ...conversation, leaveTaken: true, items: partedBefore(conversation.items) };
    case 'lead-asked':
      return withItem(conversation, { ...base, kind: 'lead-asked' });
    case 'lead-answered': {
      const { how, amount, words, result } = event;
      return withItem(conversation, { ...base, kind: 'lead-answered', how, amount, words, result });
    }
    case 'mood-changed':
      return {
        ...conversation,
        moods: withMood(conversation.moods, event),
        moodTrend: event.trend ?? 'steady',
      };
    case 'story-jumped': {
      const { after: jump, story = null } = event;
      return withItem({ ...conversation, story: story ?? conversation.story }, { ...base, kind: 'jump', jump, story });
    }
    case 'question-changed':
      return afterLedgerChange(conversation, event);
    case 'story-over':
      return withOver(
        event.again === undefined ? withLedgerStopped(withFarewell(conversation), event.at) : conversation,
        event,
        seq,
      );
  }
};

const mapConversations = (
  view: DrillView,
  change: (conversation: ConversationView) => ConversationView,
): DrillView => ({
  ...view,
  conversations: Object.fromEntries(Object.entries(view.conversations).map(([key, value]) => [key, change(value)])),
});

/** Stops longer than this take a round out of the figures (RULES C4). */
const MAX_IGNORED_STOP_MS = 10_000;

export const foldDrill = (view: DrillView, event: WireEvent, seq: number): DrillView => {
  const rush = view.rush && foldRush(view.rush, event, seq, (key) => view.conversations[key]?.name ?? '');
  return foldDesk(rush === view.rush ? view : { ...view, rush }, event, seq, view.rush);
};

const withOneMore = (opening: DrillView['opening']): DrillView['opening'] =>
  opening === null || opening.customers === null ? opening : { ...opening, customers: opening.customers + 1 };

/** `rushBefore`: the rush before the event, for what a customer brings from the queue. */
const foldDesk = (view: DrillView, event: WireEvent, seq: number, rushBefore: RushView | null): DrillView => {
  switch (event.kind) {
    case 'customer-queued':
    case 'greeting-sent':
    case 'queue-left':
    case 'dial-turned':
    case 'rush-over':
      return view;
    // Nobody is answered any more: their seconds stop, and they wait until the drill ends.
    case 'shift-over':
      return mapConversations(view, (conversation) => withLedgerStopped(conversation, event.at));
    case 'drill-opened':
      return { ...view, opening: openingOf(event), rush: event.rush === undefined ? null : openedRush(event.rush) };
    case 'customer-added':
      return { ...view, opening: withOneMore(view.opening) };
    case 'pass-coming':
    case 'pass-gone':
      return withComing(view, event);
    case 'shop-notice':
      return withNotice(view, { seq, at: event.at, text: event.text }, event.changes);
    case 'shop-changed': {
      const { at, shop, product, price, stock, text } = event;
      return withNotice(view, { seq, at, text }, { shop, product, price, stock });
    }
    case 'clock-stopped':
      return { ...view, stopReason: event.why };
    case 'clock-started': {
      const beganAt = view.stopReason === 'not-started' ? event.at : view.beganAt;
      const started: DrillView = { ...view, stopReason: null, beganAt };
      if (event.stoppedMs <= MAX_IGNORED_STOP_MS) return started;
      return mapConversations(started, (conversation) => ({
        ...conversation,
        rounds: conversation.rounds.map((round) =>
          round.outcome === 'open' ? { ...round, isInterrupted: true } : round,
        ),
      }));
    }
    case 'drill-ended':
      return {
        ...mapConversations(view, (conversation) =>
          withLedgerStopped(endRound(conversation, event.at, 'void', view), event.at),
        ),
        coming: [],
        endReason: event.why,
        endedAt: event.at,
      };
    case 'customer-arrived': {
      const previous = view.conversations[event.conversation];
      const arrivalOrder = previous === undefined ? [...view.arrivalOrder, event.conversation] : view.arrivalOrder;
      const queued = rushBefore?.queue.find(({ conversation }) => conversation === event.conversation);
      const arrived = withArrival(previous, event, seq, queued?.greeting ?? null);
      const coming = withoutComing(view.coming, event.conversation);
      return {
        ...view,
        opening: coming === view.coming ? view.opening : withOneMore(view.opening),
        ...{ coming, arrivalOrder },
        conversations: { ...view.conversations, [event.conversation]: arrived },
      };
    }
    default: {
      const conversation = view.conversations[event.conversation];
      if (conversation === undefined) return view;
      const folded = conversationAfter(conversation, event, seq, view);
      return { ...view, conversations: { ...view.conversations, [event.conversation]: folded } };
    }
  }
};
