import { useRulings } from '#client/features/report/model/use-rulings.ts';
import { InlineEditor } from '#client/features/report/rulings/inline-editor.tsx';
import { RulingLine } from '#client/features/report/rulings/ruling-line.tsx';
import { minusMarks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import type { ReportFinding } from '#contract/report.ts';

type Props = {
  finding: ReportFinding;
  /** Shows comments and appeals too: in one of the finding's places only. */
  withDiscussion?: boolean;
};

/** What a person decided about a finding, and the way to decide it. Praise isn't ruled on, but can be commented. */
export const FindingRuling = ({ finding, withDiscussion = false }: Props) => {
  const { t } = useTranslation('report');
  const rulings = useRulings();
  const { ruling } = finding;
  const place = { kind: 'finding', finding: finding.key } as const;
  if (finding.severity === 'merit')
    return withDiscussion ? <InlineEditor place={place} subject={finding.title} mayCostMarks={false} /> : null;
  const costText = (marks: number): string => (marks === 0 ? '0' : minusMarks(marks));
  return (
    <>
      {ruling === null ? null : (
        <RulingLine
          ruling={ruling}
          // An unsure one cost nothing until somebody decided.
          from={ruling.verdict === 'upheld' && ruling.was === 0 ? t('findings.unsure') : costText(ruling.was)}
          to={ruling.verdict === 'dismissed' ? '0' : costText(finding.marks)}
        />
      )}
      {withDiscussion ? (
        <InlineEditor
          place={place}
          subject={finding.title}
          mayCostMarks={ruling?.verdict !== 'dismissed'}
          onRule={rulings === null ? null : () => rulings.openRuling(finding)}
          ruleLabel={t('ruling.button')}
        />
      ) : rulings === null ? null : (
        <Button size="s" className="mt-6 print:hidden" onClick={() => rulings.openRuling(finding)}>
          {t('ruling.button')}
        </Button>
      )}
    </>
  );
};
