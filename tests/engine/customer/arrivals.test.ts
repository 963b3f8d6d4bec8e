import { expect, it } from 'vitest';
import { arrivals } from '#engine/customer/arrivals.ts';

const three = ['a/a', 'a/b', 'a/c'];
const times = (...given: Parameters<typeof arrivals>) => arrivals(...given).map(({ arrivesAt }) => arrivesAt);

it('[C7] customers arrive at the times of their profile, whatever the trainee replies', () => {
  expect(times(three)).toEqual([5000, 25_000, 45_000]);
  expect(times(three, 'spaced', 12)).toEqual([5000, 25_000, 45_000]);
  expect(times(three, 'together', 12)).toEqual([5000, 6500, 8000]);
  expect(times(three, 'ladder', 12)).toEqual([5000, 245_000, 485_000]);
  expect(times(three, 'ladder', 2.5)).toEqual([5000, 55_000, 105_000]);
});
