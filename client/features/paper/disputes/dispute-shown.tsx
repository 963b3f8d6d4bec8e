import { useTranslation } from 'react-i18next';
import { marks } from '#client/lib/format.ts';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { PaperDispute } from '#contract/papers/papers.ts';

/** What was appealed of a question and how it was ruled. */
export const DisputeShown = ({ dispute: { appeal, ruling } }: { dispute: PaperDispute }) => {
  const { t } = useTranslation('paper');
  return (
    <div className="mt-8 rounded-6 bg-sunken px-12 py-8 wrap-anywhere">
      {appeal === null ? null : <p className="whitespace-pre-line">{t('dispute.appealed', { text: appeal.text })}</p>}
      {ruling === null ? (
        <Tag tone="accent">{t('dispute.waits')}</Tag>
      ) : (
        <p className="whitespace-pre-line">
          {ruling.credit === null
            ? t('dispute.kept', { by: ruling.by, reason: ruling.reason })
            : t('dispute.changed', { credit: marks(ruling.credit), by: ruling.by, reason: ruling.reason })}
        </p>
      )}
    </div>
  );
};
