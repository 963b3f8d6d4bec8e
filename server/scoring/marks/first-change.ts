/** "Change this first": one act, a line for it that can be sent as it stands, and a goal to count it by (RULES M5). */
import type { Report } from '#contract/report.ts';
import type { Rubric } from '#engine/model/rubric.ts';
import { language } from '#i18n/language.ts';
import { say } from '#i18n/say.ts';
import { adviceInTwo } from '#scoring/facts/rubric-texts.ts';
import { type Lead, marksOf } from './lead.ts';
import { goalFor, type Replies } from './next-goal.ts';

/** `capCosts`: marks of the total that a cap alone takes away; whoever gives up what caps it has them back too. */
export function firstChange(rubric: Rubric, lead: Lead | null, replies: Replies, capCosts = 0): Report['first'] {
  if (lead === null) return null;
  const { worst, meant } = lead;
  const rule = rubric.findings.find((r) => r.code === worst.code);
  if (!rule) return null;
  const { title, advice } = adviceInTwo(rule);
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
function lineOf(line: string, family: string): string {
  if (!isSteps(line, family)) return say('marks:first.say', { line });
  return ENDED[language()].test(line) ? line : say('marks:first.do', { line });
}

/** Steps name a button in quotation marks; what has such marks of its own gets none around it. */
const isSteps = (line: string, family: string): boolean =>
  language() === 'zh' ? family === 'operation' || line.includes('「') : line.includes('“');
const ENDED = { zh: /[。！？]$/, en: /[。！？.!?]$/ } as const;
