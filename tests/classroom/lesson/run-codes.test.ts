import { expect, it } from 'vitest';
import { takeCode } from '#classroom/lesson/run-codes.ts';

it('a code another run has is passed over', async () => {
  const asked: string[] = [];
  const taken = await takeCode(async (code) => asked.push(code) === 3);
  expect(asked).toHaveLength(3);
  expect(taken).toBe(asked[2]);
  expect(taken).toMatch(/^[1-9]\d{5}$/);
});

it('a store that takes none is told of, not asked for ever', async () => {
  let asked = 0;
  const refuse = async (): Promise<boolean> => {
    asked += 1;
    return false;
  };
  await expect(takeCode(refuse)).rejects.toThrow('no code free');
  expect(asked).toBe(50);
});
