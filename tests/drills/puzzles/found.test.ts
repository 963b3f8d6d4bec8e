import { describe, expect, it } from 'vitest';
import { inProcessJudge } from '#drills/judging/judge.ts';
import { readPuzzles } from '#drills/puzzles/puzzle.ts';
import { createPuzzles } from '#drills/puzzles/puzzles.ts';
import { contentFor } from '#library/load.ts';
import { findPuzzles } from '#scripts/puzzles/find-puzzles.ts';
import { stored } from '#scripts/puzzles/puzzles-text.ts';
import { engine } from '#server/engine-parts.ts';
import { shippedCatalog } from '#tests/sockets/shipped-cases.ts';
import { library } from '#tests/support/library.ts';
import { sweepsAll } from '#tests/support/sweep.ts';

const puzzles = readPuzzles();
const isItsTurn = (id: string): boolean => Number.parseInt(contentFor(library, [id]).hash.slice(0, 2), 16) % 8 === 0;
const served = createPuzzles({ catalog: shippedCatalog, engine, judge: inProcessJudge });

describe('the shipped puzzles', () => {
  it('are 120 at least, of every type a case is of, each with an id of its own [Z1]', () => {
    expect(puzzles.size).toBeGreaterThanOrEqual(120);
    expect(new Set(served.all().map((puzzle) => puzzle.case.split('/')[0]))).toEqual(
      new Set([...library.scenarios.values()].map(({ type }) => type)),
    );
    expect(served.all()).toHaveLength(puzzles.size);
  });

  // Every planned trainee plays the case, and answers at every puzzle: over a second a case. So an eighth of the cases is
  // played at a time, another one as soon as a case changes; `npm test -- sweep` plays all.
  it.each([...library.scenarios.keys()].filter((id) => sweepsAll || isItsTurn(id)))(
    '%s: are those found now, solved by the model’s answer and not by the others’: npm run scenarios:puzzles [Z1]',
    async (id) => {
      const found = await findPuzzles(library, id);
      expect([...puzzles.values()].filter((puzzle) => puzzle.case === id)).toEqual(found.map(stored));
      for (const { id: puzzle, model, bad } of found) {
        const open = await served.open(puzzle);
        if (open === null) throw new Error(puzzle);
        const credit = async (answer: typeof model) => {
          const answered = await served.answer(open, answer);
          return answered.ok ? answered.value.credit : answered.refused;
        };
        expect(await credit(model), puzzle).toBe(1);
        for (const answer of bad) expect(await credit(answer), `${puzzle}: ${answer.text}`).not.toBe(1);
      }
    },
  );
});
