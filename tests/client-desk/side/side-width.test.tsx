/** The border between thread and side panel. */
import '#client/app/i18n.ts';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { SideSeparator } from '#client/features/desk/side/side-separator.tsx';
import { resetSideWidth, setSideWidth, useSideWidth } from '#client/features/desk/side/side-width.ts';
import { remembered } from '#client/lib/device-memory.ts';

const KEY = 'kefu.desk.side-width';
afterEach(() => {
  cleanup();
  resetSideWidth();
});

it('the arrow keys move it within its bounds, Enter puts it back, and the browser keeps it', () => {
  render(<SideSeparator />);
  const border = screen.getByRole('separator');
  const width = () => Number(border.getAttribute('aria-valuenow'));
  const usual = width();
  fireEvent.keyDown(border, { key: 'ArrowLeft' });
  expect(width()).toBe(usual + 16);
  expect(remembered(KEY)).toBe(usual + 16);
  fireEvent.keyDown(border, { key: 'End' });
  fireEvent.keyDown(border, { key: 'ArrowLeft' });
  expect(width()).toBe(Number(border.getAttribute('aria-valuemax')));
  fireEvent.keyDown(border, { key: 'Home' });
  fireEvent.keyDown(border, { key: 'ArrowRight' });
  expect(width()).toBe(Number(border.getAttribute('aria-valuemin')));
  fireEvent.keyDown(border, { key: 'Enter' });
  expect(width()).toBe(usual);
  expect(remembered(KEY)).toBeNull();
});

it('a double click puts it back, and the desk’s own keys pass', () => {
  render(<SideSeparator />);
  const border = screen.getByRole('separator');
  setSideWidth(420.4);
  expect(useSideWidth.getState().width).toBe(420);
  fireEvent.keyDown(border, { key: 'ArrowRight', altKey: true });
  expect(useSideWidth.getState().width).toBe(420);
  fireEvent.doubleClick(border);
  expect(useSideWidth.getState().width).toBeNull();
});
