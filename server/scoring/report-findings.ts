/** Drafts made into the report's findings: named, priced, in order of time. */
import type { ReportFinding } from '#contract/report.ts';
import type { FindingRule, Rubric } from '#engine/content.ts';
import { basisOfRule } from './basis.ts';
import type { Draft } from './findings/draft.ts';
import type { Scorecard } from './scorecard.ts';
import type { Seen } from './seen.ts';
import { wordsAt } from './words.ts';

export const FAMILY_NAMES: Readonly<Record<string, string>> = {
  late: '响应慢',
  'quick-replies': '短语误用',
  'not-valuing': '不重视客户',
  evading: '回避问题',
  wrong: '答错',
  operation: '操作',
  manner: '态度',
  merit: '做得好',
};

export type Priced = { draft: Draft; finding: ReportFinding };

/** Ids are f1, f2 … by time; a code the rubric doesn't list is a bug in one of the two and throws. */
export function pricedFindings(
  rubric: Rubric,
  drafts: readonly Draft[],
  card: Scorecard,
  seens: readonly Seen[],
): Priced[] {
  const rules = new Map(rubric.findings.map((r) => [r.code, r]));
  const order = new Map(seens.map((s, i) => [s.c.key, i]));
  return drafts
    .map((d, i) => ({ d, i }))
    .sort(
      (a, b) => a.d.at - b.d.at || (order.get(a.d.conversation) ?? 0) - (order.get(b.d.conversation) ?? 0) || a.i - b.i,
    )
    .map(({ d }, i) => {
      const rule = rules.get(d.code);
      if (!rule) throw new Error(`rubric ${rubric.id} has no rule for ${d.code}`);
      const seen = seens.find((s) => s.c.key === d.conversation);
      return { draft: d, finding: findingOf(d, `f${i + 1}`, rule, rubric, card, seen) };
    });
}

function findingOf(
  d: Draft,
  id: string,
  rule: FindingRule,
  rubric: Rubric,
  card: Scorecard,
  seen: Seen | undefined,
): ReportFinding {
  const words = d.quoteAt && seen ? wordsAt(seen.c, d.quoteAt) : null;
  const marks = rule.severity === 'merit' || d.unsure ? 0 : Math.round((card.marksOf.get(d) ?? 0) * 10) / 10;
  return {
    id,
    code: d.code,
    family: rule.family,
    familyName: FAMILY_NAMES[rule.family] ?? rule.family,
    severity: rule.severity,
    dimension: rule.dimension,
    marks,
    unsure: d.unsure,
    at: d.at,
    conversation: d.conversation,
    title: d.detail ? `${rule.title}：${d.detail}` : rule.title,
    quote: words ?? (d.seen === '' ? rule.title : d.seen),
    quoteAt: words === null ? null : d.quoteAt,
    customer: d.customer,
    seconds: d.seconds === null ? null : Math.round(d.seconds * 10) / 10,
    why: `${d.because}${rule.why}`,
    basis: rule.severity === 'merit' ? d.basis : (d.basis ?? basisOfRule(rule, rubric)),
    better: rule.severity === 'merit' ? null : d.better,
    turn: d.turn,
  };
}
