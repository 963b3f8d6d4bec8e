import { ArrowLeft } from 'lucide-react';
import { Link } from 'react-router';
import { usePrintMargins } from '#client/features/report/model/print-margins.ts';
import { longDate } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { listed } from '#client/lib/listed.ts';
import type { DrillSummary } from '#contract/bodies.ts';
import { HeadActions, type ReportOfDrill } from './report-actions.tsx';
import { SeatNeighbours } from './seat-neighbours.tsx';

type Run = NonNullable<DrillSummary['run']>;

/** Staff see whose report it is, with links to the next one; the trainee's own report shows the name on paper only. */
const ReportOwner = ({ run, isStaffView }: { run: Run; isStaffView: boolean }) => {
  const traineeName = `${run.no} ${run.seatName}`.trim();
  if (!isStaffView)
    return (
      <>
        {traineeName === '' ? null : <span className="hidden print:inline">{traineeName}</span>}
        <span>{run.name}</span>
      </>
    );
  return (
    <>
      <span className="font-semibold text-13 text-ink">
        {traineeName === '' ? run.name : `${traineeName} · ${run.name}`}
      </span>
      <span className="flex gap-2 print:hidden">
        <SeatNeighbours run={run} />
      </span>
    </>
  );
};

/**
 * When and with which customers the drill was, and the link back. The date comes from the drill's summary; the report
 * is complete without it.
 */
export const ReportHead = ({ drillId, report, drill, isStaffView, offeredCards }: ReportOfDrill) => {
  const { t } = useTranslation('report');
  const run = drill?.run ?? null;
  const traineeName = `${run?.no ?? ''} ${run?.seatName ?? ''}`.trim();
  const openedOn = drill === null ? '' : longDate(drill.openedAt);
  usePrintMargins([t('title'), traineeName, openedOn].filter((part) => part !== '').join('  '));
  return (
    <header className="relative mb-14 flex flex-wrap items-center gap-x-16 gap-y-8 text-12 text-ink-2 max-pane:mb-8 max-pane:min-h-44 max-pane:gap-x-10 max-pane:gap-y-0 max-pane:pr-48">
      {run === null ? null : (
        <Link
          to={isStaffView ? `/runs/${run.id}/results` : `/seats/${run.seat}`}
          className="inline-flex items-center gap-4 text-13 text-ink-2 no-underline hover:text-ink max-pane:min-h-44 print:hidden"
        >
          <ArrowLeft size={14} aria-hidden="true" />
          {t(isStaffView ? 'toRun' : 'toSeat')}
        </Link>
      )}
      {run === null && drill?.mode === 'exam' && !isStaffView ? (
        <Link
          to="/exams/private"
          className="inline-flex items-center gap-4 text-13 text-ink-2 no-underline hover:text-ink max-pane:min-h-44 print:hidden"
        >
          <ArrowLeft size={14} aria-hidden="true" />
          {t('toPrivateExams')}
        </Link>
      ) : null}
      <h1 className="font-semibold text-13 text-ink">{t('title')}</h1>
      {run === null ? null : <ReportOwner run={run} isStaffView={isStaffView} />}
      {drill === null ? null : <span>{longDate(drill.openedAt)}</span>}
      {/* The names of a rush stand with their rows below: a dozen here would push the verdict off a phone's screen. */}
      {report.rush !== undefined ? (
        <span>{t('customers', { n: report.conversations.length })}</span>
      ) : (
        <span lang="zh-CN">{listed(report.conversations.map((conversation) => conversation.name))}</span>
      )}
      {drill === null ? null : <span>{t(`mode.${drill.mode}`)}</span>}
      {run?.dealt === undefined ? null : <span>{t(`ui:dealt.${run.dealt}`)}</span>}
      <HeadActions {...{ drillId, report, drill, isStaffView, offeredCards }} />
    </header>
  );
};
