import rate from 'glicko2-lite';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  noteResult,
  setDraft,
  showOwn,
  streakOn,
  usePuzzleDevice,
  watchOtherTabs,
} from '#client/features/puzzles/model/device.ts';
import { nextPuzzle } from '#client/features/puzzles/model/next-puzzle.ts';
import { NEWCOMER, ratingAfter } from '#client/features/puzzles/model/rating.ts';

const today = ['a', 'b', 'c'];
const day = (date: string, ids = today) => ({ date, today: ids });
const answer = (id: string, credit: number, on: ReturnType<typeof day> | null, rating = 1500) =>
  noteResult({ id, rating, rd: 80 }, { credit, seconds: 20 }, on);
const state = usePuzzleDevice.getState;
afterEach(() => {
  localStorage.clear();
  usePuzzleDevice.setState(usePuzzleDevice.getInitialState(), true);
  vi.restoreAllMocks();
});

describe('ratings', () => {
  it('are those of Glickman’s worked example', () => {
    const { rating, rd, vol } = rate(1500, 200, 0.06, [
      [1400, 30, 1],
      [1550, 100, 0],
      [1700, 300, 0],
    ]);
    expect([rating.toFixed(2), rd.toFixed(2), vol.toFixed(5)]).toEqual(['1464.05', '151.52', '0.06000']);
  });

  it('rise by a puzzle solved, fall by one missed, hardly move by a half, and grow surer', () => {
    expect(ratingAfter(NEWCOMER, { rating: 1500, rd: 80 }, 1).rating).toBeGreaterThan(1600);
    expect(ratingAfter(NEWCOMER, { rating: 1500, rd: 80 }, 0).rating).toBeLessThan(1400);
    expect(Math.round(ratingAfter(NEWCOMER, { rating: 1500, rd: 80 }, 0.5).rating)).toBe(1500);
    expect(ratingAfter(NEWCOMER, { rating: 1500, rd: 80 }, 1).rd).toBeLessThan(NEWCOMER.rd);
  });
});

describe('what a device keeps of puzzles', () => {
  it('counts the first answer of a puzzle alone [Z4]', () => {
    answer('a', 0, null);
    const { rating } = state();
    answer('a', 1, null);
    expect(state().rating).toEqual(rating);
    expect(state().solved.a?.credit).toBe(0);
  });

  it('counts a day once all three are answered, days on end, and begins anew after one left out [Z4]', () => {
    for (const id of ['a', 'b']) answer(id, 1, day('2026-11-25'));
    expect(state().streak.days).toBe(0);
    answer('c', 0, day('2026-11-25'));
    expect(state().streak).toEqual({ date: '2026-11-25', days: 1 });
    for (const id of ['d', 'e', 'f']) answer(id, 1, day('2026-11-26', ['d', 'e', 'f']));
    expect(state().streak.days).toBe(2);
    expect([streakOn(state().streak, '2026-11-27'), streakOn(state().streak, '2026-11-28')]).toEqual([2, 0]);
    for (const id of ['g', 'h', 'i']) answer(id, 1, day('2026-11-29', ['g', 'h', 'i']));
    expect(state().streak).toEqual({ date: '2026-11-29', days: 1 });
  });

  it('lets no earlier date and no second answer move the streak [Z4]', () => {
    for (const id of today) answer(id, 1, day('2026-11-25'));
    answer('a', 1, day('2026-11-24'));
    answer('a', 1, day('2026-11-25'));
    expect(state().streak).toEqual({ date: '2026-11-25', days: 1 });
  });

  it('keeps what another tab wrote meanwhile, and shows it [Z4]', () => {
    answer('a', 1, null);
    const other = { ...state(), solved: { ...state().solved, x: { credit: 1, delta: 5, seconds: 9 } } };
    localStorage.setItem('puzzles', JSON.stringify(other));
    answer('b', 1, null);
    expect(Object.keys(state().solved)).toEqual(['a', 'x', 'b']);
    const stop = watchOtherTabs();
    localStorage.setItem('puzzles', JSON.stringify({ ...other, streak: { date: '2026-11-25', days: 7 } }));
    window.dispatchEvent(new StorageEvent('storage', { key: 'puzzles' }));
    expect(state().streak.days).toBe(7);
    stop();
  });

  it('lasts as long as the page where the browser refuses its storage, and takes nonsense for nothing [Z4]', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('blocked');
    });
    answer('a', 1, null);
    setDraft('b', { text: '在' });
    expect(state().solved.a?.credit).toBe(1);
    expect(state().drafts.b?.text).toBe('在');
    vi.restoreAllMocks();
    localStorage.setItem('puzzles', '{"rating":7}');
    answer('c', 1, null);
    expect(Object.keys(state().solved)).toEqual(['a', 'c']);
  });
});

it('the next puzzle is one not answered yet, nearest to the rating', () => {
  const card = (id: string, rating: number) => ({
    ...{ id, rating, rd: 80, title: id, type: 't', typeName: 'T', level: 1 as const, sealed: false },
  });
  const cards = [card('far', 1900), card('near', 1550), card('done', 1500)];
  const own = { rating: NEWCOMER, solved: { done: { credit: 1, delta: 1, seconds: 1 } } };
  expect(nextPuzzle(cards, own)?.id).toBe('near');
  expect(nextPuzzle(cards, own, ['near', 'far'])?.id).toBe('done');
  expect(nextPuzzle([], own)).toBeNull();
});

it('[Z21] of who is signed in the server’s is shown, and the device keeps its own', () => {
  noteResult({ id: 'a', rating: 1500, rd: 80 }, { credit: 1, seconds: 9 }, null);
  const before = state().rating;
  const own = { rating: { rating: 1702, rd: 90, vol: 0.06 }, solved: {}, streak: { date: '2026-11-27', days: 4 } };
  showOwn(own);
  setDraft('b', { text: '稍等' });
  expect(state()).toMatchObject({ ...own, isOwn: true });
  expect(state().drafts.b?.text).toBe('稍等');
  const stored = JSON.parse(localStorage.getItem('puzzles') ?? '{}');
  expect([stored.rating, stored.drafts.b.text]).toEqual([before, '稍等']);
  showOwn(null);
  expect(state()).toMatchObject({ rating: before, isOwn: false });
});
