/** A paper's questions from bank, cells and seed, and a seat's own paper from these and the seat (RULES X1). */
import { OWN_TOPIC, type PaperCell } from '#contract/questions.ts';
import { randomAt } from '#engine/model/random.ts';
import { language } from '#i18n/language.ts';
import { drawQuestion, type FactsByShop } from '#library/questions/draw-paper.ts';
import { shuffledCopy } from '#library/questions/pick.ts';
import type { DrawnQuestion, Question, QuestionBank } from '#library/questions/question.ts';

/**
 * What a paper is drawn from, kept with it: plain JSON, keys included. `facts`: of the shops of its calculations. `pools`: of
 * which candidates, by id, each seat gets how many; left out, every seat gets all questions. `had`: by seat of a re-sit the
 * questions it was asked before, which it gets only where there are too few others.
 */
export type PaperSource = {
  seed: number;
  questions: readonly Question[];
  pools?: readonly { ids: readonly string[]; count: number }[];
  had?: Readonly<Record<string, readonly string[]>>;
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

/** Candidates kept for each question that a seat draws: more make the stored paper larger and seats hardly less alike. */
const CANDIDATES = 4;

/**
 * The questions of a paper, or the cell for which the bank has too few. A question stands in a paper once. With `own`
 * draws each cell has up to four times its count, of which every seat draws its count.
 */
export const choosePaper = (
  { bank, factsByShop, shops }: PaperBank,
  cells: readonly PaperCell[],
  seed: number,
  draws: 'same' | 'own' = 'same',
): { source: PaperSource } | { short: PaperCell } => {
  const order = shuffledCopy(bank.questions, seed, 'paper');
  const picked = new Set<Question>();
  // The school's own questions come first: a topic's cell could otherwise take the few that there are.
  const inOrder = cells.toSorted((a, b) => Number(b.topic === OWN_TOPIC) - Number(a.topic === OWN_TOPIC));
  const pick = (cell: PaperCell, count: number): Question[] => {
    const found = order
      .filter((one) => !picked.has(one) && fits(one, cell) && drawQuestion(one, seed, factsByShop) !== null)
      .slice(0, count);
    for (const question of found) picked.add(question);
    return found;
  };
  const pools: { ids: string[]; count: number }[] = [];
  for (const cell of inOrder) {
    const found = pick(cell, cell.count);
    if (found.length < cell.count) return { short: cell };
    pools.push({ ids: found.map(({ id }) => id), count: cell.count });
  }
  // Only now: the candidates of one cell may be what another can't do without.
  if (draws === 'own')
    for (const [at, cell] of inOrder.entries())
      pools[at]?.ids.push(...pick(cell, cell.count * (CANDIDATES - 1)).map(({ id }) => id));
  const questions = [...picked];
  const shopIds = new Set(questions.flatMap(({ shop }) => shop ?? []));
  const topicIds = new Set(questions.map(({ topic }) => topic));
  const facts = Object.fromEntries(Object.entries(factsByShop).filter(([shop]) => shopIds.has(shop)));
  const named = (list: readonly { id: string; name: string }[], ids: ReadonlySet<string | null>) =>
    list.flatMap(({ id, name }) => (ids.has(id) ? [{ id, name }] : []));
  return {
    source: {
      ...{ seed, questions, facts, topics: named(bank.topics, topicIds), shops: named(shops, shopIds) },
      ...(draws === 'own' && { pools }),
    },
  };
};

/** How many questions a seat gets. */
export const paperLength = ({ questions, pools }: PaperSource): number =>
  pools === undefined ? questions.length : pools.reduce((sum, { count }) => sum + count, 0);

/** Papers drawn before, by language and seat: the numbers of a calculation take a millisecond, and a page asks often. */
const drawnBefore = new WeakMap<PaperSource, Map<string, readonly DrawnQuestion[]>>();

/** The paper of a seat: kind by kind, in an order, with options and numbers of its own. */
export const seatPaper = (source: PaperSource, seat: string): readonly DrawnQuestion[] =>
  drawnOnce(source, seat, () => drawSeat(source, seat));

/** No seat has this name. */
const EXAMPLE = '';

/** Every question that any seat may get, with options in an order and numbers that are no seat's, for the teacher. */
export const examplePaper = (source: PaperSource): readonly DrawnQuestion[] =>
  drawnOnce(source, EXAMPLE, () => {
    const { pools: _, ...whole } = source;
    return drawSeat(whole, EXAMPLE);
  });

const drawnOnce = (source: PaperSource, seat: string, draw: () => DrawnQuestion[]): readonly DrawnQuestion[] => {
  const ofSource = drawnBefore.get(source) ?? new Map<string, readonly DrawnQuestion[]>();
  drawnBefore.set(source, ofSource);
  // The two options of a judgement are said in the reader's language.
  const key = `${language()} ${seat}`;
  const paper = ofSource.get(key) ?? draw();
  ofSource.set(key, paper);
  return paper;
};

const drawSeat = ({ seed, questions, facts, pools, had = {} }: PaperSource, seat: string): DrawnQuestion[] => {
  const seatSeed = Math.floor(randomAt(seed, 'paper', seat, 0, 'seat') * SEEDS);
  const before = new Set(had[seat]);
  const drawn = pools?.flatMap(({ ids, count }, at) =>
    shuffledCopy(ids, seatSeed, `pool ${at}`)
      .toSorted((a, b) => Number(before.has(a)) - Number(before.has(b)))
      .slice(0, count),
  );
  const isDrawn = drawn === undefined ? null : new Set(drawn);
  const own = questions.filter(({ id }) => isDrawn === null || isDrawn.has(id));
  return shuffledCopy(own, seatSeed, 'order')
    .flatMap((question) => drawQuestion(question, seatSeed, facts) ?? [])
    .toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
};

const fits = ({ topic, level, own }: Question, cell: PaperCell): boolean =>
  level === cell.level && (cell.topic === OWN_TOPIC ? own === true : topic === cell.topic);
