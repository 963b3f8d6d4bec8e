/** What a beginner is shown at the desk, and how it leaves once it was of use. */
import '#client/app/i18n.ts';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useShops } from '#client/drill/model/drill-shops.ts';
import { Desk } from '#client/features/desk/desk-page.tsx';
import { HINT_USES } from '#client/features/desk/model/desk-hints.ts';
import { TOUR_PLACES } from '#client/features/desk/model/desk-tour.ts';
import { forgetLoaded } from '#client/lib/hooks/use-load.ts';
import type { WireEvent } from '#contract/wire-events.ts';
import { onDesktop, onPhone } from '#tests/client/fixtures/viewport.ts';
import { DESK } from '#tests/support/labels.ts';
import { arrived, fakeServer, OPENED, said } from './fake-server.ts';
import { SHOP, SUMMARY } from './shop.ts';

const READY: WireEvent = { kind: 'clock-stopped', at: 0, why: 'not-started' };
const TALK = [arrived('c1', 1000, '小鹿'), said('c1', 2000, '在吗')];

beforeEach(() => {
  localStorage.clear();
  forgetLoaded();
  useShops.setState({ byId: { 'd1/suibu': SHOP }, errors: {} });
});
afterEach(() => {
  cleanup();
  onDesktop();
  vi.unstubAllGlobals();
});

const openDesk = async (
  events: readonly WireEvent[],
  mode = SUMMARY.mode,
  isPhone = false,
  state: { begins?: boolean } = {},
) => {
  cleanup();
  forgetLoaded();
  vi.stubGlobal('fetch', (path: string) =>
    Promise.resolve(
      new Response(JSON.stringify({ ok: true, value: path.includes('/shops/') ? SHOP : { ...SUMMARY, mode } })),
    ),
  );
  if (isPhone) onPhone();
  else onDesktop();
  const { server, transport } = fakeServer();
  server.log.push({ ...OPENED, mode } as WireEvent, ...events);
  server.running = !events.includes(READY);
  const open = () => transport;
  render(
    <MemoryRouter initialEntries={[{ pathname: '/drills/d1', state }]}>
      <Desk id="d1" createTransport={open} />
    </MemoryRouter>,
  );
  await act(async () => server.up());
  await act(async () => {});
  return server;
};
const tour = () => screen.queryByRole('region', { name: '认认接待台' });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('开始 of the start card', () => {
  const BEGINS = { begins: true };
  const starts = async (mode: typeof SUMMARY.mode, state: { begins?: boolean }): Promise<number> =>
    (await openDesk([READY], mode, false, state)).commands('drill:start').length;

  it('starts the drill, and the desk asks for no second press', async () => {
    await openDesk([READY]);
    press('跳过');
    expect(await starts('practice', BEGINS)).toBe(1);
    expect(await starts('practice', {})).toBe(0);
    expect(await starts('exam', BEGINS)).toBe(0);
  });

  it('says what the case trains above the button, and asks the server for nothing more [Z25]', async () => {
    await openDesk([READY]);
    expect(screen.getByText('问清再推荐')).toBeTruthy();
    await openDesk([READY], 'exam');
    expect(screen.queryByText('问清再推荐')).toBeNull();
  });

  it('waits on a first desk, where the tour comes before the clock', async () => {
    expect(await starts('practice', BEGINS)).toBe(0);
    press('跳过');
    expect(screen.getByRole('button', { name: DESK.start })).toBeTruthy();
  });

  it('has the focus as soon as it can be pressed, on a wide desk and on a phone', async () => {
    for (const isPhone of [false, true]) {
      await openDesk([READY], 'practice', isPhone);
      expect(document.activeElement).toBe(screen.getByRole('button', { name: DESK.start }));
    }
  });
});

describe('the tour of the desk', () => {
  it('ends with the one press that starts the clock, and skipped starts none [Z25]', async () => {
    const { commands } = await openDesk([READY]);
    for (const _ of TOUR_PLACES.slice(1)) press('下一处');
    expect(commands('drill:start')).toHaveLength(0);
    press('认得了，开始');
    expect(commands('drill:start')).toHaveLength(1);
    localStorage.clear();
    const skipped = await openDesk([READY]);
    press('跳过');
    expect(skipped.commands('drill:start')).toHaveLength(0);
  });

  it.each([false, true])(
    'has five places at most under 开始 on a first desk, and never again (phone: %s)',
    async (isPhone) => {
      await openDesk([READY], 'practice', isPhone);
      expect(TOUR_PLACES.length).toBeLessThanOrEqual(5);
      for (const _ of TOUR_PLACES.slice(1)) press('下一处');
      expect(within(tour() as HTMLElement).getByText('5 / 5')).toBeTruthy();
      expect(screen.getByRole('button', { name: DESK.start })).toBeTruthy();
      press('认得了，开始');
      expect(tour()).toBeNull();
      await openDesk([READY], 'practice', isPhone);
      expect(tour()).toBeNull();
    },
  );

  it('is skipped at once, by button or by Esc', async () => {
    await openDesk([READY]);
    press('跳过');
    expect(tour()).toBeNull();
    localStorage.clear();
    await openDesk([READY]);
    fireEvent.keyDown(screen.getByRole('button', { name: '下一处' }), { key: 'Escape', code: 'Escape' });
    expect(tour()).toBeNull();
    await openDesk([READY]);
    expect(tour()).toBeNull();
  });

  it('isn’t shown in an exam, nor offered in its help', async () => {
    await openDesk([READY], 'exam');
    expect(tour()).toBeNull();
    press('键盘速查');
    expect(screen.queryByRole('button', { name: '再认一遍接待台' })).toBeNull();
  });

  it('from the help stops a practice’s clock first, and isn’t offered where the clock can’t be stopped', async () => {
    const server = await openDesk(TALK);
    press('键盘速查');
    press('再认一遍接待台');
    const [pause] = server.commands('drill:pause');
    expect(pause).toBeTruthy();
    expect(screen.queryByText('1 / 5')).toBeNull();
    server.running = false;
    await act(async () => {
      server.push({ kind: 'clock-stopped', at: 3000, why: 'pause' });
      pause?.answer({ ok: true, value: { seq: server.log.length, now: 3000 } });
    });
    expect(within(screen.getByRole('dialog', { name: '认认接待台' })).getByText('1 / 5')).toBeTruthy();

    await openDesk(TALK, 'lesson');
    press('键盘速查');
    expect(screen.queryByRole('button', { name: '再认一遍接待台' })).toBeNull();
  });
});

describe('the desk’s small hints', () => {
  const sendOne = () => {
    const field = screen.getByLabelText(/^回复 /);
    fireEvent.change(field, { target: { value: '在的，您说' } });
    fireEvent.keyDown(field, { key: 'Enter', code: 'Enter' });
  };
  const hint = () => screen.queryByText('换行');
  const sendHint = () => screen.queryByText((_, node) => node?.textContent === 'Enter发送');

  it('leave from the next desk on where they were of use a few times, and no others', async () => {
    await openDesk(TALK);
    for (let i = 0; i < HINT_USES; i++) sendOne();
    expect(sendHint()).toBeTruthy();
    await openDesk(TALK);
    expect(sendHint()).toBeNull();
    expect(hint()).toBeTruthy();
  });

  it('come back from the help, at once', async () => {
    await openDesk(TALK);
    press('键盘速查');
    expect(screen.queryByRole('button', { name: '小提示再显示' })).toBeNull();
    press('关上');
    for (let i = 0; i < HINT_USES; i++) sendOne();
    await openDesk(TALK);
    press('键盘速查');
    press('小提示再显示');
    press('关上');
    expect(sendHint()).toBeTruthy();
  });

  it('stay where the browser keeps something else under their name', async () => {
    localStorage.setItem('kefu.desk-hints', '{"send":"many"}');
    await openDesk(TALK);
    expect(sendHint()).toBeTruthy();
  });
});
