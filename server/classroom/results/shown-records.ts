/**
 * Results and portfolio entries in the reader's language. They are stored in Chinese, whoever made them or read them
 * first. In another language the names are made from the codes beside them, and a goal from its drill.
 */
import { faultTitle } from '#classroom/exports/said.ts';
import type { PortfolioEntry } from '#contract/portfolio.ts';
import type { DrillResult, FaultCount } from '#contract/results.ts';
import type { DrillRecords } from '#drills/runner/ports.ts';
import { language } from '#i18n/language.ts';
import { nameOfType } from '#scoring/facts/trade-texts.ts';
import { familyName } from '#scoring/marks/families.ts';
import { dimensionName } from '#scoring/marks/scorecard.ts';
import { goalSet } from '#scoring/practice-advice/portfolio-entry.ts';

type Needs = { runner: Pick<DrillRecords, 'report'> };
type NamedDimension = Pick<DrillResult['dimensions'][number], 'id' | 'name'>;

const withDimensionNames = <T extends NamedDimension>(dimensions: readonly T[]): T[] =>
  dimensions.map((one) => ({ ...one, name: dimensionName(one.id) }));

const withFaultTitles = (faults: readonly FaultCount[]): FaultCount[] =>
  faults.map((fault) => ({ ...fault, title: faultTitle(fault.code, fault.title) }));

export const shownResult = (result: DrillResult): DrillResult => {
  if (language() === 'zh') return result;
  return { ...result, dimensions: withDimensionNames(result.dimensions), faults: withFaultTitles(result.faults) };
};

/** The entry in the reader's language, all but its goal: `withGoal` makes that, because its words hold figures of the drill. */
export const shownEntry = (entry: PortfolioEntry): PortfolioEntry => {
  if (language() === 'zh') return entry;
  return {
    ...entry,
    cases: entry.cases.map((one) => ({ ...one, typeName: nameOfType({ id: one.type, name: one.typeName }) })),
    dimensions: withDimensionNames(entry.dimensions),
    families: entry.families.map((one) => ({ ...one, name: familyName(one.family) })),
    faults: withFaultTitles(entry.faults),
  };
};

/** The entry with its goal in the reader's language: its drill's report says it. */
export const withGoal = async ({ runner }: Needs, entry: PortfolioEntry): Promise<PortfolioEntry> => {
  if (language() === 'zh' || entry.goal === null) return entry;
  try {
    const report = await runner.report(entry.drill);
    return report.ok ? { ...entry, goal: goalSet(report.value) ?? entry.goal } : entry;
  } catch {
    // A drill that can't be scored any more keeps the goal on record.
    return entry;
  }
};
