import { useTranslation } from 'react-i18next';
import type { ReportFinding } from '#contract/report.ts';
import { lost } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { RulingLine } from './ruling-line.tsx';
import { useRulings } from './use-rulings.ts';

/** What a person decided about a finding, and the way to decide it. Praise isn't ruled on. */
export const FindingRuling = ({ finding }: { finding: ReportFinding }) => {
  const { t } = useTranslation('report');
  const rulings = useRulings();
  const { ruling } = finding;
  if (finding.severity === 'merit') return null;
  const cost = (marks: number): string => (marks === 0 ? '0' : lost(marks));
  return (
    <>
      {ruling === null ? null : (
        <RulingLine
          ruling={ruling}
          // An unsure one cost nothing until somebody decided.
          from={ruling.verdict === 'upheld' && ruling.was === 0 ? t('findings.unsure') : cost(ruling.was)}
          to={ruling.verdict === 'dismissed' ? '0' : cost(finding.marks)}
        />
      )}
      {rulings === null ? null : (
        <Button size="s" className="mt-6 print:hidden" onClick={() => rulings.rule(finding)}>
          {t('ruling.button')}
        </Button>
      )}
    </>
  );
};
