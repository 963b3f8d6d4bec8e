/** Who may do a thing to what is their own may still not name another's beside it: another class's, another school's. */
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { accessOf } from '#common/access.ts';
import type { Route } from '#contract/routes/table.ts';
import { RESOURCE_KINDS } from '#contract/who-may.ts';
import { createSchools } from '#tests/http/support/access-world.ts';
import { cookieOf } from '#tests/http/support/people-world.ts';
import { type Row, SECOND_IDS } from '#tests/http/support/second-ids.ts';
import { createSide, type Side } from '#tests/http/support/sides.ts';
import { ask, codeOf, type TestServer, testServer, withoutId } from '#tests/http/support/test-server.ts';

const rows = Object.entries(SECOND_IDS).flatMap(([route, row]) =>
  typeof row === 'string' ? [] : [[route as Route, row] as const],
);

type Sides = { server: TestServer; admin: string; mine: Side; colleagues: Side; foreign: Side };

const sides = async (): Promise<Sides> => {
  const server = await testServer();
  await createSchools(server.storage);
  return {
    server,
    admin: await cookieOf(server.storage, 'admin'),
    mine: await createSide(server, 'mine', 'a', 'admin'),
    colleagues: await createSide(server, 'colleagues', 'a', 'admin'),
    foreign: await createSide(server, 'foreign', 'b', 'admin-b'),
  };
};

const NOTHING = new Proxy({} as Side['ids'], { get: () => 'nothing' });

/** The route on what is mine, with second ids of `ids`. */
const knock = ({ server, admin, mine }: Sides, route: Route, row: Row, ids: Side['ids']) => {
  const [method = '', path = ''] = route.split(' ');
  const { path: parts = {}, query = '', body } = row.send(ids, mine);
  const first = RESOURCE_KINDS.find((thing) => accessOf(route).endsWith(` of ${thing}`));
  const named = { ...(first === undefined ? {} : { id: mine.ids[first as keyof Side['ids']] }), code: mine.ids.code };
  const filled = path.replace(/:(\w+)/g, (_, name) => ({ ...named, ...parts })[name as 'id'] ?? `no ${name}`);
  return ask(server.url + filled + query, {
    method,
    cookie: row.as === 'admin' ? admin : mine.cookies[row.as],
    ...(method === 'POST' ? { body: body ?? {} } : {}),
  });
};

describe('a second id in a request', () => {
  test.each(rows)('%s: another’s is answered like one that doesn’t exist', async (route, row) => {
    const world = await sides();
    const { server, admin: cookie, mine } = world;
    if (row.stage !== undefined) {
      const url = `${server.url}/api/runs/${mine.ids.run}/stage`;
      expect(codeOf(await ask(url, { method: 'POST', cookie, body: { stage: row.stage } }))).toBe('ok');
    }
    const nothing = withoutId(await knock(world, route, row, NOTHING));
    const others = row.within === 'school' ? [world.foreign] : [world.foreign, world.colleagues];
    for (const { ids } of others) {
      const answer = await knock(world, route, row, ids);
      expect(codeOf(answer)).toBe(row.refused);
      expect(withoutId(answer)).toEqual(nothing);
    }
    // One's own gets past this, so that it isn't something else that is refused above.
    const own = row.within === 'school' ? world.colleagues : world.mine;
    expect(withoutId(await knock(world, route, row, own.ids))).not.toEqual(nothing);
  });

  test('is asked elsewhere where no row asks it', () => {
    const files = Object.values(SECOND_IDS).filter((row) => typeof row === 'string' && row !== 'public');
    expect(files.filter((file) => !existsSync(String(file)))).toEqual([]);
  });
});
