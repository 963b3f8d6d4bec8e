/** "Change this first": one act, a line for it that can be sent as it stands, and a goal to count it by (RULES M5). */
import type { Report } from '#contract/report.ts';
import type { FindingRule, Rubric } from '#engine/model/rubric.ts';
import { type Lead, marksOf } from './lead.ts';
import { goalFor, type Replies } from './next-goal.ts';

/** `capCosts`: marks of the total that a cap alone takes away; whoever gives up what caps it has them back too. */
export function firstChange(rubric: Rubric, lead: Lead | null, replies: Replies, capCosts = 0): Report['first'] {
  if (lead === null) return null;
  const { worst, meant } = lead;
  const rule = rubric.findings.find((r) => r.code === worst.code);
  if (!rule) return null;
  const { title, advice } = sentenceOf(rule);
  return {
    family: rule.family,
    title,
    advice: worst.better === null ? advice : lineOf(worst.better, worst.family),
    goal: goalFor(worst.code, replies),
    marks: Math.round((marksOf(meant) + capCosts) * 10) / 10,
    findings: meant.map((f) => f.id),
  };
}

/** What tells how to do something isn't something to say: it stands without quotation marks. */
const lineOf = (better: string, family: string): string =>
  family === 'operation' || better.includes('「')
    ? `${better}${/[。！？]$/.test(better) ? '' : '。'}`
    : `可以说：「${better}」`;

/** The first sentence is the title, the others say how. */
function sentenceOf({ title: named, advice }: FindingRule): { title: string; advice: string } {
  const [title = named, ...rest] = advice.split('。').filter((s) => s !== '');
  return { title, advice: rest.length > 0 ? `${rest.join('。')}。` : advice };
}
