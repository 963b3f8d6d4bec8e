/** Types of cases by levels, each with the trainee's best score: it shows what they have done, and what not. */
import type { PortfolioEntry, SkillRow } from '#contract/portfolio.ts';
import type { ContentData } from '#engine/model/content.ts';
import { nameOfType } from '#scoring/facts/trade-texts.ts';

const LEVELS = [1, 2, 3, 4, 5] as const;

/** A drill with several customers counts for each of its cases. A type without any case today still has its row. */
export const skillMap = (
  { types, scenarios }: Pick<ContentData, 'types' | 'scenarios'>,
  entries: readonly PortfolioEntry[],
): SkillRow[] => {
  return types.map(({ id, name, stage }) => ({
    type: id,
    name: nameOfType({ id, name }),
    stage,
    levels: LEVELS.map((level) => {
      const playedHere = entries.filter((entry) =>
        entry.cases.some((caseRow) => caseRow.type === id && caseRow.level === level),
      );
      // A mock exam sat alone was done, and has its best apart (RULES O20).
      const bestEntry = playedHere
        .filter(({ mode, run }) => mode !== 'exam' || run !== null)
        .toSorted((a, b) => b.score - a.score)[0];
      return {
        level,
        cases: scenarios.filter(
          (scenario) => scenario.type === id && scenario.level === level && scenario.incident === null,
        ).length,
        done: playedHere.length,
        best: bestEntry?.score ?? null,
        grade: bestEntry?.grade ?? null,
      };
    }),
  }));
};
