import { useState } from 'react';
import { markIn } from '#client/features/terms/model/sheet-cells.ts';
import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { TextField } from '#client/ui/controls/field.tsx';
import { SubmitDialog } from '#client/ui/dialogs/submit-dialog.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { SheetAppealRow } from '#contract/terms/published.ts';

/** Characters: the server asks for as much. */
const SHORTEST = 2;
const LONGEST = 200;

type Props = {
  address: { id: string; term: string };
  appeal: SheetAppealRow;
  outcome: 'kept' | 'changed';
  onClose: () => void;
  onDone: () => void;
};

/** Keeps the mark with a reason, or corrects it with one. */
export const AnswerDialog = ({ address, appeal, outcome, onClose, onDone }: Props) => {
  const { t } = useTranslation('published-sheets');
  const { isBusy, error, send } = useSubmit();
  const { id, name, column, most, now } = appeal;
  const [text, setText] = useState(now === null || now.value === null ? '' : String(now.value));
  const [reason, setReason] = useState('');
  const isChange = outcome === 'changed';
  const mark = markIn(text, most ?? 0);
  const isReady = reason.trim().length >= SHORTEST && (!isChange || mark !== null);
  const answer = async () => {
    if (isChange && mark === null) return;
    const said = reason.trim();
    const body = isChange && mark !== null ? { outcome: 'changed' as const, value: mark, reason: said } : null;
    const reply = await send(() =>
      call(
        'POST /api/classes/:id/terms/:term/appeals/:appeal/answer',
        { ...address, appeal: id },
        body ?? { outcome: 'kept', reason: said },
      ),
    );
    if (reply === null) return;
    showToast(t('appeals.done'));
    onDone();
    onClose();
  };
  const label = { name, column: column.name };
  return (
    <SubmitDialog
      title={t(isChange ? 'appeals.changeTitle' : 'appeals.keepTitle', label)}
      description={t(isChange ? 'appeals.changeText' : 'appeals.keepText')}
      submit={t(isChange ? 'appeals.change' : 'appeals.keep')}
      isBlocked={isBusy || !isReady}
      error={error}
      onSubmit={answer}
      onClose={() => {
        // It was refused, by somebody who was quicker or by another version: the page is loaded anew.
        if (error !== null) onDone();
        onClose();
      }}
    >
      <div className="flex flex-col gap-12 py-4">
        {isChange ? (
          <TextField
            label={t('appeals.mark', { of: most ?? 0 })}
            inputMode="decimal"
            autoComplete="off"
            maxLength={5}
            value={text}
            error={mark === null && text.trim() !== '' ? t('appeals.wrong', { most: most ?? 0 }) : null}
            onChange={(event) => setText(event.target.value)}
          />
        ) : null}
        <TextField
          label={t('appeals.reason')}
          hint={t('appeals.reasonHint')}
          maxLength={LONGEST}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
    </SubmitDialog>
  );
};
