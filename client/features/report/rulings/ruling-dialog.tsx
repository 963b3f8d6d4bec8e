import { useState } from 'react';
import {
  MAX_REASON_CHARACTERS,
  MIN_REASON_CHARACTERS,
  type NewRuling,
  parseScore,
} from '#client/features/report/model/report-rulings.ts';
import { useAppealAt } from '#client/features/report/model/use-discussion.ts';
import type { RulingSubject } from '#client/features/report/model/use-rulings.ts';
import type { Trouble } from '#client/lib/api.ts';
import { marks, minusMarks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { WIDE_SPACE } from '#client/lib/spaces.ts';
import { AreaField, TextField } from '#client/ui/controls/field.tsx';
import type { Report } from '#contract/report.ts';
import { AppealText } from './appeal-text.tsx';
import { RulingForm } from './ruling-form.tsx';
import { type Verdict, VerdictChoice } from './verdict-choice.tsx';

type Props = {
  report: Report;
  subject: RulingSubject;
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
  const parsedScore = parseScore(score);
  const trimmedReason = reason.trim();
  const missingCharacters = MIN_REASON_CHARACTERS - trimmedReason.length;
  const blockReason =
    subject === null && parsedScore === null
      ? t('ruling.badScore')
      : missingCharacters > 0
        ? t('ruling.noReason')
        : null;

  return (
    <RulingForm
      title={t(subject === null ? 'ruling.totalTitle' : 'ruling.title')}
      text={
        subject === null
          ? t('ruling.totalText', { score: marks(report.machineScore) })
          : `${subject.title}${subject.marks > 0 ? `${WIDE_SPACE}${minusMarks(subject.marks)}` : ''}`
      }
      blockReason={blockReason}
      onClose={onClose}
      onSubmit={() =>
        onRule(
          subject === null
            ? { finding: null, verdict: 'score', score: parsedScore ?? 0, reason: trimmedReason }
            : { finding: subject.key, verdict, reason: trimmedReason },
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
          error={parsedScore === null ? t('ruling.badScore') : null}
        />
      ) : (
        <VerdictChoice value={verdict} isUnsure={subject.unsure} onChange={setVerdict} />
      )}
      <AreaField
        label={t('ruling.why')}
        rows={3}
        maxLength={MAX_REASON_CHARACTERS}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        hint={t('ruling.whyHint')}
      />
    </RulingForm>
  );
};
