/** A contest of two schools over HTTP: its server and clock, its people, and rounds that have ended. */
import type { ContestBoard } from '#contract/contests/board.ts';
import type { ContestBody } from '#contract/contests/contests.ts';
import type { NewContest } from '#contract/contests/rules.ts';
import { virtualClock } from '#tests/drills/support/virtual-clock.ts';
import { cookieOf, twoSchools } from '#tests/http/support/people-world.ts';
import { type Answer, ask, type TestServer, testServer, valueIn } from '#tests/http/support/test-server.ts';
import { append, row } from '#tests/storage/contract.ts';
import { person } from '#tests/storage/people-contract.ts';
import { aResult } from '#tests/storage/results-contract.ts';

export const MINUTE = 60_000;
/** Roster names: no other school may be told any of them. */
export const NAMES = { s1: ['林晓雨', '周子航'], s2: ['欧阳若曦', '诸葛明远'] } as const;

export type Arena = TestServer & {
  clock: ReturnType<typeof virtualClock>;
  host: string;
  guest: string;
  get(path: string, cookie: string | null): Promise<Answer>;
  post(path: string, cookie: string | null, body?: unknown): Promise<Answer>;
};

/** `host` and `guest`: the cookies of the two schools' teachers; each school has a class `k-<school>`. */
export const arena = async (dataDir?: string): Promise<Arena> => {
  const clock = virtualClock();
  const server = await testServer({ clock, ...(dataDir !== undefined && { dataDir }) });
  const { storage, url } = server;
  await twoSchools(storage);
  for (const school of ['s1', 's2'] as const) {
    const id = `k-${school}`;
    await storage.people.createClass({ id, school, name: '一班', createdAt: 1, archivedAt: null });
    const members = NAMES[school].map((name, n) => ({
      person: person(`${school}-m${n}`, { school, name, role: 'trainee', login: null, password: null }),
      no: `0${n + 1}`,
    }));
    await storage.people.addMembers(id, members);
  }
  return {
    ...server,
    clock,
    host: await cookieOf(storage, 'teacher'),
    guest: await cookieOf(storage, 'teacher2'),
    get: (path, cookie) => ask(`${url}/api/${path}`, { cookie }),
    post: (path, cookie, body = {}) => ask(`${url}/api/${path}`, { method: 'POST', cookie, body }),
  };
};

/** Ten minutes from now on, of which the last four are frozen. */
export const aContest = ({ clock }: Pick<Arena, 'clock'>, over: Partial<NewContest> = {}): NewContest => ({
  ...{ name: '城东杯', scenarios: ['product-advice/toy'], minutes: 5, arrivals: 'spaced', seed: '城东杯 2026' },
  ...{ kind: 'arena', counted: 1, rounds: null, teamBest: 2, teamsBy: 'entry' },
  ...{ opensAt: clock.now() + MINUTE, closesAt: clock.now() + 11 * MINUTE, freezeMinutes: 4 },
  ...{ lateEntry: true, replays: true },
  ...over,
});

export const bodyIn = (answer: Answer): ContestBody => valueIn(answer) as ContestBody;
export const boardOf = async ({ get }: Arena, id: string, cookie: string | null = null): Promise<ContestBoard> =>
  valueIn(await get(`contests/${id}/board`, cookie)) as ContestBoard;

/** The host's class and the other school's are in it; `runs` by school. */
export const aHeldContest = async (server: Arena, over: Partial<NewContest> = {}) => {
  const { post, host, guest } = server;
  const { id } = bodyIn(await post('contests', host, aContest(server, over)));
  await post(`contests/${id}/entries`, host, { classId: 'k-s1', team: '城东一班' });
  const coded = bodyIn(await post(`contests/${id}/codes`, host, { forWhom: '城西职校' }));
  const code = coded.host?.codes[0]?.code ?? '';
  valueIn(await post('contest-entries', guest, { code, classId: 'k-s2', team: '城西一班' }));
  const [s1, s2] = (await server.storage.contests.entries(id)).map(({ run }) => run);
  return { id, code, runs: { s1: s1 ?? '', s2: s2 ?? '' } };
};

/** Everybody of these runs chooses the name that they would have without one, and so stands on the public board. */
export const listAll = async ({ storage }: Arena, contest: string, runs: readonly string[]): Promise<void> => {
  for (const run of runs) {
    const team = (await storage.contests.entryOf(run))?.team;
    for (const [place, { id }] of (await storage.runs.seats(run)).entries())
      await storage.contests.putName(id, contest, `${team} · ${String(place + 1).padStart(2, '0')}`, 1);
  }
};

let made = 0;
/** A round of the run's seat of that place, ended now with this score. */
export const aRound = async ({ storage, clock }: Arena, run: string, place: number, score: number, redLines = 0) => {
  made += 1;
  const id = `round-${made}`;
  const seat = (await storage.runs.seats(run))[place];
  if (seat === undefined) throw new Error('no seat');
  const now = clock.now();
  const at = { school: seat.school, run, seat: seat.id, person: seat.person, redo: null };
  await storage.createDrill(row(id, { place: at, openedAt: now }));
  await storage.appendAll([append(id, 0, { state: 'ended', running: false, endedAt: now })]);
  const fault = { code: 'red-line:insult', family: 'red-line', title: '红线', count: redLines, marks: 10 };
  await storage.results.putResult(id, now, { ...aResult(score), faults: redLines === 0 ? [] : [fault] });
  return id;
};
