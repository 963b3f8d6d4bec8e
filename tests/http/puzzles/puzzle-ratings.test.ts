/** First answers move a puzzle's rating, without a name; an account keeps its person's. */
import { expect, test } from 'vitest';
import {
  type PuzzleMenu,
  type PuzzleResultBody,
  puzzleMenuSchema,
  puzzlePlayerSchema,
  puzzleResultSchema,
} from '#contract/practice/puzzles.ts';
import { readPuzzles } from '#drills/puzzles/puzzle.ts';
import { createGuest } from '#http/session/guest-cookie.ts';
import { engine } from '#server/engine-parts.ts';
import { virtualClock } from '#tests/drills/support/virtual-clock.ts';
import { cookieOf, twoSchools } from '#tests/http/support/people-world.ts';
import { ask, codeOf, testServer, valueIn } from '#tests/http/support/test-server.ts';
import { shippedCatalog } from '#tests/sockets/shipped-cases.ts';

const [first] = readPuzzles().values();
if (first === undefined) throw new Error('no puzzle');
const { id } = first;
const missed = { text: '好的', acts: [], seconds: 9 };
const player = { rating: 1500, rd: 60 };

const room = async () => {
  const server = await testServer({ engine, catalog: shippedCatalog, clock: virtualClock() });
  await twoSchools(server.storage);
  const menu = async (cookie?: string): Promise<PuzzleMenu> =>
    puzzleMenuSchema.parse(valueIn(await ask(`${server.url}/api/puzzles`, cookie === undefined ? {} : { cookie })));
  const answer = async (cookie: string, body: object): Promise<PuzzleResultBody> =>
    puzzleResultSchema.parse(
      valueIn(await ask(`${server.url}/api/puzzles/${id}/answers`, { method: 'POST', cookie, body })),
    );
  const ratingNow = async (): Promise<number> => (await menu()).puzzles.find((one) => one.id === id)?.rating ?? 0;
  const device = async (): Promise<string> =>
    (await createGuest(server.storage, 0, false)).setCookie.split(';')[0] ?? '';
  return { ...server, menu, answer, ratingNow, device };
};

test('[Z20] a device’s first answer moves the puzzle once, and the day’s three stay what they are', async () => {
  const { menu, answer, ratingNow, device, storage } = await room();
  const { today } = await menu();
  const cookie = await device();
  await answer(cookie, missed);
  expect(await ratingNow()).toBe(first.rating);
  expect((await answer(cookie, { ...missed, player })).own).toBeNull();
  const moved = await ratingNow();
  expect(moved).toBeGreaterThan(first.rating);
  await answer(cookie, { ...missed, player });
  expect(await ratingNow()).toBe(moved);
  await answer(await device(), { ...missed, player });
  expect(await ratingNow()).toBeGreaterThan(moved);
  expect((await menu()).today).toEqual(today);
  expect([...(await storage.puzzleRatings.ratings()).values()]).toMatchObject([{ answers: 2 }]);
});

test('[Z21] who is signed in has the rating on any device; only the first answer counts', async () => {
  const { menu, answer, ratingNow, storage } = await room();
  const [one, other] = [await cookieOf(storage, 'teacher'), await cookieOf(storage, 'teacher')];
  expect((await menu(one)).own?.rating.rating).toBe(1500);
  const { own } = await answer(one, missed);
  expect(own?.rating.rating).toBeLessThan(1500);
  expect(own?.solved[id]).toMatchObject({ credit: 0, seconds: 9 });
  const moved = await ratingNow();
  expect((await answer(other, { ...missed, player })).own).toEqual(own);
  expect((await menu(other)).own).toEqual(own);
  expect(await ratingNow()).toBe(moved);
  expect((await menu()).own).toBeNull();
});

test('[Z22] a device’s answers go to the account once each, from two devices in either order, and move no puzzle', async () => {
  const { url, menu, answer, storage } = await room();
  const ids = [...readPuzzles().keys()].slice(0, 4);
  const one = (at: number, credit: number) => ({ id: ids[at] ?? '', credit, seconds: 20 });
  const phone = { solved: [one(1, 1), one(2, 0)], streak: { date: '2026-11-20', days: 3 } };
  const home = { solved: [one(2, 1), one(3, 0.5), one(0, 1)], streak: { date: '2026-11-22', days: 2 } };
  const take = async (cookie: string, body: object) =>
    puzzlePlayerSchema.parse(valueIn(await ask(`${url}/api/puzzles/own`, { method: 'POST', cookie, body })));
  const cookie = await cookieOf(storage, 'teacher');
  const { own: before } = await answer(cookie, missed);
  const rated = await storage.puzzleRatings.ratings();
  await take(cookie, phone);
  const own = await take(cookie, home);
  expect(Object.keys(own.solved).toSorted()).toEqual([...ids].toSorted());
  // The account's own answer stays, and so does the first device's to the same puzzle.
  expect(own.solved[id]).toEqual(before?.solved[id]);
  expect(own.solved[ids[2] ?? '']?.credit).toBe(0);
  // 18, 19, 20 and 21, 22 are five days on end.
  expect(own.streak).toEqual({ date: '2026-11-22', days: 5 });
  expect(own.rating.rating).toBeGreaterThan(before?.rating.rating ?? 0);
  expect(await take(cookie, phone)).toEqual(own);
  expect(await take(cookie, { ...home, solved: [...home.solved, { id: 'gone', credit: 1, seconds: 1 }] })).toEqual(own);
  expect((await menu(cookie)).own).toEqual(own);
  expect(await storage.puzzleRatings.ratings()).toEqual(rated);
  expect(codeOf(await ask(`${url}/api/puzzles/own`, { method: 'POST', body: phone }))).toBe('not-signed-in');
});
