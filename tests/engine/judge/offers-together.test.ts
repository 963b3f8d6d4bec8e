/** Two offers of a shop told in one breath, each with its own right sum, are held against nobody; a wrong sum is (RULES T29). */
import { expect, test } from 'vitest';
import { answerRequest } from '#engine/judge/answer-request.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import { contentFor } from '#library/load.ts';
import { oneTurn } from '#tests/engine/support/one-turn.ts';
import { library } from '#tests/support/library.ts';

/** The shop whose cards have 满300减40 and a coupon of 15. */
const SHOP = 'suibu';
const FORMS = [
  (less: number, coupon: number): string => `699满减减${less}再减券${coupon}`,
  (less: number, coupon: number): string => `满300减${less}再减券${coupon}`,
  (less: number, coupon: number): string => `满减${less}再用券减${coupon}`,
  (less: number, coupon: number): string => `先满减${less}叠券${coupon}`,
  (less: number, coupon: number): string => `699减${less}领券再减${coupon}，到手644`,
  (less: number, coupon: number): string => `双11满减${less}加店铺券${coupon}`,
  (less: number, coupon: number): string => `满300减${less}，券是${coupon}`,
  (less: number, coupon: number): string => `减${less}用券${coupon}`,
];
const ids = [...library.scenarios.values()].filter(({ shop }) => shop === SHOP).map(({ id }) => id);
const contents = ids.map((id) => ({ id, content: prepare(contentFor(library, [id]).data) }));

const heldIn = (text: string): string[] =>
  contents.flatMap(({ id, content }) => {
    const { strays = [], judgement } = answerRequest(content, oneTurn(id, text));
    const cards = judgement.contradictions.filter(({ chance }) => chance >= VERDICT_THRESHOLDS.card.told);
    return strays.length + cards.length === 0 ? [] : [`${id}: ${text}`];
  });

test.each(FORMS.map((form) => form(40, 15)))('[T29] holds no right sum against anybody: %s', (text) => {
  expect(contents.length).toBeGreaterThan(5);
  expect(heldIn(text)).toEqual([]);
});

test('[T29] holds a coupon’s wrong sum behind the other offer', () => {
  // In two cases of the eighteen 25 is a right sum of something else.
  expect(heldIn('满300减40，店铺券满199减25').length).toBeGreaterThanOrEqual(contents.length - 2);
});
