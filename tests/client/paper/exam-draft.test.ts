import { expect, test } from 'vitest';
import {
  casesFor,
  examOf,
  faultOf,
  firstDraft,
  minutesOf,
  moveUp,
  sumOf,
} from '#client/features/paper/exam/exam-draft.ts';

const NOW = Date.parse('2026-11-26T08:00:00Z');
const menu = {
  topics: [{ id: 'price', name: '价格', levels: [{ level: 1 as const, count: 40 }] }],
  own: [],
  general: [],
};
const draft = firstDraft(
  menu,
  { pass: 60, excellent: 85, typing: { pass: 55, excellent: 88 }, texts: { long: [], short: [] } },
  { name: '模拟考', classId: 'k1', scenario: 'returns/a', now: NOW },
);
const weights = (...all: number[]) => draft.parts.map((part, place) => ({ ...part, weight: all[place] ?? 0 }));

test('what the form proposes can be given as it is, with weights of a hundred [O1]', () => {
  expect(sumOf(draft)).toBe(100);
  expect(faultOf(draft, NOW)).toBeNull();
  const { parts, classId, pass } = examOf(draft);
  expect([classId, pass, parts.map(({ kind }) => kind)]).toEqual(['k1', 60, ['paper', 'typing', 'customers']]);
  expect(parts.at(-1)).toMatchObject({ scenarios: ['returns/a'] });
});

test('weights that make no hundred are said with their sum, and a part left out weighs nothing [O1]', () => {
  expect(faultOf({ ...draft, parts: weights(40, 10, 40) }, NOW)).toBe('sum');
  expect(faultOf({ ...draft, parts: weights(50, 0, 50) }, NOW)).toBe('sum');
  const off = weights(50, 10, 50).map((part) => ({ ...part, isOn: part.kind !== 'typing' }));
  expect([sumOf({ ...draft, parts: off }), faultOf({ ...draft, parts: off }, NOW)]).toEqual([100, null]);
});

test('one sitting has at least the minutes of its parts, and none is asked for unless it was chosen [O30]', () => {
  expect('sitting' in examOf(draft)).toBe(false);
  const least = minutesOf(draft);
  expect(faultOf({ ...draft, sitting: least - 1 }, NOW)).toBe('badSitting');
  expect(faultOf({ ...draft, sitting: 481 }, NOW)).toBe('badSitting');
  expect([faultOf({ ...draft, sitting: least }, NOW), examOf({ ...draft, sitting: least }).sitting]).toEqual([
    null,
    least,
  ]);
});

test('other faults keep it from being given, each by its name', () => {
  expect(faultOf({ ...draft, name: ' ' }, NOW)).toBe('noName');
  expect(faultOf({ ...draft, scenarios: ['', '', ''] }, NOW)).toBe('noCases');
  expect(faultOf({ ...draft, cells: [] }, NOW)).toBe('noTopics');
  expect(faultOf({ ...draft, excellent: 50 }, NOW)).toBe('badMarks');
  expect(faultOf({ ...draft, due: draft.opens }, NOW)).toBe('badWindow');
  expect(faultOf({ ...draft, parts: draft.parts.map((part) => ({ ...part, minutes: 1 })) }, NOW)).toBe('badMinutes');
});

test('a part moves one place up, and the first stays', () => {
  expect(moveUp(draft.parts, 'customers').map(({ kind }) => kind)).toEqual(['paper', 'customers', 'typing']);
  expect(moveUp(draft.parts, 'paper')).toEqual(draft.parts);
});

test('once a customer is chosen the others come to the same shop, and nobody comes twice', () => {
  const cases = [
    { id: 'a', shop: 'suibu' },
    { id: 'b', shop: 'suibu' },
    { id: 'c', shop: 'guchui' },
  ];
  const listed = (scenarios: string[], place: number) => casesFor({ scenarios }, place, cases).map(({ id }) => id);
  expect(listed(['a', '', ''], 0)).toEqual(['a', 'b', 'c']);
  expect(listed(['a', '', ''], 1)).toEqual(['b']);
  expect(listed(['a', 'b', ''], 0)).toEqual(['a']);
  expect(listed(['', '', ''], 2)).toEqual(['a', 'b', 'c']);
});
