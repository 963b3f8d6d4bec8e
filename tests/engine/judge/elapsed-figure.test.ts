/** A duration that only tells how long it has been is not made sure of (RULES J129). */
import { expect, it } from 'vitest';
import { withOneFigure } from '#engine/judge/told-figure.ts';
import type { PointVerdict } from '#language/terms/verdicts.ts';

const figureOf = (text: string, figure: string, state: PointVerdict['state'] = 'not-recognised') =>
  withOneFigure(text)({ state, figure } as PointVerdict).figure;

it('[J129] nobody asks 一天对吧 of a parcel that has lain for a day, but of one that takes a day', () => {
  expect(figureOf('件在网点躺了一天，我去催', '一天')).toBeUndefined();
  expect(figureOf('让您等了整整两天，抱歉', '两天')).toBeUndefined();
  expect(figureOf('再等一天就到', '一天')).toBe('一天');
  expect(figureOf('躺了一天了', '一天', 'wrong')).toBe('一天');
});
