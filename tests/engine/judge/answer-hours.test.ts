/** An hour to answer by, named after asking above the desk: two hours, rounded up to the next ten minutes (RULES T123). */
import { expect, it } from 'vitest';
import { answeredLater } from '#engine/prepare/answer-hours.ts';
import type { KnownFigure, KnownFigures } from '#engine/prepare/known-figures.ts';
import { readText } from '#language/reading/clauses.ts';

const told = { text: '20:40' } as KnownFigure;
const known = { answeredBy: { minuteOfDay: 20 * 60 + 40, told } } as KnownFigures;

it.each([
  ['two hours and two minutes', 122, null],
  ['two hours and twenty minutes', 140, told],
])('[T123] 主管22:30前给你回话, %s ahead', (_, minutes, held) => {
  const reading = readText('200我定不了,报主管了,22:30前给你回话');
  const value = reading.values.find(({ kind }) => kind === 'clock');
  if (!value) throw new Error('no hour was read');
  expect(answeredLater(reading, { ...value, untilS: minutes * 60 }, known)).toBe(held);
});
