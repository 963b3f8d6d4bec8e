/** The text of `scenarios/puzzles.json`: the puzzles of every shipped case, found anew. */
import { join } from 'node:path';
import type { Puzzle } from '#drills/puzzles/puzzle.ts';
import { type Library, loadLibrary } from '#library/load.ts';
import { findPuzzles } from './find-puzzles.ts';

export const puzzlesText = async (library: Library = shippedLibrary()): Promise<string> => {
  const lines: string[] = [];
  for (const id of [...library.scenarios.keys()].toSorted())
    for (const found of await findPuzzles(library, id)) lines.push(JSON.stringify(stored(found)));
  // One a line: a change of a case shows as a change of its own puzzles.
  return `[\n${lines.join(',\n')}\n]\n`;
};

const shippedLibrary = (): Library => loadLibrary(join(import.meta.dirname, '../../scenarios')).library;

/** What the file keeps of a found one. */
export const stored = ({ id, case: of, turn, since, rating, tried, failed, before }: Puzzle): Puzzle => ({
  ...{ id, case: of, turn, since, rating, tried, failed, before },
});
