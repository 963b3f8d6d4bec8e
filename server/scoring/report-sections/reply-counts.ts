/** How many replies were timed and how many of them came late, for every sentence about lateness. */
import type { ReportFinding } from '#contract/report.ts';
import { atOnce, tierFor } from '#scoring/facts/concurrency.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { timesOf } from '#scoring/marks/main-fault.ts';
import type { Replies } from '#scoring/marks/next-goal.ts';
import { laterRounds } from '#scoring/opportunities/later-rounds.ts';

const COUNTED = ['late-first', 'late-round'];

/** `lineS`: the pass threshold in seconds that held for most of these replies. */
export function replyCounts(allFacts: readonly ConversationFacts[], findings: readonly ReportFinding[]): Replies {
  const timed = allFacts.flatMap((facts) => [
    ...facts.firstAnswers
      .filter((firstAnswer) => firstAnswer.at !== null)
      .map((firstAnswer) => ({
        facts,
        from: firstAnswer.from,
        to: firstAnswer.at ?? firstAnswer.from,
        grade: firstAnswer.grade,
      })),
    ...laterRounds(facts).flatMap((round) =>
      round.to === null ? [] : [{ facts, from: round.from, to: round.to, grade: round.grade }],
    ),
  ]);
  const timely = timed.filter(({ grade }) => grade !== 'void' && grade !== 'interrupted');
  const late = timesOf(
    findings.filter((finding) => COUNTED.includes(finding.code) && finding.severity !== 'merit' && !finding.unsure),
  );
  const lines = timely.map(({ facts, from, to }) => tierFor(facts.rubric, atOnce(facts.history, from, to)).passS);
  return {
    all: Math.max(timely.length, late),
    late,
    lineS: mostUsual(lines) ?? allFacts[0]?.rubric.tiers[0]?.passS ?? 0,
  };
}

function mostUsual(lines: readonly number[]): number | null {
  const count = (line: number): number => lines.filter((timed) => timed === line).length;
  return [...new Set(lines)].toSorted((a, b) => count(b) - count(a))[0] ?? null;
}
