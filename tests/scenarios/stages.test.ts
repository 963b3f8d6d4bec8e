import { expect, test } from 'vitest';
import { shippedRules } from '#classroom/learning-path/rules.ts';
import { loadSharedContent } from '#library/load-shared-content.ts';

test('the stages that ship are read without a fault, their ids are unique, and the catalogue has their names [U5]', () => {
  const { catalogue, diagnostics } = loadSharedContent('scenarios');
  expect(diagnostics).toEqual([]);
  const { stages } = catalogue;
  expect(shippedRules(stages)).toEqual(stages);
  const ids = stages.flatMap(({ id, conditions }) => [id, ...conditions.map((condition) => condition.id)]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(stages.map(({ name }) => name)).toEqual(['认知', '技能', '实战', '提升', '顶岗']);
});
