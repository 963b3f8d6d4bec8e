import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { PeoplePage } from '#client/features/admin/people-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import type { PersonRow } from '#contract/people.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { signedIn } from '#tests/client/fixtures/people.ts';
import { BUTTON } from '#tests/support/labels.ts';

afterEach(() => {
  cleanup();
  forgetMe();
  clean();
});

const row = (over: Partial<PersonRow> & { id: string; name: string }): PersonRow => ({
  role: 'teacher',
  login: over.id,
  disabled: false,
  seenAt: null,
  ...over,
});
const PEOPLE = [
  row({ id: 'p1', name: '王老师', role: 'admin' }),
  row({ id: 'p2', name: '李老师' }),
  row({ id: 'p3', name: '陈小雨', role: 'trainee' }),
];

const open = (more: Parameters<typeof serve>[0] = {}, me = signedIn('admin')) => {
  const asked = serve({ 'GET /api/me': ok(me), 'GET /api/people': ok(PEOPLE), ...more });
  renderAt('/people', '/people', <PeoplePage />);
  return asked;
};
const sent = (asked: ReturnType<typeof serve>, path: string) => asked.filter((one) => one.path === path);

describe('people', () => {
  it('lists everybody with an account, with role and last visit', async () => {
    open();
    const mine = (await screen.findByRole('rowheader', { name: /王老师/ })).closest('tr');
    expect(mine?.textContent).toContain('管理员');
    expect(mine?.textContent).toContain('没来过');
    expect(screen.queryByRole('heading', { name: '学校' })).toBeNull();
  });

  it('adds a colleague, and says in a phrase what each role may do', async () => {
    const asked = open({ 'POST /api/people': ok(PEOPLE[1]) });
    fireEvent.click(await screen.findByRole('button', { name: '加一位同事' }));
    const form = within(screen.getByRole('dialog'));
    expect(form.getByText('看全部场次、提醒学员、改判，不开场次')).toBeTruthy();
    fireEvent.change(form.getByLabelText('名字'), { target: { value: '赵师傅' } });
    fireEvent.click(form.getByRole('radio', { name: /企业导师/ }));
    fireEvent.change(form.getByLabelText('账号'), { target: { value: 'zhao' } });
    fireEvent.change(form.getByLabelText('初始密码'), { target: { value: 'long-enough' } });
    fireEvent.click(form.getByRole('button', { name: BUTTON.add }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent(asked, 'POST /api/people')[0]?.body).toEqual({
      name: '赵师傅',
      role: 'mentor',
      login: 'zhao',
      password: 'long-enough',
    });
    expect(sent(asked, 'GET /api/people')).toHaveLength(2);
  });

  it('says at the login that it is taken', async () => {
    open({ 'POST /api/people': { ok: false, error: { code: 'login-taken', message: '账号「li」已经有人用了。' } } });
    fireEvent.click(await screen.findByRole('button', { name: '加一位同事' }));
    for (const [label, value] of [
      ['名字', '李老师'],
      ['账号', 'li'],
      ['初始密码', 'long-enough'],
    ] as const)
      fireEvent.change(screen.getByLabelText(label), { target: { value } });
    fireEvent.click(screen.getByRole('button', { name: BUTTON.add }));
    await screen.findByText('账号「li」已经有人用了。');
    expect(screen.getByLabelText('账号').getAttribute('aria-invalid')).toBe('true');
  });

  it('sends only the fields that were changed', async () => {
    const asked = open({ 'POST /api/people/p2': ok(null) });
    fireEvent.click(await screen.findByRole('button', { name: '修改李老师' }));
    fireEvent.change(screen.getByLabelText('名字'), { target: { value: '李明老师' } });
    fireEvent.click(screen.getByRole('button', { name: BUTTON.save }));
    await waitFor(() => expect(sent(asked, 'POST /api/people/p2')[0]?.body).toEqual({ name: '李明老师' }));
  });

  it('disables others but never oneself, and offers no role for a trainee', async () => {
    const asked = open({ 'POST /api/people/p2': ok(null) });
    fireEvent.click(await screen.findByRole('button', { name: '修改王老师' }));
    expect(screen.queryByRole('button', { name: '停用' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: BUTTON.cancel }));
    fireEvent.click(screen.getByRole('button', { name: '修改陈小雨' }));
    expect(screen.queryByRole('radio')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: BUTTON.cancel }));
    fireEvent.click(screen.getByRole('button', { name: '修改李老师' }));
    fireEvent.click(screen.getByRole('button', { name: '停用' }));
    await waitFor(() => expect(sent(asked, 'POST /api/people/p2')[0]?.body).toEqual({ disabled: true }));
  });

  it('keeps the form open with the server’s words when it refuses', async () => {
    open({ 'POST /api/people/p1': { ok: false, error: { code: 'last-admin', message: '至少要留一位管理员。' } } });
    fireEvent.click(await screen.findByRole('button', { name: '修改王老师' }));
    fireEvent.click(screen.getByRole('radio', { name: /^老师/ }));
    fireEvent.click(screen.getByRole('button', { name: BUTTON.save }));
    expect((await screen.findByRole('alert')).textContent).toContain('至少要留一位管理员。');
  });

  it('refuses a teacher', async () => {
    open({}, signedIn('teacher'));
    expect(await screen.findByText(/这里只给：管理员。你现在是：老师/)).toBeTruthy();
  });
});

describe('schools', () => {
  it('are shown to whoever looks after the machine, who can add one with its admin', async () => {
    const asked = open(
      {
        'GET /api/schools': ok([{ id: 's1', name: '城东职校', people: 3, classes: 2 }]),
        'POST /api/schools': ok({ id: 's2', name: '城西职校', people: 1, classes: 0 }),
      },
      signedIn('admin', true),
    );
    await screen.findByRole('rowheader', { name: '城东职校' });
    fireEvent.click(screen.getByRole('button', { name: '加一所学校' }));
    for (const [label, value] of [
      ['学校', '城西职校'],
      ['管理员的名字', '周老师'],
      ['账号', 'zhou'],
      ['初始密码', 'long-enough'],
    ] as const)
      fireEvent.change(within(screen.getByRole('dialog')).getByLabelText(label), { target: { value } });
    fireEvent.click(screen.getByRole('button', { name: BUTTON.add }));
    await waitFor(() =>
      expect(sent(asked, 'POST /api/schools')[0]?.body).toEqual({
        school: '城西职校',
        name: '周老师',
        login: 'zhou',
        password: 'long-enough',
      }),
    );
  });
});
