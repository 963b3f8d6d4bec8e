/** A paper's questions from bank, cells and seed, and a seat's own paper from these and the seat (RULES X1). */
import { OWN_TOPIC, type PaperCell } from '#contract/questions.ts';
import { randomAt } from '#engine/model/random.ts';
import { language } from '#i18n/language.ts';
import { drawQuestion, type FactsByShop } from '#library/questions/draw-paper.ts';
import { shuffledCopy } from '#library/questions/pick.ts';
import type { DrawnQuestion, Question, QuestionBank } from '#library/questions/question.ts';

/** What a paper is drawn from, kept with it: plain JSON, keys included. `facts`: of the shops of its calculations. */
export type PaperSource = {
  seed: number;
  questions: readonly Question[];
  facts: FactsByShop;
  topics: readonly { id: string; name: string }[];
  shops: readonly { id: string; name: string }[];
};
export type PaperBank = {
  bank: Pick<QuestionBank, 'questions' | 'topics'>;
  factsByShop: FactsByShop;
  shops: readonly { id: string; name: string }[];
};

const SEEDS = 1_000_000;
/** The order in which kinds come in a paper, as its headings number them. */
const KINDS = ['single', 'multiple', 'judge', 'order', 'calculate'] as const;

/** The questions of a paper, or the cell for which the bank has too few. A question stands in a paper once. */
export const choosePaper = (
  { bank, factsByShop, shops }: PaperBank,
  cells: readonly PaperCell[],
  seed: number,
): { source: PaperSource } | { short: PaperCell } => {
  const order = shuffledCopy(bank.questions, seed, 'paper');
  const picked = new Set<Question>();
  // The school's own questions come first: a topic's cell could otherwise take the few that there are.
  const inOrder = cells.toSorted((a, b) => Number(b.topic === OWN_TOPIC) - Number(a.topic === OWN_TOPIC));
  for (const cell of inOrder) {
    const found = order
      .filter((one) => !picked.has(one) && fits(one, cell) && drawQuestion(one, seed, factsByShop) !== null)
      .slice(0, cell.count);
    if (found.length < cell.count) return { short: cell };
    for (const question of found) picked.add(question);
  }
  const questions = [...picked];
  const shopIds = new Set(questions.flatMap(({ shop }) => shop ?? []));
  const topicIds = new Set(questions.map(({ topic }) => topic));
  const facts = Object.fromEntries(Object.entries(factsByShop).filter(([shop]) => shopIds.has(shop)));
  const named = (list: readonly { id: string; name: string }[], ids: ReadonlySet<string | null>) =>
    list.flatMap(({ id, name }) => (ids.has(id) ? [{ id, name }] : []));
  return {
    source: { seed, questions, facts, topics: named(bank.topics, topicIds), shops: named(shops, shopIds) },
  };
};

/** Papers drawn before, by language and seat: the numbers of a calculation take a millisecond, and a page asks often. */
const drawnBefore = new WeakMap<PaperSource, Map<string, readonly DrawnQuestion[]>>();

/** The paper of a seat: kind by kind, in an order, with options and numbers of its own. */
export const seatPaper = (source: PaperSource, seat: string): readonly DrawnQuestion[] => {
  const ofSource = drawnBefore.get(source) ?? new Map<string, readonly DrawnQuestion[]>();
  drawnBefore.set(source, ofSource);
  // The two options of a judgement are said in the reader's language.
  const key = `${language()} ${seat}`;
  const paper = ofSource.get(key) ?? drawSeat(source, seat);
  ofSource.set(key, paper);
  return paper;
};

const drawSeat = ({ seed, questions, facts }: PaperSource, seat: string): DrawnQuestion[] => {
  const seatSeed = Math.floor(randomAt(seed, 'paper', seat, 0, 'seat') * SEEDS);
  return shuffledCopy(questions, seatSeed, 'order')
    .flatMap((question) => drawQuestion(question, seatSeed, facts) ?? [])
    .toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
};

const fits = ({ topic, level, own }: Question, cell: PaperCell): boolean =>
  level === cell.level && (cell.topic === OWN_TOPIC ? own === true : topic === cell.topic);
