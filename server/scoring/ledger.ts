/** The ledger 问题台账: every question with its state, its seconds, its points and a better wording. */
import type { Report } from '#contract/report.ts';
import { modelInLedger } from './better/model.ts';
import { burstEnd } from './effective.ts';
import type { ConversationHistory, QuestionHistory } from './history.ts';
import { pointReplies } from './point-replies.ts';
import type { Noted, PointResult } from './point-results.ts';
import type { InForce } from './rulings.ts';
import type { Seen } from './seen.ts';
import { msToS, wholeClause, wordsAt } from './words.ts';

export type LedgerRow = Report['ledger'][number];

/**
 * Seat seconds from the end of the burst that asked to the turn that answered; 0 when it had been said before and
 * needed no second telling; null when none did.
 */
export function answerSeconds({ c }: Seen, entry: QuestionHistory): number | null {
  const answered = entry.changes.findLast((change) => change.to === 'answered' || change.to === 'provisional');
  if (!answered) return null;
  const bubble = c.said.find((s) => s.id === entry.bubbleId);
  const asked = burstEnd(c, bubble?.index ?? entry.openedIndex)?.at ?? entry.openedAt;
  const end = c.turns.find((t) => t.judgement.turn === answered.turn)?.judgement.lastAt ?? answered.at;
  if (end > asked) return msToS(asked, end);
  // Said ahead, and asked all the same: the customer had it from the words that told it then.
  const again = c.turns.find(
    ({ index, judgement }) =>
      index > entry.openedIndex &&
      judgement.lastAt > asked &&
      judgement.points.some((n) => n.question === entry.question && n.state === 'covered'),
  );
  return again ? msToS(asked, again.judgement.lastAt) : 0;
}

/** The note a point's state rests on: the first of those that stand, for later ones only say it again. */
function standing({ state, notes }: PointResult): Noted | null {
  const heard = notes.filter(({ note }) => note.state !== 'not-recognised');
  if (state === 'unsure') return notes[0] ?? null;
  const other = heard.findLastIndex(({ note }) => note.state !== state);
  return heard[other + 1] ?? null;
}

/** 没有回答 is said of silence: a question that was answered wrong and then left is wrong. */
const stateOf = (entry: QuestionHistory, own: readonly PointResult[]): QuestionHistory['state'] =>
  entry.state === 'unanswered' && own.some((p) => p.point.must && p.state === 'wrong') ? 'wrong' : entry.state;

/** `machine`: the conversation before any ruling. */
export function ledgerRows(
  seen: Seen,
  machine: ConversationHistory = seen.c,
  onPoints: InForce['onPoints'] = new Map(),
): LedgerRow[] {
  const { c, facts, points } = seen;
  return c.questions.map((entry) => {
    const question = facts.question(entry.question);
    const own = points.filter((p) => p.question.id === entry.question);
    return {
      conversation: c.key,
      question: entry.question,
      text: question?.text ?? entry.question,
      state: stateOf(entry, own),
      openedAt: entry.openedAt,
      seconds: answerSeconds(seen, entry),
      points: own.map((p) => {
        const rests = standing(p);
        return {
          id: p.point.id,
          text: p.point.says,
          must: p.point.must,
          state: p.state,
          quote: rests ? wordsAt(c, wholeClause(c, rests.note.quote)) : null,
          replies: pointReplies(seen, machine, p, onPoints),
        };
      }),
      better: modelInLedger(seen, entry.question),
    };
  });
}
