import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import '#client/app/i18n.ts';
import { bubbleText } from '#client/drill/model/last-message.ts';
import { BubbleView } from '#client/drill/thread/bubble.tsx';
import { exchangesOf } from '#client/features/report/model/exchanges.ts';
import { SeatBubble } from '#client/features/wall/seat/seat-bubble.tsx';
import type { WireBubble } from '#contract/wire-events.ts';
import { report } from '#tests/client/fixtures/report.ts';
import { closeReport, openReport } from '#tests/client/report/run-report.tsx';

const ALT = '鞋底沾着灰';
const drawn = { picture: '/pictures/customer/shoe-sole-dirty.svg', alt: ALT, width: 360, height: 240 };
const bubble: WireBubble = { kind: 'picture', ...drawn };
const show = (of: WireBubble = bubble) => render(<BubbleView bubble={of} shop={null} orders={[]} />);
const small = () => screen.getByRole('button', { name: ALT });

afterEach(cleanup);

describe('a customer’s picture in the thread', () => {
  it('is small, and keeps its place before it is loaded', () => {
    show();
    const image = within(small()).getByRole('img', { name: ALT });
    expect(image.getAttribute('src')).toBe(drawn.picture);
    expect([image.getAttribute('width'), image.getAttribute('height')]).toEqual(['360', '240']);
    expect(small().className).toContain('w-180');
  });

  it('is opened large, closed by Esc, and has the focus again afterwards', async () => {
    const page = vi.fn();
    window.addEventListener('keydown', page);
    show();
    small().focus();
    fireEvent.click(small());
    const large = screen.getByRole('dialog', { name: '客户发的图' });
    expect(within(large).getByRole('img', { name: ALT }).getAttribute('src')).toBe(drawn.picture);
    // The keys of desk and wall are handled by the window, and do nothing while the dialog is open.
    fireEvent.keyDown(large, { key: 'F6', code: 'F6' });
    expect(page).not.toHaveBeenCalled();
    await act(async () => void fireEvent.keyDown(large, { key: 'Escape', code: 'Escape' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(small()));
    window.removeEventListener('keydown', page);
  });

  it('is not described on screen, and is described in words on paper', () => {
    show();
    expect(screen.getByText(`〔图片：${ALT}〕`).className).toBe('hidden print:inline');
    expect(small().className).toContain('print:hidden');
  });

  it('is replaced by its description where it was never drawn or can’t be loaded', () => {
    const { unmount } = show({ ...bubble, picture: 'shoe-sole-dirty' });
    expect(screen.queryByRole('img')).toBeNull();
    expect(screen.getByText(ALT)).toBeTruthy();
    unmount();
    show();
    fireEvent.error(screen.getByRole('img'));
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByText(ALT)).toBeTruthy();
  });

  it('is shown as [图片] in the list of conversations', () => {
    expect(bubbleText(bubble)).toBe('[图片]');
  });

  it('opens large on the wall too', () => {
    render(<SeatBubble bubble={bubble} orders={[]} />);
    fireEvent.click(small());
    expect(screen.getByRole('dialog', { name: '客户发的图' })).toBeTruthy();
  });
});

describe('a customer’s picture in the report', () => {
  afterEach(closeReport);

  it('stands in the exchange it was sent in, and as words on paper', async () => {
    const shown = exchangesOf(report).find(({ findings }) => findings.length > 0);
    const first = shown?.lines.find(({ by }) => by === 'customer');
    const transcript = report.transcript.map((line) =>
      line === first ? { ...line, text: `〔图片：${ALT}〕`, picture: drawn } : line,
    );
    openReport({ ...report, transcript });
    const line = (await screen.findByRole('button', { name: ALT })).closest('li');
    expect(line?.id).toBe(`line-${first?.id}`);
    expect(line?.textContent).toContain(`〔图片：${ALT}〕`);
  });
});
