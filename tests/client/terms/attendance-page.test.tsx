import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { AttendancePage } from '#client/features/terms/pages/attendance-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { signedIn } from '#tests/client/fixtures/people.ts';
import { BUTTON } from '#tests/support/labels.ts';
import { attendance, leave } from './class-attendance.ts';

afterEach(() => {
  forgetMe();
  clean();
});

const BASE = '/classes/c1/terms/m1';
const GET = `GET /api${BASE}/attendance`;
const open = (
  value: unknown = attendance,
  over: Parameters<typeof serve>[0] = {},
  role: 'teacher' | 'mentor' = 'teacher',
) => {
  const asked = serve({ 'GET /api/me': ok(signedIn(role)), [GET]: ok(value), ...over });
  renderAt(`${BASE}/attendance`, '/classes/:id/terms/:term/attendance', <AttendancePage />);
  return asked;
};
const table = () => screen.findByRole('table', { name: '学员和场次：到、迟到、请假、旷训' });
const markOf = (name: string) => screen.findByRole('button', { name: new RegExp(`^${name}`) });

describe('the page of a term’s attendance', () => {
  test('offers its file to whoever is given one, and not to a mentor of another school [J119]', async () => {
    open();
    await table();
    expect(screen.getByRole('button', { name: /^导出/ })).toBeTruthy();
    clean();
    forgetMe();
    open({ ...attendance, visiting: true }, {}, 'mentor');
    await table();
    expect(screen.queryByRole('button', { name: /^导出/ })).toBeNull();
  });

  test('has trainees by sessions, sums at the end and below, and nothing for a session to come [A1] [A2]', async () => {
    open();
    const [head, jia, yi, foot] = within(await table()).getAllByRole('row');
    expect(head?.textContent).toContain('11-20没开始晚班实训');
    const texts = (row: HTMLElement | undefined) =>
      [...(row?.querySelectorAll('td') ?? [])].map((one) => one.textContent);
    expect(texts(jia)).toEqual(['01', '到', '迟到', '', '1', '1', '0', '0']);
    expect(texts(yi)).toEqual(['02', '旷训', '—*', '', '0', '0', '0', '1']);
    expect(texts(foot)).toEqual(['1 / 2', '1 / 1', '', '1', '1', '0', '1']);
    expect(screen.getByText(/晚到 5 分钟以上算迟到，扣旷训的 50%/)).toBeTruthy();
  });

  test('a mark says what it stands on and is corrected with a reason [A3]', async () => {
    const asked = open(attendance, { [`POST /api${BASE}/attendance/entries`]: ok(null) });
    fireEvent.click(await markOf('甲，2026-11-19 早班实训：迟到'));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('按到场：迟到，晚到 6:20');
    const save = within(dialog).getByRole('button', { name: BUTTON.save }) as HTMLButtonElement;
    expect(save.disabled).toBe(true);
    fireEvent.change(within(dialog).getByLabelText('改成'), { target: { value: 'present' } });
    fireEvent.change(within(dialog).getByLabelText('原因'), { target: { value: ' 机器卡住了 ' } });
    fireEvent.click(save);
    await waitFor(() =>
      expect(asked).toContainEqual({
        path: `POST /api${BASE}/attendance/entries`,
        body: { person: 'jia', run: 'r2', mark: 'present', reason: '机器卡住了' },
      }),
    );
    await waitFor(() => expect(asked.filter(({ path }) => path === GET)).toHaveLength(2));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('a correction is taken back without a reason, and a refusal stays in the dialog [A3]', async () => {
    const refusal = { code: 'attendance-not-over', message: '这一场还没上完，上完再改考勤。' } as const;
    const asked = open(attendance, { [`POST /api${BASE}/attendance/entries`]: { ok: false, error: refusal } });
    fireEvent.click(await markOf('乙，2026-11-19 早班实训：—，老师改过'));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('换到晚班了');
    fireEvent.click(within(dialog).getByRole('button', { name: '撤回改动' }));
    expect(await within(dialog).findByText(/还没上完/)).toBeTruthy();
    expect(asked.at(-1)?.body).toEqual({ person: 'yi', run: 'r2', mark: null, reason: '' });
  });

  test('a session is for a shift, and the rules are saved by their version [A1] [A4]', async () => {
    const [shifts, rules] = [`POST /api${BASE}/attendance/shifts`, `POST /api${BASE}/attendance/rules`];
    const asked = open(attendance, { [shifts]: ok(null), [rules]: ok({ version: 1 }) });
    fireEvent.click(await screen.findByRole('button', { name: '晚班实训：全班，改班次' }));
    fireEvent.change(await screen.findByLabelText('给谁上'), { target: { value: 'late' } });
    fireEvent.click(screen.getByRole('button', { name: BUTTON.save }));
    await waitFor(() => expect(asked).toContainEqual({ path: shifts, body: { run: 'r3', shift: 'late' } }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    fireEvent.click(screen.getByRole('button', { name: '考勤规则' }));
    fireEvent.change(await screen.findByLabelText('旷训一次扣'), { target: { value: 'fixed' } });
    fireEvent.change(screen.getByLabelText('旷训一次扣满分的'), { target: { value: '0' } });
    expect((screen.getByRole('button', { name: BUTTON.save }) as HTMLButtonElement).disabled).toBe(true);
    fireEvent.change(screen.getByLabelText('旷训一次扣满分的'), { target: { value: '10' } });
    fireEvent.click(screen.getByRole('button', { name: BUTTON.save }));
    const changed = { lateMinutes: 5, lateShare: 50, absentShare: 10 };
    await waitFor(() => expect(asked).toContainEqual({ path: rules, body: { version: 0, rules: changed } }));
  });

  test('leave is decided by whoever decides it, a refusal with a reason, and entered by a teacher [A5] [A6]', async () => {
    const decision = `POST /api${BASE}/leaves/l1/decision`;
    const asked = open({ ...attendance, mayDecide: true }, { [decision]: ok('refused') }, 'mentor');
    fireEvent.click(await screen.findByRole('button', { name: '不批乙 2026-11-20 的请假' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByLabelText('原因'), { target: { value: '当天考试' } });
    fireEvent.click(within(dialog).getByRole('button', { name: '不批' }));
    await waitFor(() => expect(asked).toContainEqual({ path: decision, body: { approved: false, note: '当天考试' } }));
    expect(screen.queryByRole('button', { name: '登记请假' })).toBeNull();
    clean();
    forgetMe();
    const ended = leave({ state: 'approved', decidedBy: '周导师', decidedAt: 1 });
    const entered = `POST /api${BASE}/leaves`;
    const teachers = open({ ...attendance, leaves: [leave({ id: 'l2' }), ended] }, { [entered]: ok({ id: 'l3' }) });
    expect(await screen.findByText('等企业导师批')).toBeTruthy();
    expect(screen.getByText(/批准，周导师/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '登记请假' }));
    fireEvent.change(await screen.findByLabelText('哪一天'), { target: { value: '2026-11-20' } });
    fireEvent.change(screen.getByLabelText('原因'), { target: { value: '发烧' } });
    fireEvent.click(screen.getByRole('button', { name: BUTTON.save }));
    const body = { person: 'jia', day: '2026-11-20', span: 'day', reason: '发烧' };
    await waitFor(() => expect(teachers).toContainEqual({ path: entered, body }));
  });

  test('a mentor corrects nothing and reads what a mark stands on [A3]', async () => {
    open(attendance, {}, 'mentor');
    fireEvent.click(await markOf('乙，2026-11-18 周三第一节：旷训'));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).queryByLabelText('原因')).toBeNull();
    expect(screen.queryByRole('button', { name: '考勤规则' })).toBeNull();
  });

  test('says what comes next where there is no session, nobody, or no answer', async () => {
    open({ ...attendance, sessions: [], leaves: [] });
    expect(await screen.findByText('还没有要到场的场次')).toBeTruthy();
    expect(screen.getByText('还没有人请假')).toBeTruthy();
    clean();
    open({ ...attendance, rows: [], leaves: [] });
    expect(await screen.findByRole('link', { name: BUTTON.toClass })).toBeTruthy();
    clean();
    open(attendance, { [GET]: 'offline' });
    expect(await screen.findByRole('button', { name: /再试|重试/ })).toBeTruthy();
  });
});

test('on a phone one session stands at a time, the last that is over first [A1]', async () => {
  const listener = { addEventListener: () => {}, removeEventListener: () => {} };
  vi.stubGlobal('matchMedia', (query: string) => ({ matches: query === '(width < 760px)', ...listener }));
  open();
  expect(await screen.findByLabelText('场次 2 / 3')).toBeTruthy();
  expect(await markOf('甲，2026-11-19 早班实训：迟到')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '上一场' }));
  expect(await markOf('乙，2026-11-18 周三第一节：旷训')).toBeTruthy();
});
