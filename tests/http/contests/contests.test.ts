/** Contests over HTTP: two schools on one server, what each is told when, and what nobody may do. */
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { readResultFile } from '#classroom/contests/result-file.ts';
import type { ContestListRow } from '#contract/contests/contests.ts';
import type { SeatBody } from '#contract/runs.ts';
import { codeOf, valueIn } from '#tests/http/support/test-server.ts';
import { aResult } from '#tests/storage/results-contract.ts';
import { aContest, aHeldContest, aRound, arena, boardOf, bodyIn, listAll, MINUTE, NAMES } from './support.ts';

describe('[J54] who gets into a contest', () => {
  test('the host’s classes, and another school by its code, once and for that school alone', async () => {
    const server = await arena();
    const { post, get, host, guest, storage } = server;
    const { id, code } = await aHeldContest(server);
    const seen = bodyIn(await get(`contests/${id}`, guest));
    expect(seen.host).toBeNull();
    expect(seen.entries.map(({ team, own }) => [team, own !== null])).toEqual([
      ['城东一班', false],
      ['城西一班', true],
    ]);
    expect(bodyIn(await get(`contests/${id}`, host)).host?.codes).toMatchObject([{ code, forWhom: '城西职校' }]);
    for (const school of [host, guest])
      expect((valueIn(await get('contests', school)) as ContestListRow[]).map((one) => one.id)).toEqual([id]);

    const again = { code, classId: null, team: '城西散客' };
    expect(codeOf(await post('contest-entries', host, again))).toBe('contest-code-used');
    expect(codeOf(await post('contest-entries', guest, { ...again, code: 'ABCD2345EFGH' }))).toBe(
      'unknown-contest-code',
    );
    expect(codeOf(await post('contest-entries', guest, { ...again, classId: 'k-s2' }))).toBe('contest-entered');
    expect(codeOf(await post('contest-entries', guest, { ...again, classId: 'k-s1' }))).toBe('unknown-class');
    expect(codeOf(await post('contest-entries', guest, { ...again, team: '城东一班' }))).toBe('contest-name-taken');
    // Typed with hyphens and small letters, as it is read out.
    const typed = { ...again, code: code.toLowerCase().replace(/(.{4})(?!$)/g, '$1-') };
    expect(bodyIn(await post('contest-entries', guest, typed)).entries).toHaveLength(3);
    expect(await storage.contests.entries(id)).toHaveLength(3);
  });

  test('a school that isn’t in it is told that there is none, and a code of a contest that is over is no use', async () => {
    const server = await arena();
    const { post, get, host, guest, clock } = server;
    const { id } = bodyIn(await post('contests', host, aContest(server)));
    const { host: part } = bodyIn(await post(`contests/${id}/codes`, host, { forWhom: '城西' }));
    const code = part?.codes[0]?.code ?? '';
    for (const path of ['', '/results.json', '/board.xlsx'])
      expect(codeOf(await get(`contests/${id}${path}`, guest))).toBe('contest-missing');
    for (const [path, body] of [
      ['entries', { classId: 'k-s2', team: '城西' }],
      ['codes', { forWhom: 'x' }],
      ['unveil', { to: 1 }],
    ] as const)
      expect(codeOf(await post(`contests/${id}/${path}`, guest, body))).toBe('unknown-contest');
    expect(valueIn(await get('contests', guest))).toEqual([]);
    await clock.advance(12 * MINUTE);
    const late = { code, classId: 'k-s2', team: '城西' };
    expect(codeOf(await post('contest-entries', guest, late))).toBe('contest-over');
    expect(codeOf(await post(`contests/${id}/entries`, host, { classId: 'k-s1', team: '城东' }))).toBe('contest-over');
    expect(codeOf(await post('contests', host, aContest(server, { opensAt: 0, closesAt: 5 * MINUTE })))).toBe(
      'contest-window',
    );
    expect(codeOf(await post('contests', host, aContest(server, { scenarios: ['promotion/own'] })))).toBe(
      'contest-case',
    );
  });

  test('nobody takes a new place after it began where the rules say so, and who has one may change the device', async () => {
    const server = await arena();
    const { post, clock, storage } = server;
    const { runs } = await aHeldContest(server, { lateEntry: false });
    const code = (await storage.runs.run(runs.s1))?.code ?? '';
    const [first, second] = await storage.runs.seats(runs.s1);
    valueIn(await post(`join/${code}`, null, { seat: first?.id }));
    await clock.advance(2 * MINUTE);
    expect(codeOf(await post(`join/${code}`, null, { seat: second?.id }))).toBe('contest-begun');
    const other = await post(`join/${code}`, null, { seat: first?.id });
    expect((valueIn(other) as SeatBody).state).toBe('asking');
  });
});

describe('[J57] names', () => {
  test('of another school’s people never cross the wire, whoever of theirs asks for what', async () => {
    const server = await arena();
    const { post, get, host, guest, clock, storage } = server;
    const { id, runs } = await aHeldContest(server);
    await clock.advance(2 * MINUTE);
    for (const run of [runs.s1, runs.s2]) for (const place of [0, 1]) await aRound(server, run, place, 60 + place);
    await clock.advance(10 * MINUTE);
    const code = (await storage.runs.run(runs.s2))?.code ?? '';
    const device = (await post(`join/${code}`, null, { seat: (await storage.runs.seats(runs.s2))[0]?.id })).cookie;
    const told: Record<'s1' | 's2' | 'nobody', string[]> = { s1: [], s2: [], nobody: [] };
    const readAll = async (): Promise<void> => {
      for (const path of [`contests/${id}`, `contests/${id}/board`, 'contests', 'runs']) {
        told.s1.push(JSON.stringify(await get(path, host)));
        told.s2.push(JSON.stringify(await get(path, guest)));
      }
      told.s2.push(JSON.stringify(await get(`contests/${id}/board`, device)));
      told.nobody.push(JSON.stringify(await get(`contests/${id}/board`, null)));
    };
    await readAll();
    told.nobody.push(JSON.stringify(await get(`contests/${id}/results.json`, host)));
    told.s1.push(JSON.stringify(await post(`contests/${id}/unveil`, host, { to: 1 })));
    await readAll();
    valueIn(await post(`contests/${id}/unveil`, host, { to: 4 }));
    await readAll();
    told.nobody.push(JSON.stringify(await get(`contests/${id}/results.json`, guest)));
    for (const name of NAMES.s2) expect([...told.s1, ...told.nobody].join()).not.toContain(name);
    for (const name of NAMES.s1) expect([...told.s2, ...told.nobody].join()).not.toContain(name);
    // Each school's own staff do see theirs, and the test would see a name if one crossed.
    expect(told.s1.join()).toContain(NAMES.s1[0]);
    expect(told.s2.join()).toContain(NAMES.s2[0]);
    const sheet = async (cookie: string) => {
      const response = await fetch(`${server.url}/api/contests/${id}/board.xlsx`, { headers: { cookie } });
      return JSON.stringify(await readXlsxFile(Buffer.from(await response.arrayBuffer())));
    };
    expect(await sheet(host)).toContain(NAMES.s1[0]);
    expect(await sheet(host)).not.toContain(NAMES.s2[0]);
    expect(await sheet(guest)).not.toContain(NAMES.s1[0]);
  });

  test('are what the contestant chose, or the team and a number; nobody has another’s', async () => {
    const server = await arena();
    const { post, get, clock, storage } = server;
    const { id, runs } = await aHeldContest(server);
    const sit = async (run: string, place: number) => {
      const seat = (await storage.runs.seats(run))[place]?.id ?? '';
      const { cookie } = await post(`join/${(await storage.runs.run(run))?.code}`, null, { seat });
      return { seat, cookie };
    };
    const [one, two] = [await sit(runs.s1, 0), await sit(runs.s2, 1)];
    const name = ({ seat, cookie }: typeof one, to: string | null) =>
      post(`seats/${seat}/contest/name`, cookie, { name: to });
    expect(valueIn(await get(`seats/${two.seat}/contest`, two.cookie))).toEqual({
      ...{ contest: id, team: '城西一班', label: '城西一班 · 02', usual: '城西一班 · 02', chosen: null, left: false },
    });
    expect(valueIn(await name(one, '快嘴'))).toMatchObject({ label: '快嘴', chosen: '快嘴' });
    expect(codeOf(await name(two, ' 快嘴 '))).toBe('contest-name-taken');
    expect(codeOf(await name(two, '城东一班 · 02'))).toBe('contest-name-taken');
    expect(codeOf(await name({ ...one, cookie: two.cookie }, '偷改'))).toBe('unknown-seat');
    expect(valueIn(await get('own-contests', two.cookie))).toMatchObject([
      { seat: two.seat, team: '城西一班', phase: 'before' },
    ]);
    expect(valueIn(await get('own-contests', null))).toEqual([]);
    // It is no homework that waits.
    expect(valueIn(await get('homework', two.cookie))).toEqual([]);
    expect(valueIn(await name(one, null))).toMatchObject({ label: '城东一班 · 01', chosen: null });
    expect(valueIn(await name(two, '快嘴'))).toMatchObject({ label: '快嘴' });
    await clock.advance(2 * MINUTE);
    await aRound(server, runs.s2, 1, 88);
    const board = await boardOf(server, id, two.cookie);
    expect(board.rows).toMatchObject([{ label: '快嘴', team: '城西一班', mine: true, name: NAMES.s2[1] }]);
    // Who chose no name is on no public board; they read their own row, and their school's staff read it too.
    await aRound(server, runs.s1, 0, 93);
    await clock.advance(3000);
    const open = await boardOf(server, id);
    expect([open.rows.map(({ place, label }) => [place, label]), open.unlisted]).toEqual([[[2, '快嘴']], 1]);
    expect(open.teams.map(({ team, place }) => [team, place])).toEqual([
      ['城东一班', 1],
      ['城西一班', 2],
    ]);
    expect(JSON.stringify(open)).not.toContain('城东一班 · ');
    for (const cookie of [one.cookie, server.host])
      expect((await boardOf(server, id, cookie)).rows[0]).toMatchObject({ place: 1, listed: false });
    expect((await boardOf(server, id, two.cookie)).unlisted).toBe(1);
    await clock.advance(10 * MINUTE);
    expect(codeOf(await name(two, '晚了'))).toBe('contest-over');
  });
});

describe('[J55] [J56] the board', () => {
  test('stands still in the last minutes, is told from the last place upward, and opens the reports with the first', async () => {
    const server = await arena();
    const { post, get, host, guest, clock, storage } = server;
    const { id, runs } = await aHeldContest(server);
    expect(await boardOf(server, id)).toMatchObject({ phase: 'before', rows: [], entered: 0 });
    await listAll(server, id, [runs.s1, runs.s2]);
    await clock.advance(2 * MINUTE);
    await aRound(server, runs.s1, 0, 80);
    await aRound(server, runs.s2, 0, 70);
    const labels = async (cookie: string | null = null) =>
      (await boardOf(server, id, cookie)).rows.map(
        ({ place, label, total, told }) => `${place} ${label} ${total}${told ? '!' : ''}`,
      );
    expect(await labels()).toEqual(['1 城东一班 · 01 80', '2 城西一班 · 01 70']);
    expect((await boardOf(server, id)).teams.map(({ team, total }) => [team, total])).toEqual([
      ['城东一班', 40],
      ['城西一班', 35],
    ]);

    await clock.advance(6 * MINUTE);
    const last = await aRound(server, runs.s2, 0, 95, 1);
    await aRound(server, runs.s1, 1, 10);
    await clock.advance(5000);
    const lead = { labels: ['城东一班 · 01'], unnamed: 0, margin: { by: 'total', n: 10 } };
    // Frozen too: the round of 95 would lead.
    expect(await boardOf(server, id, guest)).toMatchObject({ phase: 'frozen', lead });
    expect(await labels(guest)).toEqual(['1 城东一班 · 01 80', '2 城西一班 · 01 70']);
    // The host alone sees how it stands.
    const live = async (cookie: string) =>
      bodyIn(await get(`contests/${id}`, cookie)).host?.live.rows.map((one) => one.total);
    expect(await live(host)).toEqual([95, 80, 10]);
    expect(await live(guest)).toBeUndefined();
    expect(codeOf(await post(`contests/${id}/unveil`, host, { to: 1 }))).toBe('contest-not-over');
    expect(codeOf(await get(`contests/${id}/results.json`, host))).toBe('contest-not-over');

    await clock.advance(4 * MINUTE);
    expect(await boardOf(server, id)).toMatchObject({ phase: 'closed' });
    const publish = { published: true };
    expect(codeOf(await post(`runs/${runs.s2}/publish`, guest, publish))).toBe('contest-not-over');
    valueIn(await post(`contests/${id}/unveil`, host, { to: 1 }));
    expect(await labels()).toEqual(['1 城东一班 · 01 80', '2 城西一班 · 01 70', '3 城东一班 · 02 10!']);
    expect(codeOf(await get(`contests/${id}/replays/${'x'}/0`, null))).toBe('contest-not-over');
    valueIn(await post(`contests/${id}/unveil`, host, { to: 2 }));
    // A second tap that comes late takes nothing back.
    valueIn(await post(`contests/${id}/unveil`, host, { to: 1 }));
    expect(await boardOf(server, id)).toMatchObject({ phase: 'unveiling', unveiled: { done: 2, of: 3 } });
    expect((await storage.runs.run(runs.s1))?.publishedAt).toBeNull();
    valueIn(await post(`contests/${id}/unveil`, host, { to: 3 }));
    expect(await labels()).toEqual(['1 城西一班 · 01 95!', '2 城东一班 · 01 80!', '3 城东一班 · 02 10!']);
    expect(await boardOf(server, id)).toMatchObject({ phase: 'told' });
    for (const run of [runs.s1, runs.s2]) expect((await storage.runs.run(run))?.publishedAt).not.toBeNull();
    // A ruling of the contestant's own teacher moves nobody.
    await storage.results.putResult(last, clock.now(), {
      ...aResult(95),
      score: 100,
    });
    await clock.advance(5000);
    expect(await labels()).toEqual(['1 城西一班 · 01 95!', '2 城东一班 · 01 80!', '3 城东一班 · 02 10!']);
  });

  test('is read once for all who look within two seconds, and not by replies', async () => {
    const server = await arena();
    const { id, runs } = await aHeldContest(server);
    await server.clock.advance(2 * MINUTE);
    const { entries } = server.storage.contests;
    let readings = 0;
    server.storage.contests.entries = async (contest) => {
      readings += 1;
      return await entries(contest);
    };
    await aRound(server, runs.s1, 0, 80);
    expect(readings).toBe(0);
    await Promise.all(Array.from({ length: 40 }, () => boardOf(server, id)));
    expect(readings).toBe(1);
    await server.clock.advance(2000);
    await boardOf(server, id);
    expect(readings).toBe(2);
  });
});

describe('[J54] a contest’s run', () => {
  test('keeps the host’s window: its own teacher can’t move it, and a school that leaves is on no board', async () => {
    const server = await arena();
    const { post, get, host, guest, clock, storage } = server;
    const { id, runs } = await aHeldContest(server);
    await listAll(server, id, [runs.s2]);
    await clock.advance(2 * MINUTE);
    await aRound(server, runs.s2, 0, 70);
    const dueAt = clock.now() + 100 * MINUTE;
    expect(codeOf(await post(`runs/${runs.s2}/homework`, guest, { dueAt, late: null }))).toBe('contest-run');
    expect(codeOf(await post(`runs/${runs.s2}/homework/close`, guest))).toBe('contest-run');
    const seat = (await storage.runs.seats(runs.s2))[0]?.id ?? '';
    expect(codeOf(await post(`seats/${seat}/due`, guest, { dueAt }))).toBe('contest-run');
    expect(codeOf(await post(`runs/${runs.s2}/contest/leave`, host))).toBe('unknown-run');
    expect((await boardOf(server, id)).rows).toHaveLength(1);
    valueIn(await post(`runs/${runs.s2}/contest/leave`, guest));
    expect(codeOf(await post(`runs/${runs.s2}/contest/leave`, guest))).toBe('contest-over');
    await clock.advance(3000);
    expect((await boardOf(server, id)).rows).toEqual([]);
    const left = bodyIn(await get(`contests/${id}`, host)).entries.find((one) => one.left);
    expect(left).toMatchObject({ team: '城西一班', own: null });
    expect((await storage.runs.run(runs.s2))?.plan.homework?.dueAt).toBeLessThan(clock.now());
  });
});

describe('[J58] [J59] files of results', () => {
  test('are checked without a network, and merged only of the same rules and by a key that was compared', async () => {
    const [here, there] = [await arena(), await arena()];
    const over = { freezeMinutes: 0 };
    const [home, away] = [await aHeldContest(here, over), await aHeldContest(there, over)];
    await here.clock.advance(2 * MINUTE);
    await there.clock.advance(2 * MINUTE);
    await aRound(here, home.runs.s1, 0, 80);
    await aRound(there, away.runs.s1, 0, 90);
    await there.clock.advance(12 * MINUTE);
    const text = async (server: typeof here, id: string) =>
      await (await fetch(`${server.url}/api/contests/${id}/results.json`, { headers: { cookie: server.host } })).text();
    const file = await text(there, away.id);
    const read = readResultFile(file);
    const fingerprint = read.state === 'signed' ? read.fingerprint : '';
    const check = async (server: typeof here, sent: string) =>
      valueIn(await server.post('contest-files', server.host, { file: sent })) as { verdict: string };
    expect(await check(there, file)).toMatchObject({ verdict: 'own', fingerprint });
    expect(await check(here, file)).toMatchObject({ verdict: 'unknown', fingerprint });
    expect(await check(here, file.replace('90', '99'))).toMatchObject({ verdict: 'changed', file: null });
    expect(await check(here, 'x')).toMatchObject({ verdict: 'unreadable' });

    const merge = (sent: string, trust: string | null = null) =>
      here.post(`contests/${home.id}/files`, here.host, { file: sent, trust });
    expect(codeOf(await merge(file))).toBe('contest-not-over');
    await here.clock.advance(12 * MINUTE);
    expect(codeOf(await merge(file))).toBe('contest-key-unknown');
    expect(codeOf(await merge(file.replace('90', '99'), fingerprint))).toBe('contest-file-changed');
    expect(codeOf(await merge(await text(here, home.id)))).toBe('contest-file-own');
    const { host } = bodyIn(await merge(file, fingerprint));
    expect(host?.merged).toMatchObject([{ fingerprint, name: '城东杯', rows: 1 }]);
    expect(host?.live.rows.map(({ place, total, from }) => [place, total, from !== undefined])).toEqual([
      [1, 90, true],
      [2, 80, false],
    ]);
    // Known from now on, to every contest of the school.
    expect(await check(here, file)).toMatchObject({ verdict: 'known' });
    const other = await aHeldContest(here, { seed: '别的', freezeMinutes: 0 });
    await here.clock.advance(12 * MINUTE);
    expect(codeOf(await here.post(`contests/${other.id}/files`, here.host, { file, trust: null }))).toBe(
      'contest-rules-differ',
    );
    // A file that is signed here has no rows of another server's.
    expect(JSON.stringify(readResultFile(await text(here, home.id)))).not.toContain('"total":90');
    const { source } = read.state === 'signed' ? read.payload : { source: '' };
    const removed = await here.post(`contests/${home.id}/files/remove`, here.host, { fingerprint, source });
    expect(bodyIn(removed).host?.live.rows).toHaveLength(1);
  });
});
