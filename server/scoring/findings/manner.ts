/** Family manner 态度: tone, red lines, and feelings that nobody took up (docs/trade.md §3, §6; RULES M3). */

import { POLICY } from '#language/terms/policy.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { type Draft, draft, type Suggestion, suggestionParts } from '#scoring/facts/draft.ts';
import type { TurnHistory } from '#scoring/log/conversation-history.ts';
import { lastQuote, quotedText, wholeClause } from '#scoring/log/phrasing.ts';
import { citationOf } from '#scoring/suggestions/citation.ts';
import { citationOfRedLine } from '#scoring/suggestions/fault-citations.ts';
import { modelAt } from '#scoring/suggestions/model.ts';
import { waitingQuestion } from '#scoring/suggestions/quick-replies.ts';
import { redLineInstead } from '#scoring/suggestions/red-lines.ts';
import { inWindow, windowLine } from '#scoring/suggestions/windows.ts';
import { noEmpathy } from './no-empathy.ts';

export function mannerFindings(seen: ConversationFacts): Draft[] {
  return [
    ...seen.conversation.turns.flatMap((turn) => [...redLineFindings(seen, turn), ...tone(seen, turn)]),
    ...noEmpathy(seen),
  ];
}

function redLineFindings(seen: ConversationFacts, turn: TurnHistory): Draft[] {
  const { conversation, facts } = seen;
  const waiting = waitingQuestion(seen, turn);
  const model = modelAt(seen, waiting, turn.index) ?? inWindow(seen, turn);
  return turn.judgement.redLines.map((hit) =>
    draft({
      code: `red-line:${hit.code}`,
      at: turn.judgement.firstAt,
      conversation: conversation.key,
      turn: turn.judgement.turn,
      quoteAt: wholeClause(conversation, hit.quote),
      customer: turn.judgement.customer,
      basis: citationOfRedLine(facts, hit.code, quotedText(conversation, hit.quote) ?? turn.judgement.text, waiting),
      ...suggestionParts(redLineInstead(hit.code, facts, model)),
      unsure: hit.confidence === 'low',
    }),
  );
}

function tone(seen: ConversationFacts, turn: TurnHistory): Draft[] {
  const { conversation, facts } = seen;
  const { tone, toneConfidence, toneQuote } = turn.judgement;
  if (tone === 'warm' || tone === 'neutral' || toneConfidence < POLICY.tone.doubt) return [];
  const question = waitingQuestion(seen, turn);
  const calm = facts.card('c-insult') && tone === 'hostile' ? citationOf(facts, 'c-insult') : null;
  return [
    draft({
      code: tone,
      at: turn.judgement.firstAt,
      conversation: conversation.key,
      turn: turn.judgement.turn,
      quoteAt: toneQuote ?? lastQuote(conversation, turn),
      customer: turn.judgement.customer,
      basis: calm,
      ...suggestionParts(modelAt(seen, question, turn.index) ?? unpaidLine(seen, turn) ?? inWindow(seen, turn)),
      unsure: toneConfidence < POLICY.tone.told,
      about: question && turn.closed?.reaction === 'hostile' ? [question.id] : [],
    }),
  ];
}

/** 再不付就关闭了: where nothing has been asked and an order stands unpaid, the words were meant as a reminder. */
function unpaidLine(seen: ConversationFacts, turn: TurnHistory): Suggestion | null {
  const { conversation, facts } = seen;
  const asked = conversation.questions.some(({ openedIndex }) => openedIndex < turn.index);
  const isUnpaid = facts.scenario.orders.some(({ status }) => status === 'unpaid');
  return asked || !isUnpaid ? null : windowLine('payment-reminder', null, seen, turn.judgement.firstAt);
}
