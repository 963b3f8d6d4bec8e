/** On a phone: the strip over a rush's list, which rows are in sight there, and the name in a group's head. */
import '#client/app/i18n.ts';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { WireEvent } from '#contract/wire-events.ts';
import { onPhone } from '#tests/client/fixtures/viewport.ts';
import { arrived, OPENED, said } from '#tests/client-desk/fake-server.ts';
import { mountDesk, onFreshDesk } from '#tests/client-desk/phone/mount-desk.tsx';
import { DESK } from '#tests/support/labels.ts';

onFreshDesk();

const { customers: _, ...uncounted } = OPENED as Extract<WireEvent, { kind: 'drill-opened' }>;
const RUSH: WireEvent = {
  ...uncounted,
  rush: {
    ...{ profile: 'd11-open', level: 3, minutes: 15, dial: false, capacity: 2, closingMs: 300_000 },
    ...{ colleagueAfterMs: 90_000, greeting: null },
  },
};
const queued = (at: number, conversation: string, name: string): WireEvent =>
  ({ kind: 'customer-queued', at, conversation, name, from: null, orders: [] }) as never;
const taken = (at: number, conversation: string): WireEvent =>
  ({ kind: 'queue-left', at, conversation, how: 'colleague' }) as never;
const HERE = ['小鹿', '阿木', '小满'].flatMap((name, i) => [
  arrived(`c${i + 1}`, 1000 + i, name),
  said(`c${i + 1}`, 2000 + i, '在吗'),
]);
const list = () => screen.getByRole('region', { name: DESK.list });
const rows = () => within(list()).getByRole('region', { name: /^接待中/ });

describe('[X113] the strip of a rush on a phone', () => {
  const strip = () => within(list()).getByText(/^还剩/).parentElement;

  it('leaves out how many at once where somebody waits and a colleague took some: the minutes left stay whole', async () => {
    onPhone();
    const server = await mountDesk([RUSH, ...HERE, queued(3000, 'c8', '晚风')], 30_000, false);
    expect(strip()?.textContent).toContain('同时接 2 位');
    await act(async () => {
      server.push(taken(93_000, 'c8'));
      server.push(queued(93_500, 'c9', '白开水'));
    });
    expect(strip()?.textContent).toMatch(/^排队 1最久.*同事接走了 1 位还剩/);
    expect(within(list()).getByText(/^还剩/).className).toContain('shrink-0');
    expect(within(list()).getByText('同事接走了 1 位').className).toContain('cut');
  });
});

describe('[X114] on a phone', () => {
  it('a rush shows who is there when its list comes back, unless from somebody who has gone', async () => {
    onPhone();
    vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(() => {});
    const gone: WireEvent[] = [
      arrived('c7', 500, '馋坑肉'),
      { kind: 'status-changed', at: 900, conversation: 'c7', status: 'closed' },
    ];
    await mountDesk([RUSH, ...gone, ...HERE], 30_000, false);
    const visit = (name: RegExp) => {
      rows().scrollTop = 120;
      fireEvent.scroll(rows());
      fireEvent.click(within(rows()).getByRole('button', { name }));
      fireEvent.click(screen.getByRole('button', { name: DESK.backToList }));
      return rows().scrollTop;
    };
    expect(visit(/小鹿/)).toBe(0);
    expect(visit(/馋坑肉/)).toBe(120);
  });

  it('two rows of those who are there keep their height beside a long queue', async () => {
    onPhone();
    await mountDesk([RUSH, ...HERE, queued(3000, 'c8', '晚风')], 30_000, false);
    expect(rows().className).toContain('min-h-120');
    expect(list().querySelector('[data-queue]')?.className).toContain('max-pane:shrink');
  });

  it('a group’s mark in the head is its picture, and the name has the room', async () => {
    onPhone();
    await mountDesk(
      [OPENED, arrived('c1', 1000, '建军五金'), { ...said('c1', 2000, '烂了'), place: 'group' } as never],
      30_000,
      false,
    );
    fireEvent.click(within(rows()).getByRole('button', { name: /建军五金/ }));
    const head = screen.getByRole('heading', { level: 2, name: '建军五金' }).parentElement;
    expect(within(head as HTMLElement).getByText('群里').className).toBe('sr-only');
  });
});
