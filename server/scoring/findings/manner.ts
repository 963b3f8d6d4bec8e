/** Family manner 态度: tone, red lines, and anger left standing (DOMAIN §4, §6; RULES M3). */

import { POLICY } from '#language/policy.ts';
import { basisOf } from '../basis.ts';
import { basisOfRedLine } from '../basis-of-faults.ts';
import { caring, caringLine } from '../better/care.ts';
import { modelAt } from '../better/model.ts';
import { redLineInstead } from '../better/red-lines.ts';
import { inWindow, windowLine } from '../better/windows.ts';
import type { TurnHistory } from '../history.ts';
import { needResults } from '../needs.ts';
import { needKey } from '../opportunities/opportunity.ts';
import type { Seen } from '../seen.ts';
import { customerBefore, lastWords, wholeClause, wordsAt } from '../words.ts';
import { type Draft, draft } from './draft.ts';
import { waitingQuestion } from './quick-replies.ts';

/** DESIGN, The customer: who comes in at or below this is angry. */
const ANGRY = 35;

export function mannerFindings(seen: Seen): Draft[] {
  return [...seen.c.turns.flatMap((turn) => [...redLines(seen, turn), ...tone(seen, turn)]), ...noEmpathy(seen)];
}

function redLines(seen: Seen, turn: TurnHistory): Draft[] {
  const { c, facts } = seen;
  const waiting = waitingQuestion(seen, turn);
  const model = modelAt(seen, waiting, turn.index) ?? inWindow(seen, turn);
  return turn.judgement.redLines.map((hit) =>
    draft({
      code: `red-line:${hit.code}`,
      at: turn.judgement.firstAt,
      conversation: c.key,
      turn: turn.judgement.turn,
      quoteAt: wholeClause(c, hit.quote),
      customer: turn.judgement.customer,
      basis: basisOfRedLine(facts, hit.code, wordsAt(c, hit.quote) ?? turn.judgement.text, waiting),
      better: redLineInstead(hit.code, facts, model),
      unsure: hit.confidence === 'low',
    }),
  );
}

function tone(seen: Seen, turn: TurnHistory): Draft[] {
  const { c, facts } = seen;
  const { tone, toneConfidence, toneQuote } = turn.judgement;
  if (tone === 'warm' || tone === 'neutral' || toneConfidence < POLICY.tone.doubt) return [];
  const question = waitingQuestion(seen, turn);
  const calm = facts.card('c-insult') && tone === 'hostile' ? basisOf(facts, 'c-insult') : null;
  return [
    draft({
      code: tone,
      at: turn.judgement.firstAt,
      conversation: c.key,
      turn: turn.judgement.turn,
      quoteAt: toneQuote ?? lastWords(c, turn),
      customer: turn.judgement.customer,
      basis: calm,
      better: modelAt(seen, question, turn.index) ?? unpaidLine(seen, turn) ?? inWindow(seen, turn),
      unsure: toneConfidence < POLICY.tone.told,
      about: question && turn.closed?.reaction === 'hostile' ? [question.id] : [],
    }),
  ];
}

/** 再不付就关闭了: where nothing has been asked and an order stands unpaid, the words were meant as a reminder. */
function unpaidLine(seen: Seen, turn: TurnHistory): string | null {
  const { c, facts } = seen;
  const asked = c.questions.some((q) => q.openedIndex < turn.index);
  const unpaid = facts.scenario.orders.some((o) => o.status === 'unpaid');
  return asked || !unpaid ? null : windowLine('payment-reminder', null, seen, turn.judgement.firstAt);
}

/** A word of care was called for: by the case, or by a customer who came in angry. */
function noEmpathy(seen: Seen): Draft[] {
  const { c, facts } = seen;
  const wanted = needResults(c, facts).filter((n) => !n.met && (n.need.act === 'empathy' || n.need.act === 'apology'));
  const named = wanted.map((n) =>
    draft({
      code: 'no-empathy',
      at: n.until,
      conversation: c.key,
      seen: '整段没有接一句',
      customer: customerBefore(c, facts, Number.POSITIVE_INFINITY),
      turn: c.turns.findLast((t) => t.judgement.beat === n.beat)?.judgement.turn ?? null,
      better: caringLine(seen, n.beat, n.need.act),
      covers: [needKey(c.key, n.beat, n.number)],
    }),
  );
  const first = c.turns.find((t) => t.judgement.text !== '');
  const mood = facts.scenario.customer.mood ?? c.arrivals[0]?.mood ?? 50;
  if (named.length > 0 || mood > ANGRY || !first || c.turns.length < 2) return named;
  const cared = c.turns.some(
    (t) =>
      t.judgement.tone === 'warm' || t.judgement.acts.some((a) => a === 'empathy' || a === 'apology' || a === 'thanks'),
  );
  if (cared) return named;
  return [
    draft({
      code: 'no-empathy',
      at: first.judgement.firstAt,
      conversation: c.key,
      turn: first.judgement.turn,
      quoteAt: lastWords(c, first),
      seen: '整段没有接一句',
      customer: first.judgement.customer,
      better: caring(modelAt(seen, waitingQuestion(seen, first), first.index)),
    }),
  ];
}
