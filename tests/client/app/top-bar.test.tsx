import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { TopBar } from '#client/app/top-bar.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { nobody, signedIn } from '#tests/client/fixtures/people.ts';
import { BUTTON } from '#tests/support/labels.ts';

afterEach(() => {
  cleanup();
  forgetMe();
  clean();
});

const open = (me: unknown, address = '/') => {
  const asked = serve({ 'GET /api/me': ok(me), 'POST /api/session/end': ok(nobody()) });
  renderAt(address, '/*', <TopBar />);
  return asked;
};
const rooms = () =>
  within(screen.getByRole('navigation'))
    .getAllByRole('link')
    .map(({ textContent }) => textContent);

describe('top bar', () => {
  it('offers a stranger practice, joining a class and signing in', async () => {
    open(nobody(), '/shop/suibu');
    expect((await screen.findByRole('link', { name: '加入课堂' })).getAttribute('href')).toBe('/join');
    expect(screen.getByRole('link', { name: BUTTON.logIn }).getAttribute('href')).toBe('/login?back=%2Fshop%2Fsuibu');
    expect(rooms()).toEqual(['练习', '案例库', '成长档案']);
  });

  it('offers the set-up only on the machine itself', async () => {
    open(nobody({ needed: true, here: true }));
    expect((await screen.findByRole('link', { name: '老师？先设置教师账号' })).getAttribute('href')).toBe('/set-up');
    cleanup();
    forgetMe();
    open(nobody({ needed: true }));
    await screen.findByRole('link', { name: BUTTON.logIn });
    expect(screen.queryByRole('link', { name: /先设置/ })).toBeNull();
  });

  it.each([
    ['admin', ['练习', '案例库', '成长档案', '上课', '自编案例', '本校话术', '人员']],
    ['teacher', ['练习', '案例库', '成长档案', '上课', '自编案例', '本校话术']],
    ['mentor', ['练习', '案例库', '成长档案', '上课', '我的学校']],
    ['trainee', ['练习', '案例库', '成长档案']],
  ] as const)('shows %s the rooms of that role', async (role, expected) => {
    open(signedIn(role));
    await screen.findByRole('button', { name: '账号：王老师' });
    expect(rooms()).toEqual(expected);
    expect(screen.queryByRole('link', { name: '加入课堂' })).toBeNull();
  });

  it('signs out from the name', async () => {
    const asked = open(signedIn(), '/teach');
    fireEvent.click(await screen.findByRole('button', { name: '账号：王老师' }));
    fireEvent.click(await screen.findByRole('button', { name: '退出' }));
    await waitFor(() => expect(screen.getByTestId('where').textContent).toBe('/'));
    expect(asked.some(({ path }) => path === 'POST /api/session/end')).toBe(true);
  });

  it.each(['/runs/r1/homework', '/exams/new', '/exams/runs/r1', '/papers/new', '/projects/new', '/contests/c1'])(
    'marks %s as a place of 上课',
    async (address) => {
      open(signedIn('teacher'), address);
      expect((await screen.findByRole('link', { name: '上课' })).className).toContain('font-semibold');
    },
  );

  it('doesn’t mark a mock exam of one’s own as one', async () => {
    open(signedIn('teacher'), '/exams/private');
    expect((await screen.findByRole('link', { name: '上课' })).className).not.toContain('font-semibold');
  });

  it('has everything in the phone’s menu', async () => {
    open(signedIn('admin'));
    await screen.findByRole('button', { name: '账号：王老师' });
    fireEvent.click(screen.getByRole('button', { name: '菜单' }));
    const menu = within(await screen.findByRole('dialog'));
    for (const name of ['练习', '案例库', '成长档案', '上课', '人员', '账号'])
      expect(menu.getByRole('link', { name })).toBeTruthy();
    expect(menu.getByRole('button', { name: '退出' })).toBeTruthy();
  });
});
