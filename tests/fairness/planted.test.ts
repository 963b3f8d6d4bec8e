/** Faults planted into model replies (scripts/fairness/planted.ts): the judge must find no fewer of them than before. */
import { expect, it } from 'vitest';
import { type Outcome, plantedCounts, planter, readPlanted } from '#scripts/fairness/planted.ts';
import { library } from '#tests/support/library.ts';

const lines = readPlanted();
/** Every 19th line is played here, a number that doesn't divide a case's twelve kinds; `npm run fairness` plays all lines. */
const SAMPLE = 19;
const sample = lines.filter((_, at) => at % SAMPLE === 0);

it('each line names a case, one of its model replies and words that stand in that reply', () => {
  expect(lines.length).toBeGreaterThan(500);
  for (const { scenario, reply, to, say, fault, clause } of lines) {
    expect(library.testplans.get(scenario)?.model?.replies[reply]?.to, `${scenario} ${reply}`).toBe(to);
    expect(clause === undefined, `${scenario}: ${clause}`).toBe(fault === undefined);
    if (clause !== undefined)
      expect(
        say.some((text) => text.includes(clause)),
        clause,
      ).toBe(true);
  }
});

it('one in nineteen of the lines finds no fewer faults, and accuses no more right replies, than before', () => {
  const counts = plantedCounts(library, sample);
  const count = (outcome: Outcome): number => [...counts.values()].reduce((sum, of) => sum + (of.get(outcome) ?? 0), 0);
  expect(count('caught')).toBeGreaterThanOrEqual(6);
  expect(count('accused')).toBe(0);
});

it('a line is refused when its model reply answers another beat by now', () => {
  const [line] = lines;
  if (!line) throw new Error('no lines');
  expect(() => planter(library)({ ...line, to: 'elsewhere' })).toThrow('answers');
});
