/** The three misuses of quick replies, told apart (docs/trade.md §4): off-topic 乱用, rigid 死用, repeated 频繁. */

import type { Conversation } from '#engine/model/drill.ts';
import { OWN_GREETING } from '#engine/model/events.ts';
import type { JudgeAnswer } from '#engine/model/judge-request.ts';
import type { PointNote, QuickReplyNote } from '#engine/model/turn-judgement.ts';
import type { TurnText } from '#engine/state/turn-text.ts';
import type { Judgement } from '#language/judgement.ts';

/** A quick reply of this many characters, unedited, is rigid to a short question whatever it says, unless the turn answers beside it. */
const RIGID_CHARS = 80;
/** From this many characters on it is rigid when it also answers nothing. */
const LONGISH = 40;
const SHORT_QUESTION = 24;
const MIN_EDITS = 4;
/** Likeness (0–1) from which words count as the quick reply, or the message, they are compared with. */
export const MIN_SIMILARITY = 0.9;
/** Shorter messages (好的, 在的亲) are no quick reply. */
export const SHORTEST_QUICK_REPLY = 8;

/** Acts that a quick reply may rightly serve when no question is asked. */
const SOCIAL: readonly Judgement['acts'][number][] = [
  'greeting',
  'order-prompt',
  'payment-reminder',
  'follow-up',
  'goodbye',
  'thanks',
  'cross-sell',
];

/** `isAnswered`: the turn answers every question that is open. */
export const quickReplyNotes = (
  conversation: Conversation,
  words: TurnText,
  notes: readonly PointNote[],
  { judgement: judged, repeated }: JudgeAnswer,
  asksNewFact: boolean,
  isAnswered: boolean,
): QuickReplyNote[] => {
  const covered = notes.filter(({ state }) => state === 'covered');
  const isOpen = judged.questions.length > 0;
  const touchesNothing = judged.hold === null && judged.questions.every(({ touch }) => touch === 'none');
  const lastLine = conversation.lastBurst.at(-1) ?? '';
  const seenIds = new Set<string>();
  return words.said.flatMap((message): QuickReplyNote[] => {
    const { quickReply, similarity: likeness, edited } = message.made;
    const id = quickReply !== null && likeness >= MIN_SIMILARITY ? quickReply : null;
    const wasSentBefore =
      id !== null && message.text.length >= SHORTEST_QUICK_REPLY && conversation.quickReplies.includes(id);
    const isRepeated = wasSentBefore || repeated.includes(message.id) || (id !== null && seenIds.has(id));
    if (id === null)
      return isRepeated ? [{ message: message.id, quickReply: '', similarity: 1, edited: 0, verdict: 'repeated' }] : [];
    seenIds.add(id);
    const hasHelped = covered.some(({ quote }) => quote.message === message.id);
    // All that was asked stands in other words of the turn: nobody has to look for it in the long ones.
    const isAnsweredBeside =
      isAnswered && covered.length > 0 && covered.every(({ quote }) => quote.message !== message.id);
    const isUnedited = edited < MIN_EDITS;
    const isShortQuestion = lastLine.length <= SHORT_QUESTION;
    let verdict: QuickReplyNote['verdict'] = 'fit';
    if (isRepeated) verdict = 'repeated';
    else if (
      isUnedited &&
      isShortQuestion &&
      isOpen &&
      !isAnsweredBeside &&
      (message.text.length >= RIGID_CHARS || (message.text.length >= LONGISH && !hasHelped))
    )
      verdict = 'rigid';
    else if (
      isOpen &&
      !asksNewFact &&
      // 祝您跑得开心 to who has just said 嗯嗯 takes leave; it answers nobody's question (RULES M53).
      !(conversation.nodded && judged.acts.includes('goodbye')) &&
      touchesNothing &&
      !notes.some(({ quote }) => quote.message === message.id) &&
      !(conversation.turns === 0 && (id === OWN_GREETING || judged.acts.some((act) => SOCIAL.includes(act))))
    )
      verdict = 'off-topic';
    return [{ message: message.id, quickReply: id, similarity: likeness, edited, verdict }];
  });
};
