import { describe, expect, it } from 'vitest';
import { nearestTests } from '#scripts/check/nearest-tests.mjs';

const SENT = 'tests/language/deeds.test.ts';

describe('npm run check', () => {
  it('takes the test that changed, and then those that import the changed file, the nearest first', () => {
    expect(nearestTests([SENT], {}, 30)).toEqual({ chosen: [SENT], left: [] });
    const { chosen } = nearestTests(['server/http/session/guest-cookie.ts'], {}, 30);
    expect(chosen).toContain('tests/http/authored/authored-drills.test.ts');
  });

  it('takes the tests with the changed file’s own name first, whatever the time of the others', () => {
    const own = 'tests/wall/looks-same.test.ts';
    const { chosen } = nearestTests(['server/wall/looks-same.ts'], { [own]: 14 }, 15);
    expect(chosen[0]).toBe(own);
    const reached = nearestTests(['messages/en/trade.json'], {}, Number.POSITIVE_INFINITY).chosen;
    expect(reached).toContain('tests/i18n/catalogues.test.ts');
  });

  it('leaves out and names what doesn’t fit into the time', () => {
    const changed = ['server/language/judge.ts'];
    const all = nearestTests(changed, {}, Number.POSITIVE_INFINITY);
    expect(all.left).toEqual([]);
    const { chosen, left } = nearestTests(changed, {}, 30);
    expect(chosen.length).toBeGreaterThan(5);
    expect(left).toContain('tests/learning/metamorphic.test.ts');
    expect([...chosen, ...left].toSorted()).toEqual(all.chosen.toSorted());
    const [first = ''] = chosen;
    expect(nearestTests(changed, { [first]: 31 }, 30).left).toContain(first);
  });

  it('takes tests of cases and library as near to a changed case, and no browser test', () => {
    const { chosen, left } = nearestTests(['scenarios/cases/promotion/coupon-stack.yaml'], {}, 30);
    expect([...chosen, ...left]).toContain('tests/scenarios/shipped.test.ts');
    expect([...chosen, ...left].filter((file) => !/^tests\/(?:scenarios|library)\//.test(file))).toEqual([]);
    expect(nearestTests(['tests/browser/walk.test.ts'], {}, 30)).toEqual({ chosen: [], left: [] });
  });
});
