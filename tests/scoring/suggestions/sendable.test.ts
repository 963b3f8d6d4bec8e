/** Words put together for a trainee are judged as replies are: with the names of the shop's goods. */
import { expect, it } from 'vitest';
import { isSendable } from '#scoring/suggestions/sendable.ts';

it('[T56] the name of a good is no rude word of a suggestion', () => {
  const words = '您选丑苹果';
  expect(isSendable(words, [])).toBe(false);
  expect(isSendable(words, ['丑苹果'])).toBe(true);
});
