/**
 * Finds the puzzles of a case (RULES Z1): a turn whose model answer, given at that moment, solves it, while a third at
 * least of the answers that the testplan's other trainees gave to the same question don't, or leave it in doubt.
 */
import { playDrill } from '#authoring/play-drill.ts';
import type { Judge } from '#drills/judging/judge.ts';
import { answerPuzzle, type PuzzleAnswer } from '#drills/puzzles/answer.ts';
import type { Puzzle, PuzzleDeed } from '#drills/puzzles/puzzle.ts';
import { CONVERSATION, type Deciders, takeOver } from '#drills/puzzles/take-over.ts';
import { nextDue } from '#engine/clocks/next-due.ts';
import { decide } from '#engine/decide.ts';
import { silenceAt } from '#engine/fork.ts';
import { answerRequest } from '#engine/judge/answer-request.ts';
import type { DrillEvent, EventOf } from '#engine/model/events.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import { fold } from '#engine/state/evolve.ts';
import { contentFor, type Library } from '#library/load.ts';
import type { Reply } from '#library/schema/testplan.ts';

const inThisThread: Pick<Judge, 'judge'> = { judge: (request, content) => answerRequest(content, request) };
export const deciders: Deciders = { engine: { decide, fold, nextDue }, judge: inThisThread };

/** So many others must have come to the question, and this share of them must lose something. */
const FEWEST_TRIED = 2;
const HARD_SHARE = 1 / 3;
/** Who says nothing finds every turn as hard. */
const SILENT = 'silent';
/** The trainees whose way through the case is taken: each asks questions that the others' may not come to. */
const isModel = (name: string): boolean => name === 'model' || name.endsWith('-model');
/**
 * A planned trainee plays about as a person rated so; an answer of whom half fail is rated the same. Odds of ten to one
 * are 400 points.
 */
const TRAINEES_RATING = 1500;

/** One trainee's turn: what it was asked, and what was said and done in it. */
type Turn = { turn: number; questions: readonly string[]; deeds: readonly PuzzleDeed[]; firstIndex: number };

const deedOf = (event: EventOf<'trainee-said'> | EventOf<'action-done'>): PuzzleDeed =>
  event.kind === 'trainee-said'
    ? { at: event.at, say: event.text }
    : { at: event.at, do: event.action, with: { ...event.with } };

const turnsOf = (events: readonly DrillEvent[]): Turn[] => {
  const turns: Turn[] = [];
  let deeds: PuzzleDeed[] = [];
  let questions: readonly string[] = [];
  let firstIndex = 0;
  for (const [index, event] of events.entries()) {
    if (event.kind === 'trainee-said' || event.kind === 'action-done') {
      if (deeds.length === 0) firstIndex = index;
      deeds.push(deedOf(event));
    } else if (event.kind === 'turn-judged') questions = event.judgement.questions.map(({ question }) => question);
    else if (event.kind === 'turn-closed') {
      turns.push({ turn: event.turn, questions, deeds, firstIndex });
      deeds = [];
      questions = [];
    }
  }
  return turns;
};

const inOneGo = (turns: readonly PuzzleDeed[]): Omit<PuzzleAnswer, 'seconds'> => ({
  acts: turns.flatMap((deed) => ('do' in deed ? [{ action: deed.do, with: deed.with }] : [])),
  text: turns.flatMap((deed) => ('say' in deed ? [deed.say] : [])).join('\n'),
});
/** As the planned trainees answer unless told otherwise. */
const SECONDS = 8;

export type FoundPuzzle = Puzzle & { model: PuzzleAnswer; bad: readonly PuzzleAnswer[] };

/** The puzzles of a case, one a question, in the order of the turns, with the answers they rest on. */
export const findPuzzles = async (library: Library, id: string): Promise<FoundPuzzle[]> => {
  // An incident is to come as a surprise: only a teacher sends one.
  if (library.scenarios.get(id)?.incident !== null) return [];
  const plan = library.testplans.get(id) ?? {};
  const { data, hash } = contentFor(library, [id]);
  const content = prepare(data);
  const play = (replies: readonly Reply[]) =>
    playDrill(content, { scenarios: [id], replies, seed: 1, mode: 'lesson', contentHash: hash });
  const ways = Object.entries(plan)
    .filter(([name]) => name !== SILENT)
    .map(([name, { replies }]) => ({ name, events: play(replies) }))
    .map((way) => ({ ...way, turns: turnsOf(way.events) }));
  const found: FoundPuzzle[] = [];
  const asked = new Set<string>();
  for (const way of ways.filter(({ name }) => isModel(name)))
    for (const turn of way.turns) {
      if (turn.questions.some((question) => asked.has(question))) continue;
      const puzzle = takenOverAt(id, way.events, way.turns, turn);
      if (puzzle === null) continue;
      const others = ways.filter((other) => other !== way).map(({ turns }) => turns);
      const one = await asPuzzle(content, hash, puzzle, turn, others);
      if (one === null) continue;
      found.push(one);
      for (const question of turn.questions) asked.add(question);
    }
  return found;
};

const takenOverAt = (id: string, events: readonly DrillEvent[], turns: readonly Turn[], turn: Turn): Puzzle | null => {
  if (turn.questions.length === 0 || turn.deeds.length === 0) return null;
  const before = events.slice(0, turn.firstIndex);
  const last = before.findLast((event) => event.kind === 'customer-said');
  const isAnswerable = last?.kind === 'customer-said' && last.last;
  if (!isAnswerable || silenceAt(before, CONVERSATION, last.at)?.turn !== turn.turn) return null;
  const earlier = turns.filter((one) => one.turn < turn.turn).flatMap(({ deeds }) => deeds);
  if (earlier.some(({ at }) => at >= last.at)) return null;
  const place = { case: id, turn: turn.turn, since: last.at };
  // By the question, which stays where a case is made longer before it.
  return {
    id: `${id.replace('/', '-')}-${turn.questions[0]}`,
    ...place,
    rating: 0,
    tried: 0,
    failed: 0,
    before: earlier,
  };
};

const asPuzzle = async (
  content: Content,
  hash: string,
  puzzle: Puzzle,
  turn: Turn,
  others: readonly (readonly Turn[])[],
): Promise<FoundPuzzle | null> => {
  const fork = await takeOver(deciders, content, hash, puzzle);
  if (fork === null) return null;
  const creditOf = async (answer: PuzzleAnswer): Promise<number | null> => {
    const answered = await answerPuzzle(deciders, content, puzzle, fork, answer);
    return answered.ok ? answered.value.credit : null;
  };
  const model = { ...inOneGo(turn.deeds), seconds: SECONDS };
  if ((await creditOf(model)) !== 1) return null;
  const answers = others.flatMap((other) => {
    const same = other.find(({ questions }) => questions.some((question) => turn.questions.includes(question)));
    return same === undefined || same.deeds.length === 0 ? [] : [{ ...inOneGo(same.deeds), seconds: SECONDS }];
  });
  const bad: PuzzleAnswer[] = [];
  let lost = 0;
  let tried = 0;
  for (const answer of answers) {
    const credit = await creditOf(answer);
    if (credit === null) continue;
    tried += 1;
    lost += 1 - credit;
    if (credit < 1) bad.push(answer);
  }
  if (tried < FEWEST_TRIED || bad.length < tried * HARD_SHARE) return null;
  return { ...puzzle, rating: ratingOf(lost, tried), tried, failed: bad.length, model, bad };
};

/** By the odds of failing it, half an answer more on either side, so that nothing is hopeless. */
const ratingOf = (lost: number, tried: number): number =>
  Math.round(TRAINEES_RATING + 400 * Math.log10((lost + 0.5) / (tried - lost + 0.5)));
