/**
 * Family manner 态度: tone, red lines, and feelings that nobody took up. A red line caps the total only where it is sure
 * (RULES M3; docs/trade.md §3, §6).
 */

import type { Quote } from '#engine/model/turn-judgement.ts';
import { say } from '#i18n/say.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { draftFinding, type FindingDraft, type Suggestion, suggestionParts } from '#scoring/facts/finding-draft.ts';
import type { TurnHistory } from '#scoring/log/conversation-history.ts';
import { lastQuote, quotedText, wholeClause } from '#scoring/log/phrasing.ts';
import { civilLine } from '#scoring/suggestions/care.ts';
import { citationOf } from '#scoring/suggestions/citation.ts';
import { citationOfRedLine } from '#scoring/suggestions/fault-citations.ts';
import { modelAt } from '#scoring/suggestions/model.ts';
import { redLineInstead } from '#scoring/suggestions/red-lines.ts';
import { waitingQuestion } from '#scoring/suggestions/waiting-question.ts';
import { windowLine, windowLineAt } from '#scoring/suggestions/windows.ts';
import { noEmpathy } from './no-empathy.ts';

export const mannerFindings = (facts: ConversationFacts): FindingDraft[] => {
  return [
    ...facts.conversation.turns.flatMap((turn) => [
      ...redLineFindings(facts, turn),
      ...toneFindings(facts, turn),
      ...slightFindings(facts, turn),
    ]),
    ...noEmpathy(facts),
  ];
};

const redLineFindings = (facts: ConversationFacts, turn: TurnHistory): FindingDraft[] => {
  const { conversation, caseFacts } = facts;
  const waiting = waitingQuestion(facts, turn);
  const model = modelAt(facts, waiting, turn.index) ?? windowLineAt(facts, turn);
  return turn.judgement.redLines.map((redLine) =>
    draftFinding({
      code: `red-line:${redLine.code}`,
      at: turn.judgement.firstAt,
      conversation: conversation.key,
      turn: turn.judgement.turn,
      quoteAt: wholeClause(conversation, redLine.quote),
      customerText: turn.judgement.customer,
      citation: citationOfRedLine(
        caseFacts,
        redLine.code,
        quotedText(conversation, redLine.quote) ?? turn.judgement.text,
        waiting,
      ),
      ...suggestionParts(redLineInstead(redLine.code, caseFacts, model)),
      unsure: redLine.confidence === 'low',
      ...(redLine.confidence === 'low' && { waitsForRuling: true as const }),
    }),
  );
};

const toneFindings = (facts: ConversationFacts, turn: TurnHistory): FindingDraft[] => {
  const { conversation, caseFacts } = facts;
  const { tone, toneConfidence, toneQuote } = turn.judgement;
  if (tone === 'warm' || tone === 'neutral' || toneConfidence < VERDICT_THRESHOLDS.tone.doubt) return [];
  const question = waitingQuestion(facts, turn);
  const citation = caseFacts.card('c-insult') && tone === 'hostile' ? citationOf(caseFacts, 'c-insult') : null;
  return [
    draftFinding({
      code: tone,
      at: turn.judgement.firstAt,
      conversation: conversation.key,
      turn: turn.judgement.turn,
      quoteAt: toneQuote ?? lastQuote(conversation, turn),
      customerText: turn.judgement.customer,
      citation: citation,
      ...suggestionParts(civilLine(facts, question, turn) ?? unpaidLine(facts, turn) ?? windowLineAt(facts, turn)),
      unsure: toneConfidence < VERDICT_THRESHOLDS.tone.told,
      spoiledQuestions: question && turn.closed?.reaction === 'hostile' ? [question.id] : [],
    }),
  ];
};

/** Whether a turn is charged already as ill-mannered: one bad tone is one fault, whatever it does to the customer. */
const isRude = ({ judgement: { tone, toneConfidence } }: TurnHistory): boolean =>
  (tone === 'hostile' || tone === 'impatient') && toneConfidence >= VERDICT_THRESHOLDS.tone.told;

/** 付款卡发您了，点一下直接进付款页: what is said with a card that the turn sends tells how to use it, and is never doubted to hurry (RULES M124). */
const tellsOfCard = ({ conversation }: ConversationFacts, { judgement: { messages } }: TurnHistory): boolean =>
  conversation.clicks.some(({ id, sends }) => sends && messages.includes(id));

/** What the words do to the customer (RULES M79), but where a red line or a rude tone says it of them already. */
const slightFindings = (facts: ConversationFacts, turn: TurnHistory): FindingDraft[] => {
  const { conversation } = facts;
  const { slights = [], redLines, firstAt, customer, turn: number } = turn.judgement;
  if (isRude(turn)) return [];
  const question = waitingQuestion(facts, turn);
  const isRedLine = ({ message, start, end }: Quote): boolean =>
    redLines.some(({ quote }) => quote.message === message && quote.start < end && start < quote.end);
  return slights
    .filter(({ quote }) => !isRedLine(quote))
    .filter(({ kind, unsure }) => !(unsure && kind === 'hurries' && tellsOfCard(facts, turn)))
    .map(({ kind, unsure, quote }) =>
      draftFinding({
        code: 'slighted',
        at: firstAt,
        conversation: conversation.key,
        turn: number,
        quoteAt: wholeClause(conversation, quote),
        customerText: customer,
        detail: say(`findings:slight.${kind}.name`),
        because: say(`findings:slight.${kind}.because`),
        ...suggestionParts(civilLine(facts, question, turn) ?? windowLineAt(facts, turn)),
        unsure,
      }),
    );
};

/** 再不付就关闭了: where nothing has been asked and an order stands unpaid, the words were meant as a reminder. */
const unpaidLine = (facts: ConversationFacts, turn: TurnHistory): Suggestion | null => {
  const { conversation, caseFacts } = facts;
  const hasAsked = conversation.questions.some(({ openedIndex }) => openedIndex < turn.index);
  const isUnpaid = caseFacts.scenario.orders.some(({ status }) => status === 'unpaid');
  return hasAsked || !isUnpaid ? null : windowLine('payment-reminder', null, facts, turn.judgement.firstAt);
};
