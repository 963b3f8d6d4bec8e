/** Parts of a page that come when they are first drawn. */
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { later } from '#client/lib/later.tsx';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it('shows nothing until its part has come, and asks again where the line was down', async () => {
  vi.useFakeTimers();
  let isDown = true;
  const load = vi.fn(async () => {
    if (isDown) throw new Error('no line');
    return ({ name }: { name: string }) => <p>{name}</p>;
  });
  const Part = later(load);
  render(<Part name="there" />);
  await act(async () => vi.advanceTimersByTimeAsync(1));
  expect(load).toHaveBeenCalledTimes(1);
  expect(screen.queryByText('there')).toBeNull();
  isDown = false;
  await act(async () => vi.advanceTimersByTimeAsync(2000));
  expect(screen.queryByText('there')).not.toBeNull();
  cleanup();
  render(<Part name="at once" />);
  expect(screen.queryByText('at once')).not.toBeNull();
  expect(load).toHaveBeenCalledTimes(2);
});
