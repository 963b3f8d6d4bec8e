import { ReportPage } from '#client/features/report/report-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import { Toasts } from '#client/ui/layout/toasts.tsx';
import type { Report } from '#contract/report.ts';
import { drill } from '#tests/client/fixtures/cards.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';

export type Answers = Parameters<typeof serve>[0];

const ME = { person: { id: 'p1', name: '王老师', login: 'wang', role: 'teacher' } };
const inRun = drill({
  id: 'd1',
  mode: 'lesson',
  run: { id: 'r1', name: '周三上午场', seat: 's1', no: '01', seatName: '林可欣', redo: false },
});

/** The reader is the teacher 王老师. */
export const staff: Answers = { 'GET /api/me': ok(ME) };

/** The report of the drill d1 of a run, read by its trainee unless `answers` say else; what was asked of the server. */
export const openReport = (report: Report, answers: Answers = {}, address = '/drills/d1/report') => {
  const asked = serve({
    'GET /api/drills/d1/report': ok(report),
    'GET /api/drills/d1': ok(inRun),
    'GET /api/me': ok({ person: null }),
    ...answers,
  });
  renderAt(
    address,
    '/drills/:id/report',
    <>
      <ReportPage />
      <Toasts />
    </>,
  );
  return asked;
};

/** The requests that change something; requests that only read are left out. */
export const posted = <A extends { path: string }>(asked: readonly A[]): A[] =>
  asked.filter(({ path }) => path.startsWith('POST'));

/** Closes the report, after each test and before another reader opens it. */
export const closeReport = (): void => {
  clean();
  forgetMe();
};
