import { useState } from 'react';
import { call } from '#client/lib/api.ts';
import { marks } from '#client/lib/format.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { AreaField } from '#client/ui/controls/field.tsx';
import { NumberField } from '#client/ui/controls/number-field.tsx';
import { SubmitDialog } from '#client/ui/dialogs/submit-dialog.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { HandedInRow } from '#contract/homework/handed-in.ts';

const LONGEST_NOTE = 300;
type Props = { row: HandedInRow; onClose: () => void; onDone: () => void };

/** A mark, words, or both; the program's own mark is proposed. */
export const MarkDialog = ({ row, onClose, onDone }: Props) => {
  const { t } = useTranslation('handed-in');
  const { isBusy, error, send } = useSubmit();
  const { drill, seat, name, score: byProgram, mark } = row;
  const [hasScore, setHasScore] = useState(mark === null || mark.score !== null);
  const [score, setScore] = useState(Math.round(mark?.score ?? byProgram ?? 0));
  const [note, setNote] = useState(mark?.note ?? '');
  const isEmpty = !hasScore && note.trim() === '';
  const save = async () => {
    const body = { score: hasScore ? score : null, note };
    const reply = await send(() => call('POST /api/seats/:id/handed-in/:drill/mark', { id: seat, drill }, body));
    if (reply === null) return;
    showToast(t('dialog.done', { name }));
    onDone();
    onClose();
  };
  return (
    <SubmitDialog
      title={t('dialog.title', { name })}
      description={t('dialog.text', { score: byProgram === null ? '—' : marks(byProgram) })}
      submit={t('dialog.save')}
      isBlocked={isBusy || isEmpty}
      error={error}
      onSubmit={save}
      onClose={onClose}
    >
      <label className="mt-12 flex min-h-30 items-center gap-8 max-pane:min-h-44">
        <input
          type="checkbox"
          checked={hasScore}
          onChange={(event) => setHasScore(event.target.checked)}
          className="size-16 accent-accent-solid"
        />
        {t('dialog.withScore')}
      </label>
      {hasScore ? (
        <NumberField label={t('dialog.score')} value={score} onChange={setScore} max={100} unit={t('dialog.unit')} />
      ) : null}
      <AreaField
        label={t('dialog.note')}
        value={note}
        rows={3}
        maxLength={LONGEST_NOTE}
        className="mt-12"
        onChange={(event) => setNote(event.target.value)}
      />
    </SubmitDialog>
  );
};
