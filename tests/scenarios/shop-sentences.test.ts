/**
 * A sentence of a card is no wrong answer. `shop-sentences.json` lists those judged as wrong all the same, by reason.
 * `denies`: said there alone, it does deny the point. `figure`: it tells another figure of the kind that was asked for.
 * `misheard`: it has nothing to do with the point, and is wrong by likeness alone. The last two lists may only shrink.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { library } from '#tests/support/library.ts';
import { sweepsAll } from '#tests/support/sweep.ts';
import { accusedIn } from './shop-sentences.ts';

const listed: Readonly<Record<'denies' | 'figure' | 'misheard', readonly string[]>> = JSON.parse(
  readFileSync(join(import.meta.dirname, 'shop-sentences.json'), 'utf8'),
);
const ofShop = (rows: readonly string[], folder: string): string[] =>
  rows.filter((row) => library.scenarios.get(row.split('/', 2).join('/'))?.shop === folder);

describe.each(library.files.shops.map(({ folder }) => folder))(
  '[T20] a sentence of %s, said as an answer',
  (folder) => {
    it('is wrong only for a point of its own card that it denies, and for others no more often than before', () => {
      const { said, accused, isSaid } = accusedIn(library, folder);
      expect(said).toBeGreaterThan(sweepsAll ? 10_000 : 450);
      const denies = new Set(listed.denies);
      const rest = accused.filter(({ row }) => !denies.has(row));
      expect(rest.filter(({ own }) => own).map(({ row }) => row)).toEqual([]);
      const rows = (rival: boolean): string[] => [
        ...new Set(rest.filter((one) => one.rival === rival).map(({ row }) => row)),
      ];
      for (const [found, known] of [
        [rows(true), ofShop(listed.figure, folder).filter(isSaid)],
        [rows(false), ofShop(listed.misheard, folder).filter(isSaid)],
      ] as const) {
        const strange = found.filter((row) => !known.includes(row));
        expect(found.length, strange.join('\n')).toBeLessThanOrEqual(known.length);
      }
    });
  },
);

it('every listed sentence stands in one list only', () => {
  const all = Object.values(listed).flat();
  expect(new Set(all).size).toBe(all.length);
});
