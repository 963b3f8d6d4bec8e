import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrillSummary, ScenarioCard } from '#contract/bodies.ts';
import type { Report } from '#contract/report.ts';
import { endpoints } from '../../lib/endpoints.ts';
import { useLoad } from '../../lib/use-load.ts';
import { AnatomySection } from './anatomy.tsx';
import { Audit } from './audit.tsx';
import { Composure } from './composure.tsx';
import { Dimensions } from './dimensions.tsx';
import { Doubts } from './doubts.tsx';
import { exchangesOf } from './exchanges.ts';
import { Findings } from './findings.tsx';
import { GoalLine } from './goal-line.tsx';
import { HowSure } from './how-sure.tsx';
import { Ledger } from './ledger.tsx';
import { Measures } from './measures.tsx';
import { NextCases } from './next-cases.tsx';
import { numbersOf } from './numbering.ts';
import { Platforms } from './platforms.tsx';
import { ReportHead } from './report-head.tsx';
import { RubricLine } from './rubric-line.tsx';
import { Signatures } from './signatures.tsx';
import { TimeAxis } from './time-axis.tsx';
import { MarkedContext, useMomentOfAddress } from './use-moment-of-address.ts';
import { Verdict } from './verdict.tsx';

type Props = { drillId: string; report: Report; drill: DrillSummary | null; staff: boolean };

/** One verdict, then the evidence: figures that lead to quotes, each quote to a better wording. */
export const ReportView = ({ drillId, report, drill, staff }: Props) => {
  const { t } = useTranslation('report');
  const exchanges = useMemo(() => exchangesOf(report), [report]);
  const numbers = useMemo(() => numbersOf(report), [report]);
  const marked = useMomentOfAddress(report);
  const { loaded } = useLoad<ScenarioCard[]>(endpoints.scenarios);
  const offered = loaded.state === 'ready' ? loaded.value : null;
  return (
    <MarkedContext value={marked}>
      <article aria-label={t('title')}>
        <ReportHead {...{ drillId, report, drill, staff, offered }} />
        <Verdict report={report} numbers={numbers} />
        <GoalLine goal={report.goal} />
        <RubricLine {...{ drillId, report, numbers }} />
        <Dimensions report={report} numbers={numbers} />
        <TimeAxis report={report} numbers={numbers} />
        <AnatomySection report={report} />
        <Findings report={report} exchanges={exchanges} numbers={numbers} />
        <Doubts {...{ report, drillId, numbers }} inRun={(drill?.run ?? null) !== null} />
        <Ledger report={report} />
        <Measures report={report} />
        <Composure report={report} />
        <Platforms report={report} />
        <Audit />
        {/* A last sheet with nothing but signatures says nothing: what comes next stands on it too. */}
        <div className="print:break-inside-avoid">
          <NextCases {...{ report, offered }} />
          <p className="mt-28 flex flex-wrap items-center gap-x-8 text-12 text-ink-3 print:mt-12">
            {t('howSureFoot')}
            <HowSure />
          </p>
          <Signatures drillId={drillId} />
        </div>
      </article>
    </MarkedContext>
  );
};
