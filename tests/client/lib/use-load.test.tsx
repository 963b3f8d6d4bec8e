import { act, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Path } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { clean, ok } from '#tests/client/fixtures/page.tsx';

afterEach(clean);

const Board = () => {
  const { loaded, refresh } = useLoad('/api/board' as Path<number>);
  return (
    <button type="button" onClick={refresh}>
      {loaded.state === 'ready' ? String(loaded.value) : loaded.state}
    </button>
  );
};

/** A server that answers only when it is told to, each time with a number one higher. */
const slowServer = () => {
  const waiting: (() => void)[] = [];
  const answered = new Set<number>();
  const broken: number[] = [];
  let asked = 0;
  vi.stubGlobal('fetch', (_path: string, { signal }: RequestInit) => {
    const value = ++asked;
    signal?.addEventListener('abort', () => {
      if (!answered.has(value)) broken.push(value);
    });
    return new Promise<Response>((done) => {
      waiting.push(() => {
        answered.add(value);
        done(new Response(JSON.stringify(ok(value)), { headers: { 'content-type': 'application/json' } }));
      });
    });
  });
  return { asked: () => asked, broken, answer: () => act(async () => waiting.shift()?.()) };
};

test('refreshes faster than the server’s answers still show each answer, and the last one asks once more', async () => {
  const server = slowServer();
  render(<Board />);
  await server.answer();
  const board = screen.getByRole('button', { name: '1' });
  for (let times = 0; times < 5; times++) act(() => board.click());
  expect(server.asked()).toBe(2);
  await server.answer();
  expect(board.textContent).toBe('2');
  expect(server.asked()).toBe(3);
  await server.answer();
  expect(board.textContent).toBe('3');
  expect(server.asked()).toBe(3);
  expect(server.broken).toEqual([]);
});

test('an answer that comes once its page was left is not what the next page there begins with', async () => {
  const server = slowServer();
  const { unmount } = render(<Board />);
  unmount();
  await server.answer();
  render(<Board />);
  expect(screen.getByRole('button').textContent).toBe('loading');
  await server.answer();
  expect(screen.getByRole('button').textContent).toBe('2');
});
