/** The bank that ships with a school's own questions behind it: what its people practise on (RULES B10). */
import type { OwnQuestion } from '#contract/practice/own-questions.ts';
import { hashOf } from '#library/hash.ts';
import type { Question, QuestionBank } from '#library/questions/question.ts';
import type { OwnQuestionsStorage } from '#storage/own-questions.ts';

/** Stands between the shipped bank's hash and the school's revision. */
const SEPARATOR = '.';
/** Stands between a bank's hash and that of the questions left out of it. */
const WITHOUT = '~';
const WITHOUT_CHARS = 8;

/**
 * The bank as a school has it, null of nobody's. `hash`: as a paper names it, whose bank it was drawn from; the
 * school's questions are then those of that time. Left out, the newest. Null: the school never was that far.
 */
export const bankOf = async (
  bank: QuestionBank,
  school: string | null,
  storage: Pick<OwnQuestionsStorage, 'revision' | 'at'>,
  hash?: string,
): Promise<QuestionBank | null> => {
  const newest = school === null ? 0 : await storage.revision(school);
  const named = hash === undefined ? newest : revisionIn(hash.split(WITHOUT)[0] ?? '');
  if (named === null || named > newest) return null;
  if (school === null || named === 0) return bank;
  // A newer version of the program may ship a question under an id that the school had first.
  const shipped = new Set(bank.questions.map(({ id }) => id));
  const own = (await storage.at(school, named)).flatMap(({ question }) => (shipped.has(question.id) ? [] : [question]));
  return {
    ...bank,
    hash: `${bank.hash}${SEPARATOR}${named}`,
    questions: [...bank.questions, ...own.map(bankQuestion)],
  };
};

/**
 * The bank without some questions. It is another bank with a hash of its own: a paper that has one of them can't be marked
 * by it (RULES B5, X7).
 */
export const bankWithout = (bank: QuestionBank, ids: ReadonlySet<string>): QuestionBank => {
  const left = bank.questions.filter(({ id }) => !ids.has(id));
  if (left.length === bank.questions.length) return bank;
  const gone = bank.questions.flatMap(({ id }) => (ids.has(id) ? [id] : []));
  return {
    ...bank,
    hash: `${bank.hash}${WITHOUT}${hashOf(gone).slice(0, WITHOUT_CHARS)}`,
    questions: left,
  };
};

/** `3` of `ab12cd.3`, 0 without one; null: it is no revision. */
const revisionIn = (hash: string): number | null => {
  const [, revision = '0', ...rest] = hash.split(SEPARATOR);
  return rest.length === 0 && /^\d{1,7}$/.test(revision) ? Number(revision) : null;
};

export const bankQuestion = (own: OwnQuestion): Question => {
  const { id, topic, kind, level, shop, stem, options, right, why, basis, figure, unit, tolerance } = own;
  const citation = { section: 'own', id, title: basis, text: '', source: null, date: null, shop: null } as const;
  return {
    ...{ id, topic, kind, level, shop, stem, options, calculation: null, why, citations: [citation], own: true },
    right: figure === null ? right : null,
    ...(figure === null ? {} : { figure: { figure, unit: unit ?? '', tolerance: tolerance ?? 0 } }),
  };
};
