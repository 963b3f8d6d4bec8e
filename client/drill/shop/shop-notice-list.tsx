import { ChevronDown, ChevronUp } from 'lucide-react';
import { useState } from 'react';
import type { DrillView } from '#client/drill/model/drill-view.ts';
import { clock } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';
import { Tag } from '#client/ui/layout/tag.tsx';

type Notices = DrillView['notices'];

/** Whether a later one changes the same good again: that its offer has begun is over with it. */
const isOver = ({ seq, product }: Notices[number], notices: Notices): boolean =>
  product !== undefined && notices.some((other) => other.product === product && other.seq > seq);

/**
 * The shop's announcements, to be read again beside goods and rules; the newest first. Folded it is one line however many
 * there are, so that the tabs below keep their place when another comes (RULES X54).
 */
export const ShopNoticeList = ({ notices }: { notices: Notices }) => {
  const { t } = useTranslation('desk');
  const [isOpen, setIsOpen] = useState(false);
  if (notices.length === 0) return null;
  const Icon = isOpen ? ChevronUp : ChevronDown;
  return (
    <section aria-label={t('shopNotice.title')} className="shrink-0 border-line border-b bg-soft">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
        className="flex h-36 w-full items-center gap-8 px-16 text-left focus-visible:-outline-offset-2 max-pane:h-44 max-pane:px-12"
      >
        <b className="shrink-0 text-12">
          {t('shopNotice.title')}
          {notices.length > 1 ? ` ${t('shopNotice.count', { n: notices.length })}` : null}
        </b>
        <span lang="zh-CN" aria-hidden={isOpen} className={cx('cut flex-1', isOpen && 'invisible')}>
          {notices.at(-1)?.text}
        </span>
        <Icon size={14} className="shrink-0" aria-hidden="true" />
      </button>
      {isOpen ? (
        <div className="max-h-200 overflow-auto px-16 pb-8 max-pane:px-12">
          <NoticeLines notices={notices.toReversed()} all={notices} />
        </div>
      ) : null}
    </section>
  );
};

/** In the order given; who is over says so, and is paler. */
export const NoticeLines = ({ notices, all }: { notices: Notices; all: Notices }) => {
  const { t } = useTranslation('desk');
  return (
    <ul className="grid gap-4">
      {notices.map((notice) => (
        <li key={notice.seq} className={isOver(notice, all) ? 'text-ink-3 wrap-anywhere' : 'wrap-anywhere'}>
          <span className="mr-8 text-12 text-ink-3">{clock(notice.at)}</span>
          {isOver(notice, all) ? <Tag>{t('shopNotice.over')}</Tag> : null} <span lang="zh-CN">{notice.text}</span>
        </li>
      ))}
    </ul>
  );
};
