/**
 * Whether a customer whose story is over still waits for a word: a question nobody touched, or last words that ask for something
 * (RULES X74); and what the trainee's own words still wait for (RULES X95).
 */

import { onlyAcknowledges } from '#engine/model/acknowledgements.ts';
import type { DrillEvent, PlannedBubble, ReactionKind } from '#engine/model/events.ts';
import { questionsIn } from '#engine/turns/last-question.ts';

type InConversation = Extract<DrillEvent, { conversation: string }>;

export type OpenCalls = {
  /** Feed it every event of the conversation, in order. */
  addEvent(event: InConversation): void;
  /** Whether anything of the customer's is unanswered. */
  isOpen(): boolean;
  /**
   * `word`: the customer has answered what the trainee asked, and the trainee has said nothing since. `picture`: one was asked for
   * and hasn't come.
   */
  waits(): 'word' | 'picture' | null;
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

const isPicture = ({ bubble }: PlannedBubble): boolean => bubble.kind === 'picture';

/** What a turn asks the customer. 还有别的吗 and 您说 want no words of the trainee's behind the answer. */
const askedIn = (text: string): { asksWords: boolean; asksPicture: boolean } => {
  const kinds = questionsIn(text).map(({ kind }) => kind);
  return {
    asksWords: kinds.some((kind) => kind !== 'picture' && kind !== 'more' && kind !== 'say'),
    asksPicture: kinds.includes('picture'),
  };
};

/** What the trainee's own words and cards wait for. */
const askedBack = (): Pick<OpenCalls, 'addEvent' | 'waits'> => {
  let asksWords = false;
  let isAnswered = false;
  let isPictureDue = false;
  let hasPicture = false;
  return {
    addEvent: (event) => {
      if (event.kind === 'turn-judged') {
        const { text, acts, takesLeave } = event.judgement;
        const asked = askedIn(text);
        // 啥时候想寄再来找我，拜拜: who takes leave asks for no answer.
        const isLeave = takesLeave === true || acts.includes('goodbye');
        [asksWords, isAnswered] = [asked.asksWords && !isLeave, false];
        // Who has sent one says that they have.
        if (asked.asksPicture && !hasPicture) isPictureDue = true;
      } else if (event.kind === 'customer-arrived') [asksWords, isAnswered] = [false, false];
      else if (event.kind === 'fact-told' && event.how === 'asked') asksWords = true;
      else if (event.kind === 'action-done' && event.action === 'request-photo') isPictureDue ||= !hasPicture;
      else if (event.kind === 'burst-planned' && event.bubbles.length > 0) {
        isAnswered ||= asksWords;
        if (event.bubbles.some(isPicture)) [isPictureDue, hasPicture] = [false, true];
      }
    },
    waits: () => (isAnswered ? 'word' : isPictureDue ? 'picture' : null),
  };
};

/** One for each conversation. A turn of the trainee's, once read, answers what the customer's last words asked for. */
export const openCalls = (): OpenCalls => {
  const untouched = new Set<string>();
  let isCalling = false;
  const back = askedBack();
  return {
    addEvent: (event) => {
      back.addEvent(event);
      if (event.kind === 'burst-planned' && event.bubbles.length > 0) isCalling = event.bubbles.some(callsForWords);
      else if (event.kind === 'turn-closed' || event.kind === 'customer-arrived') isCalling = false;
      else if (event.kind === 'question-opened') untouched.add(event.question);
      else if (event.kind === 'question-changed' && event.to !== 'open') untouched.delete(event.question);
    },
    isOpen: () => isCalling || untouched.size > 0,
    waits: back.waits,
  };
};
