/** The part of `evolve` that touches one conversation, event kind by event kind. */
import type { Conversation, OpenTurn } from '#engine/model/drill.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { bubbleText, type Change, closedTurn, customerSaid, judged, ladderAfterHold } from './evolve-turn.ts';
import { checkedBy } from './press.ts';

type ConversationEvent = Exclude<Extract<DrillEvent, { conversation: string }>, { kind: 'customer-added' }>;
/** Messages looked back at for repeated words: nothing on a reply's path may grow with the log. */
const REMEMBERED = 40;

const openTurn = (c: Conversation): OpenTurn =>
  c.turn ?? { number: c.turns + 1, messages: [], actions: [], dueAt: null, latestAt: null };

const counted = (used: Conversation['used'], keys: readonly string[]): Conversation['used'] => {
  if (keys.length === 0) return used;
  const next: Record<string, number> = { ...used };
  for (const key of keys) next[key] = (next[key] ?? 0) + 1;
  return next;
};

const changeBy = (c: Conversation, event: ConversationEvent): Change => {
  switch (event.kind) {
    case 'notice-shown':
      return {};
    case 'customer-arrived':
      return {
        visit: event.visit,
        returned: c.returned || event.returning,
        mood: event.mood,
        orders: event.orders,
        ending: null,
        returnDue: null,
        farewell: false,
      };
    case 'beat-entered':
      return {
        beat: {
          id: event.beat,
          enteredAt: event.at,
          occurrence: event.occurrence,
          bad: 0,
          softs: 0,
          unknowns: 0,
          idle: 0,
        },
        heldOn: 0,
        entered: { ...c.entered, [event.beat]: event.occurrence },
        quietUntil: null,
        ladder: null,
      };
    case 'beat-left':
      return { quietUntil: null };
    case 'burst-planned':
      return {
        planned: c.planned + event.bubbles.length,
        pending: [...c.pending, ...event.bubbles].sort((a, b) => a.at - b.at),
        used: counted(c.used, event.used),
        spoken: counted(
          c.spoken,
          event.bubbles.map(({ bubble }) => bubbleText(bubble)),
        ),
        checked: checkedBy(event) ?? c.checked,
        bystanders: [...c.bystanders, ...(event.others ?? [])].sort((a, b) => a.at - b.at),
      };
    case 'bystander-said':
      return { bystanders: c.bystanders.filter(({ id }) => id !== event.id) };
    case 'quiet-begun':
      return { quietUntil: event.untilAt };
    case 'customer-said':
      return customerSaid(c, event);
    case 'customer-did':
      return { deeds: [...c.deeds, event.deed], orders: event.orders };
    case 'question-opened':
      return {
        ledger: {
          ...c.ledger,
          [event.question]: c.ledger[event.question] ?? {
            question: event.question,
            beat: event.beat,
            state: 'open',
            openedAt: event.at,
            rephrased: false,
          },
        },
      };
    case 'question-changed': {
      const entry = c.ledger[event.question];
      if (!entry) return {};
      const rephrased = entry.rephrased || event.to === 'unrecognised';
      return { ledger: { ...c.ledger, [event.question]: { ...entry, state: event.to, rephrased } } };
    }
    case 'trainee-said': {
      const turn = openTurn(c);
      const { id, at, text, made } = event;
      const message = { id, at, kind: 'said', text, made, ...(c.place && { place: c.place }) } as const;
      return {
        turn: { ...turn, messages: [...turn.messages, message] },
        waitingSince: null,
        said: [...c.said.slice(-REMEMBERED), { id: event.id, text: event.text, at: event.at }],
      };
    }
    case 'action-done': {
      const done = { action: event.action, with: event.with, forbidden: event.forbidden, at: event.at };
      const turn = openTurn(c);
      const isNew = !c.done.some((d) => d.action === event.action);
      const card = { id: event.id, at: event.at, kind: 'card', action: event.action } as const;
      return {
        // What was done is asked by action and whether it was forbidden: once of each is enough.
        done: c.done.some((d) => d.action === done.action && (d.forbidden === null) === (done.forbidden === null))
          ? c.done
          : [...c.done, done],
        orders: event.orders,
        heldOn: isNew ? 0 : c.heldOn,
        waitingSince: event.sends ? null : c.waitingSince,
        turn: {
          ...turn,
          messages: event.sends ? [...turn.messages, card] : turn.messages,
          actions: [...turn.actions, { id: event.id, ...done }],
        },
      };
    }
    case 'turn-due': {
      const turn = openTurn(c);
      return { turn: { ...turn, dueAt: event.dueAt, latestAt: event.latestAt } };
    }
    case 'turn-judged':
      return judged(c, event);
    case 'turn-closed':
      return closedTurn(c, event);
    case 'fact-told':
      return c.told.includes(event.fact) ? {} : { told: [...c.told, event.fact] };
    case 'need-met':
      return { met: [...c.met, `${event.beat ?? ''}:${event.need}`] };
    case 'hold-begun':
      return {
        hold: { turn: event.turn, fromAt: event.at, untilAt: event.untilAt, timed: event.timed },
        bareHolds: c.bareHolds + (event.timed ? 0 : 1),
      };
    case 'hold-ended':
      return { hold: null, ladder: c.ladder && ladderAfterHold(c.ladder, c.hold?.fromAt ?? event.at, event) };
    case 'window-opened':
      return {
        windows: [
          ...c.windows,
          { id: event.window, kind: event.windowKind, beat: event.beat, fromAt: event.fromAt, untilAt: event.untilAt },
        ],
      };
    case 'window-closed':
      return {
        overAt: event.at,
        farewell: c.farewell || (event.windowKind === 'goodbye' && event.how === 'taken'),
        windows: c.windows.filter((w) => w.id !== event.window),
      };
    case 'window-acted':
      return { acted: { ...c.acted, [event.windowKind]: (c.acted[event.windowKind] ?? 0) + 1 } };
    case 'nudge-put-off':
      return { typingUntil: event.until };
    case 'nudged':
      return { ladder: c.ladder && { ...c.ladder, step: event.step } };
    case 'mood-moved':
      return { mood: event.to };
    case 'status-changed':
      return {
        status: event.to,
        waitingSince: event.to === 'away' || event.to === 'closed' ? null : c.waitingSince,
      };
    case 'ending-reached':
      return {
        ending: { id: event.ending, at: event.at, rating: event.rating, silent: event.silent, turns: c.turns },
        ladder: null,
        beat: null,
        quietUntil: null,
      };
    case 'return-due':
      return { returnDue: { at: event.dueAt, beat: event.beat, text: event.afterText } };
    case 'story-jumped':
      return { storySkippedMin: c.storySkippedMin + event.minutes };
    case 'conversation-closed':
      return {
        status: 'closed',
        overAt: event.at,
        waitingSince: null,
        pending: [],
        bystanders: [],
        turn: null,
        hold: null,
        windows: [],
        ladder: null,
        quietUntil: null,
      };
  }
};

/**
 * The conversation after `event`. Copied in this one place: objects of forty fields spread in forty places have forty
 * hidden classes, and then each copy takes ten times as long.
 */
export const evolveConversation = (c: Conversation, event: ConversationEvent): Conversation =>
  Object.assign({ ...c }, changeBy(c, event));
