import { useState } from 'react';
import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { SelectField } from '#client/ui/controls/field.tsx';
import { SubmitDialog } from '#client/ui/dialogs/submit-dialog.tsx';
import type { AttendanceSession, TermAttendance } from '#contract/terms/attendance.ts';

const CHOICES = ['all', 'early', 'late'] as const;

type Props = { body: TermAttendance; session: AttendanceSession; onClose: () => void; onDone: () => void };

/** For which shift a session is. */
export const SessionDialog = ({ body, session, onClose, onDone }: Props) => {
  const { t } = useTranslation('attendance');
  const { isBusy, error, send } = useSubmit();
  const [shift, setShift] = useState<(typeof CHOICES)[number]>(session.shift ?? 'all');
  const store = async () => {
    const where = { id: body.class.id, term: body.term.id };
    const change = { run: session.run, shift: shift === 'all' ? null : shift };
    const stored = await send(() => call('POST /api/classes/:id/terms/:term/attendance/shifts', where, change));
    if (stored !== null) onDone();
  };
  return (
    <SubmitDialog
      title={t('session.title', { name: session.name, day: session.day })}
      description={t('session.about')}
      submit={t('ui:save')}
      isBlocked={isBusy}
      error={error}
      onSubmit={store}
      onClose={onClose}
    >
      <SelectField
        label={t('session.shift')}
        value={shift}
        choices={CHOICES.map((one) => ({ value: one, label: t(`shift.${one}`) }))}
        onChange={(event) => setShift(CHOICES.find((one) => one === event.target.value) ?? 'all')}
      />
    </SubmitDialog>
  );
};
