/** A trainee's own retries over HTTP. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { drillSummarySchema } from '#contract/bodies.ts';
import type { DrillRetries } from '#contract/retries.ts';
import { eventsOf, SCENARIO } from '#tests/classroom/support/golden-class.ts';
import { cookieOf } from '#tests/http/support/people-world.ts';
import { get, post, reportOf, resultsServer } from '#tests/http/support/results-world.ts';
import { codeOf, valueIn } from '#tests/http/support/test-server.ts';
import { person } from '#tests/storage/people-contract.ts';

const room = (results: 'published' | 'at-once' = 'at-once') =>
  resultsServer([{ name: '林可欣', drills: [eventsOf('poor')] }], results);
const REDOS = 'drills/d1-1/redos';
const triesSchema = z.object({
  places: z.array(z.object({ since: z.number().nullable(), open: z.string().nullable() })),
});
const PLACE = { conversation: 'c1', turn: 1 };

describe('[N7] POST /api/drills/:id/redos', () => {
  test('answers with the new drill, which stands in no list and counts nowhere', async () => {
    const server = await room();
    const { trainee } = server;
    const before = await reportOf(server);
    const made = drillSummarySchema.parse(valueIn(await post(server, REDOS, trainee, PLACE)));
    expect(made).toMatchObject({ state: 'opened', run: null, retry: { drill: 'd1-1', ...PLACE, since: null } });
    expect(valueIn(await post(server, REDOS, trainee, PLACE))).toEqual(made);
    const own = z.array(drillSummarySchema).parse(valueIn(await get(server, 'drills', trainee)));
    expect(own.map(({ id }) => id)).toEqual(['d1-1']);
    await server.application.runner.end(made.id, 'teacher');
    expect(await reportOf(server)).toEqual(before);
    expect(valueIn(await get(server, 'runs/r1/results', server.teacher))).toMatchObject({
      seats: [{ attempts: [{ drill: 'd1-1' }] }],
    });
    expect(codeOf(await get(server, `drills/${made.id}/report`, trainee))).toBe('retry-no-report');
  });

  test('is refused to another device as for an unknown drill; staff read the tries and start none', async () => {
    const server = await room();
    const { stranger, teacher, trainee } = server;
    for (const path of [REDOS, 'drills/nothing/redos']) {
      expect(codeOf(await post(server, path, stranger, PLACE))).toBe('unknown-drill');
    }
    for (const path of ['drills/d1-1/tries', 'drills/nothing/tries']) {
      expect(codeOf(await get(server, path, stranger))).toBe('unknown-drill');
    }
    expect(codeOf(await post(server, REDOS, teacher, PLACE))).toBe('unknown-drill');
    const { id } = drillSummarySchema.parse(valueIn(await post(server, REDOS, trainee, PLACE)));
    expect(valueIn(await get(server, 'drills/d1-1/tries', teacher))).toMatchObject({ own: false, refused: null });
    expect(codeOf(await get(server, `drills/${id}`, stranger))).toBe('unknown-drill');
    expect(codeOf(await get(server, `drills/${id}/report`, teacher))).toBe('unknown-drill');
  });

  test('works for a person’s own drills wherever they began: opened at school, done again at home, once signed in', async () => {
    const server = await room();
    const { storage, trainee, stranger } = server;
    await storage.people.createPerson(person('lin', { name: '林可欣', school: 's1', role: 'trainee' }));
    const openedAt = Date.now() - 600_000;
    const base = { id: 'own', guest: 'g1', contentHash: 'golden', scenarios: [SCENARIO], mode: 'practice', openedAt };
    await storage.createDrill({ ...base, state: 'opened', endedAt: null, score: null, place: null, retry: null });
    const ended = { state: 'ended' as const, running: false, dueAt: null, endedAt: openedAt + 500_000 };
    await storage.appendAll([
      { drill: 'own', expectedSeq: 0, commandId: null, at: openedAt, events: eventsOf('poor'), ack: null, ...ended },
    ]);
    const path = 'drills/own/redos';
    const { id } = drillSummarySchema.parse(valueIn(await post(server, path, trainee, PLACE)));
    // At home: another device, which is unknown until the person's practice is claimed for their account.
    const home = `${stranger}; ${await cookieOf(storage, 'lin')}`;
    expect(codeOf(await get(server, `drills/${id}`, home))).toBe('unknown-drill');
    await storage.portfolio.claim('g1', 'lin', ['own']);
    expect(valueIn(await get(server, `drills/${id}`, home))).toMatchObject({ id });
    expect(valueIn(await post(server, path, home, PLACE))).toMatchObject({ id });
    const tries = valueIn(await get(server, 'drills/own/tries', home)) as DrillRetries;
    expect(tries).toMatchObject({ own: true, refused: null });
    expect(tries.places.find(({ turn }) => turn === 1)?.open).toBe(id);
    expect(await server.application.runner.ownerOf(id)).toEqual({ school: null, guest: 'g1', person: 'lin' });
    // The other way round: begun at home by the signed-in person, without a guest's cookie.
    const second = drillSummarySchema.parse(
      valueIn(await post(server, path, await cookieOf(storage, 'lin'), { ...PLACE, turn: 2 })),
    );
    expect(valueIn(await get(server, `drills/${second.id}`, trainee))).toMatchObject({ id: second.id });
    expect(await server.application.runner.ownerOf(second.id)).toEqual({ school: null, guest: 'g1', person: 'lin' });
    expect(codeOf(await get(server, `drills/${second.id}`, stranger))).toBe('unknown-drill');
    expect(codeOf(await get(server, `drills/${second.id}`, server.teacher))).toBe('unknown-drill');
  });

  test.each([
    ['nothing', undefined],
    ['no turn', { conversation: 'c1' }],
    ['turn 0', { conversation: 'c1', turn: 0 }],
    ['half a turn', { conversation: 'c1', turn: 1.5 }],
    ['more than is asked', { ...PLACE, drill: 'd1-1' }],
    ['a time before the drill', { ...PLACE, since: -1 }],
    ['half a millisecond', { ...PLACE, since: 0.5 }],
    ['a word for a time', { ...PLACE, since: '5000' }],
    ['no time at all', { ...PLACE, since: Number.MAX_VALUE }],
  ])('refuses %s', async (_what, body) => {
    const server = await room();
    expect(codeOf(await post(server, REDOS, server.trainee, body))).toBe('bad-request');
  });

  test('does a silence again that a finding is about, and shows its try beside it', async () => {
    const server = await resultsServer([{ name: '林可欣', drills: [eventsOf('silent')] }], 'at-once');
    const { trainee } = server;
    const places = async () => triesSchema.parse(valueIn(await get(server, 'drills/d1-1/tries', trainee))).places;
    const silence = (await places()).find(({ since }) => since !== null);
    const place = { ...PLACE, since: silence?.since ?? null };
    const made = drillSummarySchema.parse(valueIn(await post(server, REDOS, trainee, place)));
    expect(made).toMatchObject({ state: 'opened', retry: { drill: 'd1-1', ...place } });
    expect((await places()).find(({ since }) => since === place.since)?.open).toBe(made.id);
    expect(codeOf(await post(server, REDOS, trainee, { ...place, since: (place.since ?? 0) + 1 }))).toBe(
      'unknown-turn',
    );
    expect(codeOf(await post(server, REDOS, trainee, { ...place, turn: 2 }))).toBe('unknown-turn');
  });

  test('refuses with a code what can’t be done again', async () => {
    const server = await room();
    expect(codeOf(await post(server, REDOS, server.trainee, { ...PLACE, turn: 99 }))).toBe('unknown-turn');
    const hidden = await room('published');
    expect(codeOf(await post(hidden, REDOS, hidden.trainee, PLACE))).toBe('report-not-published');
    expect(codeOf(await get(hidden, 'drills/d1-1/tries', hidden.trainee))).toBe('report-not-published');
  });
});
