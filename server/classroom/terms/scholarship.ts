/** 奖学金: how a sheet's whole rows rank and what they are awarded, a function of rules and rows (RULES J15). */
import type { AwardRule, ScholarshipRank, SheetRow, SheetRules } from '#contract/terms/sheet.ts';

type RankedRow = Pick<SheetRow, 'person' | 'total' | 'level'> & {
  cells: readonly { item: string; value: number | null }[];
};
type Placed = { person: string; total: number; exams: number; level: string | null };

/**
 * By total as shown, then by the mark of 考试考核, the one column nobody types. Who is equal in both shares a rank, the
 * next ranks are left out, and those who share one share what its places are awarded, in whole yuan; what can't be
 * divided is kept. The title is that of the best of these places. Who has the lowest level is ranked and gets nothing.
 */
export const scholarshipOrder = (
  { columns, levels, awards = [] }: SheetRules,
  rows: readonly RankedRow[],
): ScholarshipRank[] => {
  const examItem = columns.find(({ source }) => source === 'exams')?.id;
  const lowest = levels.at(-1)?.id;
  const places = awards.flatMap((award) => Array.from({ length: award.places }, (): AwardRule => award));
  const placed = rows
    .filter(({ total }) => total.missing.length === 0)
    .map(({ person, total, level, cells }): Placed => {
      const exams = cells.find(({ item }) => item === examItem)?.value ?? 0;
      return { person, total: total.value, exams, level };
    })
    .toSorted(byMarks);
  return placed.map((own) => {
    const better = placed.filter((other) => byMarks(other, own) < 0).length;
    const equal = placed.filter((other) => byMarks(other, own) === 0).length;
    const won = own.level === lowest ? [] : places.slice(better, better + equal);
    return {
      person: own.person,
      rank: better + 1,
      shared: equal > 1,
      byExams: placed.some((other) => other.total === own.total && other.exams !== own.exams),
      award: won[0]?.id ?? null,
      yuan: Math.floor(won.reduce((sum, { yuan }) => sum + yuan, 0) / equal),
    };
  });
};

const byMarks = (a: Placed, b: Placed): number => b.total - a.total || b.exams - a.exams;
