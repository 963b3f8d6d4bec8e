import { expect, test } from 'vitest';
import { createTokenBucket } from '#common/token-bucket.ts';

test('a bucket lets a burst through, then its rate, and never more than a burst', () => {
  let now = 0;
  const bucket = createTokenBucket(3, 2, () => now);
  const taken = () => [1, 2, 3, 4, 5].filter(() => bucket.take(1)).length;
  expect(taken()).toBe(3);
  now += 1000;
  expect(taken()).toBe(2);
  now += 60_000;
  expect(taken()).toBe(3);
  now -= 60_000;
  expect(taken()).toBe(0);
  now += 500;
  expect(bucket.take(0.5)).toBe(true);
});

test('what is owed is paid off before anything is let through', () => {
  let now = 0;
  const bucket = createTokenBucket(3, 2, () => now);
  bucket.owe(9);
  expect(bucket.left()).toBe(-6);
  now += 3000;
  expect(bucket.take(1)).toBe(false);
  now += 500;
  expect(bucket.left()).toBe(1);
  expect(bucket.take(1)).toBe(true);
});
