/** What changes when the trainee speaks or acts, and by what their turn comes to. */
import type { Conversation, OpenTurn } from '#engine/model/drill.ts';
import type { ChangesBy } from './change-by.ts';
import { closedTurn, judged } from './evolve-turn.ts';

/** Messages looked back at for repeated words: nothing on a reply's path may grow with the log. */
const REMEMBERED = 40;

const openTurn = (c: Conversation): OpenTurn =>
  c.turn ?? { number: c.turns + 1, messages: [], actions: [], dueAt: null, latestAt: null };

export const changeByTurn: ChangesBy<
  'trainee-said' | 'action-done' | 'turn-due' | 'turn-judged' | 'turn-closed' | 'fact-told' | 'need-met'
> = {
  'trainee-said': (c, event) => {
    const turn = openTurn(c);
    const { id, at, text, made } = event;
    const message = { id, at, kind: 'said', text, made, ...(c.place && { place: c.place }) } as const;
    return {
      turn: { ...turn, messages: [...turn.messages, message] },
      waitingSince: null,
      said: [...c.said.slice(-REMEMBERED), { id: event.id, text: event.text, at: event.at }],
    };
  },
  'action-done': (c, event) => {
    const done = { action: event.action, with: event.with, forbidden: event.forbidden, at: event.at };
    const turn = openTurn(c);
    const isNew = !c.done.some(({ action }) => action === event.action);
    const card = { id: event.id, at: event.at, kind: 'card', action: event.action } as const;
    return {
      // What was done is asked by action and whether it was forbidden: once of each is enough.
      done: c.done.some(
        ({ action, forbidden }) => action === done.action && (forbidden === null) === (done.forbidden === null),
      )
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
  },
  'turn-due': (c, event) => ({ turn: { ...openTurn(c), dueAt: event.dueAt, latestAt: event.latestAt } }),
  'turn-judged': judged,
  'turn-closed': closedTurn,
  'fact-told': (c, event) => (c.told.includes(event.fact) ? {} : { told: [...c.told, event.fact] }),
  'need-met': (c, event) => ({ met: [...c.met, `${event.beat ?? ''}:${event.need}`] }),
};
