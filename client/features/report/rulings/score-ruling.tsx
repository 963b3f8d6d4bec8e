import { useRulings } from '#client/features/report/model/use-rulings.ts';
import { marks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { Report } from '#contract/report.ts';
import { InlineEditor } from './inline-editor.tsx';
import { RulingLine } from './ruling-line.tsx';

const WHOLE_REPORT = { kind: 'report' } as const;

/** The program's score beside a person's, and a button to set the total. */
export const ScoreRuling = ({ report }: { report: Report }) => {
  const { t } = useTranslation('report');
  const rulings = useRulings();
  const { ruled, machineScore, score } = report;
  return (
    <>
      {ruled === null ? null : <RulingLine ruling={ruled} from={marks(machineScore)} to={marks(ruled.score)} />}
      {ruled === null && machineScore !== score ? (
        <p className="mt-4 text-12 text-ink-2">{t('ruling.machine', { score: marks(machineScore) })}</p>
      ) : null}
      <InlineEditor
        place={WHOLE_REPORT}
        mayCostMarks
        onRule={rulings === null ? null : () => rulings.openRuling(null)}
        ruleLabel={t('ruling.total')}
      />
    </>
  );
};
