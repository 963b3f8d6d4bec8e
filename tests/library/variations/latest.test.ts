import { expect, test } from 'vitest';
import { contentFor } from '#library/load.ts';
import { USUAL_CARD } from '#library/variations/card.ts';
import { lruCache } from '#library/variations/lru-cache.ts';
import { library } from '#tests/support/library.ts';

test('the last values are kept, and asking for one makes it the newest', () => {
  const made: string[] = [];
  const kept = lruCache<string>(2);
  const ask = (key: string): string =>
    kept(key, () => {
      made.push(key);
      return `${key}!`;
    });
  expect(['a', 'b', 'a', 'c', 'a', 'b'].map(ask)).toEqual(['a!', 'b!', 'a!', 'c!', 'a!', 'b!']);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});

test('the content of a case that varies is the same object each time, and so is its case in every set of cases', () => {
  // Other files of this worker may have made these cases with facts of their own; this library's contents are new.
  const own = { ...library };
  const varying = [...own.templates.keys()].slice(0, 2);
  const [one = '', other = ''] = varying;
  for (const card of [USUAL_CARD, { deck: 'a class', card: 3 }]) {
    expect(contentFor(own, [one], card).data).toBe(contentFor(own, [one], card).data);
    expect(contentFor(own, varying, card).data.scenarios[0]).toBe(contentFor(own, [one], card).data.scenarios[0]);
  }
  expect(contentFor(own, [one], { deck: 'a class', card: 4 }).hash).not.toBe(contentFor(own, [one]).hash);
  expect(contentFor(own, [other]).data.scenarios.map(({ id }) => id)).toEqual([other]);
});
