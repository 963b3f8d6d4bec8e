import { useState } from 'react';
import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { SelectField } from '#client/ui/controls/field.tsx';
import { SubmitDialog } from '#client/ui/dialogs/submit-dialog.tsx';
import type { LeaveRequest, TermAttendance } from '#contract/terms/attendance.ts';
import { isLeaveReady, LeaveFields } from './leave-fields.tsx';

type Props = { body: TermAttendance; onClose: () => void; onDone: () => void };

/** Leave that a teacher enters for a trainee. */
export const EnterLeaveDialog = ({ body, onClose, onDone }: Props) => {
  const { t } = useTranslation('attendance');
  const { isBusy, error, send } = useSubmit();
  const [person, setPerson] = useState(body.rows[0]?.person ?? '');
  const [leave, setLeave] = useState<LeaveRequest>({ day: '', span: 'day', reason: '' });
  const store = async () => {
    const where = { id: body.class.id, term: body.term.id };
    const stored = await send(() => call('POST /api/classes/:id/terms/:term/leaves', where, { ...leave, person }));
    if (stored !== null) onDone();
  };
  return (
    <SubmitDialog
      title={t('leave.enter')}
      description={t('leave.enterAbout')}
      submit={t('ui:save')}
      isBlocked={isBusy || !isLeaveReady(leave)}
      error={error}
      onSubmit={store}
      onClose={onClose}
    >
      <div className="flex flex-col gap-12 py-4">
        <SelectField
          label={t('leave.who')}
          value={person}
          choices={body.rows.map(({ person: id, no, name }) => ({ value: id, label: `${no} ${name}`.trim() }))}
          onChange={(event) => setPerson(event.target.value)}
        />
        <LeaveFields leave={leave} term={body.term} onChange={setLeave} />
      </div>
    </SubmitDialog>
  );
};
