import { useState } from 'react';
import { dayName } from '#client/features/terms/model/days.ts';
import { call } from '#client/lib/api.ts';
import { fromChinaInput } from '#client/lib/due-words.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { TextField } from '#client/ui/controls/field.tsx';
import { SubmitDialog } from '#client/ui/dialogs/submit-dialog.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { RunEntry } from './entry-words.ts';

type Props = { entry: RunEntry; onClose: () => void; onDone: () => void };

const MORNING = '08:00';

/** Another day and hour for a lesson that hasn't begun. */
export const RescheduleDialog = ({ entry, onClose, onDone }: Props) => {
  const { t } = useTranslation('calendar');
  const { isBusy, error, send } = useSubmit();
  const [at, setAt] = useState(`${entry.day}T${entry.time ?? MORNING}`);
  const startsAt = fromChinaInput(at);
  const save = async () => {
    const done = await send(() => call('POST /api/runs/:id/starts', { id: entry.run }, { startsAt }));
    onDone();
    if (done === null) return;
    showToast(t('moved', { date: dayName(at.slice(0, entry.day.length)) }));
    onClose();
  };
  return (
    <SubmitDialog
      title={t('lessonDayOf', { name: entry.name })}
      description={t('lessonDayText')}
      submit={t('save')}
      isBlocked={isBusy || startsAt === null}
      error={error}
      onSubmit={save}
      onClose={onClose}
    >
      <TextField
        label={t('at')}
        type="datetime-local"
        value={at}
        error={startsAt === null ? t('atWrong') : null}
        className="mt-12"
        onChange={(event) => setAt(event.target.value)}
      />
    </SubmitDialog>
  );
};
