import { useState } from 'react';
import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { SelectField } from '#client/ui/controls/field.tsx';
import { NumberField } from '#client/ui/controls/number-field.tsx';
import { SubmitDialog } from '#client/ui/dialogs/submit-dialog.tsx';
import type { AttendanceRules, TermAttendance } from '#contract/terms/attendance.ts';

/** Percent of the column that an absence costs where nothing else was said. */
const USUAL_SHARE = 20;
const LONGEST_MINUTES = 120;

type Props = { body: TermAttendance; onClose: () => void; onDone: () => void };

/** From when somebody is late, and what absence and coming late cost. */
export const RulesDialog = ({ body, onClose, onDone }: Props) => {
  const { t } = useTranslation('attendance');
  const { isBusy, error, send } = useSubmit();
  const [rules, setRules] = useState<AttendanceRules>(body.rules);
  const store = async (changed: AttendanceRules | null) => {
    const where = { id: body.class.id, term: body.term.id };
    const change = { version: body.version, rules: changed };
    const stored = await send(() => call('POST /api/classes/:id/terms/:term/attendance/rules', where, change));
    if (stored !== null) onDone();
  };
  const isRight = rules.absentShare === null || rules.absentShare >= 1;
  return (
    <SubmitDialog
      title={t('rules.title')}
      description={t('rules.about')}
      submit={t('ui:save')}
      isBlocked={isBusy || !isRight}
      error={error}
      onSubmit={() => store(rules)}
      onClose={onClose}
    >
      <div className="flex flex-col gap-12 py-4">
        <NumberField
          label={t('rules.lateMinutes')}
          unit={t('rules.minutes')}
          max={LONGEST_MINUTES}
          value={rules.lateMinutes}
          onChange={(lateMinutes) => setRules({ ...rules, lateMinutes })}
        />
        <NumberField
          label={t('rules.lateShare')}
          unit="%"
          max={100}
          value={rules.lateShare}
          onChange={(lateShare) => setRules({ ...rules, lateShare })}
        />
        <SelectField
          label={t('rules.absent')}
          value={rules.absentShare === null ? 'share' : 'fixed'}
          choices={(['share', 'fixed'] as const).map((one) => ({ value: one, label: t(`rules.${one}`) }))}
          onChange={(event) => setRules({ ...rules, absentShare: event.target.value === 'share' ? null : USUAL_SHARE })}
        />
        {rules.absentShare === null ? null : (
          <NumberField
            label={t('rules.absentShare')}
            unit="%"
            max={100}
            value={rules.absentShare}
            error={isRight ? null : t('rules.least')}
            onChange={(absentShare) => setRules({ ...rules, absentShare })}
          />
        )}
        {body.own ? (
          <Button kind="bare" disabled={isBusy} onClick={() => void store(null)}>
            {t('rules.restore')}
          </Button>
        ) : null}
      </div>
    </SubmitDialog>
  );
};
