import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { PeriodReportPage } from '#client/features/results/period-report/period-report-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import type { PeriodMember, PeriodReport } from '#contract/terms/period.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { signedIn } from '#tests/client/fixtures/people.ts';

afterEach(() => {
  localStorage.clear();
  forgetMe();
  clean();
});

const member = (name: string, over: Partial<PeriodMember>): PeriodMember => ({
  ...{ person: name, no: '01', name, drills: 1, mean: 70, exams: 0, examMean: null, missed: 0, held: 1 },
  ...{ redLines: 0, weakness: null, last: { at: 1000, kind: 'lesson', name: '周一' }, silentDays: 0 },
  ...over,
});
const report = (over: Partial<PeriodReport> = {}): PeriodReport => ({
  ...{ class: { id: 'k1', name: '电商 2 班' }, from: '2026-11-01', to: '2026-11-27', spread: Array(10).fill(0) },
  figures: {
    ...{ n: 3, leftOut: 0, mean: 70, median: 70, passed: 3, excellent: 0, firstResponseS: 20, meanResponseS: 30 },
    ...{ dimensions: [], faults: [] },
  },
  runs: [
    ...[
      {
        run: 'r1',
        name: '周一',
        kind: 'lesson',
        form: 'lesson',
        day: '2026-11-16',
        trainees: 3,
        of: 3,
        mean: 70,
      } as const,
    ],
    ...[
      {
        run: 'r2',
        name: '期中',
        kind: 'exam',
        form: 'parts',
        day: '2026-11-20',
        trainees: 2,
        of: 3,
        mean: 81,
      } as const,
    ],
  ],
  ...{ faults: [{ family: 'late', name: '响应慢', trainees: 2, count: 5, marks: 12 }], cases: [], waiting: 1 },
  help: { seats: [{ no: '02', name: '小李', why: '碰了 1 次红线' }], more: 0 },
  well: { seats: [], more: 0 },
  members: [
    member('小吴', { last: null, silentDays: null, mean: null, drills: 0 }),
    member('小李', { no: '02', silentDays: 9, redLines: 1 }),
    member('小周', { no: '03', silentDays: 3 }),
  ],
  ...over,
});

it('[A20] names who is silent from as many days as its reader says, and remembers the number', async () => {
  serve({ 'GET /api/me': ok(signedIn()), 'GET /api/classes/k1/report': ok(report()) });
  renderAt('/classes/k1/report', '/classes/:id/report', <PeriodReportPage />);
  const list = within(await screen.findByRole('region', { name: '多天没动静' }));
  expect(list.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    expect.stringMatching(/小吴.*从没做过/),
    expect.stringMatching(/小李.*9 天.*上课「周一」/),
  ]);
  fireEvent.change(list.getByLabelText('从几天算起'), { target: { value: '3' } });
  expect(list.getAllByRole('listitem')).toHaveLength(3);
  expect(localStorage.getItem('silent-days')).toBe('3');
});

it('[A21] other days are asked for, and the projector sees no names', async () => {
  const asked = serve({
    'GET /api/me': ok(signedIn()),
    'GET /api/classes/k1/report': ok(report()),
    'GET /api/classes/k1/report?from=2026-11-10&to=2026-11-27': ok(report({ from: '2026-11-10', runs: [] })),
  });
  renderAt('/classes/k1/report', '/classes/:id/report', <PeriodReportPage />);
  expect((await screen.findByRole('link', { name: '期中' })).getAttribute('href')).toBe('/exams/runs/r2');
  expect(screen.getByText(/还有 1 场没结束或没发布/)).toBeTruthy();
  fireEvent.click(screen.getByLabelText(/隐去姓名/));
  expect(screen.queryByText(/小李/)).toBeNull();
  fireEvent.change(screen.getByLabelText('从'), { target: { value: '2026-12-01' } });
  expect(screen.getByText(/开始的日子在结束之后/)).toBeTruthy();
  fireEvent.change(screen.getByLabelText('从'), { target: { value: '2026-11-10' } });
  await waitFor(() => expect(screen.queryByRole('link', { name: '期中' })).toBeNull());
  expect(asked.map(({ path }) => path)).not.toContain('GET /api/classes/k1/report?from=2026-12-01&to=2026-11-27');
});
