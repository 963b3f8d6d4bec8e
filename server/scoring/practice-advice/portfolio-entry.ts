/** One ended drill as the portfolio keeps it: from its report and what it was opened with, nothing else. */
import type { PortfolioEntry, SetGoal } from '#contract/portfolio.ts';
import type { Report } from '#contract/report.ts';
import type { FaultCount } from '#contract/results.ts';
import type { ContentData } from '#engine/model/content.ts';
import { typeNameIn } from '#scoring/facts/trade-texts.ts';
import { countedFor } from '#scoring/marks/family-counts.ts';
import { type GoalBefore, goalCode } from './goal.ts';

/** What the log's row says of a drill. `endedAt`: epoch milliseconds; `scenarios` in the order they were opened. */
export type EndedDrill = {
  id: string;
  endedAt: number;
  mode: string;
  run: string | null;
  scenarios: readonly string[];
};

/** `content`: the drill's pinned one, so that a case renamed since keeps the name it was drilled under. */
export const portfolioEntry = (
  content: Pick<ContentData, 'scenarios' | 'types'>,
  { id, endedAt, mode, run, scenarios }: EndedDrill,
  report: Report,
  faults: readonly FaultCount[],
): PortfolioEntry => {
  const measure = (name: string): number | null =>
    report.measures.find((measure) => measure.id === name)?.value ?? null;
  return {
    drill: id,
    endedAt,
    mode: mode === 'lesson' || mode === 'exam' ? mode : 'practice',
    run,
    cases: scenarios.map((scenario) => caseOf(content, scenario)),
    score: report.score,
    range: report.range,
    grade: report.grade,
    rubric: report.rubric,
    dimensions: report.dimensions.map(({ id: dimension, name, weight, marks }) => ({
      id: dimension,
      name,
      weight,
      marks,
    })),
    families: report.families,
    faults: [...faults],
    figures: {
      firstResponseS: measure('first-response'),
      firstEffectiveS: measure('first-effective'),
      meanResponseS: measure('mean-response'),
      charactersPerMinute: measure('typing-speed'),
      satisfaction: measure('satisfaction'),
      stars: report.star?.stars ?? null,
      mostAtOnce: measure('most-at-once'),
    },
    goal: goalSet(report),
    conversion: measure('conversion'),
    ...(report.rolePlay === true && { rolePlay: true as const }),
  };
};

/** What the report says to change first, as the next drill's goal; null where nothing cost a mark. */
export const goalSet = ({ first, findings }: Pick<Report, 'first' | 'findings'>): SetGoal | null => {
  if (first === null) return null;
  // A late first answer that better words would win back belongs to another family: the goal doesn't watch it.
  const codes = findings
    .filter((finding) => first.findings.includes(finding.id) && finding.family === first.family)
    .map((finding) => finding.code);
  return { family: first.family, title: first.goal, advice: first.advice, codes: [...new Set(codes)] };
};

/** The goal an earlier drill leaves to the next one. */
export const goalAfter = ({ drill, endedAt, goal, families }: PortfolioEntry): GoalBefore | null => {
  if (goal === null) return null;
  const code = goalCode(goal);
  const countsOfCode = countedFor(families, goal.family, code);
  const codes = countsOfCode === null ? [] : goal.codes;
  const { count, chances } = countsOfCode ?? countedFor(families, goal.family, null) ?? { count: 0, chances: 0 };
  return { ...goal, codes, from: { drill, endedAt }, before: { count, chances } };
};

const caseOf = (
  { scenarios, types }: Pick<ContentData, 'scenarios' | 'types'>,
  id: string,
): PortfolioEntry['cases'][number] => {
  const scenario = scenarios.find((scenario) => scenario.id === id);
  const type = scenario?.type ?? id.split('/')[0] ?? id;
  return {
    id,
    type,
    typeName: typeNameIn(types, type),
    level: scenario?.level ?? 1,
    title: scenario?.title ?? id,
  };
};
