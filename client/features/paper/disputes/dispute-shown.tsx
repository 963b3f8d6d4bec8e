import { useTranslation } from 'react-i18next';
import { marks } from '#client/lib/format.ts';
import { DisputeBox } from '#client/ui/dialogs/dispute-box.tsx';
import type { PaperDispute } from '#contract/papers/papers.ts';

/** What was appealed of a question and how it was ruled. */
export const DisputeShown = ({ dispute: { appeal, ruling } }: { dispute: PaperDispute }) => {
  const { t } = useTranslation('paper');
  const ruled = () => {
    if (ruling === null) return null;
    const { credit, by, reason } = ruling;
    return credit === null
      ? t('dispute.kept', { by, reason })
      : t('dispute.changed', { credit: marks(credit), by, reason });
  };
  return (
    <DisputeBox
      appealed={appeal === null ? null : t('dispute.appealed', { text: appeal.text })}
      waits={t('dispute.waits')}
      ruled={ruled()}
    />
  );
};
