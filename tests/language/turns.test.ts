import { expect, test } from 'vitest';
import { type Pair, turnFigures } from '#scripts/accuracy/turns.ts';

const pair = (expected: Pair['expected'], told: Pair['told'], confidence: number): Pair => ({
  source: 's',
  hard: false,
  expected,
  told,
  confidence,
});

test('points told, points heard and points heard surely are counted apart', () => {
  const { covered, wrong, accused, surelyAccused, pairs } = turnFigures([
    pair('covered', 'covered', 0.9),
    pair('covered', 'covered', 0.6),
    pair('covered', 'neither', 0.9),
    pair('covered', 'wrong', 0.75),
    pair('neither', 'covered', 0.85),
    pair('wrong', 'wrong', 0.5),
  ]);
  expect(pairs).toBe(6);
  expect(covered).toEqual({ due: 4, found: 2, said: 3, right: 2, sure: 2, sureRight: 1 });
  expect(wrong).toEqual({ due: 1, found: 1, said: 2, right: 1, sure: 1, sureRight: 0 });
  expect([accused, surelyAccused]).toEqual([1, 1]);
});
