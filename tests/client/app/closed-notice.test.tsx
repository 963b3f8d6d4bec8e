import '#client/app/i18n.ts';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ClosedNotice } from '#client/app/closed-notice.tsx';
import { markSocketClosed, markSocketOpen, useClosedSocket } from '#client/lib/closed-socket.ts';
import { failure } from '#contract/errors.ts';

const socket = () => ({ connect: vi.fn() });
const show = (what: 'visible' | 'hidden') => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(what);
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
};

beforeEach(() => {
  vi.useFakeTimers();
  render(<ClosedNotice />);
});
afterEach(() => {
  cleanup();
  act(() => useClosedSocket.setState({ closed: null }));
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('a page that gave way says so, and connects when somebody wants it', () => {
  const one = socket();
  act(() => markSocketClosed(one, failure('too-many-pages')));
  expect(screen.getByRole('alert').textContent).toContain('8');
  act(() => vi.advanceTimersByTime(600_000));
  expect(one.connect).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: '现在重连' }));
  expect(one.connect).toHaveBeenCalledOnce();
  expect(screen.queryByRole('alert')).toBeNull();
});

it('a page that gave way connects when somebody comes back to it, once', () => {
  const one = socket();
  act(() => markSocketClosed(one, failure('too-many-pages')));
  show('hidden');
  expect(one.connect).not.toHaveBeenCalled();
  show('visible');
  show('visible');
  expect(one.connect).toHaveBeenCalledOnce();
});

it('a page cut off after refusals connects by itself in half a minute', () => {
  const one = socket();
  act(() => markSocketClosed(one, failure('too-many-refusals')));
  show('visible');
  act(() => vi.advanceTimersByTime(29_000));
  expect(one.connect).not.toHaveBeenCalled();
  act(() => vi.advanceTimersByTime(1000));
  expect(one.connect).toHaveBeenCalledOnce();
});

it('a page that has been left isn’t connected any more', () => {
  const [one, other] = [socket(), socket()];
  act(() => markSocketClosed(one, failure('too-many-refusals')));
  act(() => markSocketOpen(other));
  expect(screen.getByRole('alert')).toBeTruthy();
  act(() => markSocketOpen(one));
  expect(screen.queryByRole('alert')).toBeNull();
  act(() => vi.advanceTimersByTime(60_000));
  expect(one.connect).not.toHaveBeenCalled();
});
