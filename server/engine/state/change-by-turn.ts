/** What changes when the trainee speaks or acts, and by what their turn comes to. */

import { notesCall, unlessNoted } from '#engine/model/call-back.ts';
import type { Conversation, OpenTurn } from '#engine/model/drill.ts';
import type { ChangesBy } from './change-by.ts';
import { closedTurn, judged } from './evolve-turn.ts';
import { unheard } from './unheard.ts';

/** Messages looked back at for repeated words: nothing on a reply's path may grow with the log. */
const REMEMBERED = 40;

/** Turns are made anew field by field, for the reason that `copyOfConversation` has. */
const openTurn = (conversation: Conversation): OpenTurn =>
  conversation.turn ?? { number: conversation.turns + 1, messages: [], actions: [], dueAt: null, latestAt: null };

export const changeByTurn: ChangesBy<
  | 'trainee-said'
  | 'hold-dropped'
  | 'message-withdrawn'
  | 'action-done'
  | 'turn-due'
  | 'turn-judged'
  | 'turn-closed'
  | 'fact-told'
  | 'need-met'
  | 'review-invited'
> = {
  'trainee-said': (conversation, event) => {
    const { number, messages, actions, dueAt, latestAt } = openTurn(conversation);
    const { id, at, text, made } = event;
    const message = {
      id,
      at,
      kind: 'said',
      text,
      made,
      ...(conversation.place && { place: conversation.place }),
      ...(conversation.waitingSince !== null && { endedWait: conversation.waitingSince }),
    } as const;
    return {
      turn: { number, messages: [...messages, message], actions, dueAt, latestAt },
      waitingSince: null,
      isHoldDropped: false,
      said: [...conversation.said.slice(-REMEMBERED), { id: event.id, text: event.text, at: event.at }],
    };
  },
  'hold-dropped': () => ({ isHoldDropped: true }),
  'message-withdrawn': (conversation, { message, heard }) => ({
    ...(heard ? {} : unheard(conversation, message)),
    withdrawn: [...conversation.withdrawn.slice(-REMEMBERED), message],
  }),
  'action-done': (conversation, event) => {
    const done = { action: event.action, with: event.with, forbidden: event.forbidden, at: event.at };
    const { number, messages, actions, dueAt, latestAt } = openTurn(conversation);
    const isNew = !conversation.done.some(({ action }) => action === event.action);
    const card = { id: event.id, at: event.at, kind: 'card', action: event.action } as const;
    return {
      // What was done is asked by action and whether it was forbidden: once of each is enough.
      done: conversation.done.some(
        ({ action, forbidden }) => action === done.action && (forbidden === null) === (done.forbidden === null),
      )
        ? conversation.done
        : [...conversation.done, done],
      orders: event.orders,
      ...(notesCall(event) && { callNotedAt: event.at, callBackAt: unlessNoted(conversation.callBackAt, event.at) }),
      heldOn: isNew ? 0 : conversation.heldOn,
      waitingSince: event.sends ? null : conversation.waitingSince,
      turn: {
        number,
        messages: event.sends ? [...messages, card] : messages,
        actions: [...actions, { id: event.id, ...done }],
        dueAt,
        latestAt,
      },
    };
  },
  'turn-due': (conversation, { dueAt, latestAt }) => {
    const { number, messages, actions } = openTurn(conversation);
    return { turn: { number, messages, actions, dueAt, latestAt } };
  },
  'turn-judged': judged,
  'turn-closed': closedTurn,
  'fact-told': (conversation, event) =>
    conversation.told.includes(event.fact) ? {} : { told: [...conversation.told, event.fact] },
  'review-invited': ({ invited }, { at }) => ({ invited: { times: (invited?.times ?? 0) + 1, at } }),
  'need-met': (conversation, event) => ({ met: [...conversation.met, `${event.beat ?? ''}:${event.need}`] }),
};
