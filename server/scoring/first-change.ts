/** "Change this first": the family with the most recoverable marks over two occurrences or more (RULES M5). */
import type { Report, ReportFinding } from '#contract/report.ts';
import type { FindingRule, Rubric } from '#engine/rubric.ts';
import { type Grade, gradeOf } from './concurrency.ts';
import { FAMILY_ADVICE } from './family-advice.ts';

/** `capCosts`: marks of the total that a cap alone takes away; whoever gives up what caps it has them back too. */
export function firstChange(rubric: Rubric, findings: readonly ReportFinding[], capCosts = 0): Report['first'] {
  const sure = findings.filter((f) => f.severity !== 'merit' && !f.unsure);
  const faults = sure.filter((f) => f.marks > 0);
  // What caps the total comes before everything: nothing else is worth changing while it does.
  const lines = sure.filter((f) => f.code.startsWith('red-line:'));
  const caps = lines.length > 0 ? lines : sure.filter((f) => f.code === 'ended-early');
  if (caps.length > 0) return changeOf(rubric, caps, [], capCosts);
  const recovers = faults.map((fault) => ({ fault, by: wonBackBy(rubric, fault, faults) }));
  const families = [...new Set(recovers.map(({ by }) => by.family))].map((family) => {
    const own = faults.filter((f) => f.family === family);
    const back = recovers.filter(({ by }) => by.family === family).map(({ fault }) => fault);
    return { own, times: timesOf(own), marks: marksOf(back) };
  });
  const often = families.filter((f) => f.times >= 2).sort((a, b) => b.marks - a.marks)[0];
  const single = recovers.toSorted((a, b) => b.fault.marks - a.fault.marks)[0];
  return changeOf(rubric, often?.own ?? (single ? [single.by] : []), recovers);
}

/** A fault with the fault whose mending wins its marks back: its own, as a rule. */
type Recovery = { fault: ReportFinding; by: ReportFinding };

/** From here on a code speaks for its family: its advice is the family's, and its marks alone are counted. */
const MOST_OF_IT = 2 / 3;

/**
 * What to do, with the marks of exactly that: one code's advice and what that code cost; where none stands out, the
 * family's own sentence and all of it; and what comes back with it. Whoever is capped has to give up all that caps.
 */
function changeOf(
  rubric: Rubric,
  chosen: readonly ReportFinding[],
  recovers: readonly Recovery[],
  capCosts = 0,
): Report['first'] {
  const kinds = byKind(chosen).toSorted((a, b) => marksOf(b.own) - marksOf(a.own));
  const [worst] = kinds;
  const rule = rubric.findings.find((r) => r.code === worst?.code);
  if (!worst || !rule) return null;
  const redLine = rule.code.startsWith('red-line:');
  const stands = redLine || timesOf(worst.own) >= 2 || marksOf(worst.own) >= marksOf(chosen) * MOST_OF_IT;
  const whole = stands ? undefined : FAMILY_ADVICE[rule.family];
  const own = whole === undefined && capCosts === 0 ? worst.own : chosen;
  const meant = recovers.length === 0 ? own : recovers.filter(({ by }) => own.includes(by)).map(({ fault }) => fault);
  return {
    family: rule.family,
    ...(whole ?? sentenceOf(rule)),
    marks: Math.round((marksOf(meant) + capCosts) * 10) / 10,
    findings: meant.map((f) => f.id),
  };
}

/** By code. Who left because nobody answered was not answered: one advice keeps them. */
function byKind(findings: readonly ReportFinding[]): { code: string; own: ReportFinding[] }[] {
  const unanswered = findings.some(({ code }) => code === 'unanswered');
  const kindOf = ({ code }: ReportFinding): string => (code === 'customer-left' && unanswered ? 'unanswered' : code);
  return [...new Set(findings.map(kindOf))].map((code) => ({ code, own: findings.filter((f) => kindOf(f) === code) }));
}

/** The first sentence is the title, the others say how. */
function sentenceOf({ title: named, advice }: FindingRule): { title: string; advice: string } {
  const [title = named, ...rest] = advice.split('。').filter((s) => s !== '');
  return { title, advice: rest.length > 0 ? `${rest.join('。')}。` : advice };
}

/** How often: what is told as one happened as often as it names. */
export const timesOf = (findings: readonly ReportFinding[]): number =>
  findings.reduce((sum, f) => sum + 1 + f.again.length, 0);

const marksOf = (findings: readonly ReportFinding[]): number => findings.reduce((sum, f) => sum + f.marks, 0);

const WORSE: readonly Grade[] = ['excellent', 'pass', 'weak', 'fail'];
/** Words of these families leave the first question unanswered (RULES T10). */
const ANSWERS_NOTHING = ['evading', 'quick-replies'];

/**
 * The fault whose mending wins a fault's marks back. A first answer that is late because earlier words answered nothing is
 * won by answering with those words, not by typing faster. Graded by one customer's times: more at once only soften them.
 */
function wonBackBy(rubric: Rubric, fault: ReportFinding, faults: readonly ReportFinding[]): ReportFinding {
  const [tier] = rubric.tiers;
  if (fault.code !== 'late-first' || fault.seconds === null || !tier) return fault;
  const { at, seconds, conversation } = fault;
  const grade = (s: number): number => WORSE.indexOf(gradeOf(s, tier));
  const instead = faults.find(
    (f) =>
      f.conversation === conversation &&
      ANSWERS_NOTHING.includes(f.family) &&
      [f, ...f.again].some((once) => once.at >= at && grade((once.at - at) / 1000) < grade(seconds)),
  );
  return instead ?? fault;
}
