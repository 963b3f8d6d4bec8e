/** What an author is shown of a point: first what decides by itself, then the wordings and what the testplan says of it. */
import { expect, test } from 'vitest';
import type { Scenario } from '#engine/model/content.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import { describeWordings } from '#language/points/wordings/describe-wordings.ts';
import { loadLibrary } from '#library/load.ts';
import { exemplarsIn, withExemplars } from '#library/reading/exemplars.ts';
import { frameShown } from '#scripts/check/wordings-shown.ts';

const shown = (says: string, ...also: string[]): string[] =>
  frameShown(describeWordings(compilePoint({ id: 'p', says, also })).frame);

test('the description of a point names its value with the kind, and who pays with the other side', () => {
  expect(shown('转寄费9元起您出', '转寄要您付9块', '转寄9元起，得您来出')).toEqual([
    '要说到 9元：说成别的钱数是说错，一个都不说算没说到',
    '钱由买家出：说成店铺出是说错',
    '说的是「是」：同样的话里添了「不」「没」是反话',
  ]);
});

test('the description of a point says that it denies, and that without value or payer its wordings alone count', () => {
  expect(shown('出库改不了城市', '城市改不动了', '不能改到别的城市')).toEqual([
    '说的是「不」：同样的话说成「能」「有」是反话',
    '没有数和谁出钱可以比，靠说法认',
  ]);
});

test('对 and 没错 are no exemplars by themselves, whatever a testplan has', () => {
  const { library } = loadLibrary('scenarios');
  const gift = library.scenarios.get('return-dispute/partial-return-gift') as Scenario;
  const made = withExemplars(structuredClone(gift), library.testplans.get(gift.id));
  const exemplars = exemplarsIn(made);
  expect(exemplars.size).toBeGreaterThan(10);
  for (const [id, texts] of exemplars)
    for (const text of texts) expect(text.length, `${id} ${text}`).toBeGreaterThan(3);
});
