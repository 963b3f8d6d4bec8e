/** 我的话术 among the quick replies of a desk: first, filled, found; not in an exam, not for a guest. */
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { composer, mine, openDesk, personalServer, settle } from './support.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const CALL = mine('a', { code: 'cfh', title: '催发货', text: '{买家昵称}，{店铺}帮您催了，{时间}前回您' });
const type = (text: string) => fireEvent.change(composer(), { target: { value: text } });
const rows = () =>
  within(screen.getByRole('grid'))
    .getAllByRole('row')
    .map((row) => row.textContent);
const pressSave = () => fireEvent.keyDown(composer(), { key: 's', code: 'KeyS', altKey: true });

it('stand first, in a group of their own, found by code, title and group [Q82]', async () => {
  await openDesk(personalServer(CALL, mine('b')), { mode: 'lesson' });
  type('/');
  await settle();
  expect(rows().slice(0, 3)).toEqual([
    expect.stringMatching(/催发货 cfh.*我的/),
    expect.stringMatching(/标题b.*我的/),
    expect.stringContaining('在的'),
  ]);
  expect(screen.getByText('我的话术 2 条，排在最前面')).toBeTruthy();
  for (const query of ['cfh', '催发']) {
    type(`/${query}`);
    expect(rows()).toEqual([expect.stringContaining('催发货')]);
  }
  type('/我的');
  expect(rows()).toHaveLength(2);
});

it('are inserted filled, and sent with their id and the words they were inserted with [Q82] [Q83]', async () => {
  const server = await openDesk(personalServer(CALL));
  type('/cfh');
  fireEvent.keyDown(composer(), { key: 'Enter' });
  expect(composer().value).toBe('小鹿，燧步运动帮您催了，{时间}前回您');
  type('小鹿，燧步运动帮您催了，八点前回您');
  fireEvent.keyDown(composer(), { key: 'Enter' });
  await settle();
  expect(server.commands('message:send').map(({ payload }) => payload)).toMatchObject([
    {
      text: '小鹿，燧步运动帮您催了，八点前回您',
      made: { how: 'quick-reply', quickReply: `mine:${CALL.id}`, personal: '小鹿，燧步运动帮您催了，{时间}前回您' },
    },
  ]);
});

it('are not there in an exam, which the desk says; the key says it, too [O31]', async () => {
  const personal = personalServer(CALL);
  await openDesk(personal, { mode: 'exam' });
  type('/');
  await settle();
  expect(rows()[0]).toContain('在的');
  expect(screen.getByText('考试里不用我的话术，店里的照用。')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '存成我的话术' })).toBeNull();
  pressSave();
  await settle();
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.getAllByText('考试里不用我的话术，店里的照用。').length).toBeGreaterThan(1);
  expect(personal.state.asked).toEqual([]);
});

it('are not offered to a guest; the key says what for one signs in [Q82]', async () => {
  const personal = personalServer(CALL);
  await openDesk(personal, { person: null });
  type('/');
  await settle();
  expect(rows()[0]).toContain('在的');
  expect(screen.queryByText(/我的话术/)).toBeNull();
  pressSave();
  await settle();
  expect(screen.getByText('登录以后才有我的话术：存在账号里，换台设备也在。')).toBeTruthy();
  expect(personal.state.asked).toEqual([]);
});

it('that couldn’t be loaded come once the line is back, and another tab’s as this one is turned to [N23]', async () => {
  const personal = personalServer(CALL);
  personal.state.isDown = true;
  const server = await openDesk(personal);
  type('/');
  await settle();
  expect(screen.getByText('我的话术没取到')).toBeTruthy();
  personal.state.isDown = false;
  await act(async () => server.down());
  await act(async () => server.up());
  await settle();
  expect(useDrill.getState().link.kind).toBe('live');
  expect(rows()[0]).toContain('催发货');
  personal.state.isDown = true;
  act(() => void window.dispatchEvent(new Event('focus')));
  await settle();
  expect(rows()[0]).toContain('催发货');
  personal.state.isDown = false;
  personal.state.replies = [mine('b')];
  act(() => void window.dispatchEvent(new Event('focus')));
  await settle();
  expect(rows()[0]).toContain('标题b');
});
