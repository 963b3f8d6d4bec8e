/** The borders between the thread and the panes beside it. */
import '#client/app/i18n.ts';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { PaneSeparator } from '#client/features/desk/panes/pane-separator.tsx';
import { listWidth, sideWidth } from '#client/features/desk/panes/pane-width.ts';
import { remembered } from '#client/lib/device-memory.ts';

const PANES = [
  { pane: sideWidth, edge: 'left', key: 'kefu.desk.side-width', wider: 'ArrowLeft', narrower: 'ArrowRight' },
  { pane: listWidth, edge: 'right', key: 'kefu.desk.list-width', wider: 'ArrowRight', narrower: 'ArrowLeft' },
] as const;
afterEach(() => {
  cleanup();
  for (const { pane } of PANES) pane.reset();
});

describe('[Q79] the border of a pane', () => {
  it.each(PANES)(
    '$key: the arrow keys move it within its bounds, Enter puts it back, and the browser keeps it',
    (of) => {
      const { pane, edge, key, wider, narrower } = of;
      render(<PaneSeparator pane={pane} edge={edge} label="宽度" />);
      const border = screen.getByRole('separator');
      const width = () => Number(border.getAttribute('aria-valuenow'));
      const usual = width();
      fireEvent.keyDown(border, { key: wider });
      expect(width()).toBe(usual + 16);
      expect(remembered(key)).toBe(usual + 16);
      fireEvent.keyDown(border, { key: 'End' });
      fireEvent.keyDown(border, { key: wider });
      expect(width()).toBe(Number(border.getAttribute('aria-valuemax')));
      fireEvent.keyDown(border, { key: 'Home' });
      fireEvent.keyDown(border, { key: narrower });
      expect(width()).toBe(Number(border.getAttribute('aria-valuemin')));
      fireEvent.keyDown(border, { key: 'Enter' });
      expect(width()).toBe(usual);
      expect(remembered(key)).toBeNull();
    },
  );

  it('a double click puts it back, and the desk’s own keys pass', () => {
    render(<PaneSeparator pane={sideWidth} edge="left" label="宽度" />);
    const border = screen.getByRole('separator');
    sideWidth.set(420.4);
    expect(sideWidth.useWidth.getState().width).toBe(420);
    fireEvent.keyDown(border, { key: 'ArrowRight', altKey: true });
    expect(sideWidth.useWidth.getState().width).toBe(420);
    fireEvent.doubleClick(border);
    expect(sideWidth.useWidth.getState().width).toBeNull();
  });
});
