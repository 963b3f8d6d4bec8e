/** Who tells what stands on the page sends nobody off to it (RULES M142). */
import { expect, it } from 'vitest';
import type { PointNote } from '#engine/model/turn-judgement.ts';
import { slightsOf } from '#engine/turns/slights.ts';
import type { Judgement } from '#language/judgement.ts';

const TEXT = '那你自己看下营养表 每100克糖61克';
const words = { text: TEXT, said: [{ id: 'm1', text: TEXT, at: 0, made: 'typed', start: 0 }] };
const judged = { slights: [{ kind: 'fobs', chance: 0.99, start: 0, end: 9 }] } as unknown as Judgement;
const told = (start: number, state: PointNote['state']): PointNote[] => [
  { state, quote: { message: 'm1', start, end: start + 9 } } as PointNote,
];

it('[M142] 自己看下营养表 with what stands there is no fobbing off, without it it is', () => {
  const kinds = (notes: PointNote[]) => slightsOf(judged, words as never, notes).slights ?? [];
  expect(kinds(told(10, 'covered'))).toEqual([]);
  expect(kinds(told(10, 'wrong'))).toHaveLength(1);
  expect(kinds(told(14, 'covered'))).toHaveLength(1);
  expect(kinds([])).toHaveLength(1);
});
