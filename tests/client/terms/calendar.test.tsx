import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { CalendarPages } from '#client/features/terms/calendar/calendar-pages.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import { useToasts } from '#client/ui/layout/toast-store.ts';
import type { CalendarEntry, OwnCalendar, SuggestedDrill, TermCalendar } from '#contract/terms/calendar.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { signedIn } from '#tests/client/fixtures/people.ts';

afterEach(() => {
  forgetMe();
  clean();
  vi.unstubAllGlobals();
  useToasts.setState({ toasts: [] });
});

const planned: CalendarEntry = {
  ...{ kind: 'planned', day: '2026-11-25', time: null, id: 'y1', event: 'd1111@2026-11-11' },
  ...{ name: '双11', step: '退换', drill: { cases: [{ id: 'return-dispute/seventh-day', title: '第七天' }] } },
};
const contest: CalendarEntry = {
  ...{ kind: 'run', day: '2026-11-27', time: '16:00', run: 'r9', name: '城东杯', item: 'contest', contest: 'k1' },
  ...{ form: 'contest', state: 'planned', moment: 'due', shift: null },
};
const entries: CalendarEntry[] = [
  {
    ...{ kind: 'run', day: '2026-11-20', time: '14:00', run: 'r1', name: '周三第一节', item: 'lesson' },
    ...{ form: 'lesson', state: 'ended', moment: null, shift: 'early' },
  },
  { kind: 'leave', day: '2026-11-24', time: null, name: '乙', span: 'am', state: 'asked' },
  planned,
  contest,
];
const suggested: SuggestedDrill = {
  ...{ event: 'd1111@2026-11-11', eventName: '双11', eventDay: '2026-11-11', step: 'price', name: '价保和差价' },
  ...{
    days: 5,
    day: '2026-11-28',
    drill: { rush: { profile: 'd11', profileName: '双11 尾款', level: 2, minutes: 15 } },
  },
  planned: false,
};
const term = { id: 'm1', name: '实训周', firstDay: '2026-11-16', lastDay: '2026-12-04' };
const calendar: TermCalendar = {
  ...{ class: { id: 'c1', name: '2403 班' }, term, today: '2026-11-24', entries },
  ...{ suggested: [suggested], source: '编者设定', mayPlan: true },
};
const BASE = '/classes/c1/terms/m1/calendar';
const open = (body: TermCalendar, over: Parameters<typeof serve>[0] = {}) => {
  const asked = serve({ 'GET /api/me': ok(signedIn()), [`GET /api${BASE}`]: ok(body), ...over });
  renderAt(BASE, '/classes/:id/terms/*', <CalendarPages />);
  return asked;
};
const square = (name: RegExp) => screen.getByRole('button', { name });
const onPhone = () =>
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener: () => {}, removeEventListener: () => {} }));

describe('the calendar of a term', () => {
  test('is a month in which arrows go from day to day, over its end, and no further than the term [J71]', async () => {
    open(calendar);
    const today = await screen.findByRole('button', { name: '11月24日周二，1 件' });
    expect([today.getAttribute('aria-current'), today.getAttribute('aria-pressed')]).toEqual(['date', 'true']);
    const at = () => document.activeElement?.getAttribute('aria-label');
    today.focus();
    const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
    // The day stands in the address, which the router may follow a moment after the key.
    const standsOn = (day: string) => waitFor(() => expect(at()).toBe(day), { timeout: 5000 });
    press('ArrowRight');
    await standsOn('11月25日周三，1 件');
    press('ArrowDown');
    await standsOn('12月2日周三，没有安排');
    expect(screen.getByRole('heading', { name: '2026年12月' })).toBeTruthy();
    press('ArrowDown');
    await standsOn('12月4日周五，没有安排');
    press('PageUp');
    await standsOn('11月16日周一，没有安排');
    press('ArrowUp');
    await standsOn('11月16日周一，没有安排');
    // One square is in the order of tabs.
    expect(
      screen.getAllByRole('button').filter((one) => one.tabIndex === 0 && one.getAttribute('aria-pressed') !== null),
    ).toHaveLength(1);
  });

  test('shows a day’s things, and leads to a run of the day or to a new one with all filled in [J68] [J69]', async () => {
    open(calendar);
    fireEvent.click(await screen.findByRole('button', { name: '11月20日周五，1 件' }));
    expect(screen.getByRole('link', { name: '周三第一节' }).getAttribute('href')).toBe('/runs/r1/results');
    fireEvent.click(square(/^11月25日/));
    const start = screen.getByRole('link', { name: '按「双11：退换」去开课' }).getAttribute('href') ?? '';
    expect(Object.fromEntries(new URLSearchParams(start.split('?')[1]))).toEqual({
      ...{ class: 'c1', name: '双11：退换', day: '2026-11-25', cases: 'return-dispute/seventh-day' },
    });
  });

  test('calls a contest a contest, and leads to its own page [J73]', async () => {
    open(calendar);
    fireEvent.click(await screen.findByRole('button', { name: /^11月27日/ }));
    expect((await screen.findByRole('link', { name: '城东杯' })).getAttribute('href')).toBe('/contests/k1');
    expect(screen.getByText('比赛')).toBeTruthy();
  });

  test('takes a suggested drill in with one press, and takes it back from the toast [J69]', async () => {
    const asked = open(calendar, {
      [`POST /api${BASE}`]: ok({ id: 'y2' }),
      [`POST /api${BASE}/y2`]: ok(null),
    });
    fireEvent.click(await screen.findByRole('button', { name: '把「价保和差价」排进 11月28日周六' }));
    await waitFor(() =>
      expect(asked).toContainEqual({
        path: `POST /api${BASE}`,
        body: { event: 'd1111@2026-11-11', step: 'price', day: '2026-11-28' },
      }),
    );
    await waitFor(() => expect(useToasts.getState().toasts).toHaveLength(1));
    useToasts.getState().toasts[0]?.action?.run();
    const body = { day: '2026-11-28', removed: true };
    await waitFor(() => expect(asked).toContainEqual({ path: `POST /api${BASE}/y2`, body }));
  });

  test('offers no day that has gone by [J69]', async () => {
    open({ ...calendar, suggested: [{ ...suggested, day: '2026-11-16' }] });
    expect(await screen.findByText('已过')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /排进/ })).toBeNull();
  });

  test('moves a drill within the term alone, and takes one away with a way back [J69]', async () => {
    const asked = open(calendar, { [`POST /api${BASE}/y1`]: ok(null) });
    fireEvent.click(await screen.findByRole('button', { name: '11月25日周三，1 件' }));
    fireEvent.click(screen.getByRole('button', { name: '改「双11：退换」的日子' }));
    const dialog = within(await screen.findByRole('dialog'));
    const save = dialog.getByRole('button', { name: '改好' }) as HTMLButtonElement;
    fireEvent.change(dialog.getByLabelText('哪一天'), { target: { value: '2026-12-24' } });
    expect([save.disabled, dialog.getByText(/要在/) !== null]).toEqual([true, true]);
    fireEvent.change(dialog.getByLabelText('哪一天'), { target: { value: '2026-11-26' } });
    fireEvent.click(save);
    await waitFor(() =>
      expect(asked).toContainEqual({ path: `POST /api${BASE}/y1`, body: { day: '2026-11-26', removed: false } }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    fireEvent.click(screen.getByRole('button', { name: '拿掉「双11：退换」' }));
    await waitFor(() => expect(useToasts.getState().toasts.at(-1)?.action?.label).toBe('撤销'));
  });

  test('is a list by day on a phone, what has gone by folded away [J71]', async () => {
    onPhone();
    open(calendar);
    expect(await screen.findByRole('button', { name: '已过去的 1 天' })).toBeTruthy();
    expect(screen.getByRole('region', { name: '11月24日周二' }).textContent).toContain('乙 上午，等批');
    expect(screen.queryByRole('table')).toBeNull();
  });

  test('lets a mentor read and plan nothing, and a visitor open what is shared alone [J64]', async () => {
    open({ ...calendar, mayPlan: false, suggested: [], visiting: [] });
    fireEvent.click(await screen.findByRole('button', { name: '11月20日周五，1 件' }));
    expect(screen.queryByRole('link', { name: '周三第一节' })).toBeNull();
    fireEvent.click(square(/^11月25日/));
    expect(screen.queryByRole('button', { name: /拿掉/ })).toBeNull();
    expect(screen.queryByText('大促前后该练的')).toBeNull();
  });

  test('of a trainee has what is theirs, and says where nothing is [J68]', async () => {
    const own: OwnCalendar = { term, className: '2403 班', today: '2026-11-24', entries: [planned] };
    serve({ 'GET /api/me': ok(signedIn('trainee')), 'GET /api/my-terms/m1/calendar': ok(own) });
    renderAt('/classes/mine/terms/m1/calendar', '/classes/:id/terms/*', <CalendarPages />);
    fireEvent.click(await screen.findByRole('button', { name: '11月25日周三，1 件' }));
    const chosen = within(screen.getByRole('region', { name: '11月25日周三' }));
    expect(chosen.getByText('双11：退换')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /改|拿掉/ })).toBeNull();
    fireEvent.click(square(/^11月26日/));
    expect(screen.getByText('这天没有安排')).toBeTruthy();
  });
});
