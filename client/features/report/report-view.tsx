import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report } from '#contract/report.ts';
import { Dimensions } from './dimensions.tsx';
import { exchangesOf } from './exchanges.ts';
import { Findings } from './findings.tsx';
import { Ledger } from './ledger.tsx';
import { Measures } from './measures.tsx';
import { NextCases } from './next-cases.tsx';
import { numbersOf } from './numbering.ts';
import { Platforms } from './platforms.tsx';
import { ReportHead } from './report-head.tsx';
import { Signatures } from './signatures.tsx';
import { TimeAxis } from './time-axis.tsx';
import { Verdict } from './verdict.tsx';

/** One verdict, then the evidence: figures that lead to quotes, each quote to a better wording. */
export const ReportView = ({ drillId, report }: { drillId: string; report: Report }) => {
  const { t } = useTranslation('report');
  const exchanges = useMemo(() => exchangesOf(report), [report]);
  const numbers = useMemo(() => numbersOf(report), [report]);
  return (
    <article aria-label={t('title')}>
      <ReportHead drillId={drillId} report={report} />
      <Verdict report={report} numbers={numbers} />
      <Dimensions report={report} numbers={numbers} />
      <TimeAxis report={report} numbers={numbers} />
      <Findings report={report} exchanges={exchanges} numbers={numbers} />
      <Ledger report={report} />
      <Measures report={report} />
      <Platforms report={report} />
      <NextCases report={report} />
      <Signatures drillId={drillId} />
    </article>
  );
};
