import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { judge } from '#language/judge.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import type { PointWordings } from '#language/terms/verdicts.ts';

/** A question as an author writes it, with replies whose verdicts a person has decided. */
type WrittenQuestion = {
  name: string;
  customer: string;
  points: (PointWordings & { must?: boolean })[];
  /** `either`: points that may be covered or not. */
  replies: {
    say: string;
    covered?: string[];
    either?: string[];
    wrong?: string[];
    wrongId?: string;
    /** The verdict given so far instead of the right one, and why. */
    today?: { covered: string[]; wrong: string[] };
    why?: string;
  }[];
};
const WRITTEN_CASES: WrittenQuestion[] = JSON.parse(
  readFileSync(new URL('../tables/written-cases.json', import.meta.url), 'utf8'),
);

describe.each(WRITTEN_CASES)('$name', ({ customer, points, replies }) => {
  const compiled = points.map((point) => compilePoint(point));
  test.each(replies)('$say', ({ say, covered = [], either = [], wrong = [], wrongId, today }) => {
    const verdicts = judge({ reply: say, customer, points: compiled }).points;
    const ids = (state: string) => verdicts.filter((verdict) => verdict.state === state).map((verdict) => verdict.id);
    const told = ids('covered').filter((id) => !either.includes(id));
    expect({ covered: told, wrong: ids('wrong') }).toEqual(today ?? { covered, wrong });
    if (wrongId !== undefined) expect(verdicts.find((verdict) => verdict.state === 'wrong')?.wrongId).toBe(wrongId);
  });
});

test('at most four of these are judged otherwise than people judge them', () => {
  const otherwise = WRITTEN_CASES.flatMap(({ replies }) => replies.filter(({ today }) => today !== undefined));
  expect(otherwise.length).toBeLessThanOrEqual(4);
  for (const { why } of otherwise) expect(why).toBeTruthy();
});
