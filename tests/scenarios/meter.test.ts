/** The desk warns before anybody goes: the rubric's meter against the shipped personas. */
import { expect, it } from 'vitest';
import { patienceFactor } from '#engine/state/evolve-turn.ts';
import { library } from '#tests/support/library.ts';

it('[Q39] the meter is red before the most impatient persona, angry, goes without a reply', () => {
  const goesS = Math.min(...[...library.personas.values()].map(({ patience }) => patience[2] * patienceFactor(0)));
  const meters = library.rubrics.flatMap(({ meter }) => meter ?? []);
  expect(meters.length).toBeGreaterThan(0);
  for (const { warnS, urgeS } of meters) {
    expect(warnS).toBeLessThan(urgeS);
    expect(urgeS).toBeLessThan(goesS);
  }
});
