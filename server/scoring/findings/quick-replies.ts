/** Family quick-replies 照搬重发 (one's own words sent again too): 乱用, 死用, 频繁, and variables left unfilled (docs/trade.md §4). */

import type { Question } from '#engine/model/content.ts';
import type { QuickReplyNote } from '#engine/model/turn-judgement.ts';
import { joined, say } from '#i18n/say.ts';
import { isTable } from '#language/whole-reply/tables.ts';
import type { FindingCode } from '#scoring/facts/codes.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { draftFinding, type FindingDraft, suggestionParts } from '#scoring/facts/finding-draft.ts';
import { isRepeated, plainText } from '#scoring/facts/turn-grade.ts';
import type { TurnHistory } from '#scoring/log/conversation-history.ts';
import { clockText, lastQuote, messageText, wholeMessage } from '#scoring/log/phrasing.ts';
import { citationOfQuestion } from '#scoring/suggestions/citation.ts';
import { modelAt } from '#scoring/suggestions/model.ts';
import { waitingQuestion } from '#scoring/suggestions/waiting-question.ts';
import { windowLineAt } from '#scoring/suggestions/windows.ts';

const CODE_BY_VERDICT: Readonly<Record<Exclude<QuickReplyNote['verdict'], 'fit'>, FindingCode>> = {
  'off-topic': 'canned-off-topic',
  rigid: 'canned-rigid',
  repeated: 'canned-repeated',
};

const ASKS_FOR_PAYMENT = /付款|付一下|下单付|拍下付/;

export const quickReplyFindings = (facts: ConversationFacts): FindingDraft[] => {
  return facts.conversation.turns.flatMap((turn) => [
    ...misusedReplies(facts, turn),
    ...unfilledVariables(facts, turn),
  ]);
};

/** 尽快付款哦 to a customer who has paid: the sentence that says when they paid. Empty where the words ask for no payment. */
export const alreadyPaidReply = ({ conversation }: ConversationFacts, { judgement }: TurnHistory): string => {
  if (!judgement.acts.includes('payment-reminder') && !ASKS_FOR_PAYMENT.test(judgement.text)) return '';
  const payment = conversation.customerDeeds.findLast(
    ({ at, deed }) => at < judgement.firstAt && (deed.deed === 'pay' || (deed.deed === 'place-order' && deed.pays)),
  );
  return payment ? say('suggestions:quickReply.paid', { at: clockText(payment.at) }) : '';
};

/** `title`: of the quick reply, where the shop has it. */
const offTopicText = (question: Question | null, title: string | null): string => {
  if (question === null)
    return title === null
      ? say('suggestions:quickReply.offTopic.bare')
      : say('suggestions:quickReply.offTopic.named', { title });
  return title === null
    ? say('suggestions:quickReply.offTopicAsked.bare', { question: question.text })
    : say('suggestions:quickReply.offTopicAsked.named', { question: question.text, title });
};

const rigidText = (question: Question | null, text: string): string => {
  const n = text.length;
  if (question === null)
    return isTable(text) ? say('suggestions:quickReply.rigid.table') : say('suggestions:quickReply.rigid.long', { n });
  return isTable(text)
    ? say('suggestions:quickReply.rigidAsked.table', { question: question.text })
    : say('suggestions:quickReply.rigidAsked.long', { question: question.text, n });
};

/** When the message of a note was sent. */
const sentAt = ({ conversation }: ConversationFacts, turn: TurnHistory, { message }: QuickReplyNote): number =>
  conversation.traineeMessages.find(({ id }) => id === message)?.at ?? turn.judgement.firstAt;

/** Whether the same words stand in this very turn before: the customer hadn't gone on to anything (RULES M167). */
const isSentTwice = ({ conversation }: ConversationFacts, turn: TurnHistory, note: QuickReplyNote): boolean => {
  const before = turn.judgement.messages.slice(0, turn.judgement.messages.indexOf(note.message));
  const text = messageText(conversation, note.message);
  return note.verdict === 'repeated' && before.some((id) => messageText(conversation, id) === text);
};

const misusedReplies = (facts: ConversationFacts, turn: TurnHistory): FindingDraft[] => {
  const { conversation, caseFacts } = facts;
  const question = waitingQuestion(facts, turn);
  const slip = turn.judgement.canned.find((note) => isSentTwice(facts, turn, note));
  const drafts = turn.judgement.canned.flatMap((note): FindingDraft[] => {
    if (note.verdict === 'fit') return [];
    // What went out once more with the same slip is no second one.
    if (slip !== undefined && note !== slip && isSentTwice(facts, turn, note)) return [];
    const text = messageText(conversation, note.message) ?? '';
    const shopReply = caseFacts.shop.quickReplies.find((quickReply) => quickReply.id === note.quickReply);
    const because = {
      'off-topic': () => joined([offTopicText(question, shopReply?.title ?? null), alreadyPaidReply(facts, turn)]),
      rigid: () => rigidText(question, text),
      repeated: () =>
        joined([
          say(note === slip ? 'suggestions:quickReply.twice' : 'suggestions:quickReply.repeated'),
          alreadyPaidReply(facts, turn),
        ]),
    }[note.verdict]();
    return [
      draftFinding({
        code: CODE_BY_VERDICT[note.verdict],
        at: note.verdict === 'repeated' ? sentAt(facts, turn, note) : turn.judgement.firstAt,
        conversation: conversation.key,
        turn: turn.judgement.turn,
        quoteAt: wholeMessage(conversation, note.message),
        customerText: turn.judgement.customer,
        detail:
          note.verdict === 'rigid'
            ? say('suggestions:quickReply.length', { n: text.length })
            : shopReply === undefined
              ? null
              : say('findings:name', { name: shopReply.title }),
        because,
        ...(note === slip && { isWholeWhy: true as const }),
        // A repetition is no fault against the question's card, so that card isn't cited.
        citation: note.verdict === 'repeated' ? null : citationOfQuestion(caseFacts, question),
        suggestion: note === slip ? null : modelAt(facts, question, turn.index),
        repeatKey: note.verdict === 'repeated' ? note.quickReply : null,
        answeredQuestion: note.verdict === 'repeated' ? null : (question?.id ?? null),
        spoiledQuestions: question ? [question.id] : [],
      }),
    ];
  });
  if (drafts.some((draft) => draft.code === 'canned-repeated') || !isRepeated(conversation, turn)) return drafts;
  return [
    ...drafts,
    draftFinding({
      code: 'canned-repeated',
      at: turn.judgement.firstAt,
      conversation: conversation.key,
      turn: turn.judgement.turn,
      quoteAt: lastQuote(conversation, turn),
      customerText: turn.judgement.customer,
      repeatKey: plainText(turn.judgement.text),
      because: joined([say('suggestions:quickReply.repeated'), alreadyPaidReply(facts, turn)]),
      suggestion: modelAt(facts, question, turn.index),
      spoiledQuestions: question && turn.judgement.owed ? [question.id] : [],
    }),
  ];
};

const unfilledVariables = (facts: ConversationFacts, turn: TurnHistory): FindingDraft[] => {
  const { conversation } = facts;
  const suggestion = suggestionParts(
    modelAt(facts, waitingQuestion(facts, turn), turn.index) ?? windowLineAt(facts, turn),
  );
  return turn.judgement.unfilled.map(({ name, quote }) =>
    draftFinding({
      code: 'unfilled-variable',
      at: turn.judgement.firstAt,
      conversation: conversation.key,
      turn: turn.judgement.turn,
      quoteAt: quote,
      customerText: turn.judgement.customer,
      detail: say('findings:name', { name: `{${name}}` }),
      ...suggestion,
    }),
  );
};
