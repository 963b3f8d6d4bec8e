/**
 * Answers to the cases' questions in words other than their points', written from cards, pages and customers' lines before
 * the points' patterns were read; a few of the core's mends come from them, so they measure nothing blind.
 */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { judgedPoints } from '#language/judge.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import { withExemplars } from '#library/reading/exemplars.ts';
import { library } from '#tests/support/library.ts';

type Line = { case: string; question: string; reply: string; right: string[]; wrong: string[] };
const LINES = readFileSync('tests/language/points/hunted-1.jsonl', 'utf8')
  .split('\n')
  .flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Line]));

const pinned = (id: string) => {
  const scenario = library.scenarios.get(id);
  if (scenario === undefined) throw new Error(id);
  return withExemplars(scenario, library.testplans.get(id));
};

const statesOf = ({ case: id, question, reply, right, wrong }: Line) => {
  const beat = pinned(id).beats.find(({ asks }) => asks.some((ask) => ask.id === question));
  const asks = beat?.asks ?? [];
  const verdicts = judgedPoints({
    reply,
    customer: asks.map(({ text }) => text).join('\n'),
    questions: asks.map(({ id: ask, text, points }) => ({ id: ask, text, pointIds: points.map((point) => point.id) })),
    points: asks.flatMap(({ points }) => points).map((point) => compilePoint(point)),
  });
  const stateOf = (point: string) => verdicts.find((verdict) => verdict.id === point)?.state;
  return [...right, ...wrong].map((point) => ({ isRight: right.includes(point), state: stateOf(point) }));
};

it('[T142] the lines written for points are heard as often as before, and none is charged or passes more often', () => {
  const states = LINES.flatMap(statesOf);
  const count = (isRight: boolean, state: string): number =>
    states.filter((one) => one.isRight === isRight && one.state === state).length;
  expect(states.filter(({ state }) => state === undefined)).toEqual([]);
  expect(states.length).toBeGreaterThan(450);
  expect(count(true, 'covered')).toBeGreaterThanOrEqual(374);
  expect(count(true, 'wrong')).toBeLessThanOrEqual(5);
  expect(count(false, 'wrong')).toBeGreaterThanOrEqual(54);
  expect(count(false, 'covered')).toBeLessThanOrEqual(1);
});
