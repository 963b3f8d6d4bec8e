import { Check, X } from 'lucide-react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Tag } from '#client/ui/layout/tag.tsx';

/** Whether a figure met its goal; for a figure without a verdict, whether it has a goal at all. */
export const GoalMet = ({ isMet, hasGoal }: { isMet: boolean | null; hasGoal: boolean }) => {
  const { t } = useTranslation('report');
  if (isMet === null) return <span className="text-ink-3">{t(hasGoal ? 'onlyShown' : 'noLine')}</span>;
  return isMet ? (
    <Tag tone="good">
      <Check size={14} aria-hidden="true" />
      {t('reached')}
    </Tag>
  ) : (
    <Tag tone="bad">
      <X size={14} aria-hidden="true" />
      {t('missed')}
    </Tag>
  );
};
