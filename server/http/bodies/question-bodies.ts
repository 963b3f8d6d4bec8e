/** Papers and verdicts as a browser has them: a question's key only beside an answer to it (RULES B4). */
import type { z } from 'zod';
import {
  type answersSchema,
  type bankFileQuery,
  type Paper,
  paperQuery,
  type QuestionMenu,
  type Verdict,
} from '#contract/questions.ts';
import type { Catalog } from '#drills/catalog/catalog.ts';
import { hashOf } from '#library/hash.ts';
import { drawAgain, drawBank, drawPaper } from '#library/questions/draw-paper.ts';
import { questionsAsGift } from '#library/questions/gift.ts';
import { markAnswer } from '#library/questions/mark-answer.ts';
import type { Answer, DrawnQuestion, Question, QuestionBank } from '#library/questions/question.ts';
import { shopPaper } from '#library/self-test/shop-paper.ts';
import { questionWorkbook } from './question-workbook.ts';

type PaperChoice = z.output<typeof paperQuery>;
type BankCatalog = Pick<Catalog, 'bank' | 'factsByShop' | 'data' | 'marks'>;

const LEVELS = [1, 3, 5] as const;
const USUAL_COUNT = 10;
const countsOf = (questions: readonly Question[]) =>
  LEVELS.map((level) => ({ level, count: questions.filter((question) => question.level === level).length }));
const levelOf = (level: string | undefined) => LEVELS.find((one) => String(one) === level) ?? null;

/** Topics with how many questions of each level they have. */
export const questionMenu = ({ topics, questions }: QuestionBank): QuestionMenu => ({
  topics: topics.map(({ id, name }) => ({
    id,
    name,
    levels: countsOf(questions.filter((question) => question.topic === id)),
  })),
  own: countsOf(questions.filter(({ own }) => own === true)),
  general: countsOf(questions.filter(({ topic }) => topic === null)),
});

/** What a choice is drawn from, and the hash that changes with it; null: there is no such shop. */
const paperOf = (catalog: BankCatalog, choice: PaperChoice): { hash: string; questions: DrawnQuestion[] } | null => {
  const { bank, data, marks } = catalog;
  if (choice.shop === undefined) return { hash: bank.hash, questions: bankQuestions(catalog, choice) };
  const shop = data.shops.find(({ id }) => id === choice.shop);
  if (shop === undefined) return null;
  const own = { shop, marks: marks.filter((mark) => mark.shop === shop.id), findings: data.rubric.findings };
  return { hash: hashOf(own).slice(0, HASH_CHARS), questions: shopPaper(own, choice.seed) };
};
const HASH_CHARS = 12;

/** Drawn anew whenever it is asked for: the same choice and seed give the same paper as long as the bank is the same. */
const bankQuestions = ({ bank, factsByShop }: BankCatalog, { seed, topic, own, level, count, only }: PaperChoice) => {
  if (only !== undefined) return drawAgain(bank, only, seed, factsByShop);
  const cell = {
    topic: topic ?? null,
    level: levelOf(level),
    kind: null,
    count: count ?? USUAL_COUNT,
  };
  return drawPaper(chosenBank(bank, own), [cell], seed, factsByShop);
};

/** `own`: the school's own questions alone. */
const chosenBank = ({ questions }: QuestionBank, own: '1' | undefined): Pick<QuestionBank, 'questions'> => ({
  questions: own === undefined ? questions : questions.filter((question) => question.own === true),
});

/** Null: there is no such shop. */
export const paperBody = (catalog: BankCatalog, choice: PaperChoice): Paper | null => {
  const paper = paperOf(catalog, choice);
  if (paper === null) return null;
  return { id: idOf(paper.hash, choice), questions: paper.questions.map((question) => asked(question, catalog)) };
};

const asked = ({ id, kind, level, topic, shop, stem, options, unit }: DrawnQuestion, { bank, data }: BankCatalog) => ({
  ...{ id, kind, level, stem, options: [...options], unit },
  topicName: bank.topics.find((one) => one.id === topic)?.name ?? null,
  shop,
  shopName: data.shops.find((one) => one.id === shop)?.name ?? null,
});

/** The hash in a paper's id: of the bank it was drawn from, or of what it was a self-test of. */
export const bankHashIn = (paper: string): string => new URLSearchParams(paper).get('bank') ?? '';

/** What the answers are worth, and what is right; null: what the paper was drawn from has changed, or never was. */
export const verdictsBody = (
  catalog: BankCatalog,
  { paper, answers }: z.output<typeof answersSchema>,
): Verdict[] | null => {
  const { bank: hash, ...parts } = Object.fromEntries(new URLSearchParams(paper));
  const choice = paperQuery.safeParse(parts);
  const drawn = choice.success ? paperOf(catalog, choice.data) : null;
  if (drawn === null || drawn.hash !== hash) return null;
  return answers.flatMap(({ question: place, answer }): Verdict[] => {
    const question = drawn.questions[place];
    if (question === undefined) return [];
    const { key, why, citations } = question;
    return [
      {
        question: place,
        credit: markAnswer(question, answer),
        key: keyBody(key),
        why,
        citations: citations.map(({ section, id, title, text, source, date, shop }) => ({
          ...{ section, id, title, text, source, date, shop },
        })),
      },
    ];
  });
};

/** The bank with its keys, as a file's bytes. */
export const bankFile = async (
  { bank, factsByShop, data }: BankCatalog,
  { topic, own, level, seed }: z.output<typeof bankFileQuery>,
  format: 'gift' | 'xlsx',
): Promise<Buffer> => {
  const questions = drawBank(chosenBank(bank, own), { topic: topic ?? null, level: levelOf(level) }, seed, factsByShop);
  if (format === 'gift') return Buffer.from(questionsAsGift(questions, bank.topics));
  const names = (list: readonly { id: string; name: string }[]) => new Map(list.map(({ id, name }) => [id, name]));
  return await questionWorkbook(questions, { topics: names(bank.topics), shops: names(data.shops) });
};

const keyBody = (key: Answer) => ('figure' in key ? { figure: key.figure } : { chosen: [...key.chosen] });

/** A paper's id is its choice and a hash, in the open: who changes it has drawn another paper, which counts nowhere. */
const idOf = (hash: string, { seed, shop, topic, own, level, count, only }: PaperChoice): string => {
  const parts = { bank: hash, seed, shop, topic, own, level, count, only: only?.join(',') };
  const given = Object.entries(parts).filter(([, value]) => value !== undefined);
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
};
