import { describe, expect, test } from 'vitest';
import { builtInTemplate } from '#classroom/lesson/templates.ts';
import type { Scenario } from '#engine/model/content.ts';
import { lessonCatalog } from '#tests/drills/support/lesson-room.ts';

const [plain] = lessonCatalog.data.scenarios;
const incident = { title: '断货', notice: null };

/** `shop/level` or `shop/level!` for an incident, in the library's order. */
const library = (list: string) => ({
  ...lessonCatalog.data,
  scenarios: list.split(' ').map((word, at): Scenario => {
    const [shop = '', level = '1'] = word.replace('!', '').split('/');
    if (plain === undefined) throw new Error('no case');
    const over = { id: `${word} ${at}`, shop, level: Number(level) as Scenario['level'] };
    return { ...plain, ...over, incident: word.endsWith('!') ? incident : null };
  }),
});
const shopsOf = (list: string): string[] => {
  const { plan } = builtInTemplate(library(list));
  return [...plan.scenarios, ...plan.incidents].map((id) => id.replace(/ \d+$/, ''));
};

describe('the lesson that comes with the product', () => {
  test('takes cases and incidents of one shop, the easiest of those that have both', () => {
    expect(shopsOf('a/1 b/3 b/2 b/1! c/1 c/2 c/3 c/2!')).toEqual(['c/1', 'c/2', 'c/2!']);
    expect(shopsOf('a/1 a/1 b/5 b/5 b/1!')).toEqual(['b/5', 'b/5', 'b/1!']);
  });

  test('has no incidents where only another shop has any', () => {
    expect(shopsOf('a/1 a/2 b/1!')).toEqual(['a/1', 'a/2']);
    expect(shopsOf('a/1')).toEqual(['a/1']);
  });
});
