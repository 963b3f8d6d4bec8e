import { call } from '#client/lib/api.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ReasonDialog } from '#client/ui/dialogs/reason-dialog.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';

type Props = { run: string; name: string; code: string; onClose: () => void; onDone: () => void };

/** Withdraws one certificate. The reason is asked for: whoever checks the code reads it. */
export const WithdrawDialog = ({ run, name, code, onClose, onDone }: Props) => {
  const { t } = useTranslation('certificates');
  return (
    <ReasonDialog
      title={t('withdrawTitle', { name })}
      description={t('withdrawText')}
      label={t('why')}
      submit={t('ui:withdraw')}
      send={(why) => call('POST /api/runs/:id/certificates/:code/withdraw', { id: run, code }, { why })}
      onClose={onClose}
      onDone={() => {
        showToast(t('withdrawn'));
        onDone();
      }}
    />
  );
};
