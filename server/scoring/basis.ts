/** What a finding rests on: the shop's card or product, else the rubric's own rule. */

import type { ReportFinding } from '#contract/report.ts';
import type { Question } from '#engine/content.ts';
import type { FindingRule, Rubric } from '#engine/rubric.ts';
import type { RedLine } from '#language/judgement.ts';
import type { CaseFacts } from './case-facts.ts';

export type Basis = ReportFinding['basis'];

/** The policy card or product with this id; null where the shop has neither (an order, for one). */
export function basisOf(facts: CaseFacts, id: string | null): Basis {
  if (id === null) return null;
  const card = facts.card(id);
  if (card) {
    return { kind: 'card', id, title: card.title, text: card.text, source: `${card.source}，${card.date}` };
  }
  const product = facts.product(id);
  if (!product) return null;
  return {
    kind: 'product',
    id,
    title: product.name,
    text: product.facts.join('；'),
    source: `${facts.shop.name}商品页`,
  };
}

/** The first of a question's points that names a card, musts before bonus points. */
export function basisOfQuestion(facts: CaseFacts, question: Question | null): Basis {
  const points = [...(question?.points ?? [])].sort((a, b) => Number(b.must) - Number(a.must));
  for (const point of points) {
    const basis = basisOf(facts, point.policy);
    if (basis) return basis;
  }
  return null;
}

/** Cards every shop has on the red lines (SHOPS, c-*). */
const RED_LINE_CARDS: { readonly [code in RedLine]?: string } = {
  offsite: 'c-own',
  insult: 'c-insult',
  privacy: 'c-priv',
  credential: 'c-code',
  'paid-review': 'c-rev',
};

export const basisOfRedLine = (facts: CaseFacts, code: RedLine): Basis => basisOf(facts, RED_LINE_CARDS[code] ?? null);

export function basisOfRule(rule: FindingRule, rubric: Rubric): NonNullable<Basis> {
  return {
    kind: 'rule',
    id: rule.code,
    title: rule.title,
    text: rule.why,
    source: `评分标准 ${rubric.id}，${rubric.date}`,
  };
}
