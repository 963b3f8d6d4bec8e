/** How many replies were timed and how many of them came late, for every sentence about lateness. */
import type { ReportFinding } from '#contract/report.ts';
import { LATE_CODES } from '#scoring/facts/codes.ts';
import { atOnce, tierFor } from '#scoring/facts/concurrency.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { timesOf } from '#scoring/marks/main-fault.ts';
import type { ReplyCounts } from '#scoring/marks/next-goal.ts';
import { laterRounds } from '#scoring/opportunities/later-rounds.ts';

/** The counts, with the pass threshold in seconds that held for most of these replies. */
export const replyCounts = (
  allFacts: readonly ConversationFacts[],
  findings: readonly ReportFinding[],
): ReplyCounts => {
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
  const countedReplies = timed.filter(({ grade }) => grade !== 'void' && grade !== 'interrupted');
  // A late answer whose words are in doubt is late either way: ruled to be none, it came later still (RULES M97).
  const late = timesOf(findings.filter((finding) => LATE_CODES.includes(finding.code) && finding.severity !== 'merit'));
  const thresholdsS = countedReplies.map(
    ({ facts, from, to }) => tierFor(facts.rubric, atOnce(facts.history, from, to)).passS,
  );
  return {
    total: Math.max(countedReplies.length, late),
    late,
    thresholdS: mostFrequent(thresholdsS) ?? allFacts[0]?.rubric.tiers[0]?.passS ?? 0,
    hasSeveral: new Set(thresholdsS).size > 1,
  };
};

const mostFrequent = (values: readonly number[]): number | null => {
  const count = (value: number): number => values.filter((other) => other === value).length;
  return [...new Set(values)].toSorted((a, b) => count(b) - count(a))[0] ?? null;
};
