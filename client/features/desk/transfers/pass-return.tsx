import '#client/drill/transfers/strings.ts';
import { Undo2 } from 'lucide-react';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { useMateName } from '#client/features/desk/model/transfers.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Notice } from '#client/ui/layout/notice.tsx';

type Props = { passReturn: NonNullable<ConversationView['passReturn']> };

/** Why the customer is back, above the thread until the trainee's next words. */
export const PassReturn = ({ passReturn: { seat, why, reason } }: Props) => {
  const { t } = useTranslation('transfers');
  const name = useMateName(seat) ?? t('classmate');
  return (
    <Notice
      tone={why === 'recalled' ? 'info' : 'warn'}
      icon={<Undo2 size={16} className="shrink-0" aria-hidden="true" />}
      className="border-line border-b"
    >
      <span lang="zh-CN">
        <b>{t(`returned.${why}`, { name, reason })}</b> {t('goOn')}
      </span>
    </Notice>
  );
};
