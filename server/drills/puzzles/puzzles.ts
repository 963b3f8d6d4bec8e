/** The server's puzzles: each is taken over once and kept, so that an answer costs what a turn costs. */
import type { Catalog } from '#drills/catalog/catalog.ts';
import type { DrillEngine } from '#drills/judging/engine.ts';
import type { Judge } from '#drills/judging/judge.ts';
import { FORK_MS } from '#engine/clocks/next-due.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import { type Answered, answerPuzzle, type PuzzleAnswer } from './answer.ts';
import { type Puzzle, readPuzzles } from './puzzle.ts';
import { takeOver } from './take-over.ts';

type Needs = {
  catalog: Pick<Catalog, 'data' | 'contentFor'>;
  engine: DrillEngine;
  judge: Pick<Judge, 'judge'>;
  /** Left out: those that ship. */
  puzzles?: ReadonlyMap<string, Puzzle>;
};

/** A puzzle with the moment it begins at. */
export type OpenPuzzle = { puzzle: Puzzle; content: Content; fork: readonly DrillEvent[] };

export type Puzzles = {
  /** Those whose case there is, in the file's order. */
  all(): readonly Puzzle[];
  /** Null: there is none, or its case isn't the one it was found in any more. */
  open(id: string): Promise<OpenPuzzle | null>;
  answer(opened: OpenPuzzle, answer: PuzzleAnswer): Promise<Answered>;
};

/** As a turn done again has (RULES N7). */
export const SECONDS_TO_ANSWER = FORK_MS / 1000;

/** Those of a month of days; a log and its content take some 200 kB. */
const MAX_OPEN = 96;

export const createPuzzles = ({ catalog, engine, judge, puzzles = readPuzzles() }: Needs): Puzzles => {
  const deciders = { engine, judge };
  const cases = new Set(catalog.data.scenarios.map(({ id }) => id));
  const known = new Map([...puzzles].filter(([, puzzle]) => cases.has(puzzle.case)));
  /** By id, the least recently asked for first. A promise: two who ask at once wait for one. */
  const opened = new Map<string, Promise<OpenPuzzle | null>>();

  const openAnew = async (puzzle: Puzzle): Promise<OpenPuzzle | null> => {
    const { data, hash } = await catalog.contentFor([puzzle.case]);
    const content = engine.prepare(data);
    const fork = await takeOver(deciders, content, hash, puzzle);
    return fork === null ? null : { puzzle, content, fork };
  };

  return {
    all: () => [...known.values()],
    open: (id) => {
      const puzzle = known.get(id);
      if (puzzle === undefined) return Promise.resolve(null);
      const opening = opened.get(id) ?? openAnew(puzzle);
      opened.delete(id);
      opened.set(id, opening);
      // One that failed (the judge's thread died) is tried again by who asks next.
      opening.catch(() => opened.delete(id));
      const [oldest] = opened.keys();
      if (opened.size > MAX_OPEN && oldest !== undefined) opened.delete(oldest);
      return opening;
    },
    answer: ({ puzzle, content, fork }, answer) => answerPuzzle(deciders, content, puzzle, fork, answer),
  };
};
