import { call } from '#client/lib/api.ts';
import { marks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { DisputeBox } from '#client/ui/dialogs/dispute-box.tsx';
import { disputeItems } from '#client/ui/dialogs/dispute-items.ts';
import { WithdrawButton } from '#client/ui/dialogs/withdraw-button.tsx';
import type { PaperDispute } from '#contract/papers/papers.ts';

/** `own`: the seat whose trainee reads it; else staff do. */
type Props = { dispute: PaperDispute; own?: { seat: string; onWithdrawn: () => void } };

/** What was appealed of a question and how it was ruled. */
export const DisputeShown = ({ dispute, own }: Props) => {
  const { t } = useTranslation('paper');
  const { question, appeal } = dispute;
  const items = disputeItems(dispute, {
    appealed: (text) => t('dispute.appealed', { text }),
    ruled: ({ credit, by, reason }) =>
      credit === null ? t('dispute.kept', { by, reason }) : t('dispute.changed', { credit: marks(credit), by, reason }),
    withdrawn: t('dispute.withdrawn'),
  });
  return (
    <DisputeBox items={items} waits={t('dispute.waits')}>
      {own === undefined ? null : (
        <WithdrawButton
          word={t('ui:withdraw')}
          label={t('dispute.withdrawOf', { text: appeal?.text ?? '' })}
          ask={() => call('POST /api/seats/:id/paper/appeals/withdraw', { id: own.seat }, { question })}
          onDone={own.onWithdrawn}
        />
      )}
    </DisputeBox>
  );
};
