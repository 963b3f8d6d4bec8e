import { dayOf } from '#classroom/exports/local-time.ts';
import { periodReport } from '#classroom/period-report/period-report.ts';
import { firstDayOf, periodFileName, periodWorkbook } from '#classroom/period-report/period-workbook.ts';
import { type Reply, refused } from '#contract/errors.ts';
import { type PeriodReport, USUAL_PERIOD_DAYS, USUAL_SILENT_DAYS } from '#contract/terms/period.ts';
import { daysOf, LONGEST_TERM_DAYS } from '#contract/terms/term.ts';
import { type Api, Download, MEDIA_TYPE } from '#http/routes/api.ts';
import type { ReportNeeds } from '#http/routes/report-needs.ts';
import { COST } from '#http/session/report-costs.ts';

type Days = { from?: string | undefined; to?: string | undefined };

/** A class's report over any days, and its file. */
export const periodRoutes = (
  api: Api,
  needs: Pick<ReportNeeds, 'storage' | 'runner' | 'clock' | 'costs' | 'catalogs'>,
): void => {
  const { storage, clock, costs, catalogs } = needs;
  const report = async (id: string, { from, to }: Days): Promise<Reply<PeriodReport>> => {
    const schoolClass = await storage.people.schoolClass(id);
    if (schoolClass === null) return refused('unknown-class');
    const last = to ?? dayOf(clock.now());
    const days = { from: from ?? firstDayOf(last, USUAL_PERIOD_DAYS), to: last };
    const count = daysOf(days.from, days.to);
    if (count < 1 || count > LONGEST_TERM_DAYS) return refused('bad-request', 'from');
    return { ok: true, value: await periodReport(needs, schoolClass, days, catalogs.data) };
  };
  api(
    'GET /api/classes/:id/report',
    async (request) => costs(request, COST.all) ?? report(request.params.id, request.query),
  );
  api('GET /api/classes/:id/report.xlsx', async (request) => {
    const { params, query } = request;
    const costly = costs(request, COST.tables);
    if (costly !== null) return costly;
    const made = await report(params.id, query);
    if (!made.ok) return made;
    const bytes = await periodWorkbook(made.value, query.silent ?? USUAL_SILENT_DAYS);
    return { ok: true, value: new Download(periodFileName(made.value), MEDIA_TYPE.xlsx, bytes) };
  });
};
