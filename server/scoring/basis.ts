/** What a finding rests on: the shop's card or product, else the rubric's own rule. */

import type { ReportFinding } from '#contract/report.ts';
import type { Question } from '#engine/content.ts';
import type { FindingRule, Rubric } from '#engine/rubric.ts';
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

/** The first of a question's points that names a card, musts before bonus points, what the shop rules before a product's page. */
export function basisOfQuestion(facts: CaseFacts, question: Question | null): Basis {
  const found = (question?.points ?? []).flatMap(({ must, policy }) => {
    const basis = basisOf(facts, policy);
    return basis ? [{ must, basis }] : [];
  });
  const rank = ({ must, basis }: (typeof found)[number]): number =>
    Number(!must) * 2 + Number(basis.kind === 'product');
  return found.toSorted((a, b) => rank(a) - rank(b))[0]?.basis ?? null;
}

/** Card on answering about quality and use (SHOPS, c-must). */
const MUST_ANSWER = 'c-must';
const ANSWER_LAW = '买家问质量、用法要答得真实明白（消费者权益保护法第20条第2款，2014-03-15起施行）。';
/** Faults of an answer that wasn't given, or wasn't true. */
const ANSWER_FAULTS = ['ignored', 'evaded', 'vague', 'wrong-fact'];

/** The law on answers, where what was asked is the product itself: not freight, nor whether somebody minds a complaint. */
export const lawOfAnswers = (code: string, basis: Basis): string =>
  ANSWER_FAULTS.includes(code) && (basis?.kind === 'product' || basis?.id === MUST_ANSWER) ? ANSWER_LAW : '';

export function basisOfRule(rule: FindingRule, rubric: Rubric): NonNullable<Basis> {
  return {
    kind: 'rule',
    id: rule.code,
    title: rule.title,
    text: rule.why,
    source: `评分标准 ${rubric.id}，${rubric.date}`,
  };
}
