import { call } from '#client/lib/api.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ReasonDialog } from '#client/ui/dialogs/reason-dialog.tsx';

type Props = { person: string; evaluation: string; onClose: () => void; onDone: () => void };

/** Withdraws one evaluation, with the reason: the row stays on record and counts no longer. */
export const WithdrawDialog = ({ person, evaluation, onClose, onDone }: Props) => {
  const { t } = useTranslation('learning-path');
  return (
    <ReasonDialog
      title={t('evaluation.withdrawTitle')}
      description={t('evaluation.withdrawText')}
      label={t('evaluation.why')}
      submit={t('ui:withdraw')}
      send={(why) => call('POST /api/people/:id/evaluations/:evaluation/withdraw', { id: person, evaluation }, { why })}
      onClose={onClose}
      onDone={onDone}
    />
  );
};
