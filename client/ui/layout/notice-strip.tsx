import { Megaphone } from 'lucide-react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { markNoticeRead, unreadNotices, useSeat } from '#client/lib/seat/seat-store.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Notice } from './notice.tsx';

/** What the teacher said, oldest first, until it is put away. Beside the thread, never over it. */
export const NoticeStrip = ({ className }: { className?: string }) => {
  const { t } = useTranslation('ui');
  const notices = useSeat((state) => state.body?.notices);
  const readIds = useSeat((state) => state.readNoticeIds);
  const unread = unreadNotices(notices ?? [], readIds);
  const [first] = unread;
  if (first === undefined) return null;
  return (
    <Notice
      {...(className === undefined ? {} : { className })}
      icon={<Megaphone size={16} className="shrink-0" aria-hidden="true" />}
      action={
        <Button size="s" onClick={() => markNoticeRead(first.id)}>
          {t('notice.read')}
        </Button>
      }
    >
      <b>{t(`notice.${first.to}`)}</b>
      <span className="text-ink wrap-anywhere">{first.text}</span>
      {unread.length > 1 ? <span className="ml-8 text-12">{t('notice.more', { n: unread.length - 1 })}</span> : null}
    </Notice>
  );
};
