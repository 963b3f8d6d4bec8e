/** When a question's answer was there (RULES M151). */
import { expect, it } from 'vitest';
import type { TurnJudgement } from '#engine/model/turn-judgement.ts';
import { answeredAt } from '#engine/turns/answered-at.ts';

const SENT: Record<string, number> = { m1: 5000, m2: 15_000, m3: 25_000 };
const turn = (answer: 'answered' | 'partial', ...told: readonly [question: string, message: string][]) =>
  ({
    questions: [{ question: 'q', answer }],
    points: told.map(([question, message]) => ({ question, state: 'covered', quote: { message, start: 0, end: 1 } })),
    lastAt: 25_000,
  }) as unknown as TurnJudgement;
const at = (judgement: TurnJudgement): number => answeredAt(judgement, 'q', (message) => SENT[message]);

it('[M151] is the message that tells the last point of a whole answer, whatever the turn goes on to say', () => {
  expect(at(turn('answered', ['q', 'm1'], ['q', 'm2'], ['other', 'm3']))).toBe(15_000);
  expect(at(turn('answered', ['q', 'm1']))).toBe(5000);
});

it('[M151] is the turn’s end where it answers by half, or no message tells a point', () => {
  expect(at(turn('partial', ['q', 'm1']))).toBe(25_000);
  expect(at(turn('answered', ['other', 'm1']))).toBe(25_000);
  expect(at(turn('answered', ['q', 'gone']))).toBe(25_000);
});
