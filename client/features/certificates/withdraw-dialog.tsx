import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';

type Props = { run: string; name: string; code: string; onClose: () => void; onDone: () => void };

/** Withdraws one certificate. The reason is asked for: whoever checks the code reads it. */
export const WithdrawDialog = ({ run, name, code, onClose, onDone }: Props) => {
  const { t } = useTranslation('certificates');
  const { isBusy, error, send } = useSubmit();
  const [why, setWhy] = useState('');
  const withdraw = async () => {
    const reply = await send(() => call('POST /api/runs/:id/certificates/:code/withdraw', { id: run, code }, { why }));
    if (reply === null) return;
    showToast(t('withdrawn'));
    onDone();
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(willOpen) => {
        if (!willOpen) onClose();
      }}
      title={t('withdrawTitle', { name })}
      description={t('withdrawText')}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" disabled={isBusy || why.trim().length < 2} onClick={() => void withdraw()}>
            {t('withdraw')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('why')}
        value={why}
        maxLength={200}
        className="mt-12"
        onChange={(event) => setWhy(event.target.value)}
      />
      <Refused error={error} className="mt-8" />
    </Dialog>
  );
};
