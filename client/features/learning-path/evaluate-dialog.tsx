import { useState } from 'react';
import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { TextField } from '#client/ui/controls/field.tsx';
import { NumberField } from '#client/ui/controls/number-field.tsx';
import { SubmitDialog } from '#client/ui/dialogs/submit-dialog.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';

const PASSES = 60;
type Props = { person: string; name: string; onClose: () => void; onDone: () => void };

/** An evaluation by whoever is signed in: marks out of a hundred and a sentence, kept by name and date. */
export const EvaluateDialog = ({ person, name, onClose, onDone }: Props) => {
  const { t } = useTranslation('learning-path');
  const { isBusy, error, send } = useSubmit();
  const [mark, setMark] = useState(PASSES);
  const [note, setNote] = useState('');
  const store = async () => {
    const reply = await send(() => call('POST /api/people/:id/evaluations', { id: person }, { mark, note }));
    if (reply === null) return;
    showToast(t('evaluation.done', { name }));
    onDone();
    onClose();
  };
  return (
    <SubmitDialog
      title={t('evaluation.of', { name })}
      description={t('evaluation.text')}
      submit={t('evaluation.store')}
      isBlocked={isBusy || note.trim().length < 2}
      error={error}
      onSubmit={store}
      onClose={onClose}
    >
      <NumberField label={t('evaluation.mark')} value={mark} onChange={setMark} max={100} unit={t('evaluation.unit')} />
      <TextField
        label={t('evaluation.note')}
        value={note}
        maxLength={300}
        className="mt-12"
        onChange={(event) => setNote(event.target.value)}
      />
    </SubmitDialog>
  );
};
