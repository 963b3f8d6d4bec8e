/** A figure told as about so much (一百来块, 三十来分钟, 几十块) is no wrong one where it may mean the right one (RULES T75). */
import { describe, expect, it } from 'vitest';
import { areRivals } from '#language/reading/same-value.ts';
import { valuesIn } from '#language/reading/values.ts';
import { stateOf } from '#tests/language/support/state-of.ts';
import { library } from '#tests/support/library.ts';

const areApart = (first: string, second: string): boolean => {
  const [a, b] = [valuesIn(first)[0], valuesIn(second)[0]];
  if (!a || !b) throw new Error(`${first} ${second}`);
  return areRivals(a, b);
};

/** 120 as 一百来, 45 as 四十来, 1380 as 一千多; null where nobody would say it so. */
const asRound = (figure: number): string | null => {
  if (!Number.isInteger(figure) || figure < 11 || figure >= 10_000) return null;
  const digits = '零一二三四五六七八九';
  const place = 10 ** Math.floor(Math.log10(figure));
  const first = digits.charAt(Math.floor(figure / place));
  if (place === 10) return `${first === '一' ? '' : first}十来`;
  return `${first}${place === 100 ? '百' : '千'}多`;
};

/** Points of all cases that are one whole sum of money, with that sum in their words. */
const sums = [...library.scenarios.values()].flatMap(({ id, beats }) =>
  beats.flatMap(({ asks }) =>
    asks.flatMap(({ points, text }) =>
      points.flatMap((point) => {
        const [sum, ...others] = valuesIn(point.says);
        const round = sum?.kind === 'amount' && others.length === 0 ? asRound(sum.quantity) : null;
        if (!sum || round === null) return [];
        const said = (figure: string): string =>
          `${point.says.slice(0, sum.start)}${figure}块${point.says.slice(sum.end).replace(/^[元块]/, '')}`;
        return [{ place: `${id} ${point.id}`, question: text, point, round: said(round), far: said('八千来') }];
      }),
    ),
  ),
);

const heard = ({ point, question }: (typeof sums)[number], reply: string) => stateOf(point, reply, question);

describe('[T75] a figure told as about so much', () => {
  it.each([
    ['一百来块', '120元'],
    ['一百多块', '188元'],
    ['百把块', '96元'],
    ['几十块', '45元'],
    ['三十来分钟', '28分钟'],
    ['十几天', '15天'],
    ['小两百块', '188元'],
  ])('%s may be %s', (said, right) => expect(areApart(said, right)).toBe(false));

  it.each([
    ['两百来块', '120元'],
    ['一百来块', '320元'],
    ['几十块', '188元'],
    ['十几天', '7天'],
    ['一百块', '120元'],
  ])('%s is another than %s', (said, right) => expect(areApart(said, right)).toBe(true));

  it('is held against no sum of any case that it may mean, and against one that it can’t', () => {
    expect(sums.length).toBeGreaterThan(35);
    const wrong = sums
      .filter((one) => heard(one, one.round) === 'wrong')
      .map(({ place, round }) => `${place}: ${round}`);
    expect(wrong).toEqual([]);
    const heardFar = sums.filter((one) => heard(one, one.far) === 'wrong');
    expect(heardFar.length / sums.length).toBeGreaterThan(0.8);
  });
});
