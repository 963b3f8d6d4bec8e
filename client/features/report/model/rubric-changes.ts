import type { Report, ReportFinding } from '#contract/report.ts';

/** Marks of the total by either rubric; null where that rubric doesn't count the finding. */
export type ChangedFinding = { finding: ReportFinding; before: number | null; after: number | null };

/** Findings whose marks differ between two scorings of one log, by the key that stays over re-scoring; in order of time. */
export const changedFindings = (before: Report, after: Report): ChangedFinding[] => {
  const byKey = (report: Report) => new Map(report.findings.map((finding) => [finding.key, finding]));
  const [findingsBefore, findingsAfter] = [byKey(before), byKey(after)];
  return [...new Set([...findingsBefore.keys(), ...findingsAfter.keys()])]
    .flatMap((key) => {
      const finding = findingsBefore.get(key) ?? findingsAfter.get(key);
      if (finding === undefined) return [];
      return [
        { finding, before: findingsBefore.get(key)?.marks ?? null, after: findingsAfter.get(key)?.marks ?? null },
      ];
    })
    .filter((change) => change.before !== change.after)
    .toSorted((a, b) => a.finding.at - b.finding.at);
};

/** Marks of `weight`; null without an opportunity. The total has its grade. */
export type ComparedSide = { marks: number | null; weight: number; grade?: Report['grade'] };
export type ComparedRow = { id: string; name: string; before: ComparedSide; after: ComparedSide };

export const comparedDimensions = (before: Report, after: Report): ComparedRow[] =>
  before.dimensions.map(({ id, name, marks, weight }) => {
    const dimensionAfter = after.dimensions.find((dimension) => dimension.id === id);
    return {
      id,
      name,
      before: { marks, weight },
      after: { marks: dimensionAfter?.marks ?? null, weight: dimensionAfter?.weight ?? 0 },
    };
  });
