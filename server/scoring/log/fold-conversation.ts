/** Writes one event of a customer into the conversation's history. */
import type { DrillEvent } from '#engine/model/events.ts';
import type { ConversationHistory } from './conversation-history.ts';

/** A conversation in which nothing has happened. */
export const newConversation = (key: string, scenario: string): ConversationHistory => ({
  key,
  scenario,
  arrivals: [],
  beats: [],
  said: [],
  bystanders: [],
  spoke: [],
  acted: [],
  did: [],
  questions: [],
  turns: [],
  windows: [],
  spoils: [],
  needsMet: [],
  facts: [],
  holds: [],
  moods: [],
  statuses: [],
  jumps: [],
  endings: [],
  returns: [],
  closed: null,
});

type ConversationEvent = Exclude<Extract<DrillEvent, { conversation: string }>, { kind: 'customer-added' }>;

/** Adds what `event` tells; `index`: its place in the log. */
export function foldConversation(c: ConversationHistory, event: ConversationEvent, index: number): void {
  switch (event.kind) {
    case 'customer-arrived':
      c.arrivals.push({ ...event, index });
      break;
    case 'beat-entered':
      c.beats.push({ beat: event.beat, at: event.at, left: null, index });
      break;
    case 'beat-left': {
      const beat = c.beats.findLast((b) => b.beat === event.beat && b.left === null);
      if (beat) beat.left = { ...event, index };
      break;
    }
    case 'customer-said':
      c.said.push({ ...event, index });
      break;
    case 'bystander-said':
      c.bystanders.push({ ...event, index });
      break;
    case 'customer-did':
      c.did.push({ ...event, index });
      break;
    case 'question-opened':
      c.questions.push({
        question: event.question,
        beat: event.beat,
        bubbleId: event.bubbleId,
        openedAt: event.at,
        openedIndex: index,
        changes: [],
        state: 'open',
      });
      break;
    case 'question-changed': {
      const entry = c.questions.findLast((q) => q.question === event.question);
      if (!entry) break;
      entry.changes.push({ at: event.at, to: event.to, turn: event.turn, index });
      entry.state = event.to;
      break;
    }
    case 'trainee-said':
      c.spoke.push({ ...event, index });
      break;
    case 'action-done':
      c.acted.push({ ...event, index });
      break;
    case 'turn-judged':
      c.turns.push({ judgement: event.judgement, closedAt: event.at, closed: null, index });
      break;
    case 'turn-closed': {
      const turn = c.turns.findLast((t) => t.judgement.turn === event.turn);
      if (turn) turn.closed = event;
      break;
    }
    case 'need-met':
      c.needsMet.push({ ...event, index });
      break;
    case 'fact-told':
      c.facts.push({ ...event, index });
      break;
    case 'hold-begun':
      c.holds.push({ begun: { ...event, index }, ended: null });
      break;
    case 'hold-ended': {
      const hold = c.holds.at(-1);
      if (hold) hold.ended = event;
      break;
    }
    case 'window-opened': {
      const { window, windowKind, beat, at, fromAt, untilAt } = event;
      c.windows.push({ window, kind: windowKind, beat, openedAt: at, fromAt, untilAt, closed: null, index });
      break;
    }
    case 'window-closed': {
      const window = c.windows.findLast((w) => w.window === event.window && w.closed === null);
      if (window) window.closed = { ...event, index };
      else if (event.how === 'spoiled') c.spoils.push({ ...event, index });
      break;
    }
    case 'mood-moved':
      c.moods.push({ at: event.at, from: event.from, to: event.to });
      break;
    case 'status-changed':
      c.statuses.push({ at: event.at, to: event.to, index });
      break;
    case 'story-jumped':
      c.jumps.push({ at: event.at, minutes: event.minutes, text: event.text, index });
      break;
    case 'ending-reached':
      c.endings.push({ ...event, index });
      break;
    case 'return-due':
      c.returns.push({ ...event, index });
      break;
    case 'conversation-closed':
      c.closed = { ...event, index };
      break;
    case 'burst-planned':
    case 'quiet-begun':
    case 'turn-due':
    case 'window-acted':
    case 'nudged':
    case 'nudge-put-off':
    case 'notice-shown':
      break;
  }
}
