import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { MentorPage } from '#client/features/mentors/mentor-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import type { MentorHome, MentorTrainee, MentorTrainees } from '#contract/mentors/mentors.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { signedIn } from '#tests/client/fixtures/people.ts';

afterEach(() => {
  forgetMe();
  clean();
});

const term = { id: 'm1', name: '双 11 实训周', firstDay: '2026-11-16', lastDay: '2026-11-27' };
const home: MentorHome = {
  invites: [{ id: 'k2', school: '三中', at: 1, expiresAt: 2 }],
  schools: [
    { mentorship: null, name: '一中', since: null, terms: [], runs: [] },
    {
      ...{ mentorship: 'k1', name: '二中', since: 3 },
      terms: [{ class: { id: 'c1', name: '2403 班' }, term, leaves: 1, sides: 2, appeals: 0 }],
      runs: [{ run: 'r1', name: '周三第一节', className: '2403 班', at: 4, reports: 12, commented: 3 }],
    },
  ],
};
const open = (answer: Parameters<typeof serve>[0][string], over: Parameters<typeof serve>[0] = {}) => {
  const asked = serve({ 'GET /api/me': ok(signedIn('mentor')), 'GET /api/mentor': answer, ...over });
  renderAt('/mentor', '/mentor', <MentorPage />);
  return asked;
};

describe('a mentor’s own page', () => {
  test('has of each school what waits, its terms and the runs it shares [J66]', async () => {
    open(ok(home));
    const school = within(await screen.findByRole('region', { name: '二中' }));
    expect(school.getByText(/等你处理 3 件/)).toBeTruthy();
    const leave = school.getByRole('link', { name: '双 11 实训周：1 份请假要批' });
    expect(leave.getAttribute('href')).toBe('/classes/c1/terms/m1/attendance');
    expect(school.getByRole('link', { name: '双 11 实训周：2 人还没有导师评价' })).toBeTruthy();
    expect(school.queryByRole('link', { name: /申诉/ })).toBeNull();
    expect(school.getByRole('link', { name: '周三第一节' }).getAttribute('href')).toBe('/runs/r1/results');
    expect(school.getByText('点评 3/12')).toBeTruthy();
    const own = within(screen.getByRole('region', { name: '一中' }));
    expect(own.getByRole('link', { name: '去上课' })).toBeTruthy();
    expect(own.queryByRole('button')).toBeNull();
  });

  test('accepts an invitation, joins by a code, and says why that was refused [J62]', async () => {
    const done = ok({ mentorship: 'k2', id: 's3', school: '三中' });
    const asked = open(ok(home), { 'POST /api/mentor/accept': done });
    fireEvent.click(await screen.findByRole('button', { name: '接受三中的邀请' }));
    await waitFor(() => expect(asked).toContainEqual({ path: 'POST /api/mentor/accept', body: { mentorship: 'k2' } }));
    const enter = screen.getByRole('button', { name: '用邀请码加入' }) as HTMLButtonElement;
    expect(enter.disabled).toBe(true);
    fireEvent.change(screen.getByLabelText('邀请码'), { target: { value: 'abcd-efgh 2345' } });
    fireEvent.click(enter);
    await waitFor(() =>
      expect(asked).toContainEqual({ path: 'POST /api/mentor/accept', body: { code: 'abcd-efgh 2345' } }),
    );
  });

  test('ends a post only after it was asked about [J63]', async () => {
    const done = ok({ mentorship: 'k1', id: 's2', school: '二中' });
    const asked = open(ok(home), { 'POST /api/mentor/schools/k1/end': done });
    fireEvent.click(await screen.findByRole('button', { name: '结束在二中的受聘' }));
    expect(asked.some(({ path }) => path.endsWith('/end'))).toBe(false);
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '结束受聘' }));
    await waitFor(() => expect(asked.some(({ path }) => path === 'POST /api/mentor/schools/k1/end')).toBe(true));
  });

  test('isn’t a teacher’s', async () => {
    serve({ 'GET /api/me': ok(signedIn()) });
    renderAt('/mentor', '/mentor', <MentorPage />);
    expect(await screen.findByText('这里是企业导师的页面')).toBeTruthy();
  });
});

describe('the trainees of a mentor’s schools', () => {
  const trainee = (name: string, school: string, over: Partial<MentorTrainee> = {}): MentorTrainee => ({
    ...{ school, class: { id: 'c1', name: '2403 班' }, term: { id: 'm1', name: '实训' }, person: name, no: '01', name },
    ...{ score: 70, drills: 2, attendance: { there: 4, held: 4, absent: 0 } },
    ...{ total: { value: 30, of: 40 }, lastDrillAt: 1_800_000_000_000, ...over },
  });
  const body: MentorTrainees = {
    ...{ schools: ['一中', '二中'], today: '2026-11-20' },
    rows: [
      trainee('甲', '一中', { score: 90 }),
      trainee('乙', '二中', { score: null, drills: 0, lastDrillAt: null }),
      trainee('丙', '二中', { attendance: { there: 1, held: 4, absent: 3 } }),
    ],
  };
  const names = () => screen.getAllByRole('rowheader').map(({ textContent }) => textContent?.slice(0, 1));

  test('stand by what is asked for, who needs a look first, and of one school where it is chosen [J88]', async () => {
    open(ok(home), { 'GET /api/mentor/trainees': ok(body) });
    fireEvent.click(await screen.findByRole('radio', { name: '学员' }));
    await screen.findByRole('table', { name: '各校学员' });
    expect(names()).toEqual(['丙', '甲', '乙']);
    fireEvent.click(screen.getByRole('radio', { name: '最近演练' }));
    expect(names()).toEqual(['乙', '甲', '丙']);
    fireEvent.click(screen.getByRole('radio', { name: '出勤' }));
    expect(names()).toEqual(['丙', '甲', '乙']);
    fireEvent.change(screen.getByLabelText('学校'), { target: { value: '一中' } });
    expect(names()).toEqual(['甲']);
  });
});
