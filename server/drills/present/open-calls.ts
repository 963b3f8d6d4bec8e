/** Whether a customer whose story is over still waits for a word: a question nobody touched, or last words that ask for something (RULES X74). */

import { onlyAcknowledges } from '#engine/model/acknowledgements.ts';
import type { DrillEvent, PlannedBubble, ReactionKind } from '#engine/model/events.ts';

type InConversation = Extract<DrillEvent, { conversation: string }>;

export type OpenCalls = {
  /** Feed it every event of the conversation, in order. */
  addEvent(event: InConversation): void;
  /** Whether anything of the customer's is unanswered. */
  isOpen(): boolean;
};

/** Reactions of a customer who got what they wanted for now. With any other one they mind something. */
const CONTENT: readonly ReactionKind[] = ['resolved', 'covered', 'leads', 'believed', 'fact', 'taken', 'hold', 'none'];

/** 那就这么说, 没什么了: they ask nothing. */
const NOT_ASKING = /[这那]么|没(?:什么|啥)|什么都|啥都|怎么都|[哪谁]都|几句|几天的事/g;
const ASKING = /[?？吗谁哪几咋啥]|什么|怎么|多[久少]|给个|(.)[不没]\1/;
const asks = (text: string): boolean => ASKING.test(text.replace(NOT_ASKING, ''));

const callsForWords = (planned: PlannedBubble): boolean => {
  const { bubble, why } = planned;
  if (onlyAcknowledges(planned) || why.kind === 'fact') return false;
  if (why.kind === 'silence') return true;
  return (why.kind === 'reaction' && !CONTENT.includes(why.reaction)) || (bubble.kind === 'text' && asks(bubble.text));
};

/** One for each conversation. A turn of the trainee's, once read, answers what the customer's last words asked for. */
export const openCalls = (): OpenCalls => {
  const untouched = new Set<string>();
  let isCalling = false;
  return {
    addEvent: (event) => {
      if (event.kind === 'burst-planned' && event.bubbles.length > 0) isCalling = event.bubbles.some(callsForWords);
      else if (event.kind === 'turn-closed' || event.kind === 'customer-arrived') isCalling = false;
      else if (event.kind === 'question-opened') untouched.add(event.question);
      else if (event.kind === 'question-changed' && event.to !== 'open') untouched.delete(event.question);
    },
    isOpen: () => isCalling || untouched.size > 0,
  };
};
