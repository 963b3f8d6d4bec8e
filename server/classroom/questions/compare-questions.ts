/** When two questions are the same, whatever their ids. */
import type { OwnQuestion } from '#contract/practice/own-questions.ts';

type Asked = Pick<OwnQuestion, 'kind' | 'stem'> & { options: readonly string[] };

/** What is asked: kind, stem and options, in any order, without regard to spaces. */
export const contentOf = ({ kind, stem, options }: Asked): string =>
  JSON.stringify([kind, bare(stem), ...options.map(bare).toSorted()]);
const bare = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

/** Whether storing `a` in the place of `b` would change nothing. The order of options isn't kept: each paper has its own. */
export const isSameQuestion = (a: OwnQuestion, b: OwnQuestion): boolean => wholeOf(a) === wholeOf(b);

const wholeOf = (question: OwnQuestion): string => {
  const { id, kind, level, topic, shop, stem, options, right, figure, unit, tolerance, why, basis } = question;
  const marked = options.map((option, place) => [option, kind === 'order' ? place : right.includes(place)]);
  const inAnyOrder = kind === 'order' ? marked : marked.map((one) => JSON.stringify(one)).toSorted();
  const key = kind === 'judge' ? right : [];
  return JSON.stringify([id, level, topic, shop, kind, stem, inAnyOrder, key, figure, unit, tolerance, why, basis]);
};
