/** A point perhaps told with another figure than its check names is repeated with the trainee's own (RULES M63). */
import { describe, expect, it } from 'vitest';
import { toldBesideCheck } from '#engine/judge/told-figure.ts';
import type { Conversation } from '#engine/model/drill.ts';
import { isPlain } from '#engine/prepare/plain-lines.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { firstCheckBack } from '#engine/state/follow-ups.ts';
import type { PointVerdict } from '#language/terms/verdicts.ts';
import { contentFor } from '#library/load.ts';
import { figureFlips } from '#scripts/accuracy/invariants/flips.ts';
import { library } from '#tests/support/library.ts';

const REPEATED = ['amount', 'duration', 'clock', 'percent', 'date'];
const perhaps = (id: string, text: string): PointVerdict => ({
  ...{ id, state: 'not-recognised', confidence: 0.6, start: 0, end: text.length, rule: '' },
});

/** The right words, with their one figure changed, of every point whose check names a figure. */
const flipped = [...library.scenarios.keys()].flatMap((id) => {
  const { data } = contentFor(library, [id]);
  const preparedCase = [...prepare(data).cases.values()][0];
  if (!preparedCase) throw new Error(`no ${id}`);
  return [...preparedCase.points.values()].flatMap(({ point }) => {
    const [text, ...more] = figureFlips(point.says, ({ kind }) => REPEATED.includes(kind));
    const isOne = point.check && !isPlain(point.check.right) && text !== undefined && more.length === 0;
    return isOne ? [{ preparedCase, point, text }] : [];
  });
});
type Flipped = (typeof flipped)[number];
const toldIn = ({ preparedCase, point }: Flipped, text: string): readonly { figure?: string }[] =>
  toldBesideCheck(preparedCase, text, [perhaps(point.id, text)]);
const namesWhere = (is: (one: Flipped) => boolean): string[] =>
  flipped.filter(is).map(({ preparedCase, text }) => `${preparedCase.scenario.id}: ${text}`);

/** The line by which the customer makes sure of the point in the turn that told it, or in the next one. */
const lineOf = ({ preparedCase, point }: Flipped, figure: string, turns: number): string | undefined => {
  const c = {
    ...{ points: { [point.id]: 'unsure' }, touched: { [point.id]: { turn: 1, figure, other: true } }, figures: {} },
    ...{ used: {}, leaning: [], senses: {}, mended: [], topics: '', turn: null, turns, said: [], lastBurst: [] },
    ...{ heard: [...preparedCase.lineFigures.namesByLine.values()].flat(), spoken: {}, unsureIn: {} },
  } as unknown as Conversation;
  return firstCheckBack(c, preparedCase, null, [point], () => 1)?.lineName;
};

describe('[M63] a figure told in place of the one that a check names', () => {
  const heard = flipped.filter((one) => toldIn(one, one.text).length > 0);

  it('is found in most of the flips of all cases', () => {
    expect(flipped.length).toBeGreaterThan(60);
    expect(heard.length).toBeGreaterThan(flipped.length * 0.7);
  });

  it('is repeated in the turn that told it, and no later turn repeats it', () => {
    for (const one of heard) {
      const figure = toldIn(one, one.text)[0]?.figure ?? '';
      expect(lineOf(one, figure, 1), one.text).toBe(`check:${one.point.id}:echo`);
      expect(lineOf(one, figure, 2), one.text).not.toMatch(/echo/);
    }
  });

  it('is none where the right one stands beside it, or is all that was told', () => {
    expect(namesWhere((one) => toldIn(one, one.point.says).length > 0)).toEqual([]);
    expect(namesWhere((one) => toldIn(one, `${one.text}，${one.point.says}`).length > 0)).toEqual([]);
  });

  it('is none of a point that nobody makes sure of with a figure', () => {
    const [one] = heard;
    if (!one) throw new Error('none heard');
    const plain = { ...one.point, check: undefined };
    const points = new Map([[one.point.id, { ...one.preparedCase.points.get(one.point.id), point: plain }]]);
    const without = { ...one.preparedCase, points } as unknown as typeof one.preparedCase;
    expect(toldIn({ ...one, preparedCase: without }, one.text)).toEqual([]);
  });
});
