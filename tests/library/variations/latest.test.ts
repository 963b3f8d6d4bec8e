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
  const varying = [...library.templates.keys()].slice(0, 2);
  const [one = '', other = ''] = varying;
  for (const card of [USUAL_CARD, { deck: 'a class', card: 3 }]) {
    expect(contentFor(library, [one], card).data).toBe(contentFor(library, [one], card).data);
    expect(contentFor(library, varying, card).data.scenarios[0]).toBe(
      contentFor(library, [one], card).data.scenarios[0],
    );
  }
  expect(contentFor(library, [one], { deck: 'a class', card: 4 }).hash).not.toBe(contentFor(library, [one]).hash);
  expect(contentFor(library, [other]).data.scenarios.map(({ id }) => id)).toEqual([other]);
});
