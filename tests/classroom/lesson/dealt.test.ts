/** What is told afterwards of how a run dealt its customers. */
import { expect, it } from 'vitest';
import { dealtOf } from '#classroom/run-log/dealt.ts';
import type { Plan } from '#contract/runs.ts';

const PART = { weight: 50, minutes: 10 } as const;
const exam = (...kinds: ('paper' | 'customers')[]): NonNullable<Plan['exam']> =>
  ({ parts: kinds.map((kind) => ({ ...PART, kind })) }) as unknown as NonNullable<Plan['exam']>;

it.each(['same', 'own', 'fixed'] as const)('a run with customers says %s', (seed) => {
  expect(dealtOf({ seed })).toBe(seed);
  expect(dealtOf({ seed, exam: exam('paper', 'customers') })).toBe(seed);
});

it('a paper and an exam without customers say nothing', () => {
  expect(dealtOf({ seed: 'own', paper: { questions: 20 } as unknown as NonNullable<Plan['paper']> })).toBeUndefined();
  expect(dealtOf({ seed: 'own', exam: exam('paper') })).toBeUndefined();
});
