import { type FormEvent, useState } from 'react';
import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { TableRow } from '#contract/service-data/tables.ts';

type Props = { table: TableRow; onClose: () => void; onDone: () => void };
const FORM = 'rename-table';
const NAME_MAX = 40;

export const RenameTable = ({ table, onClose, onDone }: Props) => {
  const { t } = useTranslation('analysis');
  const [name, setName] = useState(table.name);
  const { isBusy, error, send } = useSubmit();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    const sent = await send(() => call('POST /api/service-tables/:table/rename', { table: table.id }, { name }));
    if (sent !== null) onDone();
  };
  return (
    <Dialog
      open
      onOpenChange={(willOpen) => (willOpen ? undefined : onClose())}
      title={t('tables.renameOne', { name: table.name })}
      actions={
        <>
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button kind="primary" type="submit" form={FORM} disabled={isBusy}>
            {t('ui:save')}
          </Button>
        </>
      }
    >
      <form id={FORM} onSubmit={(event) => void save(event)} noValidate>
        <TextField
          label={t('tables.name')}
          value={name}
          maxLength={NAME_MAX}
          error={name.trim() === '' ? t('tables.noName') : null}
          onChange={(event) => setName(event.target.value)}
        />
        <Refused error={error} />
      </form>
    </Dialog>
  );
};

export const RemoveTable = ({ table, onClose, onDone }: Props) => {
  const { t } = useTranslation('analysis');
  const { isBusy, error, send } = useSubmit();
  const remove = async () => {
    const sent = await send(() => call('POST /api/service-tables/:table/remove', { table: table.id }));
    if (sent === null) return;
    showToast(t('tables.removed'));
    onDone();
  };
  return (
    <Dialog
      open
      onOpenChange={(willOpen) => (willOpen ? undefined : onClose())}
      title={t('tables.removeTitle')}
      description={t('tables.removeText', { name: table.name, rows: table.rows })}
      actions={
        <>
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button kind="primary" disabled={isBusy} onClick={() => void remove()}>
            {t('tables.remove')}
          </Button>
        </>
      }
    >
      <Refused error={error} />
    </Dialog>
  );
};
