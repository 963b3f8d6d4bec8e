/** "Change this first": the family with the most recoverable marks over two occurrences or more (RULES M5). */
import type { Report, ReportFinding } from '#contract/report.ts';
import type { Rubric } from '#engine/rubric.ts';
import { type Grade, gradeOf } from './concurrency.ts';

/** `capCosts`: marks of the total that a cap alone takes away; whoever gives up what caps it has them back too. */
export function firstChange(rubric: Rubric, findings: readonly ReportFinding[], capCosts = 0): Report['first'] {
  const sure = findings.filter((f) => f.severity !== 'merit' && !f.unsure);
  const faults = sure.filter((f) => f.marks > 0);
  // What caps the total comes before everything: nothing else is worth changing while it does.
  const lines = sure.filter((f) => f.code.startsWith('red-line:'));
  const caps = lines.length > 0 ? lines : sure.filter((f) => f.code === 'ended-early');
  const recovers = faults.map((fault) => ({ fault, family: familyToChange(rubric, fault, faults) }));
  const families = [...new Set(recovers.map((r) => r.family))].map((family) => {
    const own = recovers.filter((r) => r.family === family).map((r) => r.fault);
    return { own, times: timesOf(own.filter((f) => f.family === family)), marks: marksOf(own) };
  });
  const often = families.filter((f) => f.times >= 2).sort((a, b) => b.marks - a.marks)[0];
  const single = faults.toSorted((a, b) => b.marks - a.marks)[0];
  const chosen = caps.length > 0 ? caps : (often?.own ?? (single ? [single] : []));
  const family = recovers.find((r) => r.fault === chosen[0])?.family ?? chosen[0]?.family;
  const worst = worstCode(chosen.filter((f) => f.family === family));
  const rule = rubric.findings.find((r) => r.code === worst);
  if (!rule) return null;
  const [title = rule.title, ...rest] = rule.advice.split('。').filter((s) => s !== '');
  return {
    family: rule.family,
    title,
    advice: rest.length > 0 ? `${rest.join('。')}。` : rule.advice,
    marks: Math.round((marksOf(chosen) + (caps.length > 0 ? capCosts : 0)) * 10) / 10,
    findings: chosen.map((f) => f.id),
  };
}

/** How often: what is told as one happened as often as it names. */
export const timesOf = (findings: readonly ReportFinding[]): number =>
  findings.reduce((sum, f) => sum + 1 + f.again.length, 0);

const marksOf = (findings: readonly ReportFinding[]): number => findings.reduce((sum, f) => sum + f.marks, 0);

const WORSE: readonly Grade[] = ['excellent', 'pass', 'weak', 'fail'];
/** Words of these families leave the first question unanswered (RULES T10). */
const ANSWERS_NOTHING = ['evading', 'quick-replies'];

/**
 * The family that wins a fault's marks back. A first answer that is late because earlier words answered nothing is won
 * by answering with those words, not by typing faster. Graded by one customer's times: more at once only soften them.
 */
function familyToChange(rubric: Rubric, fault: ReportFinding, faults: readonly ReportFinding[]): string {
  const [tier] = rubric.tiers;
  if (fault.code !== 'late-first' || fault.seconds === null || !tier) return fault.family;
  const { at, seconds, conversation } = fault;
  const grade = (s: number): number => WORSE.indexOf(gradeOf(s, tier));
  const instead = faults.find(
    (f) =>
      f.conversation === conversation &&
      ANSWERS_NOTHING.includes(f.family) &&
      [f, ...f.again].some((once) => once.at >= at && grade((once.at - at) / 1000) < grade(seconds)),
  );
  return instead?.family ?? fault.family;
}

/** The code that cost most among them: its advice speaks for the family. */
function worstCode(findings: readonly ReportFinding[]): string | null {
  const byCode = new Map<string, number>();
  for (const f of findings) byCode.set(f.code, (byCode.get(f.code) ?? 0) + f.marks);
  return [...byCode].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
