/** A rush on the teacher's wall: its tiles, the desk over the shoulder, and the incident dialog. */
import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { flagOf } from '#client/features/wall/model/wall-flag.ts';
import { otherTiers } from '#client/features/wall/model/wall-waits.ts';
import { forgetMe } from '#client/lib/hooks/me.ts';
import { liveTile, shownConversations } from '#client/lib/run/run-tiles.ts';
import type { WireEvent } from '#contract/wire-events.ts';
import { clean, ok, serve } from '#tests/client/fixtures/page.tsx';
import { signedIn } from '#tests/client/fixtures/people.ts';
import { onDesktop, onPhone } from '#tests/client/fixtures/viewport.ts';
import { WALL } from '#tests/support/labels.ts';
import { body, customer, enter, fakeLine, NOW, TIERS, tile } from './class.tsx';

afterEach(() => {
  onDesktop();
  clean();
  forgetMe();
});

const RUSH = { profile: 'd618', level: 2, minutes: 10, shop: 'suibu', dial: true } as const;
const rushed = () =>
  body({ rush: { profileName: '618', shopName: '燧步运动' }, plan: { ...body().plan, scenarios: [], rush: RUSH } });
const LOAD = { capacity: 12, dial: true, open: 12, queue: 4, over: false };
const TWELVE = Array.from({ length: 12 }, (_, i) =>
  customer({ key: `c${i + 1}`, name: `客户${i + 1}`, waitMs: i * 1000 }),
);
const full = (over: Parameters<typeof tile>[1] = {}) => tile(1, { rush: LOAD, conversations: TWELVE, ...over });

const EVENTS: WireEvent[] = [
  {
    ...{ kind: 'drill-opened', at: 0, mode: 'lesson', pace: 20, tiers: [] },
    rush: {
      ...{ profile: 'd618', level: 2, minutes: 10, dial: true, capacity: 1 },
      closingMs: 300_000,
      colleagueAfterMs: 90_000,
      greeting: null,
    },
  },
  { kind: 'customer-queued', at: 6000, conversation: 'c2', name: '排着的小赵' },
];

const tileText = (n: number): string => document.querySelector(`[data-seat="s${n}"]`)?.textContent ?? '';

describe('a rush on the wall', () => {
  it('[Q23] says on the tile how many are open and of how many, who waits and who gave up', async () => {
    serve({ 'GET /api/me': ok(signedIn()) });
    await enter(
      '/runs/r1/wall',
      fakeLine(rushed(), [full({ left: 2 }), tile(2, { rush: { ...LOAD, open: 1, queue: 0 } }), tile(3)]),
    );
    expect(tileText(1)).toContain('同时 12 / 12排队 4走 2');
    expect(tileText(2)).toContain('同时 1 / 12');
    expect(tileText(2)).not.toContain('排队');
    expect(tileText(3)).not.toContain('同时');
    expect(document.body.textContent).not.toMatch(/undefined|NaN/);
  });

  it('[Q23] shows of twelve customers those who have waited longest, on a phone too', async () => {
    const live = liveTile(undefined, full(), NOW, 0);
    expect(shownConversations(live, 5).map(({ key }) => key)).toEqual(['c12', 'c11', 'c10', 'c9', 'c8']);
    expect(shownConversations(live, 12).map(({ key }) => key)).toEqual(TWELVE.map(({ key }) => key));
    onPhone();
    serve({ 'GET /api/me': ok(signedIn()) });
    await enter('/runs/r1/wall', fakeLine(rushed(), [full()]));
    fireEvent.click(screen.getByRole('radio', { name: /全部/ }));
    expect(tileText(1)).toContain('同时 12 / 12，排队 4');
  });

  it('[Q23] flags a loss while it is news, and has it as a figure afterwards', () => {
    const first = liveTile(undefined, full({ conversations: [] }), NOW, 0);
    const lost = liveTile(first, full({ conversations: [], left: 1 }), NOW, 0);
    expect(flagOf(lost, 1000, TIERS)).toEqual({ kind: 'left', count: 1 });
    expect(flagOf(lost, 100_000, TIERS)).toBeNull();
    const other = liveTile(undefined, tile(1, { conversations: [], left: 1 }), NOW, 0);
    expect(flagOf(other, 100_000, TIERS)).toEqual({ kind: 'left', count: 1 });
  });

  it('has the limits of all numbers at once that the plan allows', () => {
    const upTo = (rush: object) =>
      otherTiers({ ...rushed(), plan: { ...rushed().plan, rush: { ...RUSH, ...rush } } }, 0);
    expect(upTo({}).map(({ from }) => from)).toEqual([3]);
    expect(upTo({ dial: undefined, capacity: 2 })).toEqual([]);
  });

  it('[Q23] tells over the shoulder who waits in the queue, and says that customers may come at any time', async () => {
    serve({ 'GET /api/me': ok(signedIn()) });
    const line = fakeLine(rushed(), [
      tile(1, { conversations: [], rush: { ...LOAD, capacity: 1, open: 0, queue: 1 } }),
    ]);
    await enter('/runs/r1/wall?seat=s1', line);
    await line.events({
      ...{ drillId: 'd1', after: 0, upTo: EVENTS.length, now: 7000, running: true },
      events: EVENTS.map((event, index) => ({ seq: index + 1, event })),
    });
    const pane = screen.getByRole('dialog', { name: /学员1/ });
    expect(within(pane).getByText('排队 1：排着的小赵')).toBeTruthy();
    expect(within(pane).getByText('档位跟着人调，现在 1 位')).toBeTruthy();
    expect(within(pane).getByText('大促进线，客户随时会来。')).toBeTruthy();
  });

  it('says before an incident that a full desk queues it', async () => {
    serve({ 'GET /api/me': ok(signedIn()) });
    await enter('/runs/r1/wall', fakeLine(rushed(), [full()]));
    await act(async () => fireEvent.click(screen.getByRole('button', { name: WALL.incident })));
    expect(screen.getByText('手上满了的席位，这位先排队。')).toBeTruthy();
  });
});
