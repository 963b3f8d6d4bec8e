import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type NewRuling, parseScore, REASON_LEAST, REASON_MOST } from '#client/features/report/model/report-rulings.ts';
import { useAppealAt } from '#client/features/report/model/use-discussion.ts';
import type { Subject } from '#client/features/report/model/use-rulings.ts';
import type { Trouble } from '#client/lib/api.ts';
import { marks, minusMarks } from '#client/lib/format.ts';
import { WIDE_SPACE } from '#client/lib/spaces.ts';
import { AreaField, TextField } from '#client/ui/controls/field.tsx';
import type { Report } from '#contract/report.ts';
import { AppealText } from './appeal-text.tsx';
import { RulingForm } from './ruling-form.tsx';
import { type Verdict, VerdictChoice } from './verdict-choice.tsx';

type Props = {
  report: Report;
  subject: Subject;
  onClose: () => void;
  /** Null when it was stored, else why not. */
  onRule: (ruling: NewRuling) => Promise<Trouble | null>;
};

/** A ruling on a finding or the total needs a reason. It is stored with name and time, and can be taken back. */
export const RulingDialog = ({ report, subject, onClose, onRule }: Props) => {
  const { t } = useTranslation('report');
  const [verdict, setVerdict] = useState<Verdict>('dismissed');
  const [score, setScore] = useState(marks(report.score));
  const [reason, setReason] = useState('');
  const appeal = useAppealAt(subject === null ? { kind: 'report' } : { kind: 'finding', finding: subject.key });
  const set = parseScore(score);
  const givenReason = reason.trim();
  const missing = REASON_LEAST - givenReason.length;
  const why = subject === null && set === null ? t('ruling.badScore') : missing > 0 ? t('ruling.noReason') : null;

  return (
    <RulingForm
      title={t(subject === null ? 'ruling.totalTitle' : 'ruling.title')}
      text={
        subject === null
          ? t('ruling.totalText', { score: marks(report.machineScore) })
          : `${subject.title}${subject.marks > 0 ? `${WIDE_SPACE}${minusMarks(subject.marks)}` : ''}`
      }
      why={why}
      onClose={onClose}
      onSubmit={() =>
        onRule(
          subject === null
            ? { finding: null, verdict: 'score', score: set ?? 0, reason: givenReason }
            : { finding: subject.key, verdict, reason: givenReason },
        )
      }
    >
      <AppealText appeal={appeal} />
      {subject === null ? (
        <TextField
          label={t('ruling.score')}
          inputMode="decimal"
          value={score}
          onChange={(event) => setScore(event.target.value)}
          error={set === null ? t('ruling.badScore') : null}
        />
      ) : (
        <VerdictChoice value={verdict} unsure={subject.unsure} onChange={setVerdict} />
      )}
      <AreaField
        label={t('ruling.why')}
        rows={3}
        maxLength={REASON_MOST}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        hint={t('ruling.whyHint')}
      />
    </RulingForm>
  );
};
