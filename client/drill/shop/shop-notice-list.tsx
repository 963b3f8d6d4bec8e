import type { DrillView } from '#client/drill/model/drill-view.ts';
import { clock } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Tag } from '#client/ui/layout/tag.tsx';

type Notices = DrillView['notices'];

/** So many stand there in full; the older ones are folded, so that they push down nothing (RULES J165). */
const SHOWN = 2;

/** Whether a later one changes the same good again: that its offer has begun is over with it. */
const isOver = ({ seq, product }: Notices[number], notices: Notices): boolean =>
  product !== undefined && notices.some((other) => other.product === product && other.seq > seq);

/** The shop's announcements, to be read again beside goods and rules; the newest first. `all`: where others stand elsewhere. */
export const ShopNoticeList = ({ notices, all = notices }: { notices: Notices; all?: Notices }) => {
  const { t } = useTranslation('desk');
  if (notices.length === 0) return null;
  const [newest, older] = [notices.toReversed().slice(0, SHOWN), notices.toReversed().slice(SHOWN)];
  return (
    <section aria-label={t('shopNotice.title')} className="border-line border-b bg-soft px-16 py-8 max-pane:px-12">
      <h3 className="font-semibold text-12">{t('shopNotice.title')}</h3>
      <NoticeLines notices={newest} all={all} />
      {older.length === 0 ? null : (
        <details>
          <summary className="cursor-pointer text-12 text-ink-2">{t('shopNotice.older', { n: older.length })}</summary>
          <div className="max-h-120 overflow-y-auto">
            <NoticeLines notices={older} all={all} />
          </div>
        </details>
      )}
    </section>
  );
};

/** In the order given; who is over says so, and is paler. */
export const NoticeLines = ({ notices, all }: { notices: Notices; all: Notices }) => {
  const { t } = useTranslation('desk');
  return (
    <ul>
      {notices.map((notice) => (
        <li key={notice.seq} className={isOver(notice, all) ? 'text-ink-3 wrap-anywhere' : 'wrap-anywhere'}>
          <span className="mr-8 text-12 text-ink-3">{clock(notice.at)}</span>
          {isOver(notice, all) ? <Tag>{t('shopNotice.over')}</Tag> : null} <span lang="zh-CN">{notice.text}</span>
        </li>
      ))}
    </ul>
  );
};
