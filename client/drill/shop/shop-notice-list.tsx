import type { DrillView } from '#client/drill/model/drill-view.ts';
import { clock } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';

/** The shop's announcements, to be read again beside goods and rules; the newest first. */
export const ShopNoticeList = ({ notices }: { notices: DrillView['notices'] }) => {
  const { t } = useTranslation('desk');
  if (notices.length === 0) return null;
  return (
    <section aria-label={t('shopNotice.title')} className="border-line border-b bg-soft px-16 py-8 max-pane:px-12">
      <h3 className="font-semibold text-12">{t('shopNotice.title')}</h3>
      <ul>
        {notices.toReversed().map((notice) => (
          <li key={notice.seq} className="wrap-anywhere">
            <span className="mr-8 text-12 text-ink-3">{clock(notice.at)}</span>
            <span lang="zh-CN">{notice.text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};
