import { useState } from 'react';
import type { Change } from '#client/features/terms/model/sheet-cells.ts';
import { cellOf, entryOf, markIn } from '#client/features/terms/model/sheet-cells.ts';
import { marks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import type { SheetRow, ShownColumn } from '#contract/terms/sheet.ts';

/** Characters: the server asks for as much. */
const SHORTEST_REASON = 2;
const LONGEST_REASON = 200;
const FORM = 'correct-form';

type Props = { row: SheetRow; column: ShownColumn; onClose: () => void; onEnter: (change: Change) => void };

/** Another mark than the data's, with a reason that stays on record; or back to the data's. */
export const CorrectDialog = ({ row, column, onClose, onEnter }: Props) => {
  const { t } = useTranslation('terms');
  const cell = cellOf(row, column.id);
  const entry = entryOf(cell);
  const [text, setText] = useState(cell === undefined || cell.value === null ? '' : String(cell.value));
  const [reason, setReason] = useState(entry?.reason ?? '');
  const mark = markIn(text, column.weight);
  const isReady = mark !== null && reason.trim().length >= SHORTEST_REASON;
  const enter = (value: number | null, why: string) => {
    onEnter({ person: row.person, item: column.id, value, reason: why });
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(willOpen) => (willOpen ? undefined : onClose())}
      title={t('correct.title', { name: row.name, column: column.name })}
      description={t(cell?.byData == null ? 'correct.noData' : 'correct.about', {
        value: cell?.byData == null ? '' : marks(cell.byData),
      })}
      actions={
        <>
          {entry === null ? null : (
            <Button kind="bare" onClick={() => enter(null, '')}>
              {t('correct.takeBack')}
            </Button>
          )}
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button kind="primary" type="submit" form={FORM} disabled={!isReady}>
            {t('ui:save')}
          </Button>
        </>
      }
    >
      <form
        id={FORM}
        noValidate
        className="flex flex-col gap-12 py-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) enter(mark, reason.trim());
        }}
      >
        <TextField
          label={t('correct.mark', { of: column.weight })}
          inputMode="decimal"
          autoComplete="off"
          maxLength={5}
          value={text}
          error={mark === null && text.trim() !== '' ? t('cell.wrong', { most: column.weight }) : null}
          onChange={(event) => setText(event.target.value)}
        />
        <TextField
          label={t('correct.reason')}
          hint={t('correct.reasonHint')}
          maxLength={LONGEST_REASON}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </form>
    </Dialog>
  );
};
