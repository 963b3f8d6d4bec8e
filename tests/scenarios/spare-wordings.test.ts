/** `scenarios:check --spare`: a wording that others say already is named, one that nothing else says isn't. */
import { expect, it } from 'vitest';
import type { Scenario } from '#engine/model/content.ts';
import type { Cases } from '#scripts/accuracy/invariants/contexts.ts';
import { spareShown, spareWordings } from '#scripts/check/spare-wordings.ts';
import { library } from '#tests/support/library.ts';

const ID = 'product-advice/shoe-half-size';
/** The cases with more right wordings of one point. */
const withMore = (more: readonly string[]): Cases => {
  const scenario = structuredClone(library.scenarios.get(ID)) as Scenario;
  const point = scenario.beats.flatMap(({ asks }) => asks.flatMap(({ points }) => points))[0];
  if (!point) throw new Error(`${ID} asks nothing`);
  Object.assign(point, { also: [...(point.also ?? []), ...more] });
  return { scenarios: new Map([[ID, scenario]]), testplans: library.testplans };
};
const before = spareWordings(library, ID);

it('a wording whose words other wordings cover is named and counted', () => {
  const { typed, spare } = spareWordings(withMore(['给您选39.5码哈']), ID);
  expect(typed).toBe(before.typed + 1);
  expect(spare.map(({ text }) => text)).toContain('给您选39.5码哈');
});

it('a wording that no other one covers is not named', () => {
  const { spare } = spareWordings(withMore(['盒子上印着245的那双']), ID);
  expect(spare.map(({ text }) => text)).not.toContain('盒子上印着245的那双');
});

it('a spare wording is printed with its point, kind and words', () => {
  expect(spareShown(ID, { typed: 90, spare: [{ point: 'size', field: 'also', text: '39.5就行' }] })).toEqual([
    `${ID} 手写了 90 种说法，去掉这 1 种照样听得出来：`,
    '  size 对的说法 「39.5就行」',
  ]);
});
