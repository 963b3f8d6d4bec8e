import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AccountPage } from '#client/features/account/account-page.tsx';
import { LoginPage } from '#client/features/account/login-page.tsx';
import { SetUpPage } from '#client/features/account/set-up-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import type { Reply } from '#contract/errors.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { nobody, signedIn } from '#tests/client/fixtures/people.ts';
import { BUTTON } from '#tests/support/labels.ts';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  forgetMe();
  clean();
});

const where = () => screen.getByTestId('where').textContent;
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

/** A server that knows nobody until the path is posted to. */
const serveUntil = (path: string, before: unknown, after: unknown, more: Record<string, Reply<unknown>> = {}) => {
  const answers: Record<string, Reply<unknown>> = { 'GET /api/me': ok(before), [`POST ${path}`]: ok(null), ...more };
  const asked = serve(
    new Proxy(answers, {
      get: (table, key: string) =>
        key === 'GET /api/me' && asked.some((one) => one.path === `POST ${path}`) ? ok(after) : table[key],
    }),
  );
  return asked;
};

describe('set-up', () => {
  const fill = () => {
    type('学校', '城东职校');
    type('你的名字', '王老师');
    type('账号', 'wang');
    type('密码', 'long-enough');
    type('再写一次密码', 'long-enough');
  };

  it('makes the first account on the machine itself without a code and goes on to teach', async () => {
    const asked = serveUntil('/api/set-up', nobody({ needed: true, here: true }), signedIn('admin', true));
    renderAt('/set-up', '/set-up', <SetUpPage />);
    await screen.findByRole('heading', { name: '设置教师账号' });
    expect(screen.getByText(/只存在这台机器上/)).toBeTruthy();
    expect(screen.queryByLabelText('设置码')).toBeNull();
    fill();
    press('设置好，进去');
    await waitFor(() => expect(where()).toBe('/teach'));
    expect(asked.find(({ path }) => path === 'POST /api/set-up')?.body).toEqual({
      school: '城东职校',
      name: '王老师',
      login: 'wang',
      password: 'long-enough',
    });
  });

  it('says each fault beside its field, moves the focus to the first and sends nothing', async () => {
    const asked = serve({ 'GET /api/me': ok(nobody({ needed: true, here: true })) });
    renderAt('/set-up', '/set-up', <SetUpPage />);
    await screen.findByRole('heading', { name: '设置教师账号' });
    fill();
    type('账号', '王 老师');
    type('再写一次密码', 'another-one');
    press('设置好，进去');
    expect(screen.getByText('账号用文字、数字和 . _ - @，不留空格')).toBeTruthy();
    expect(screen.getByText('两次写的不一样')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('账号'));
    expect(asked.some(({ path }) => path.startsWith('POST'))).toBe(false);
  });

  it('asks for the printed code elsewhere, and says at the code when it is wrong', async () => {
    serve({
      'GET /api/me': ok(nobody({ needed: true })),
      'POST /api/set-up': { ok: false, error: { code: 'bad-set-up-code', message: '要填它启动时显示的设置码。' } },
    });
    renderAt('/set-up', '/set-up', <SetUpPage />);
    await screen.findByLabelText('设置码');
    fill();
    type('设置码', '123456');
    press('设置好，进去');
    await screen.findByText('要填它启动时显示的设置码。');
    expect(screen.getByLabelText('设置码').getAttribute('aria-invalid')).toBe('true');
  });

  it('leads to signing in when it was done before', async () => {
    serve({ 'GET /api/me': ok(nobody()) });
    renderAt('/set-up', '/set-up', <SetUpPage />);
    expect((await screen.findByRole('link', { name: BUTTON.logIn })).getAttribute('href')).toBe('/login');
  });
});

describe('sign in', () => {
  const open = (address = '/login') => renderAt(address, '/login', <LoginPage />);
  const fill = async () => {
    await screen.findByLabelText('账号');
    type('账号', 'wang');
    type('密码', 'long-enough');
    press(BUTTON.logIn);
  };

  it('goes back to the page that asked for signing in', async () => {
    serveUntil('/api/session', nobody(), signedIn());
    open('/login?back=%2Fruns%2Fnew%3Fclass%3Dc1');
    await fill();
    await waitFor(() => expect(where()).toBe('/runs/new?class=c1'));
  });

  it.each(['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', '/\t/elsewhere.example'])(
    'never leads off this site: %s',
    async (back) => {
      serveUntil('/api/session', nobody(), signedIn());
      open(`/login?back=${encodeURIComponent(back)}`);
      await fill();
      await waitFor(() => expect(where()).toBe('/teach'));
    },
  );

  it('says beside the password that it is wrong, and keeps what was typed', async () => {
    serve({
      'GET /api/me': ok(nobody()),
      'POST /api/session': { ok: false, error: { code: 'bad-sign-in', message: '账号或密码不对。' } },
    });
    open();
    await fill();
    await screen.findByText('账号或密码不对。');
    expect((screen.getByLabelText('账号') as HTMLInputElement).value).toBe('wang');
  });

  it('counts the seconds down after too many tries, then lets one try again', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    serve({
      'GET /api/me': ok(nobody()),
      'POST /api/session': { ok: false, error: { code: 'sign-in-wait', message: '30 秒后再试。', detail: '30' } },
    });
    open();
    await fill();
    await screen.findByText('这个账号试得太多了，30 秒后再试');
    expect(screen.getByRole('button', { name: BUTTON.logIn }).hasAttribute('disabled')).toBe(true);
    await act(() => vi.advanceTimersByTimeAsync(20_000));
    expect(screen.getByText(/，(9|10) 秒后再试$/)).toBeTruthy();
    await act(() => vi.advanceTimersByTimeAsync(11_000));
    expect(screen.getByRole('button', { name: BUTTON.logIn }).hasAttribute('disabled')).toBe(false);
  });
});

describe('own account', () => {
  const open = () => renderAt('/account', '/account', <AccountPage />);

  it('changes the password and says that other devices are signed out', async () => {
    const asked = serve({ 'GET /api/me': ok(signedIn()), 'POST /api/me/password': ok(null) });
    open();
    await screen.findByText('城东职校');
    expect(screen.getByText(/别的设备上的登录自动退出/)).toBeTruthy();
    type('原密码', 'old-password');
    type('新密码', 'new-password');
    type('再写一次新密码', 'new-password');
    press('换密码');
    await waitFor(() => expect((screen.getByLabelText('原密码') as HTMLInputElement).value).toBe(''));
    expect(asked.find(({ path }) => path === 'POST /api/me/password')?.body).toEqual({
      old: 'old-password',
      password: 'new-password',
    });
  });

  it('says at the old password when that is wrong', async () => {
    serve({
      'GET /api/me': ok(signedIn()),
      'POST /api/me/password': { ok: false, error: { code: 'wrong-password', message: '原密码不对。' } },
    });
    open();
    await screen.findByText('城东职校');
    type('原密码', 'old-password');
    type('新密码', 'new-password');
    type('再写一次新密码', 'new-password');
    press('换密码');
    await screen.findByText('原密码不对。');
    expect(screen.getByLabelText('原密码').getAttribute('aria-invalid')).toBe('true');
  });

  it('sends somebody not signed in to the login page, with the way back', async () => {
    serve({ 'GET /api/me': ok(nobody()) });
    open();
    await waitFor(() => expect(where()).toBe('/login?back=%2Faccount'));
  });

  it('sends somebody whose session has ended to the login page as well', async () => {
    serve({
      'GET /api/me': ok(signedIn()),
      'POST /api/me/password': { ok: false, error: { code: 'not-signed-in', message: '先登录。' } },
    });
    open();
    await screen.findByText('城东职校');
    type('原密码', 'old-password');
    type('新密码', 'new-password');
    type('再写一次新密码', 'new-password');
    press('换密码');
    await waitFor(() => expect(where()).toBe('/login?back=%2Faccount'));
  });
});
