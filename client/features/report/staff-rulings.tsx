import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report } from '#contract/report.ts';
import { type NewRuling, sendRuling, sendUndo } from '../../lib/report-rulings.ts';
import { showToast } from '../../ui/toast-store.ts';
import { RulingDialog } from './ruling-dialog.tsx';
import { type Rulings, RulingsContext, type Subject } from './use-rulings.ts';

type Props = { drillId: string; report: Report; children: ReactNode };

/** The ruling that a new report has for what was just ruled on. */
const rulingIn = (report: Report, finding: string | null): string | undefined =>
  finding === null ? report.ruled?.id : report.findings.find((one) => one.key === finding)?.ruling?.id;

/** Staff read the trainee's page and may overrule any of it, each time with a way back. */
export const StaffRulings = ({ drillId, report, children }: Props) => {
  const { t } = useTranslation('report');
  const [subject, setSubject] = useState<Subject | undefined>(undefined);
  const rulings = useMemo<Rulings>(
    () => ({
      rule: setSubject,
      undo: (ruling) =>
        void sendUndo(drillId, ruling).then((answer) =>
          answer.ok ? showToast(t('ruling.undone')) : showToast(answer.error.message, 'bad'),
        ),
    }),
    [drillId, t],
  );
  const rule = async (ruling: NewRuling) => {
    const answer = await sendRuling(drillId, ruling);
    if (!answer.ok) return answer.error;
    setSubject(undefined);
    const made = rulingIn(answer.value, ruling.finding);
    showToast(
      t('ruling.stored'),
      'plain',
      made === undefined ? undefined : { label: t('ruling.undo'), run: () => rulings.undo(made) },
    );
    return null;
  };
  return (
    <RulingsContext value={rulings}>
      {children}
      {subject === undefined ? null : (
        <RulingDialog report={report} subject={subject} onClose={() => setSubject(undefined)} onRule={rule} />
      )}
    </RulingsContext>
  );
};
