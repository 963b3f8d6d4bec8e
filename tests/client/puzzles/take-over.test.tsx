import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { noteResult, setDraft, usePuzzleDevice } from '#client/features/puzzles/model/device.ts';
import { PuzzlesPage } from '#client/features/puzzles/puzzles-page.tsx';
import type { PuzzleMenu, PuzzlePlayer } from '#contract/practice/puzzles.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';

afterEach(() => {
  cleanup();
  localStorage.clear();
  usePuzzleDevice.setState(usePuzzleDevice.getInitialState(), true);
  clean();
});

const card = (id: string) => ({
  ...{ id, rating: 1500, rd: 80, title: id, type: 't', typeName: '售后', level: 1 as const, sealed: false },
});
const account: PuzzlePlayer = {
  rating: { rating: 1600, rd: 200, vol: 0.06 },
  solved: { a: { credit: 1, delta: 9, seconds: 5 } },
  streak: { date: '2026-11-26', days: 1 },
};
const MENU = 'GET /api/puzzles';
const TAKE = 'POST /api/puzzles/own';
const menu = (own: PuzzlePlayer | null): PuzzleMenu => ({
  ...{ date: '2026-11-27', today: ['a'], puzzles: ['a', 'b', 'c'].map(card), own },
});
const onDevice = (...ids: string[]) => {
  for (const id of ids) noteResult({ id, rating: 1500, rd: 80 }, { credit: 1, seconds: 20 }, null);
};

it('[Z22] offers who is signed in what the device has and the account hasn’t, and begins anew once it is taken', async () => {
  onDevice('a', 'b', 'c');
  setDraft('b', { text: '稍等' });
  const merged = { ...account, solved: { ...account.solved, b: { credit: 1, delta: 3, seconds: 20 } } };
  const answers: Parameters<typeof serve>[0] = { [MENU]: ok(menu(account)), [TAKE]: ok(merged) };
  const sent = serve(answers);
  renderAt('/puzzles', '/puzzles', <PuzzlesPage />);
  await screen.findByText('这台设备上有 2 道题还没进你的账号。');
  answers[MENU] = ok(menu(merged));
  fireEvent.click(screen.getByRole('button', { name: '并进我的账号' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: '并进我的账号' })).toBeNull());
  const solved = ['b', 'c'].map((id) => ({ id, credit: 1, seconds: 20 }));
  expect(sent).toContainEqual({ path: TAKE, body: { solved, streak: { date: '', days: 0 } } });
  // What the account couldn't take stays here, and so do the words of an answer.
  const stored = JSON.parse(localStorage.getItem('puzzles') ?? '{}');
  expect(Object.keys(stored.solved)).toEqual(['c']);
  expect(stored.drafts.b.text).toBe('稍等');
});

it('[Z22] offers nothing where nobody is signed in or the account has it all, and keeps it where taking failed', async () => {
  onDevice('a');
  serve({ [MENU]: ok(menu(null)) });
  renderAt('/puzzles', '/puzzles', <PuzzlesPage />);
  await screen.findByText('今天的三道题');
  expect(screen.queryByRole('button', { name: '并进我的账号' })).toBeNull();
  cleanup();
  serve({ [MENU]: ok(menu(account)) });
  renderAt('/puzzles', '/puzzles', <PuzzlesPage />);
  await screen.findByText('今天的三道题');
  expect(screen.queryByRole('button', { name: '并进我的账号' })).toBeNull();
  cleanup();
  usePuzzleDevice.setState({ isOwn: false });
  onDevice('b');
  const error = { code: 'internal', message: '没有存上，再试一次。' };
  serve({ [MENU]: ok(menu(account)), [TAKE]: { ok: false, error } as never });
  renderAt('/puzzles', '/puzzles', <PuzzlesPage />);
  fireEvent.click(await screen.findByRole('button', { name: '并进我的账号' }));
  await screen.findByText(/没有存上/);
  expect(Object.keys(JSON.parse(localStorage.getItem('puzzles') ?? '{}').solved)).toEqual(['a', 'b']);
});
