import { describe, expect, test } from 'vitest';
import { judge } from '#language/judge.ts';
import { compilePoint } from '#language/points/points.ts';
import { WRITTEN_CASES } from './written-cases.ts';

describe.each(WRITTEN_CASES)('$name', ({ customer, points, replies }) => {
  const compiled = points.map(compilePoint);
  test.each(replies)('$say', ({ say, covered = [], either = [], wrong = [], wrongId }) => {
    const verdicts = judge({ reply: say, customer, points: compiled }).points;
    const ids = (state: string) => verdicts.filter((verdict) => verdict.state === state).map((verdict) => verdict.id);
    const told = ids('covered').filter((id) => !either.includes(id));
    expect({ covered: told, wrong: ids('wrong') }).toEqual({ covered, wrong });
    if (wrongId !== undefined) expect(verdicts.find((verdict) => verdict.state === 'wrong')?.wrongId).toBe(wrongId);
  });
});
