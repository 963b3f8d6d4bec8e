import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { HomeworkPage } from '#client/features/homework/homework-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import type { Homework, SeatHomeworkResult } from '#contract/homework/homework.ts';
import type { RunResults, SeatResult } from '#contract/results.ts';
import type { RunBody } from '#contract/runs.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { plan, run, signedIn } from '#tests/client/fixtures/people.ts';

afterEach(() => {
  forgetMe();
  clean();
});

const NOW = Date.UTC(2026, 10, 25, 9, 0);
const HOUR = 3600_000;
const rules: Homework = { opensAt: NOW - HOUR, dueAt: NOW + 50 * HOUR, attempts: 2, counts: 'best', late: null };
const seat = (
  no: number,
  name: string,
  own: Partial<SeatHomeworkResult>,
  more: Partial<SeatResult> = {},
): SeatResult => ({
  ...{ seat: `s${no}`, no: `0${no}`, name, joined: true, drill: null, attempts: [], lateMs: 0, result: null },
  ...{ rulings: 0, comparable: false, notes: ['没有开始演练'] },
  homework: {
    ...{ status: 'not-begun', counted: null, lateMs: 0, off: 0, dueAt: rules.dueAt, extended: false },
    ...{ used: more.attempts?.length ?? 0, lastAt: null, asking: false, moved: 0, handedIn: 0 },
    ...own,
  },
  ...more,
});
const SEATS = [
  seat(1, '陈小雨', {}, { joined: false }),
  seat(2, '李小雨', { status: 'stuck', lastAt: NOW - 30 * HOUR }),
  seat(3, '王子涵', { asking: true, extended: true, dueAt: NOW + 90 * HOUR }),
];

const open = async (
  homework: Homework = rules,
  seats: SeatResult[] = SEATS,
  role?: 'mentor',
  over: Partial<RunBody> = {},
) => {
  const body = {
    ...run({ id: 'r1', homework, stage: 'drill' }),
    ...{ code: '482913', plan: plan({ homework, stages: [], incidents: [] }), now: NOW, titles: [] },
    ...over,
  } as unknown as RunBody;
  const asked = serve({
    'GET /api/me': ok(signedIn(role)),
    'GET /api/runs/r1': ok(body),
    'GET /api/runs/r1/results': ok({ run: { id: 'r1' }, seats } as unknown as RunResults),
    'POST /api/seats/s1/due': ok(null),
    'POST /api/seats/s3/approve': ok(null),
    'POST /api/runs/r1/homework/close': ok(body),
  });
  renderAt('/runs/r1/homework', '/runs/:id/homework', <HomeworkPage />);
  await screen.findByRole('heading', { name: /周五上午场/ });
  return asked;
};

describe('homework as its teacher sees it', () => {
  it('[H7] counts who stands where, and shows those alone on a press', async () => {
    await open();
    expect(screen.getByRole('button', { name: '2 没有开始' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '1 卡住了' }));
    expect(screen.queryByText('陈小雨')).toBeNull();
    expect(screen.getByRole('row', { name: /李小雨/ })).toBeTruthy();
    expect(screen.getByText('482 913')).toBeTruthy();
  });

  it('[J73] calls a contest’s run a contest, and leads to its own page', async () => {
    const contest = { id: 'k1', seed: 1, joinUntil: null };
    await open(rules, SEATS, undefined, { mode: 'exam', plan: plan({ homework: rules, mode: 'exam', contest }) });
    expect(screen.getByText(/比赛$/).textContent).not.toContain('mode.');
    expect(screen.getByRole('link', { name: '去比赛页' }).getAttribute('href')).toBe('/contests/k1');
  });

  it('[H2] gives one seat more time, and lets a second device take a seat', async () => {
    const asked = await open();
    fireEvent.click(screen.getByRole('button', { name: '换过去' }));
    await waitFor(() => expect(asked.some(({ path }) => path === 'POST /api/seats/s3/approve')).toBe(true));
    fireEvent.click(screen.getByRole('button', { name: '给陈小雨延期' }));
    const dialog = await screen.findByRole('dialog', { name: '给陈小雨延期' });
    fireEvent.change(within(dialog).getByLabelText('新的截止时间（北京时间）'), {
      target: { value: '2026-11-30T20:00' },
    });
    fireEvent.click(within(dialog).getByRole('button', { name: '改好' }));
    await waitFor(() =>
      expect(asked.find(({ path }) => path === 'POST /api/seats/s1/due')?.body).toEqual({
        dueAt: Date.UTC(2026, 10, 30, 12, 0),
      }),
    );
  });

  it('closes early only after asking', async () => {
    const asked = await open();
    fireEvent.click(screen.getByRole('button', { name: '提前截止' }));
    const dialog = await screen.findByRole('dialog', { name: '现在就截止？' });
    expect(asked.some(({ path }) => path.endsWith('/close'))).toBe(false);
    fireEvent.click(within(dialog).getByRole('button', { name: '提前截止' }));
    await waitFor(() => expect(asked.some(({ path }) => path.endsWith('/homework/close'))).toBe(true));
  });

  it('can be opened again once it is over, by a teacher and not by a mentor', async () => {
    await open({ ...rules, opensAt: NOW - 9 * HOUR, dueAt: NOW - HOUR });
    expect(screen.getByRole('button', { name: '重新开放' })).toBeTruthy();
    clean();
    forgetMe();
    await open(rules, SEATS, 'mentor');
    expect(screen.queryByRole('button', { name: /延期|截止/ })).toBeNull();
  });

  it('says what to do while nobody has come', async () => {
    await open(rules, []);
    expect(screen.getByText('还没有人进来')).toBeTruthy();
  });
});
