/** Puzzles as a browser has them: before an answer only what the desk would show (RULES Z3). */
import type { SealsByCase } from '#classroom/exams/seals.ts';
import type { PuzzleBody, PuzzleCard, PuzzleMenu, PuzzlePlayer, PuzzleResultBody } from '#contract/practice/puzzles.ts';
import type { Catalog } from '#drills/catalog/catalog.ts';
import { createPresenter } from '#drills/present/present.ts';
import type { PuzzleResult } from '#drills/puzzles/answer.ts';
import { levelOfRating, type Puzzle } from '#drills/puzzles/puzzle.ts';
import { type OpenPuzzle, SECONDS_TO_ANSWER } from '#drills/puzzles/puzzles.ts';
import { firstRating } from '#drills/puzzles/ratings.ts';
import { CONVERSATION } from '#drills/puzzles/take-over.ts';
import { dateInShanghai, threeOfDay } from '#drills/puzzles/three-a-day.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import { typeNameIn } from '#scoring/facts/trade-texts.ts';
import { faultsTold } from '#scoring/practice-advice/faults-told.ts';
import type { StoredPuzzleRating } from '#storage/together/puzzle-ratings.ts';
import { inTradeOrder } from './scenario-cards.ts';
import { shopBody } from './shop-body.ts';

type Data = Catalog['data'];

export const puzzleMenu = (
  data: Data,
  puzzles: readonly Puzzle[],
  sealed: SealsByCase,
  now: number,
  { ratings, own }: { ratings: Ratings; own: PuzzlePlayer | null },
): PuzzleMenu => {
  const cards = puzzles.flatMap((puzzle) => cardOf(data, puzzle, sealed, ratings) ?? []);
  return { ...dayOf(data, puzzles, now), puzzles: inTradeOrder(data.types, cards), own };
};

/** The day and its three: by the ratings that ship, which no answer moves, so that they are the same all day. */
export const dayOf = (data: Data, puzzles: readonly Puzzle[], now: number): Pick<PuzzleMenu, 'date' | 'today'> => {
  const date = dateInShanghai(now);
  const known = puzzles.flatMap(({ id, rating, case: of }) => {
    const type = data.scenarios.find((one) => one.id === of)?.type;
    return type === undefined ? [] : [{ id, rating, type }];
  });
  return { date, today: threeOfDay(known, date) };
};

type Ratings = ReadonlyMap<string, Pick<StoredPuzzleRating, 'rating' | 'rd'>>;

const cardOf = (data: Data, puzzle: Puzzle, sealed: SealsByCase, ratings: Ratings): PuzzleCard | null => {
  const scenario = data.scenarios.find(({ id }) => id === puzzle.case);
  if (scenario === undefined) return null;
  const { rating, rd } = ratings.get(puzzle.id) ?? firstRating(puzzle.rating);
  return {
    ...{ id: puzzle.id, title: scenario.title, type: scenario.type, typeName: typeNameIn(data.types, scenario.type) },
    ...{ level: levelOfRating(puzzle.rating), rating: Math.round(rating), rd: Math.round(rd) },
    sealed: sealed.has(puzzle.case),
  };
};

/** Null: its shop or case isn't there any more. */
export const puzzleBody = (
  data: Data,
  { puzzle, content, fork }: OpenPuzzle,
  sealed: SealsByCase,
  ratings: Ratings,
): PuzzleBody | null => {
  const card = cardOf(data, puzzle, sealed, ratings);
  const scenario = content.data.scenarios.find(({ id }) => id === puzzle.case);
  const shop = scenario === undefined ? null : shopBody(content.data, scenario.shop);
  if (card === null || shop === null) return null;
  const shown = shownOf(content, fork);
  const from = firstOfLastWords(fork);
  return {
    ...{ card, conversation: CONVERSATION, shop, seconds: SECONDS_TO_ANSWER },
    before: shown.filter(({ seq }) => seq < from),
    asked: shown.filter(({ seq }) => seq >= from),
  };
};

/** What the desk is shown of a log, each event under its place there. */
const shownOf = (content: Content, events: readonly DrillEvent[]): PuzzleBody['before'] => {
  const present = createPresenter(content);
  return events.flatMap((event, index) => present(event).map((wireEvent) => ({ seq: index + 1, event: wireEvent })));
};

/** Where the customer's last words begin: with their first line after the last thing the trainee before did. */
const firstOfLastWords = (fork: readonly DrillEvent[]): number => {
  const lastDeed = fork.findLastIndex(({ kind }) => kind === 'trainee-said' || kind === 'action-done');
  const first = fork.findIndex(({ kind }, index) => index > lastDeed && kind === 'customer-said');
  return first + 1;
};

export const puzzleResultBody = (
  { puzzle, content, fork }: OpenPuzzle,
  result: PuzzleResult,
  own: PuzzlePlayer | null,
): PuzzleResultBody => {
  const asks = content.data.scenarios.find(({ id }) => id === puzzle.case)?.beats.flatMap((beat) => beat.asks) ?? [];
  const faults = faultsTold(content.data, result.faults);
  const modelOf = (question: string): string | null => {
    const model = asks.find(({ id }) => id === question)?.model ?? null;
    // A finding that says so already is told once.
    return faults.some(({ better }) => better === model) ? null : model;
  };
  // A fault beyond doubt says that the question had no answer: then nothing of it is in doubt any more.
  const isSurelyLost = (question: string): boolean =>
    result.credit === 0 &&
    result.faults.some(({ unsure, detailParts }) => !unsure && detailParts.questionText === question);
  return {
    ...{ credit: result.credit, isLate: result.isLate, faults },
    questions: result.attempt.questions.map(({ question, text, points }) => ({
      text,
      better: points.some(({ must, state }) => must && state !== 'covered') ? modelOf(question) : null,
      points: points.map(({ text: says, must, state }) => ({
        ...{ text: says, must },
        state: state === 'unsure' && isSurelyLost(text) ? 'missed' : state,
      })),
    })),
    after: shownOf(content, result.events).filter(({ seq }) => seq > fork.length),
    own,
  };
};
