/** Family quick-replies 照搬重发 (one's own words sent again too): 乱用, 死用, 频繁, and variables left unfilled (docs/trade.md §4). */

import type { Question } from '#engine/model/content.ts';
import type { QuickReplyNote } from '#engine/model/events.ts';
import { joined, say } from '#i18n/say.ts';
import { isTable } from '#language/reading/tables.ts';
import type { FindingCode } from '#scoring/facts/codes.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { draftFinding, type FindingDraft, suggestionParts } from '#scoring/facts/finding-draft.ts';
import { isRepeated, plainText } from '#scoring/facts/turn-grade.ts';
import type { TurnHistory } from '#scoring/log/conversation-history.ts';
import { clockText, lastQuote, messageText, wholeMessage } from '#scoring/log/phrasing.ts';
import { citationOfQuestion } from '#scoring/suggestions/citation.ts';
import { modelAt } from '#scoring/suggestions/model.ts';
import { waitingQuestion } from '#scoring/suggestions/waiting-question.ts';
import { inWindow } from '#scoring/suggestions/windows.ts';

const CODES: Readonly<Record<Exclude<QuickReplyNote['verdict'], 'fit'>, FindingCode>> = {
  'off-topic': 'canned-off-topic',
  rigid: 'canned-rigid',
  repeated: 'canned-repeated',
};

const DUNS = /付款|付一下|下单付|拍下付/;

export function quickReplyFindings(facts: ConversationFacts): FindingDraft[] {
  return facts.conversation.turns.flatMap((turn) => [
    ...misusedReplies(facts, turn),
    ...unfilledVariables(facts, turn),
  ]);
}

/** 尽快付款哦 to a customer who has paid: the sentence that says when they paid. Empty where the words ask for no payment. */
export function alreadyPaidReply({ conversation }: ConversationFacts, { judgement }: TurnHistory): string {
  if (!judgement.acts.includes('payment-reminder') && !DUNS.test(judgement.text)) return '';
  const paid = conversation.did.findLast(
    ({ at, deed }) => at < judgement.firstAt && (deed.deed === 'pay' || (deed.deed === 'place-order' && deed.pays)),
  );
  return paid ? say('suggestions:quickReply.paid', { at: clockText(paid.at) }) : '';
}

/** `title`: of the quick reply, where the shop has it. */
function withoutAnswer(question: Question | null, title: string | null): string {
  if (question === null)
    return title === null
      ? say('suggestions:quickReply.offTopic.bare')
      : say('suggestions:quickReply.offTopic.named', { title });
  return title === null
    ? say('suggestions:quickReply.offTopicAsked.bare', { question: question.text })
    : say('suggestions:quickReply.offTopicAsked.named', { question: question.text, title });
}

function sentWhole(question: Question | null, text: string): string {
  const n = text.length;
  if (question === null)
    return isTable(text) ? say('suggestions:quickReply.rigid.table') : say('suggestions:quickReply.rigid.long', { n });
  return isTable(text)
    ? say('suggestions:quickReply.rigidAsked.table', { question: question.text })
    : say('suggestions:quickReply.rigidAsked.long', { question: question.text, n });
}

function misusedReplies(facts: ConversationFacts, turn: TurnHistory): FindingDraft[] {
  const { conversation, caseFacts } = facts;
  const question = waitingQuestion(facts, turn);
  const noted = turn.judgement.canned.flatMap((note): FindingDraft[] => {
    if (note.verdict === 'fit') return [];
    const text = messageText(conversation, note.message) ?? '';
    const phrase = caseFacts.shop.quickReplies.find((quickReply) => quickReply.id === note.quickReply);
    const because = {
      'off-topic': () => joined([withoutAnswer(question, phrase?.title ?? null), alreadyPaidReply(facts, turn)]),
      rigid: () => sentWhole(question, text),
      repeated: () => joined([say('suggestions:quickReply.repeated'), alreadyPaidReply(facts, turn)]),
    }[note.verdict]();
    return [
      draftFinding({
        code: CODES[note.verdict],
        at: turn.judgement.firstAt,
        conversation: conversation.key,
        turn: turn.judgement.turn,
        quoteAt: wholeMessage(conversation, note.message),
        customer: turn.judgement.customer,
        detail:
          note.verdict === 'rigid'
            ? say('suggestions:quickReply.length', { n: text.length })
            : phrase === undefined
              ? null
              : say('findings:name', { name: phrase.title }),
        because,
        // A repetition is no fault against the question's card, so that card isn't cited.
        basis: note.verdict === 'repeated' ? null : citationOfQuestion(caseFacts, question),
        better: modelAt(facts, question, turn.index),
        sameAs: note.verdict === 'repeated' ? note.quickReply : null,
        mends: note.verdict === 'repeated' ? null : (question?.id ?? null),
        about: question ? [question.id] : [],
      }),
    ];
  });
  if (noted.some((draft) => draft.code === 'canned-repeated') || !isRepeated(conversation, turn)) return noted;
  return [
    ...noted,
    draftFinding({
      code: 'canned-repeated',
      at: turn.judgement.firstAt,
      conversation: conversation.key,
      turn: turn.judgement.turn,
      quoteAt: lastQuote(conversation, turn),
      customer: turn.judgement.customer,
      sameAs: plainText(turn.judgement.text),
      because: joined([say('suggestions:quickReply.repeated'), alreadyPaidReply(facts, turn)]),
      better: modelAt(facts, question, turn.index),
      about: question && turn.judgement.owed ? [question.id] : [],
    }),
  ];
}

function unfilledVariables(facts: ConversationFacts, turn: TurnHistory): FindingDraft[] {
  const { conversation } = facts;
  const better = suggestionParts(modelAt(facts, waitingQuestion(facts, turn), turn.index) ?? inWindow(facts, turn));
  return turn.judgement.unfilled.map(({ name, quote }) =>
    draftFinding({
      code: 'unfilled-variable',
      at: turn.judgement.firstAt,
      conversation: conversation.key,
      turn: turn.judgement.turn,
      quoteAt: quote,
      customer: turn.judgement.customer,
      detail: say('findings:name', { name: `{${name}}` }),
      ...better,
    }),
  );
}
