/** A word on a main button stands in the locale files alone: tests ask for it by name (`tests/support/labels.ts`). */
import { expect, it } from 'vitest';
import { DESK, PRACTICE, REPORT, RUN, SEAT, WALL } from '#tests/support/labels.ts';
import { sources, under } from '#tests/support/sources.ts';

/** The kit of controls is tried with words of its own. */
const OWN_WORDS = ['tests/client/ui/kit.test.tsx'];

it('no test and no script of pictures writes a main button’s word itself', () => {
  const words = new Set([DESK, WALL, SEAT, PRACTICE, RUN, REPORT].flatMap((group) => Object.values(group)));
  const pictures = sources.filter(({ path }) => /^scripts\/.*screenshots\.mjs$/.test(path));
  const written = ['browser', 'client', 'client-desk', 'start']
    .flatMap((folder) => under(`tests/${folder}`))
    .concat(pictures)
    .filter(({ path }) => !OWN_WORDS.includes(path))
    .flatMap(({ path, raw }) =>
      [...raw.matchAll(/(?:\bname: ?|\btabTo\(page, )'([^']+)'/g)].map(([, word = '']) => ({ path, word })),
    )
    .filter(({ word }) => words.has(word));
  expect(written).toEqual([]);
});
