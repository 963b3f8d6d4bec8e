import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunResults } from '#contract/results.ts';
import type { Plan, RunBody } from '#contract/runs.ts';
import type { WallTile } from '#contract/wall.ts';
import type { WireEvent } from '#contract/wire-events.ts';
import { leaveBrowser, openBrowser, visit } from '#tests/browser/support/browser.ts';
import { eventually } from '#tests/browser/support/eventually.ts';
import { figure, online } from '#tests/browser/support/lesson.ts';
import {
  type SocketTeacher,
  type SocketTrainee,
  socketTeacher,
  socketTrainee,
} from '#tests/browser/support/socket-class.ts';
import { newSchool, type WorkersProduct, workersProduct } from '#tests/browser/support/workers-product.ts';
import { library } from '#tests/support/library.ts';
import { sweepsAll } from '#tests/support/sweep.ts';

/** One of each kind, and half a class with `npm test -- sweep`. */
const SEATS = sweepsAll ? 20 : 4;
const KINDS = ['model', 'middling', 'second-model', 'poor'] as const;
/** Back in less than a minute: the result can be compared with the others'. */
const SHORT_MS = 20_000;
/**
 * The clock stops at the tenth second; a result with more than a minute of stopped clock can't be compared. Waited for with
 * `npm test -- sweep`: `tests/classroom/lesson/whole-lesson.test.ts` and `tests/classroom/results` have it in virtual time.
 */
const LONG_MS = 74_000;
/** Heartbeats are two seconds apart at most (RULES C4), so a crash may cost this much. */
const BEAT_MS = 2000;

const plan: Plan = {
  scenarios: ['promotion/coupon-stack', 'return-dispute/partial-return-gift', 'product-advice/shoe-half-size'],
  mode: 'lesson',
  arrivals: 'spaced',
  pace: 20,
  minutes: 6,
  seed: 'fixed',
  attempts: 1,
  results: 'at-once',
  incidents: [],
  stages: [],
};

let product: WorkersProduct;
let browser: Browser;
let teacher: SocketTeacher;
/** The wall that the teacher has open all the time. */
let wall: Page;
const trainees: SocketTrainee[] = [];
beforeAll(async () => {
  [product, browser] = await Promise.all([workersProduct(), openBrowser()]);
});
afterAll(async () => {
  for (const { bot } of trainees) bot.close();
  teacher?.close();
  await leaveBrowser(browser);
});

const tileOf = ({ seat }: SocketTrainee): WallTile | undefined => teacher.tiles().find((tile) => tile.seat === seat);
const drillOf = (trainee: SocketTrainee): string => tileOf(trainee)?.drill ?? '';
const promised = (): number => trainees.reduce((sum, { kept }) => sum + kept.length, 0);
const count = (fits: (tile: WallTile) => boolean): number => teacher.tiles().filter(fits).length;
const serving = ({ link, state }: WallTile): boolean => link === 'online' && state === 'running';

/** A power cut in the middle, and back on the same data. */
const killAndRestart = async (): Promise<void> => {
  const streams = await Promise.all(trainees.map((one) => one.stream(drillOf(one))));
  const before = (await teacher.run('')).clock;
  const readAt = performance.now();
  const keptBefore = promised();
  await product.kill();
  const ranOnMs = performance.now() - readAt;
  await wall.getByText('连线断了，正在重连。').waitFor();
  await product.restart();
  const after = await teacher.run<RunBody>('');
  expect(after.clock.running).toBe(false);
  expect(after.clock.elapsedMs).toBeGreaterThanOrEqual(before.elapsedMs - BEAT_MS);
  expect(after.clock.elapsedMs).toBeLessThanOrEqual(before.elapsedMs + ranOnMs);
  expect(after).toMatchObject({ stage: 'drill', joined: SEATS });

  await eventually(
    'all serve again',
    () => count(serving),
    (busy) => busy === SEATS,
  );
  await seesOnline(SEATS);
  await wall.getByText('连线断了，正在重连。').waitFor({ state: 'hidden' });
  const { elapsedMs, totalMs } = (await teacher.run('')).clock;
  expect(Math.abs((await secondsLeft()) - (totalMs - elapsedMs) / 1000)).toBeLessThan(2);
  await eventually('they answer again', promised, (kept) => kept > keptBefore + SEATS / 2);
  for (const [index, one] of trainees.entries()) {
    const now = await one.stream(drillOf(one));
    expect(now.slice(0, streams[index]?.length)).toEqual(streams[index]);
    const away = now.findIndex((event) => event.kind === 'clock-stopped' && event.why === 'server');
    const [stop, start] = [now[away], now.slice(away).find(({ kind }) => kind === 'clock-started')];
    expect(stop).toBeDefined();
    expect(start?.at).toBe(stop?.at);
  }
};

/** The page of the wall, signed in as who opened the run. */
const openWall = async (): Promise<Page> => {
  const { context, page } = await visit(browser, product.url);
  const [name = '', value = ''] = teacher.cookie.split('=');
  await context.addCookies([{ name, value, url: product.url }]);
  await page.goto(`/runs/${teacher.id}/wall`);
  await page.getByText('还没有人进场').waitFor();
  return page;
};

const secondsLeft = async (): Promise<number> => {
  const [minutes = Number.NaN, seconds = Number.NaN] = (await figure(wall, '剩余时间').innerText())
    .split(':')
    .map(Number);
  return minutes * 60 + seconds;
};

/** Each acknowledged command is in its trainee's drill exactly once, and the wall counts what the drill holds. */
const compareWithStreams = async (): Promise<void> => {
  for (const one of trainees) {
    const promisedSoFar = [...one.kept];
    const events = await one.stream(drillOf(one));
    const stored = events.flatMap((event) =>
      event.kind === 'trainee-said' || event.kind === 'action-done' ? [event.id] : [],
    );
    expect(stored).toEqual([...new Set(stored)]);
    expect(stored.filter((id) => promisedSoFar.includes(id))).toEqual(promisedSoFar);
    await eventually(
      'the wall shows the customers who came',
      () => tileOf(one)?.conversations.map(({ key }) => key),
      (keys) => JSON.stringify(keys) === JSON.stringify(arrived(events)),
    );
  }
};

test('[C4] [N2] half a class loses its network and the server is killed: nothing promised is lost, no clock jumps', async () => {
  teacher = await socketTeacher(product.url, plan, ['session', await newSchool(product)]);
  wall = await openWall();
  for (let index = 0; index < SEATS; index++) {
    const kind = KINDS[index % KINDS.length] ?? 'model';
    const needs = { url: product.url, library, code: teacher.code, kind, haste: 1 };
    trainees.push(await socketTrainee(needs, `学员 ${index + 1}`));
  }
  await eventually(
    'everybody is online',
    () => count(({ link }) => link === 'online'),
    (online) => online === SEATS,
  );
  await teacher.run('/stage', { stage: 'drill' });
  await eventually(
    'everybody serves',
    () => count(serving),
    (busy) => busy === SEATS,
  );
  await seesOnline(SEATS);
  await eventually('they answer', promised, (kept) => kept > SEATS);

  for (const [index, { bot }] of trainees.entries()) if (index % 2 === 0) bot.lose(SHORT_MS);
  const stopped = ({ link, state }: WallTile): boolean => link === 'lost' && state === 'stopped';
  await eventually(
    'half of them stand still',
    () => count(stopped),
    (lost) => lost === SEATS / 2,
  );
  expect(count(serving)).toBe(SEATS / 2);
  await seesOnline(SEATS / 2);
  await eventually(
    'all are back',
    () => count(serving),
    (busy) => busy === SEATS,
  );

  await killAndRestart();

  const longLost = sweepsAll ? trainees[0] : undefined;
  longLost?.bot.lose(LONG_MS);
  await compareWithStreams();
  if (longLost) {
    const lost = (): WallTile['state'] | undefined => tileOf(longLost)?.state;
    await eventually('the lost one stands still', lost, (state) => state === 'stopped');
    await eventually('the lost one is back', lost, (state) => state === 'running', LONG_MS + 30_000);
  }

  await teacher.run('/stage', { stage: 'debrief' });
  const results = await eventually(
    'everybody has a result',
    () => teacher.run<RunResults>('/results'),
    ({ seats }) => seats.every(({ result }) => result !== null),
  );
  await compareWithStreams();
  expect(await teacher.freshTiles()).toEqual(teacher.tiles());
  for (const { seat, comparable, notes } of results.seats) {
    if (seat === longLost?.seat) expect(notes).toEqual([expect.stringMatching(/^断线 1 分/)]);
    else expect(notes).toEqual([]);
    expect(comparable).toBe(seat !== longLost?.seat);
  }
  const leftOut = longLost ? 1 : 0;
  expect(results.figures).toMatchObject({ n: SEATS - leftOut, leftOut });
  expect(product.complaints()).toBe('');
});

const seesOnline = (wanted: number): Promise<number> =>
  eventually(
    `the page shows ${wanted} online`,
    () => online(wall),
    (seen) => seen === wanted,
  );

const arrived = (events: readonly WireEvent[]): string[] =>
  events.flatMap((event) => (event.kind === 'customer-arrived' ? [event.conversation] : []));
