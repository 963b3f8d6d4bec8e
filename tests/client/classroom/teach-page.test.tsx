import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { TeachPage } from '#client/features/classroom/teach-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { classRow, run, runBody, signedIn } from '#tests/client/fixtures/people.ts';
import { RUN } from '#tests/support/labels.ts';

afterEach(() => {
  cleanup();
  forgetMe();
  clean();
});

const open = (more: Parameters<typeof serve>[0] = {}, me = signedIn()) => {
  const asked = serve({ 'GET /api/me': ok(me), 'GET /api/runs': ok([]), 'GET /api/classes': ok([]), ...more });
  renderAt('/teach', '/teach', <TeachPage />);
  return asked;
};

describe('teach', () => {
  it('offers a run without a class, or a class first, when there is neither yet', async () => {
    const asked = open({ 'POST /api/classes': ok(classRow({ id: 'new', members: 0 })) });
    await screen.findByText('还没有开过场次');
    const ways = screen.getAllByRole('link', { name: RUN.add });
    expect(new Set(ways.map((way) => way.getAttribute('href')))).toEqual(new Set(['/runs/new']));
    fireEvent.click(await screen.findByRole('button', { name: '新建班级' }));
    fireEvent.click(screen.getByRole('button', { name: '建好，去导名单' }));
    expect(screen.getByText('写上班级名称')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('班级名称'), { target: { value: '电商 2403 班' } });
    const go = screen.getByRole('button', { name: '建好，去导名单' });
    fireEvent.click(go);
    fireEvent.click(go);
    await waitFor(() => expect(screen.getByTestId('where').textContent).toBe('/classes/new'));
    expect(asked.filter(({ path }) => path === 'POST /api/classes')).toHaveLength(1);
  });

  it('puts the open run on top with its code and the way to where it stands', async () => {
    open({
      'GET /api/runs': ok([
        run({ id: 'old', name: '周四下午场', endedAt: 2, stage: 'close', published: true, createdAt: 1 }),
        run({ id: 'now', stage: 'drill' }),
      ]),
      'GET /api/runs/now': ok(runBody({ id: 'now', stage: 'drill' })),
    });
    await screen.findByText('482 913');
    expect(screen.getByText('已进场 12 / 45')).toBeTruthy();
    expect(screen.getByRole('link', { name: '回到场次：周五上午场' }).getAttribute('href')).toBe('/runs/now/wall');
    expect(screen.getByRole('link', { name: '周四下午场' }).getAttribute('href')).toBe('/runs/old/results');
    expect(screen.getByText('已发布')).toBeTruthy();
  });

  it('calls a mock exam one, not homework, and leads to its board', async () => {
    const homework = { opensAt: 1, dueAt: 2, late: null, attempts: 1, counts: 'best' } as const;
    open({
      'GET /api/runs': ok([run({ id: 'x', name: '期末模拟考', stage: 'drill', homework, parts: 3 })]),
      'GET /api/runs/x': ok(runBody({ id: 'x', stage: 'drill' })),
    });
    const way = await screen.findByRole('link', { name: '看考试：期末模拟考' });
    expect(way.getAttribute('href')).toBe('/exams/runs/x');
    expect(screen.queryByText(/作业/)).toBeNull();
  });

  it('calls a contest one, apart from homework, and leads to its page', async () => {
    const homework = { opensAt: 1, dueAt: 2, late: null, attempts: 1, counts: 'best' } as const;
    open({
      'GET /api/runs': ok([
        run({ id: 'x', name: '城东杯', stage: 'drill', homework, contest: 'c7' }),
        run({ id: 'h', name: '周末作业', stage: 'drill', homework }),
      ]),
      'GET /api/runs/x': ok(runBody({ id: 'x', stage: 'drill' })),
      'GET /api/runs/h': ok(runBody({ id: 'h', stage: 'drill' })),
    });
    const way = await screen.findByRole('link', { name: '看比赛：城东杯' });
    expect(way.getAttribute('href')).toBe('/contests/c7');
    expect(within(screen.getByRole('region', { name: '正在办的比赛' })).queryByText(/作业/)).toBeNull();
    expect(within(screen.getByRole('region', { name: '布置的作业' })).queryByText('城东杯')).toBeNull();
  });

  it('folds archived classes away', async () => {
    open({ 'GET /api/classes': ok([classRow(), classRow({ id: 'c2', name: '电商 2303 班', archived: true })]) });
    await screen.findByRole('link', { name: /电商 2403 班/ });
    expect(screen.queryByRole('link', { name: /电商 2303 班/ })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '显示归档的 1 个班' }));
    expect(screen.getByRole('link', { name: /电商 2303 班/ })).toBeTruthy();
  });

  it('offers a mentor nothing to create', async () => {
    open({ 'GET /api/classes': ok([classRow()]) }, signedIn('mentor'));
    await screen.findByRole('link', { name: /电商 2403 班/ });
    expect(screen.queryByRole('link', { name: RUN.add })).toBeNull();
    expect(screen.queryByRole('button', { name: '新建班级' })).toBeNull();
  });

  it('says when the runs could not be had, and still shows the classes', async () => {
    open({ 'GET /api/runs': 'offline', 'GET /api/classes': ok([classRow()]) });
    expect((await screen.findByRole('alert')).textContent).toContain('场次没有取到');
    expect(await screen.findByRole('link', { name: /电商 2403 班/ })).toBeTruthy();
  });
});
