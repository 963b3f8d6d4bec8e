import { Store } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useDrill } from '../../lib/drill-store.ts';
import { clock } from '../../lib/format.ts';
import { markNoticeRead, useSeat } from '../../lib/seat-store.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

/** The shop's own announcement: stock gone, an offer over. Until it is put away. */
export const ShopNoticeStrip = () => {
  const { t } = useTranslation('desk');
  const drill = useDrill((state) => state.drillId);
  const notices = useDrill((state) => state.view.notices);
  const read = useSeat((state) => state.read);
  const first = notices.find((notice) => !read.includes(`${drill} ${notice.seq}`));
  if (first === undefined) return null;
  return (
    <Notice
      tone="warn"
      icon={<Store size={16} className="shrink-0" aria-hidden="true" />}
      className="border-line border-b"
      action={
        <Button size="s" onClick={() => markNoticeRead(`${drill} ${first.seq}`)}>
          {t('note.seen')}
        </Button>
      }
    >
      <b>{t('shopNotice.head')}</b>
      <span className="text-ink wrap-anywhere">{first.text}</span>
    </Notice>
  );
};

/** The same, to be read again beside goods and rules; the newest first. */
export const ShopNoticeList = () => {
  const { t } = useTranslation('desk');
  const notices = useDrill((state) => state.view.notices);
  if (notices.length === 0) return null;
  return (
    <section aria-label={t('shopNotice.title')} className="border-line border-b bg-soft px-16 py-8 max-pane:px-12">
      <h3 className="font-semibold text-12">{t('shopNotice.title')}</h3>
      <ul>
        {notices.toReversed().map((notice) => (
          <li key={notice.seq} className="wrap-anywhere">
            <span className="mr-8 text-12 text-ink-3">{clock(notice.at)}</span>
            {notice.text}
          </li>
        ))}
      </ul>
    </section>
  );
};
