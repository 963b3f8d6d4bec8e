/** Which questions a paper has, with which numbers and in which order: all follows from the bank, the blueprint and a seed. */
import { say } from '#i18n/say.ts';
import { ownProperty, type ShopFacts } from '#library/variations/shop-facts.ts';
import { drawnValues, figureOf, filled, NO_SHOP } from './calculation.ts';
import { choose, shuffledCopy } from './pick.ts';
import type { BlueprintCell, DrawnQuestion, Question, QuestionBank } from './question.ts';

/** The shops' goods, coupons and rules, by the shop's id. */
export type FactsByShop = Readonly<Record<string, ShopFacts>>;

/**
 * The paper of a seed. A question stands in it once; a cell for which the bank has too few takes what there is. `seed`:
 * 0 to 999999.
 */
export const drawPaper = (
  { questions }: Pick<QuestionBank, 'questions'>,
  blueprint: readonly BlueprintCell[],
  seed: number,
  facts: FactsByShop,
): DrawnQuestion[] => {
  const order = shuffledCopy(questions, seed, 'paper');
  const picked = new Set<Question>();
  for (const cell of blueprint)
    for (const question of order.filter((one) => !picked.has(one) && fits(one, cell)).slice(0, cell.count))
      picked.add(question);
  return drawn([...picked], seed, facts);
};

/** A paper of these questions again, with other numbers and in another order. Ids that the bank doesn't have are passed over. */
export const drawAgain = (
  { questions }: Pick<QuestionBank, 'questions'>,
  ids: readonly string[],
  seed: number,
  facts: FactsByShop,
): DrawnQuestion[] => {
  const wanted = new Set(ids);
  return drawn(
    questions.filter(({ id }) => wanted.has(id)),
    seed,
    facts,
  );
};

/** Every question of a topic and a level, null of any, in the bank's order, with the numbers of a seed. */
export const drawBank = (
  { questions }: Pick<QuestionBank, 'questions'>,
  cell: Pick<BlueprintCell, 'topic' | 'level'>,
  seed: number,
  facts: FactsByShop,
): DrawnQuestion[] =>
  questions
    .filter((question) => fits(question, { ...cell, kind: null }))
    .flatMap((question) => drawQuestion(question, seed, facts) ?? []);

const drawn = (questions: readonly Question[], seed: number, facts: FactsByShop): DrawnQuestion[] =>
  shuffledCopy(questions, seed, 'order').flatMap((question) => drawQuestion(question, seed, facts) ?? []);

const fits = (question: Question, { topic, level, kind }: Omit<BlueprintCell, 'count'>): boolean =>
  (topic === null || question.topic === topic) &&
  (level === null || question.level === level) &&
  (kind === null || question.kind === kind);

/** One question as this seed asks it; null: its formula gives nothing, which the checks report. */
export const drawQuestion = (question: Question, seed: number, facts: FactsByShop): DrawnQuestion | null => {
  const { id, topic, kind, level, shop, why, citations, calculation } = question;
  const shared = { id, topic, kind, level, shop, citations };
  if (question.figure !== undefined) {
    const { figure, unit, tolerance } = question.figure;
    return { ...shared, stem: question.stem, options: [], unit, key: { figure }, tolerance, why };
  }
  if (calculation === null) return { ...shared, ...shuffled(question, seed), stem: question.stem, why };
  const shopFacts = shop === null ? NO_SHOP : (ownProperty(facts, shop) ?? NO_SHOP);
  const values = choose(drawnValues(calculation, shopFacts).legal, seed, `numbers ${id}`);
  const figure = values === undefined ? null : figureOf(calculation, values);
  if (values === undefined || figure === null) return null;
  const { unit, tolerance } = calculation;
  return {
    ...shared,
    ...{ stem: filled(question.stem, values).text, options: [], unit, key: { figure }, tolerance },
    why: filled(why, values).text,
  };
};

/** Options in the order shown, and the right ones' places there. Right and wrong of a judgement stay where they are. */
const shuffled = ({ id, kind, options: authored, right }: Question, seed: number) => {
  const options = kind === 'judge' ? [say('case-files:judge.right'), say('case-files:judge.wrong')] : authored;
  const places = options.map((_, place) => place);
  const shown = kind === 'judge' ? places : shuffledCopy(places, seed, `options ${id}`);
  const chosen = (right ?? []).map((place) => shown.indexOf(place));
  return {
    options: shown.map((place) => options[place] ?? ''),
    unit: null,
    key: { chosen: kind === 'order' ? chosen : chosen.toSorted((a, b) => a - b) },
    tolerance: 0,
  };
};
