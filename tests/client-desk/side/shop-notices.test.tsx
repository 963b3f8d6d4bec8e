/** The shop's announcements above the panel's tabs. */
import '#client/app/i18n.ts';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { ShopNoticeList } from '#client/drill/shop/shop-notice-list.tsx';

afterEach(cleanup);

const NOTICES = [
  { seq: 4, at: 12_000, text: '逐峰3 断货，月底到' },
  { seq: 7, at: 240_000, text: '水壶立减 10 元' },
  { seq: 9, at: 244_000, text: '腰包立减 10 元' },
];

it('[X54] are one line however many there are, the newest, and all of them at a press', () => {
  const page = render(<ShopNoticeList notices={NOTICES.slice(0, 1)} />);
  const button = () => screen.getByRole('button');
  expect(button().textContent).toBe('店铺公告逐峰3 断货，月底到');
  page.rerender(<ShopNoticeList notices={NOTICES} />);
  expect(button().textContent).toBe('店铺公告 3 条腰包立减 10 元');
  // Neither more nor fewer of them make the line higher.
  expect(button().classList.contains('h-36')).toBe(true);
  expect(screen.getByText('腰包立减 10 元').className).toContain('cut');
  expect(screen.queryAllByRole('listitem')).toEqual([]);
  fireEvent.click(button());
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    '4:04 腰包立减 10 元',
    '4:00 水壶立减 10 元',
    '0:12 逐峰3 断货，月底到',
  ]);
  fireEvent.click(button());
  expect(screen.queryAllByRole('listitem')).toEqual([]);
});
