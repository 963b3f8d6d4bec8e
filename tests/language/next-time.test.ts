/** A sentence that speaks of the next time tells nothing of this one (RULES T200). */
import { expect, it } from 'vitest';
import { readText } from '#language/reading/clauses.ts';
import { letsThink } from '#language/windows/closings.ts';

const otherCases = (text: string): boolean[] => readText(text).clauses.map(({ isOfOtherCase }) => isOfOtherCase);

it('[T200] goes on to the end of the sentence, and no further', () => {
  expect(otherCases('下回买完30天内看到降价,订单里点价保就行,差价原路退。这单退不了')).toEqual([
    true,
    true,
    true,
    false,
  ]);
  expect(otherCases('差价原路退')).toEqual([false]);
  expect(otherCases('下次再来,差价原路退')).toEqual([false, false]);
});

it('[M81] 没想好就先放着，买不买随您 lets the customer go to think', () => {
  expect(letsThink('没想好就先放着，买不买随您')).toBe(true);
  expect(letsThink('要买就现在拍')).toBe(false);
});
