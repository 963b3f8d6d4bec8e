import { expect, it } from 'vitest';
import en from '#messages/en/accuracy.json';
import zh from '#messages/zh/accuracy.json';
import { WEAKNESSES } from '#scripts/accuracy/weaknesses.ts';

it('the page of accuracy has words for every known weakness; the Chinese are those of scripts/accuracy/weaknesses.ts', () => {
  expect(zh.weakness).toEqual(Object.fromEntries(WEAKNESSES.map(({ id, title, text }) => [id, { title, text }])));
  expect(Object.keys(en.weakness)).toEqual(WEAKNESSES.map(({ id }) => id));
});
