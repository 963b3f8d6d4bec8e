/** The ledger 问题台账: every question with its state, its seconds, its points and a better wording. */
import type { Report } from '#contract/report.ts';
import { modelInLedger } from './better/model.ts';
import { burstEnd } from './effective.ts';
import type { ConversationHistory, QuestionHistory } from './history.ts';
import { pointReplies } from './point-replies.ts';
import type { InForce } from './rulings.ts';
import type { Seen } from './seen.ts';
import { msToS, wordsAt } from './words.ts';

export type LedgerRow = Report['ledger'][number];

/** Seat seconds from the end of the burst that asked to the turn that answered; null when none did. */
export function answerSeconds({ c }: Seen, entry: QuestionHistory): number | null {
  const answered = entry.changes.findLast((change) => change.to === 'answered' || change.to === 'provisional');
  if (!answered) return null;
  const turn = c.turns.find((t) => t.judgement.turn === answered.turn);
  const bubble = c.said.find((s) => s.id === entry.bubbleId);
  const asked = burstEnd(c, bubble?.index ?? entry.openedIndex)?.at ?? entry.openedAt;
  return msToS(asked, turn?.judgement.lastAt ?? answered.at);
}

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
      state: entry.state,
      openedAt: entry.openedAt,
      seconds: answerSeconds(seen, entry),
      points: own.map((p) => {
        const last = p.notes.findLast(({ note }) => note.state !== 'not-recognised') ?? p.notes.at(-1);
        return {
          id: p.point.id,
          text: p.point.says,
          must: p.point.must,
          state: p.state,
          quote: last ? wordsAt(c, last.note.quote) : null,
          replies: pointReplies(seen, machine, p, onPoints),
        };
      }),
      better: modelInLedger(seen, entry.question),
    };
  });
}
