/** What the desk of a rush says of its end, its queue and its announcements (RULES J164, J165). */
import '#client/app/i18n.ts';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { batchMinutes } from '#client/drill/model/rush-choices.ts';
import { foldRush, openedRush } from '#client/drill/model/rush-fold.ts';
import { ShopNoticeList } from '#client/drill/shop/shop-notice-list.tsx';
import { rushPlaces } from '#engine/customer/rush.ts';
import { arrived } from '#tests/client-desk/fake-server.ts';
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
