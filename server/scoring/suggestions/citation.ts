/** What a finding rests on: the shop's card or product, else the rubric's own rule. */

import type { ReportFinding } from '#contract/report.ts';
import type { Point, Question, Quoted } from '#engine/model/content.ts';
import type { FindingRule, Rubric } from '#engine/model/rubric.ts';
import type { CaseFacts } from '#scoring/log/case-facts.ts';

export type Citation = ReportFinding['basis'];

/** The policy card or product with this id; null where the shop has neither (an order, for one). */
export function citationOf(facts: CaseFacts, id: string | null): Citation {
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

/** The words a trainee could have read, on the first card or page they stand on; null where they stand on neither. */
export function citationOfQuoted(facts: CaseFacts, ground: readonly Quoted[] | undefined): Citation {
  for (const { at } of ground ?? []) {
    const basis = citationOf(facts, at);
    if (basis === null) continue;
    const words = (ground ?? []).flatMap((quote) => (quote.at === at ? [bare(quote.words)] : []));
    const around = basis.text.match(SENTENCE)?.filter((one) => words.some((each) => bare(one).includes(each))) ?? [];
    return around.length === 0
      ? basis
      : { ...basis, text: around.join('').replace(/；$/, basis.kind === 'card' ? '。' : '') };
  }
  return null;
}

/** Up to its full stop; what a product's page lists ends in a semicolon. */
const SENTENCE = /[^。；]+[。；]?/g;
const bare = (text: string): string => text.replace(/[\s\p{P}\p{S}]/gu, '');

/** What a point rests on: the very words where an author gave them, else all of the card or page it cites. */
export const citationOfPoint = (facts: CaseFacts, { ground, policy }: Pick<Point, 'ground' | 'policy'>): Citation =>
  citationOfQuoted(facts, ground) ?? citationOf(facts, policy);

/** The first of a question's points that names a card, musts before bonus points, what the shop rules before a product's page. */
export function citationOfQuestion(facts: CaseFacts, question: Question | null): Citation {
  const found = (question?.points ?? []).flatMap((point) => {
    const basis = citationOfPoint(facts, point);
    return basis ? [{ must: point.must, basis }] : [];
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
export const lawOfAnswers = (code: string, basis: Citation): string =>
  ANSWER_FAULTS.includes(code) && (basis?.kind === 'product' || basis?.id === MUST_ANSWER) ? ANSWER_LAW : '';

export function citationOfRule(rule: FindingRule, rubric: Rubric): NonNullable<Citation> {
  return {
    kind: 'rule',
    id: rule.code,
    title: rule.title,
    text: rule.why,
    source: `评分标准 ${rubric.id}，${rubric.date}`,
  };
}
