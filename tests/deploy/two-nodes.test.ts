import { afterAll, expect, onTestFinished, test } from 'vitest';
import type { RunResults } from '#contract/results.ts';
import type { Plan } from '#contract/runs.ts';
import type { WallTile } from '#contract/wall.ts';
import type { WireEvent } from '#contract/wire-events.ts';
import { postgresPrograms, startPostgres } from '#scripts/private-servers/private-postgres.ts';
import { hasRedis, startRedis } from '#scripts/private-servers/private-redis.ts';
import { eventually } from '#tests/browser/support/eventually.ts';
import {
  type SocketTeacher,
  type SocketTrainee,
  socketTeacher,
  socketTrainee,
} from '#tests/browser/support/socket-class.ts';
import { type ChildServer, childServer } from '#tests/start/child-server.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';
import { library } from '#tests/support/library.ts';
import { freePort, programNamed, startNginx, withoutTls } from './nginx-server.ts';

/** `SEATS=200` plays a class of two hundred. */
const SEATS = Number(process.env.SEATS ?? 10);
const KINDS = ['model', 'middling', 'second-model', 'poor'] as const;

const plan: Plan = {
  scenarios: ['promotion/coupon-stack', 'return-dispute/partial-return-gift', 'product-advice/shoe-half-size'],
  mode: 'lesson',
  arrivals: 'spaced',
  pace: 20,
  minutes: 10,
  seed: 'fixed',
  attempts: 1,
  results: 'at-once',
  incidents: [],
  stages: [],
};

const hasAll = postgresPrograms() !== null && hasRedis() && programNamed('nginx') !== null;
const trainees: SocketTrainee[] = [];
let teacher: SocketTeacher;
afterAll(() => {
  for (const { bot } of trainees) bot.close();
  teacher?.close();
});

const tileOf = ({ seat }: SocketTrainee): WallTile | undefined => teacher.tiles().find((tile) => tile.seat === seat);
const drillOf = (trainee: SocketTrainee): string => tileOf(trainee)?.drill ?? '';
const kept = (): number => trainees.reduce((sum, trainee) => sum + trainee.kept.length, 0);
const serving = (): number =>
  teacher.tiles().filter(({ link, state }) => link === 'online' && state === 'running').length;

test.runIf(hasAll || process.env.CI === 'true')(
  `a class of ${SEATS} over two nodes behind nginx loses nothing while a node, PostgreSQL and Redis are killed`,
  async () => {
    const [postgres, redis] = [await startPostgres(postgresPrograms() ?? ''), await startRedis()];
    onTestFinished(async () => {
      await postgres.remove();
      await redis.remove();
    });
    const [first, second] = [await freePort(), await freePort()];
    const nginx = await startNginx([first, second]);
    const url = await withoutTls(nginx);
    const place = { DATABASE_URL: postgres.url(await postgres.create()), REDIS_URL: redis.url, PUBLIC_URL: nginx.url };
    const node = (port: number): Promise<ChildServer> =>
      childServer({ ...place, PORT: String(port), DATA_DIR: tempFolder() });
    const { printed } = await node(first);
    teacher = await socketTeacher(url, plan, /\b[A-Z0-9]{8}\b/.exec(printed)?.[0]);
    const mortal = await node(second);

    for (let index = 0; index < SEATS; index++) {
      const kind = KINDS[index % KINDS.length] ?? 'model';
      const needs = { url, library, code: teacher.code, kind, haste: 3 };
      trainees.push(await socketTrainee(needs, `学员 ${index + 1}`));
    }
    await teacher.run('/stage', { stage: 'drill' });
    await everybodyServes();
    await theyAnswer();

    const streams = await Promise.all(trainees.map((trainee) => trainee.stream(drillOf(trainee))));
    await mortal.kill('SIGKILL');
    await eventually('drills of the dead node stand still', serving, (busy) => busy < SEATS);
    await everybodyServes();
    await theyAnswer();
    const stops: number[] = [];
    for (const [index, trainee] of trainees.entries()) {
      const now = await trainee.stream(drillOf(trainee));
      expect(now.slice(0, streams[index]?.length)).toEqual(streams[index]);
      stops.push(...stoppedMs(now.slice(streams[index]?.length)));
    }
    // Some were on the node that died; the others' clocks never stood.
    expect(stops.length).toBeGreaterThan(0);
    expect(stops.length).toBeLessThan(SEATS);
    console.log(`${stops.length} of ${SEATS} drills changed nodes and stood ${Math.max(...stops)} ms at most`);
    await eachOnce();
    await node(second);

    await postgres.kill();
    const readyAt = await eventually('it is said that nothing can be stored', healthOf, (status) => status === 503);
    expect(readyAt).toBe(503);
    await postgres.start();
    await everybodyServes();
    await theyAnswer();
    await eachOnce();

    await redis.kill();
    await new Promise((later) => setTimeout(later, 3000));
    await redis.start();
    await everybodyServes();
    await theyAnswer();
    await eachOnce();

    await teacher.run('/stage', { stage: 'debrief' });
    const results = await eventually(
      'everybody has a result',
      () => teacher.run<RunResults>('/results'),
      ({ seats }) => seats.every(({ result }) => result !== null),
    );
    expect(results.seats).toHaveLength(SEATS);
    await eachOnce();
    const fresh = await teacher.freshTiles();
    await eventually(
      'the wall that was open all the time shows what a new one does',
      () => JSON.stringify(inOrder(teacher.tiles())),
      (shown) => shown === JSON.stringify(inOrder(fresh)),
    );

    function healthOf(): Promise<number> {
      return fetch(`${url}/healthz`).then(
        ({ status }) => status,
        () => 0,
      );
    }
  },
);

const everybodyServes = (): Promise<number> => eventually('everybody serves', serving, (busy) => busy === SEATS);

/** As many more replies are acknowledged as there are trainees. */
async function theyAnswer(): Promise<void> {
  const before = kept();
  await eventually('they answer', kept, (now) => now >= before + SEATS);
}

/** Milliseconds of each stop of the clock that the server had, as its end tells. */
const stoppedMs = (events: readonly WireEvent[]): number[] => {
  const from = events.findIndex((event) => event.kind === 'clock-stopped' && event.why === 'server');
  const started = events.slice(from).find((event) => event.kind === 'clock-started');
  return from < 0 || started?.kind !== 'clock-started' ? [] : [started.stoppedMs];
};

/** Each acknowledged command is in its trainee's drill, exactly once and in its order. */
async function eachOnce(): Promise<void> {
  for (const trainee of trainees) {
    const acknowledged = [...trainee.kept];
    const events = await trainee.stream(drillOf(trainee));
    const stored = events.flatMap((event) =>
      event.kind === 'trainee-said' || event.kind === 'action-done' ? [event.id] : [],
    );
    expect(stored).toEqual([...new Set(stored)]);
    expect(stored.filter((id) => acknowledged.includes(id))).toEqual(acknowledged);
  }
}

const inOrder = (tiles: readonly WallTile[]): WallTile[] =>
  tiles.toSorted((one, other) => (one.seat < other.seat ? -1 : 1));
