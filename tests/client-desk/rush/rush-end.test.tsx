/** What the desk of a rush says of its end, its queue and its announcements (RULES J164, J165). */
import '#client/app/i18n.ts';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { useShops } from '#client/drill/model/drill-shops.ts';
import { batchMinutes } from '#client/drill/model/rush-choices.ts';
import { foldRush, openedRush } from '#client/drill/model/rush-fold.ts';
import { ShopNoticeList } from '#client/drill/shop/shop-notice-list.tsx';
import type { WireEvent } from '#contract/wire-events.ts';
import { rushPlaces } from '#engine/customer/rush.ts';
import { arrived, OPENED, said } from '#tests/client-desk/fake-server.ts';
import { mountDesk } from '#tests/client-desk/phone/mount-desk.tsx';
import { SHOP, SUMMARY } from '#tests/client-desk/shop.ts';

import { library } from '#tests/support/library.ts';

afterEach(cleanup);

const { levels, profiles } = library.rush;
const factors = [levels[0] ?? 0, levels[1] ?? 0, levels[2] ?? 0] satisfies [number, number, number];

it('[J164] the minutes in which several come together are those of the arrivals drawn, at every level and seed', () => {
  for (const profile of profiles)
    for (const level of [1, 2, 3] as const)
      for (const minute of batchMinutes({ factors }, { batches: [...profile.batches] }, level))
        for (let seed = 0; seed < 40; seed += 1) {
          const places = rushPlaces(profile, { factor: factors[level - 1] ?? 1, minutes: 15, seed });
          const then = places.filter(({ arrivesAt }) => Math.floor(arrivesAt / 60_000) === minute - 1);
          expect(then.length, `${profile.id} ${level} ${minute} ${seed}`).toBeGreaterThanOrEqual(3);
        }
});

it('[J164] who is at the desk stands in order of coming, whoever has gone', () => {
  const opened = {
    ...{ profile: 'd618', level: 3 as const, minutes: 15, dial: false, capacity: 12 },
    ...{ closingMs: 300_000, colleagueAfterMs: 90_000, greeting: null },
  } as const;
  const events = [
    ...['c1', 'c2', 'c3'].map((key, i) => arrived(key, i * 1000, key)),
    { kind: 'status-changed', at: 5000, conversation: 'c1', status: 'closed' } as const,
    arrived('c4', 6000, 'c4'),
  ];
  const rush = events.reduce((view, event, seq) => foldRush(view, event, seq, (key) => key), openedRush(opened));
  expect(rush.slots).toEqual(['c2', 'c3', 'c4']);
});

const status = (conversation: string, at: number, to: 'active' | 'away' | 'closed'): WireEvent => ({
  ...{ kind: 'status-changed', at, conversation, status: to },
});
const { customers: _, ...UNCOUNTED } = OPENED as Extract<WireEvent, { kind: 'drill-opened' }>;
const CHOICE = { profile: 'd11-open', level: 3, minutes: 15, dial: false, capacity: 12 } as const;
const RUSH: WireEvent = {
  ...UNCOUNTED,
  rush: { ...CHOICE, closingMs: 300_000, colleagueAfterMs: 90_000, greeting: null },
};

/** A rush whose customers have come and gone, two seconds after the last; `more`: what else its log has. */
const doneDesk = (rush: WireEvent, ...more: WireEvent[]) => {
  useShops.setState({ byId: { 'd1/suibu': SHOP }, errors: {} });
  const summary = { ...SUMMARY, scenarios: [], rush: { ...CHOICE, profileName: '双11 开门红', shop: 'suibu' } };
  const bodyOf = (path: string) => ({ ok: true, value: path.includes('/shops/') ? SHOP : summary });
  vi.stubGlobal('fetch', async (path: string) => new Response(JSON.stringify(bodyOf(path))));
  return mountDesk(
    [
      ...[rush, arrived('c1', 1000, '小鹿'), said('c1', 2000, '在吗'), arrived('c2', 3000, '阿木')],
      ...[said('c2', 4000, '几点发'), ...more, { kind: 'rush-over', at: 900_000 } as const],
      ...[status('c1', 910_000, 'away'), status('c2', 910_000, 'closed')],
    ],
    912_000,
  );
};
const look = (name: string) => fireEvent.click(screen.getByRole('button', { name: new RegExp(name) }));

it('[J195] what follows the last customer is the handover of whom a call is owed, until a note tells of it', async () => {
  const handover = { leastMs: 60_000, eachMs: 15_000, mostMs: 120_000 };
  const shift = { ...RUSH, rush: { ...(RUSH as typeof UNCOUNTED).rush, handover } } as WireEvent;
  const promised = (at: number, isOpen: boolean): WireEvent => ({
    ...{ kind: 'call-promised', at, conversation: 'c2', isOpen },
  });
  const server = await doneDesk(shift, promised(5000, true));
  look('小鹿');
  expect(await screen.findByText(/^都接完了，43 秒后给要交接的 1 位写交接。/)).toBeTruthy();
  await act(async () => server.push(promised(913_000, false)));
  expect(screen.getByText(/都接完了，4\d 秒后结束。/)).toBeTruthy();
});

it('[X103] the seconds count to the moment the desk in fact ends: longer after an answer to what was asked, never past its last', async () => {
  const over: WireEvent = { kind: 'story-over', at: 5000, conversation: 'c1', rating: 4 };
  const asked = {
    kind: 'trainee-said',
    at: 6000,
    conversation: 'c1',
    id: 'm1',
    text: '在吗',
    quickReply: null,
    edited: 0,
  };
  const words = () => /都接完了，(\d+) 秒后结束/.exec(document.body.textContent ?? '')?.[1];
  await doneDesk(RUSH, over, asked as WireEvent, { ...said('c1', 7000, '在'), id: 'b2' } as WireEvent);
  look('小鹿');
  await screen.findByText(/都接完了/);
  expect(words()).toBe('88');
  cleanup();
  const short = { ...RUSH, rush: { ...(RUSH as typeof UNCOUNTED).rush, closingMs: 20_000 } } as WireEvent;
  await doneDesk(short);
  look('小鹿');
  await screen.findByText(/都接完了/);
  expect(words()).toBe('8');
});

it('[J166] the seconds to the end stand at whoever is looked at, and count on from a word left to who is offline', async () => {
  const server = await doneDesk(RUSH);
  const left = () => Number(/都接完了，(\d+) 秒后结束/.exec(document.body.textContent ?? '')?.[1]);
  look('小鹿');
  // Who is offline may still be left a word: the desk stays open longer after one.
  expect(await screen.findByText(/都接完了，43 秒后结束/)).toBeTruthy();
  await act(async () =>
    server.push({
      kind: 'trainee-said',
      at: 930_000,
      conversation: 'c1',
      id: 'm1',
      text: '给您留言',
      quickReply: null,
      edited: 0,
    }),
  );
  expect(left()).toBe(45);
  look('阿木');
  expect(left()).toBe(45);
  await act(async () => server.push(status('c1', 931_000, 'active')));
  expect(within(document.body).queryByText(/都接完了/)).toBeNull();
});

it('[X106] the count to the end says what moves it: a word to who is offline, and the end of their talk', async () => {
  const server = await doneDesk(RUSH);
  look('阿木');
  const foot = await screen.findByText(/都接完了/);
  expect(foot.textContent).toBe(
    '都接完了，43 秒后结束。不在线的 1 位还能留言：留一句就从 45 秒重新数，结束会话就早点结束。',
  );
  await act(async () => server.push(status('c1', 912_000, 'closed')));
  expect(foot.textContent).toBe('都接完了，20 秒后结束。');
});

it('[J165] an announcement that a later one has ended says so', () => {
  const notices = [
    { seq: 1, at: 1000, text: '甲开始', product: 'a' },
    { seq: 2, at: 2000, text: '乙卖完', product: 'b' },
    { seq: 3, at: 3000, text: '甲结束', product: 'a' },
  ];
  render(<ShopNoticeList notices={notices} />);
  fireEvent.click(screen.getByRole('button'));
  const over = screen.getAllByRole('listitem').filter(({ textContent }) => textContent?.includes('已结束'));
  expect(over.map(({ textContent }) => textContent)).toEqual(['0:01已结束 甲开始']);
});

it('[X90] who is offline and was told when they hear again is what the desk waits for, until a word is left', async () => {
  const promised: WireEvent = { kind: 'hold-promised', at: 5000, conversation: 'c1', backBy: 1_500_000 };
  const said1 = {
    kind: 'trainee-said',
    conversation: 'c1',
    text: '20:30前给您留言',
    quickReply: null,
    edited: 0,
  } as const;
  const server = await doneDesk(RUSH, { ...said1, at: 4500, id: 'm1' }, promised);
  look('小鹿');
  expect(await screen.findByText(/没有新客户了，还有 1 位等你回话/)).toBeTruthy();
  await act(async () => server.push({ ...said1, at: 913_000, id: 'm2', text: '还没定，明天给您说' }));
  expect(screen.getByText(/都接完了，4\d 秒后结束。/)).toBeTruthy();
});
