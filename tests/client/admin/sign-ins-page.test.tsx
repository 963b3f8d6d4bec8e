import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { AccountPage } from '#client/features/account/account-page.tsx';
import { SignInsPage } from '#client/features/admin/sign-ins-page.tsx';
import { TeachPage } from '#client/features/classroom/teach-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import type { Me } from '#contract/people.ts';
import type { SessionRow, SignInRow } from '#contract/sign-ins.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { signedIn } from '#tests/client/fixtures/people.ts';

afterEach(() => {
  cleanup();
  forgetMe();
  clean();
});

const AT = 1_763_600_000_000;
const session = (id: string, over: Partial<SessionRow> = {}): SessionRow => ({
  ...{ id, own: false, device: `设备${id}`, address: '10.1.1.0/24', startedAt: AT, seenAt: AT },
  ...over,
});
const weak = (me: Me): Me => ({ ...me, person: me.person === null ? null : { ...me.person, weakPassword: true } });

describe('the sessions on the account page', () => {
  it('mark the one at this screen, and end another or all others', async () => {
    const rows = [session('a', { own: true }), session('b'), session('c', { address: null })];
    const asked = serve({
      'GET /api/me': ok(signedIn()),
      'GET /api/me/sessions': ok(rows),
      'POST /api/me/sessions/b/end': ok([]),
      'POST /api/me/sessions/end': ok([]),
    });
    renderAt('/account', '/account', <AccountPage />);
    const own = (await screen.findByText('设备a')).closest('li');
    expect(own?.textContent).toContain('这台');
    expect(own?.textContent).toContain('10.1.1.0/24');
    expect(own?.querySelector('button')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '结束 设备b 的登录' }));
    await waitFor(() => expect(asked.filter(({ path }) => path === 'GET /api/me/sessions')).toHaveLength(2));
    fireEvent.click(screen.getByRole('button', { name: '结束别处的所有登录' }));
    await waitFor(() => expect(asked.some(({ path }) => path === 'POST /api/me/sessions/end')).toBe(true));
  });

  it('stand below a hint where the password is a common one, and a new one is refused at its field', async () => {
    const message = '这个密码太常见。';
    serve({
      'GET /api/me': ok(weak(signedIn())),
      'GET /api/me/sessions': ok([]),
      'POST /api/me/password': { ok: false, error: { code: 'password-common', message } },
    });
    renderAt('/account', '/account', <AccountPage />);
    expect(await screen.findByText(/现在的密码太常见/)).toBeTruthy();
    for (const [label, value] of [
      ['原密码', 'old-password'],
      ['新密码', '12345678'],
      ['再写一次新密码', '12345678'],
    ] as const)
      fireEvent.change(screen.getByLabelText(label), { target: { value } });
    fireEvent.click(screen.getByRole('button', { name: '换密码' }));
    await screen.findByText(message);
    expect(screen.getByLabelText('新密码').getAttribute('aria-invalid')).toBe('true');
  });

  it('leave the hint to the teacher’s page, too', async () => {
    serve({ 'GET /api/me': ok(weak(signedIn())), 'GET /api/runs': ok([]), 'GET /api/classes': ok([]) });
    renderAt('/teach', '/teach', <TeachPage />);
    expect((await screen.findByRole('link', { name: '去换密码' })).getAttribute('href')).toBe('/account');
  });
});

describe('the record of log-ins', () => {
  const row = (id: string, over: Partial<SignInRow> = {}): SignInRow => ({
    ...{ id, at: AT, lastAt: AT, count: 1, kind: 'signed-in', what: '登录', refused: false },
    ...{ person: '李老师', by: null, device: 'Edge · Windows', address: '10.1.1.0/24' },
    ...over,
  });
  const open = (rows: SignInRow[], more = false) => {
    const people = [{ id: 'p2', name: '李老师', role: 'teacher', login: 'li', disabled: false, seenAt: null }];
    const day = new Date('2026-11-20T00:00').getTime();
    const asked = serve({
      'GET /api/me': ok(signedIn('admin')),
      'GET /api/people': ok(people),
      'GET /api/sign-ins': ok({ rows, more }),
      'GET /api/sign-ins?person=p2': ok({ rows: [], more: false }),
      [`GET /api/sign-ins?person=p2&from=${day}&to=${day + 24 * 3600_000}`]: ok({ rows: [row('z')], more: false }),
    });
    renderAt('/sign-ins', '/sign-ins', <SignInsPage />);
    return asked;
  };

  it('says who, what, how often and by whom, and that older ones aren’t shown', async () => {
    const refused = { kind: 'wrong-password', what: '密码不对', refused: true, count: 7 } as const;
    open([row('a'), row('b', refused), row('c', { what: '登录被结束', by: '王老师', person: null })], true);
    const cells = (await screen.findAllByRole('row')).map(({ textContent }) => textContent);
    expect(cells[1]).toContain('李老师登录Edge · Windows10.1.1.0/24');
    expect(cells[2]).toContain('密码不对7 次');
    expect(cells[3]).toContain('不明登录被结束王老师做的');
    expect(screen.getByText(/只显示最近 3 条/)).toBeTruthy();
  });

  it('is narrowed to a person and a day, and says when there is nothing', async () => {
    open([row('a')]);
    await screen.findByRole('table');
    await screen.findByRole('option', { name: '李老师' });
    fireEvent.change(screen.getByLabelText('谁'), { target: { value: 'p2' } });
    expect(await screen.findByText('没有这样的记录')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('哪一天'), { target: { value: '2026-11-20' } });
    expect(await screen.findByRole('rowheader', { name: '李老师' })).toBeTruthy();
  });

  it('is not for teachers', async () => {
    serve({ 'GET /api/me': ok(signedIn('teacher')) });
    renderAt('/sign-ins', '/sign-ins', <SignInsPage />);
    expect(await screen.findByText(/这里只给：管理员/)).toBeTruthy();
  });
});
