/** "Change this first": the family with the most recoverable marks over two occurrences or more (RULES M5). */
import type { Report, ReportFinding } from '#contract/report.ts';
import type { Rubric } from '#engine/content.ts';

export function firstChange(rubric: Rubric, findings: readonly ReportFinding[]): Report['first'] {
  const faults = findings.filter((f) => f.severity !== 'merit' && !f.unsure && f.marks > 0);
  if (faults.length === 0) return null;
  const families = [...new Set(faults.map((f) => f.family))].map((family) => {
    const own = faults.filter((f) => f.family === family);
    return { own, marks: own.reduce((sum, f) => sum + f.marks, 0) };
  });
  // What caps the total comes before everything: nothing else is worth changing while it does.
  const red = faults.find((f) => f.code.startsWith('red-line:')) ?? faults.find((f) => f.code === 'ended-early');
  const often = families.filter((f) => f.own.length >= 2).sort((a, b) => b.marks - a.marks)[0];
  const single = faults.toSorted((a, b) => b.marks - a.marks)[0];
  const chosen = red ? [red] : (often?.own ?? (single ? [single] : []));
  const worst = worstCode(chosen);
  const rule = rubric.findings.find((r) => r.code === worst);
  if (!rule) return null;
  const [title = rule.title, ...rest] = rule.advice.split('。').filter((s) => s !== '');
  const marks = Math.round(chosen.reduce((sum, f) => sum + f.marks, 0) * 10) / 10;
  return {
    family: rule.family,
    title,
    advice: rest.length > 0 ? `${rest.join('。')}。` : rule.advice,
    marks,
    findings: chosen.map((f) => f.id),
  };
}

/** The code that cost most among them: its advice speaks for the family. */
function worstCode(findings: readonly ReportFinding[]): string | null {
  const byCode = new Map<string, number>();
  for (const f of findings) byCode.set(f.code, (byCode.get(f.code) ?? 0) + f.marks);
  return [...byCode].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
