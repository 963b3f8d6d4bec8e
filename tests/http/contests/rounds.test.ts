/** What a contest's rounds are: the same for everybody, ended by the window, watched and certified afterwards. */
import { describe, expect, test } from 'vitest';
import type { Certificate, RunCertificates } from '#contract/exams/certificates.ts';
import type { DrillResult } from '#contract/results.ts';
import type { SeatBody } from '#contract/runs.ts';
import { codeOf, testServer, valueIn } from '#tests/http/support/test-server.ts';
import { reply, version } from '#tests/storage/quick-replies-contract.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';
import {
  type Arena,
  aContest,
  aHeldContest,
  aRound,
  arena,
  boardOf,
  bodyIn,
  listAll,
  MINUTE,
  NAMES,
} from './support.ts';

/** Takes the seat, or goes on there with its cookie, and begins a round; its drill. */
const begin = async ({ post, storage }: Arena, run: string, place: number, own: string | null = null) => {
  const seat = (await storage.runs.seats(run))[place]?.id ?? '';
  const cookie = own ?? (await post(`join/${(await storage.runs.run(run))?.code}`, null, { seat })).cookie;
  const begun = await post(`seats/${seat}/again`, cookie);
  const drill = begun.reply.ok ? ((begun.reply.value as SeatBody).drill ?? '') : '';
  return { seat, cookie, begun, drill };
};

/** The drill's stored result, once the scorer has made it. */
const scored = async ({ storage, clock }: Arena, drill: string): Promise<DrillResult> => {
  for (let turn = 0; turn < 200; turn++) {
    const result = await storage.results.result(drill);
    if (result !== null) return result;
    await clock.settle();
  }
  throw new Error('no result');
};

describe('[J52] a round', () => {
  test('is the same for everybody, whatever quick replies their school has; the next one is another', async () => {
    const server = await arena();
    const { storage, clock, application } = server;
    await storage.quickReplies.add(version(1), [reply('a')]);
    const { runs } = await aHeldContest(server);
    await clock.advance(2 * MINUTE);
    const opened = async (drill: string) => {
      const [first] = (await storage.read(drill, 0)).flatMap(({ events }) => events);
      return { hash: (await storage.drill(drill))?.contentHash, seed: (first as { seed?: number }).seed };
    };
    const [one, two] = [await begin(server, runs.s1, 1), await begin(server, runs.s2, 0)];
    expect((await storage.drill(one.drill))?.mode).toBe('exam');
    expect(await opened(one.drill)).toEqual(await opened(two.drill));
    expect((await opened(one.drill)).seed).toBeTypeOf('number');
    // Ended before a customer came it is no round: the next one has its customers.
    await application.runner.end(one.drill, 'teacher');
    await scored(server, one.drill);
    const again = await begin(server, runs.s1, 1, one.cookie);
    expect(again.drill).not.toBe(one.drill);
    expect((await opened(again.drill)).seed).toBe((await opened(two.drill)).seed);
    await application.runner.end(again.drill, 'teacher');
    await scored(server, again.drill);
    await aRound(server, runs.s1, 1, 70);
    const next = await begin(server, runs.s1, 1, one.cookie);
    expect((await opened(next.drill)).seed).toBe(((await opened(two.drill)).seed ?? 0) + 1);
  });

  test('can’t be begun before the contest opens or after it, and of a sitting there is one [J54]', async () => {
    const server = await arena();
    const { clock } = server;
    const { runs } = await aHeldContest(server, { kind: 'sitting', counted: 1, rounds: 1 });
    const early = await begin(server, runs.s1, 0);
    expect(codeOf(early.begun)).toBe('homework-not-open');
    await clock.advance(2 * MINUTE);
    await aRound(server, runs.s1, 0, 70);
    expect(codeOf((await begin(server, runs.s1, 0, early.cookie)).begun)).toBe('no-attempts-left');
    await clock.advance(10 * MINUTE);
    expect(codeOf((await begin(server, runs.s1, 1)).begun)).toBe('homework-over');
  });

  test('that goes on when the window ends is ended there, also by a server that was down then [J54]', async () => {
    const dataDir = tempFolder();
    const server = await arena(dataDir);
    const { clock, application, host, post } = server;
    const { id, runs } = await aHeldContest(server);
    await clock.advance(2 * MINUTE);
    const { drill } = await begin(server, runs.s1, 0);
    expect(await boardOf(server, id)).toMatchObject({ entered: 1, playing: 1 });
    await application.close();
    clock.forget();
    clock.sleep(20 * MINUTE);
    const again = await testServer({ clock, dataDir });
    await clock.advance(3000);
    expect((await again.storage.drill(drill))?.state).toBe('ended');
    const told = await (
      await fetch(`${again.url}/api/contests/${id}/unveil`, {
        ...{ method: 'POST', body: '{"to":0}' },
        headers: { 'content-type': 'application/json', cookie: host },
      })
    ).json();
    // Nobody came to it, so that nobody has a place and there is nothing to tell one by one.
    expect(told.value.board).toMatchObject({ phase: 'told', rows: [] });
    expect(post).toBeDefined();
  });
});

describe('[J56] once all is told', () => {
  test('counted rounds may be watched where the rules say so, and no others, nor before', async () => {
    const server = await arena();
    const { get, post, host, clock, application, storage } = server;
    const { id, runs } = await aHeldContest(server);
    await listAll(server, id, [runs.s1]);
    await clock.advance(2 * MINUTE);
    const { drill } = await begin(server, runs.s1, 0);
    await application.runner.end(drill, 'teacher');
    const result = await scored(server, drill);
    await storage.results.putResult(drill, clock.now(), { ...result, came: 1 });
    await clock.advance(3000);
    const key = (await boardOf(server, id)).rows[0]?.key;
    const watched = (n: number) => get(`contests/${id}/replays/${key}/${n}`, null);
    expect(codeOf(await watched(0))).toBe('contest-not-over');
    await clock.advance(12 * MINUTE);
    valueIn(await post(`contests/${id}/unveil`, host, { to: 9 }));
    expect((await boardOf(server, id)).rows[0]?.replay).toBe(true);
    const replay = JSON.stringify(valueIn(await watched(0)));
    for (const name of [...NAMES.s1, ...NAMES.s2]) expect(replay).not.toContain(name);
    expect(replay).not.toMatch(/INSIDE-NOTE|SECRET-NUMBER/);
    for (const other of [1, -1, 1.5, Number.NaN]) expect(codeOf(await watched(other))).toBe('unknown-drill');

    const closed = bodyIn(await post('contests', host, aContest(server, { replays: false })));
    expect(codeOf(await get(`contests/${closed.id}/replays/${key}/0`, null))).toBe('contest-not-over');
  });

  test('each school issues certificates to its own people, which say the place [F1]', async () => {
    const server = await arena();
    const { get, post, host, guest, clock } = server;
    const { id, runs } = await aHeldContest(server);
    await clock.advance(2 * MINUTE);
    const { seat } = await begin(server, runs.s2, 0);
    await aRound(server, runs.s2, 0, 70);
    await aRound(server, runs.s1, 0, 90);
    await clock.advance(12 * MINUTE);
    const listed = async () => valueIn(await get(`runs/${runs.s2}/certificates`, guest)) as RunCertificates;
    expect(await listed()).toMatchObject({ of: 'contest', refused: 'contest-not-over' });
    const issue = (cookie: string) => post(`runs/${runs.s2}/certificates`, cookie, { standard: '', seats: [seat] });
    expect(codeOf(await issue(guest))).toBe('contest-not-over');
    valueIn(await post(`contests/${id}/unveil`, host, { to: 9 }));
    expect(codeOf(await issue(host))).toBe('unknown-run');
    const { rows } = valueIn(await issue(guest)) as RunCertificates;
    const code = rows.find((row) => row.seat === seat)?.certificate?.code ?? '';
    const { facts } = valueIn(await get(`certificates/${code}`, null)) as Certificate;
    expect(facts).toMatchObject({
      ...{ exam: '城东杯', name: NAMES.s2[0], score: 70 },
      contest: { team: '城西一班', place: 2, of: 2, rounds: 1 },
    });
  });
});
