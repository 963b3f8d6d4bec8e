/** A small fixed draw of the fault harness, each kind with `npm test -- sweep`; `npm run -s faults` does the thousand. */
import { describe, expect, test } from 'vitest';
import { DATABASES, FAULTS, planOf } from '#scripts/faults/plan.ts';
import { runPlan } from '#scripts/faults/run-plan.ts';
import { postgresPrograms } from '#scripts/private-servers/private-postgres.ts';
import { sweepsAll } from '#tests/support/sweep.ts';

const databases = DATABASES.filter(
  (database) => database === 'sqlite' || postgresPrograms() !== null || process.env.CI === 'true',
);

/** A handful, or every kind of a database: `npm run -s faults` does hundreds. */
const DRAWN = sweepsAll ? 11 : 7;
/** With these the two handfuls together have every kind. */
const SEEDS = { sqlite: 1, postgres: 20 };

describe('a plan of faults', () => {
  test('is the same for the same seed, and has every kind of its database', () => {
    for (const database of DATABASES) {
      const kinds = Object.entries(FAULTS).filter(([, { on }]) => on.some((one) => one === database));
      expect(planOf(7, 40, database)).toEqual(planOf(7, 40, database));
      expect(planOf(7, 40, database)).not.toEqual(planOf(8, 40, database));
      expect(planOf(7, 500, database).slice(0, 40)).toEqual(planOf(7, 40, database));
      expect(new Set(planOf(7, kinds.length, database).map(({ kind }) => kind)).size).toBe(kinds.length);
      expect(kinds.length).toBe(11);
    }
  });

  test('has every kind in the handfuls of the two databases', () => {
    const drawn = DATABASES.flatMap((database) => planOf(SEEDS[database], DRAWN, database));
    expect(new Set(drawn.map(({ kind }) => kind))).toEqual(new Set(Object.keys(FAULTS)));
  });

  test.each(databases)('leaves nothing acknowledged lost and no drill standing on %s [N9]', async (database) => {
    const { failures, faults } = await runPlan(planOf(SEEDS[database], DRAWN, database), {
      ...{ database, practising: 1, seated: 1, rooms: 1, roomFaults: DRAWN },
    });
    expect(failures).toEqual([]);
    expect(faults).toBe(DRAWN);
  });
});
