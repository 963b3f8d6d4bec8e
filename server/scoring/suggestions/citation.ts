/** What a finding rests on: the shop's card or product, else the rubric's own rule. */

import type { ReportFinding } from '#contract/report.ts';
import type { Point, Question, Quoted } from '#engine/model/content.ts';
import type { FindingRule, Rubric } from '#engine/model/rubric.ts';
import { say } from '#i18n/say.ts';
import { codeList } from '#scoring/facts/codes.ts';
import type { CaseFacts } from '#scoring/log/case-facts.ts';

export type Citation = ReportFinding['basis'];

/** A sentence up to its full stop; entries of a product's page end in a semicolon. */
const SENTENCE = /[^。；]+[。；]?/g;
/** Card on answering about quality and use (SHOPS, c-must). */
const MUST_ANSWER = 'c-must';
/** Faults of an answer that wasn't given, or wasn't true. */
const ANSWER_FAULTS = codeList('ignored', 'evaded', 'vague', 'wrong-fact');

/** The policy card or product with this id; null where the shop has neither (an order, for one). */
export const citationOf = (caseFacts: CaseFacts, id: string | null): Citation => {
  if (id === null) return null;
  const card = caseFacts.card(id);
  if (card) {
    // 本店规定（2026-11-01） has the date already: told twice, it reads as two (RULES M89).
    const source = card.source.includes(card.date)
      ? say('suggestions:citation.dated', { source: card.source })
      : say('suggestions:citation.card', { source: card.source, date: card.date });
    return { kind: 'card', id, title: card.title, text: card.text, source };
  }
  const product = caseFacts.product(id);
  if (!product) return null;
  return {
    kind: 'product',
    id,
    title: product.name,
    text: product.facts.join('；'),
    source: say('suggestions:citation.product', { shop: caseFacts.shop.name }),
  };
};

/** The first card or product page that holds the quoted words, cut to their sentences; null where there is none. */
export const citationOfQuoted = (caseFacts: CaseFacts, quotes: readonly Quoted[] | undefined): Citation => {
  for (const { at } of quotes ?? []) {
    const citation = citationOf(caseFacts, at);
    if (citation === null) continue;
    const words = (quotes ?? []).flatMap((quote) => (quote.at === at ? [withoutMarks(quote.words)] : []));
    const quotingSentences =
      citation.text
        .match(SENTENCE)
        ?.filter((sentence) => words.some((quotedWords) => withoutMarks(sentence).includes(quotedWords))) ?? [];
    return quotingSentences.length === 0
      ? citation
      : { ...citation, text: quotingSentences.join('').replace(/；$/, citation.kind === 'card' ? '。' : '') };
  }
  return null;
};

const withoutMarks = (text: string): string => text.replace(/[\s\p{P}\p{S}]/gu, '');

/** The card or page behind a point: the very words where an author gave them, else all of the one it cites. */
export const citationOfPoint = (caseFacts: CaseFacts, { ground, policy }: Pick<Point, 'ground' | 'policy'>): Citation =>
  citationOfQuoted(caseFacts, ground) ?? citationOf(caseFacts, policy);

/** The card or page of one of the question's points: of a must point before a bonus point, a card before a product's page. */
export const citationOfQuestion = (caseFacts: CaseFacts, question: Question | null): Citation => {
  const citations = (question?.points ?? []).flatMap((point) => {
    const basis = citationOfPoint(caseFacts, point);
    return basis ? [{ must: point.must, basis }] : [];
  });
  const rank = ({ must, basis }: (typeof citations)[number]): number =>
    Number(!must) * 2 + Number(basis.kind === 'product');
  return citations.toSorted((a, b) => rank(a) - rank(b))[0]?.basis ?? null;
};

/** The law on answers, where the question is about the product itself, not about freight or a complaint. */
export const lawOfAnswers = (code: string, basis: Citation): string =>
  ANSWER_FAULTS.includes(code) && (basis?.kind === 'product' || basis?.id === MUST_ANSWER)
    ? say('suggestions:citation.answers')
    : '';

export const citationOfRule = (rule: FindingRule, rubric: Rubric): NonNullable<Citation> => {
  return {
    kind: 'rule',
    id: rule.code,
    title: rule.title,
    text: rule.why,
    source: rubric.date.startsWith(rubric.id)
      ? say('suggestions:citation.rubric-of', { date: rubric.date })
      : say('suggestions:citation.rubric', { rubric: rubric.id, date: rubric.date }),
  };
};
