import { useState } from 'react';
import { dayName, isDay } from '#client/features/terms/model/days.ts';
import type { Answer } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { TextField } from '#client/ui/controls/field.tsx';
import { SubmitDialog } from '#client/ui/dialogs/submit-dialog.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import { type PlannedEntry, plannedName } from './entry-words.ts';

type Props = {
  entry: PlannedEntry;
  span: { firstDay: string; lastDay: string };
  send: (day: string) => Promise<Answer<null>>;
  onClose: () => void;
  onDone: () => void;
};

/** Another day for a planned drill, within the term. */
export const MoveDialog = ({ entry, span, send, onClose, onDone }: Props) => {
  const { t } = useTranslation('calendar');
  const { isBusy, error, send: sendOnce } = useSubmit();
  const [day, setDay] = useState(entry.day);
  const isRight = isDay(day) && span.firstDay <= day && day <= span.lastDay;
  const save = async () => {
    const done = await sendOnce(() => send(day));
    onDone();
    if (done === null) return;
    showToast(t('moved', { date: dayName(day) }));
    onClose();
  };
  return (
    <SubmitDialog
      title={t('moveTitle', { name: plannedName(t, entry) })}
      description={t('moveText')}
      submit={t('save')}
      isBlocked={isBusy || !isRight || day === entry.day}
      error={error}
      onSubmit={save}
      onClose={onClose}
    >
      <TextField
        label={t('day')}
        type="date"
        min={span.firstDay}
        max={span.lastDay}
        value={day}
        error={isRight ? null : t('outside', span)}
        className="mt-12"
        onChange={(event) => setDay(event.target.value)}
      />
    </SubmitDialog>
  );
};
