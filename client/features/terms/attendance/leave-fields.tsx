import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { SelectField, TextField } from '#client/ui/controls/field.tsx';
import type { LeaveRequest } from '#contract/terms/attendance.ts';

const SPANS = ['day', 'am', 'pm'] as const;
const SHORTEST_REASON = 2;
const LONGEST_REASON = 200;

export const isLeaveReady = ({ day, reason }: LeaveRequest): boolean =>
  day !== '' && reason.trim().length >= SHORTEST_REASON;

type Props = {
  leave: LeaveRequest;
  term: { firstDay: string; lastDay: string };
  onChange: (leave: LeaveRequest) => void;
};

/** Day, part of it and reason of a leave. */
export const LeaveFields = ({ leave, term, onChange }: Props) => {
  const { t } = useTranslation('attendance');
  return (
    <>
      <div className="grid grid-cols-2 gap-12 max-pane:grid-cols-1">
        <TextField
          label={t('leave.day')}
          type="date"
          min={term.firstDay}
          max={term.lastDay}
          value={leave.day}
          onChange={(event) => onChange({ ...leave, day: event.target.value })}
        />
        <SelectField
          label={t('leave.span')}
          value={leave.span}
          choices={SPANS.map((one) => ({ value: one, label: t(`span.${one}`) }))}
          onChange={(event) => onChange({ ...leave, span: SPANS.find((one) => one === event.target.value) ?? 'day' })}
        />
      </div>
      <TextField
        label={t('leave.reason')}
        hint={t('leave.reasonHint')}
        maxLength={LONGEST_REASON}
        autoComplete="off"
        value={leave.reason}
        onChange={(event) => onChange({ ...leave, reason: event.target.value })}
      />
    </>
  );
};
