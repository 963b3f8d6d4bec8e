import { useMemo } from 'react';
import { CaseLessons } from '#client/features/report/figures/case-lessons.tsx';
import { Confidence } from '#client/features/report/figures/confidence.tsx';
import { Dimensions } from '#client/features/report/figures/dimensions.tsx';
import { GoalLine } from '#client/features/report/figures/goal-line.tsx';
import { Measures } from '#client/features/report/figures/measures.tsx';
import { NextCases } from '#client/features/report/figures/next-cases.tsx';
import { Platforms } from '#client/features/report/figures/platforms.tsx';
import { RubricLine } from '#client/features/report/figures/rubric-line.tsx';
import { Signatures } from '#client/features/report/figures/signatures.tsx';
import { Verdict } from '#client/features/report/figures/verdict.tsx';
import { Doubts } from '#client/features/report/findings/doubts.tsx';
import { Findings } from '#client/features/report/findings/findings.tsx';
import { Ledger } from '#client/features/report/findings/ledger.tsx';
import { HandingInStrip } from '#client/features/report/handing-in/handing-in.tsx';
import { exchangesOf } from '#client/features/report/model/exchanges.ts';
import { findingNumbers } from '#client/features/report/model/numbering.ts';
import { MarkedContext, useMomentOfAddress } from '#client/features/report/model/use-moment-of-address.ts';
import { PlayedBy } from '#client/features/report/role-play/played-by.tsx';
import { Audit } from '#client/features/report/rulings/audit.tsx';
import { RushSection } from '#client/features/report/rush/rush-section.tsx';
import { AnatomySection } from '#client/features/report/time/anatomy.tsx';
import { Composure } from '#client/features/report/time/composure.tsx';
import { TimeAxis } from '#client/features/report/time/time-axis.tsx';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { DrillSummary } from '#contract/bodies.ts';
import type { Report } from '#contract/report.ts';
import { HandOvers } from './hand-overs.tsx';
import { PhoneActions } from './report-actions.tsx';
import { ReportHead } from './report-head.tsx';

type Props = { drillId: string; report: Report; drill: DrillSummary | null; isStaffView: boolean };

/** One verdict, then the evidence: figures that lead to quotes, each quote to a better wording. */
export const ReportView = ({ drillId, report, drill, isStaffView }: Props) => {
  const { t } = useTranslation('report');
  const exchanges = useMemo(() => exchangesOf(report), [report]);
  const numbers = useMemo(() => findingNumbers(report), [report]);
  const marked = useMomentOfAddress(report);
  const { loaded } = useLoad(pathTo('GET /api/scenarios'));
  const offeredCards = loaded.state === 'ready' ? loaded.value : null;
  return (
    <MarkedContext value={marked}>
      <article aria-label={t('title')}>
        <ReportHead {...{ drillId, report, drill, isStaffView, offeredCards }} />
        {drill !== null && drill.run === null && drill.retry === null ? (
          <HandingInStrip drillId={drillId} score={report.score} />
        ) : null}
        <PlayedBy report={report} drillId={drillId} />
        <Verdict report={report} numbers={numbers} />
        <CaseLessons report={report} />
        <GoalLine goal={report.goal} />
        <PhoneActions {...{ drillId, report, drill, isStaffView, offeredCards }} />
        <RushSection {...{ report, drillId, drill, isStaffView }} />
        {drill !== null && drill.run !== null ? <HandOvers drillId={drillId} /> : null}
        <RubricLine {...{ drillId, report, numbers }} />
        <Dimensions report={report} numbers={numbers} />
        <TimeAxis report={report} numbers={numbers} />
        <AnatomySection report={report} />
        <Findings report={report} exchanges={exchanges} numbers={numbers} />
        <Doubts {...{ report, drillId, numbers }} isInRun={(drill?.run ?? null) !== null} />
        <Ledger report={report} />
        <Measures report={report} />
        <Composure report={report} />
        <Platforms report={report} />
        <Audit />
        {/* A last sheet with nothing but signatures says nothing: what comes next stands on it too. */}
        <div className="print:break-inside-avoid">
          <NextCases {...{ report, offeredCards }} />
          <p className="mt-28 flex flex-wrap items-center gap-x-8 text-12 text-ink-3 print:mt-12">
            {t('howSureFoot')}
            <Confidence />
          </p>
          <Signatures drillId={drillId} />
        </div>
      </article>
    </MarkedContext>
  );
};
