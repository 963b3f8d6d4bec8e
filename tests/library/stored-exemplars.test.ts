import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exemplarsIn, findExemplars, sourceOf, withExemplars } from '#library/reading/exemplars.ts';
import { EXEMPLARS_FILE, storedExemplars } from '#library/reading/stored-exemplars.ts';
import { exemplarsText } from '#scripts/exemplars/exemplars-text.ts';
import { library } from '#tests/support/library.ts';

const ID = 'promotion/coupon-stack';
const scenario = library.scenarios.get(ID);
const testplan = library.testplans.get(ID);

describe('stored exemplars', () => {
  it('are those found in every shipped case and its testplan now: npm run scenarios:exemplars', () => {
    expect(readFileSync(EXEMPLARS_FILE, 'utf8').replaceAll('\r\n', '\n')).toBe(exemplarsText());
  });

  it('are put into the case they were found in', () => {
    if (scenario === undefined) throw new Error(`no case ${ID}`);
    const stored = storedExemplars(ID, sourceOf(scenario, testplan));
    expect(stored).toEqual(findExemplars(scenario, testplan));
    expect(exemplarsIn(withExemplars(scenario, testplan)).size).toBeGreaterThan(0);
  });

  it('aren’t used when the case or a reply of its testplan has changed', () => {
    if (scenario === undefined || testplan === undefined) throw new Error(`no case ${ID}`);
    const [first, ...others] = scenario.beats;
    if (first === undefined) throw new Error(`${ID} has no beat`);
    const changed = { ...scenario, beats: [{ ...first, says: null }, ...others] };
    expect(storedExemplars(ID, sourceOf(changed, testplan))).toBeNull();
    expect(storedExemplars(ID, sourceOf(scenario, {}))).toBeNull();
    expect(storedExemplars('promotion/no-such-case', sourceOf(scenario, testplan))).toBeNull();
  });
});
