import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';

type Props = { person: string; evaluation: string; onClose: () => void; onDone: () => void };

/** Withdraws one evaluation, with the reason: the row stays on record and counts no longer. */
export const WithdrawDialog = ({ person, evaluation, onClose, onDone }: Props) => {
  const { t } = useTranslation('learning-path');
  const { isBusy, error, send } = useSubmit();
  const [why, setWhy] = useState('');
  const withdraw = async () => {
    const address = { id: person, evaluation };
    const reply = await send(() => call('POST /api/people/:id/evaluations/:evaluation/withdraw', address, { why }));
    if (reply === null) return;
    onDone();
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(willOpen) => {
        if (!willOpen) onClose();
      }}
      title={t('evaluation.withdrawTitle')}
      description={t('evaluation.withdrawText')}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" disabled={isBusy || why.trim().length < 2} onClick={() => void withdraw()}>
            {t('evaluation.withdraw')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('evaluation.why')}
        value={why}
        maxLength={200}
        className="mt-12"
        onChange={(event) => setWhy(event.target.value)}
      />
      <Refused error={error} className="mt-8" />
    </Dialog>
  );
};
