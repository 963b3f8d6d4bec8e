/** Lost marks by the kind of fault behind them, for a verdict that is read at a glance. */
import type { Report, ReportFinding } from '#contract/report.ts';

type LostPart = Report['dimensions'][number]['lost'][number];
/** `title` null: all other kinds together. */
export type LostKind = { title: string | null; count: number; marks: number };

/** Kinds named one by one; what is less stands together. */
const KINDS_NAMED = 2;

/** The kinds that cost most, then what is left as one; a part without a finding, and an older report's, is among the last. */
export const lostKinds = (parts: readonly LostPart[], findings: readonly ReportFinding[]): LostKind[] => {
  const kinds = new Map<string | null, LostKind>();
  for (const part of parts) {
    const finding = findings.find(({ id }) => id === part.finding);
    const title = part.kind ?? finding?.ruleTitle ?? null;
    const soFar = kinds.get(title) ?? { title, count: 0, marks: 0 };
    // A finding that tells several deeds as one counts each, as the number of its family does (RULES M88).
    const times = part.findings?.length ?? 1 + (finding?.again?.length ?? 0);
    kinds.set(title, { title, count: soFar.count + times, marks: soFar.marks + part.marks });
  }
  const named = [...kinds.values()].filter(({ title }) => title !== null).toSorted((a, b) => b.marks - a.marks);
  const rest = [...named.slice(KINDS_NAMED), ...[kinds.get(null) ?? []].flat()];
  if (rest.length === 0) return named;
  return [
    ...named.slice(0, KINDS_NAMED),
    rest.reduce((sum, { count, marks }) => ({ title: null, count: sum.count + count, marks: sum.marks + marks }), {
      ...{ title: null, count: 0, marks: 0 },
    }),
  ];
};
