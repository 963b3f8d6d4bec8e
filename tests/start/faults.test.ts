/** A small fixed draw of the fault harness, each kind with `npm test -- sweep`; `npm run -s faults` does the thousand. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasNodePrograms, type PostgresServer, postgresServer } from '#scripts/faults/place.ts';
import { DATABASES, FAULTS, kindsOn, planOf } from '#scripts/faults/plan.ts';
import { runPlan } from '#scripts/faults/run-plan.ts';
import { postgresPrograms } from '#scripts/private-servers/private-postgres.ts';
import { sweepsAll } from '#tests/support/sweep.ts';

const databases = DATABASES.filter(
  (database) => database === 'sqlite' || postgresPrograms() !== null || process.env.CI === 'true',
);

const areNodesTried = hasNodePrograms() || process.env.CI === 'true';
if (!areNodesTried) console.warn('PostgreSQL or Redis isn’t installed here, so no fault is done to several nodes');

/** Started once for a server alone and for nodes. */
let server: PostgresServer | null = null;
beforeAll(async () => {
  server = await postgresServer({ nodes: areNodesTried });
});
afterAll(async () => server?.remove());

/** A handful, or every kind of a database: `npm run -s faults` does hundreds. */
const DRAWN = sweepsAll ? 11 : 7;
/** With these the two handfuls together have every kind, and each a database that can't be written. */
const SEEDS = { sqlite: 580, postgres: 20 };

/** Of these the first three are a node killed, one asleep, and trainees moved between nodes. */
const NODES_SEED = 17;
const NODES_DRAWN = sweepsAll ? 14 : 3;

describe('a plan of faults', () => {
  test('is the same for the same seed, and has every kind of its database', () => {
    for (const database of [...DATABASES, 'nodes'] as const) {
      const kinds = kindsOn(database);
      expect(planOf(7, 40, database)).toEqual(planOf(7, 40, database));
      expect(planOf(7, 40, database)).not.toEqual(planOf(8, 40, database));
      expect(planOf(7, 500, database).slice(0, 40)).toEqual(planOf(7, 40, database));
      expect(new Set(planOf(7, kinds.length, database).map(({ kind }) => kind)).size).toBe(kinds.length);
      expect(kinds.length).toBe(database === 'nodes' ? 14 : 11);
    }
  });

  test('of one server is what the seed drew before there were nodes', () => {
    const begins = (database: 'sqlite' | 'postgres') => planOf(2026, 5, database).map(({ kind, seed }) => [kind, seed]);
    const first = [
      ['asleep', 1330539191],
      ['killed-at-start', 245892359],
      ['killed-in-batch', 710947101],
      ['clock-jumped', 1977545489],
    ];
    expect(begins('sqlite')).toEqual([...first, ['folder-moved', 3718466]]);
    expect(begins('postgres')).toEqual([...first, ['database-restarted', 3718466]]);
    expect(planOf(2026, 16, 'postgres').at(-1)).toMatchObject({ kind: 'sessions-ended', seed: 1452703603 });
  });

  test('has every kind in the handfuls of the two databases', () => {
    const drawn = DATABASES.flatMap((database) => planOf(SEEDS[database], DRAWN, database));
    const alone = Object.keys(FAULTS).filter((kind) => DATABASES.some((one) => kindsOn(one).some((on) => on === kind)));
    expect(new Set(drawn.map(({ kind }) => kind))).toEqual(new Set(alone));
  });

  test.each(databases)('leaves nothing acknowledged lost and no drill standing on %s [N9]', async (database) => {
    const { failures, faults, kinds } = await runPlan(planOf(SEEDS[database], DRAWN, database), {
      ...{ database, practising: 1, seated: 1, rooms: 1, roomFaults: DRAWN },
      ...(database === 'postgres' && server !== null ? { server } : {}),
    });
    expect(failures).toEqual([]);
    expect(faults).toBe(DRAWN);
    // A fault that never came about would pass without being noticed. (A full disk may leave room in the file's pages.)
    expect(kinds['read-only']?.told).toBe(kinds['read-only']?.count ?? 'none drawn');
  });

  test.runIf(areNodesTried)(
    'leaves nothing acknowledged lost and no drill standing over two nodes [N9] [D3]',
    async () => {
      const { failures, faults } = await runPlan(planOf(NODES_SEED, NODES_DRAWN, 'nodes'), {
        ...{
          database: 'postgres',
          nodes: 2,
          practising: 1,
          seated: sweepsAll ? 1 : 0,
          rooms: 1,
          roomFaults: NODES_DRAWN,
        },
        ...(server === null ? {} : { server }),
      });
      expect(failures).toEqual([]);
      expect(faults).toBe(NODES_DRAWN);
    },
  );
});
