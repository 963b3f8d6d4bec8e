/** Who makes a report from a log: this thread at once, or one of its own (`worker-reports.ts`). */
import type { Report } from '#contract/report.ts';
import type { DrillResult, Ruling } from '#contract/results.ts';
import type { DrillEngine } from '#drills/judging/engine.ts';
import type { ContentData, Scenario } from '#engine/model/content.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { Rubric } from '#engine/model/rubric.ts';
import { drillResult } from '#scoring/marks/drill-result.ts';
import type { GoalBefore } from '#scoring/practice-advice/goal.ts';

/** All that a report rests on. `rubric`: scored by this one instead of the content's. */
export type ReportQuestion = {
  content: ContentData;
  contentHash: string;
  rubric: Rubric | null;
  events: readonly DrillEvent[];
  rulings: readonly Ruling[];
  goal: GoalBefore | null;
};

/** `forked`: the drill does a turn of another one again. */
export type ScoredReport = { report: Report; result: DrillResult; forked: boolean };

/** Answers in the language of whoever asks. Rejects or throws when the drill can't be scored. */
export type ReportMaker = {
  make(question: ReportQuestion): ScoredReport | Promise<ScoredReport>;
  close(): void;
};

/**
 * What is practised next comes from what ships and from what was played: a report says the same whatever a school
 * publishes or withdraws afterwards.
 */
const availableCases = (shipped: readonly Scenario[], { scenarios }: ContentData): readonly Scenario[] => {
  const playedOnly = scenarios.filter(({ id }) => !shipped.some((one) => one.id === id));
  return playedOnly.length === 0 ? shipped : [...shipped, ...playedOnly];
};

/** `shipped`: the shipped cases. */
export const makeFrom = (
  makeReport: DrillEngine['makeReport'],
  shipped: readonly Scenario[],
  { content: data, rubric, events, rulings, goal }: Omit<ReportQuestion, 'contentHash'>,
): ScoredReport => {
  const content = rubric === null ? data : { ...data, rubric };
  const report = makeReport(content, events, availableCases(shipped, content), rulings, goal);
  const [opened] = events;
  const forked = opened?.kind === 'drill-opened' && opened.forkedFrom !== null;
  return { report, result: drillResult(report, events), forked };
};

/** Makes reports in this thread, at once. */
export const inProcessReports = (
  { makeReport }: Pick<DrillEngine, 'makeReport'>,
  shipped: readonly Scenario[],
): ReportMaker & { make(question: ReportQuestion): ScoredReport } => ({
  make: (question) => makeFrom(makeReport, shipped, question),
  close: () => {},
});
