import { expect, it } from 'vitest';
import { takeCode } from '#classroom/lesson/run-codes.ts';

it('a code another run has is passed over', () => {
  const asked: string[] = [];
  const taken = takeCode((code) => asked.push(code) === 3);
  expect(asked).toHaveLength(3);
  expect(taken).toBe(asked[2]);
  expect(taken).toMatch(/^[1-9]\d{5}$/);
});

it('a store that takes none is told of, not asked for ever', () => {
  let asked = 0;
  const refuse = (): boolean => {
    asked += 1;
    return false;
  };
  expect(() => takeCode(refuse)).toThrow('no code free');
  expect(asked).toBe(50);
});
