import { ChevronDown, ChevronUp, Store } from 'lucide-react';
import { useRef, useState } from 'react';
import { NoticeLines } from '#client/drill/shop/shop-notice-list.tsx';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { useKeepsLog } from '#client/lib/hooks/use-keeps-log.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Popover } from '#client/ui/controls/popover.tsx';
import { cx } from '#client/ui/cx.ts';
import { readNoticesUpTo, useShownNotice } from './shown-notice.ts';

/**
 * In the strip over the panes, between figures and clock, where the room is there anyway: the newest announcement in one line,
 * amber until it has been opened, and all of them at a press (RULES X56).
 */
export const StripNotices = () => {
  const { t } = useTranslation('desk');
  const notices = useDrill((state) => state.view.notices);
  const shown = useShownNotice();
  const newest = notices.at(-1);
  if (newest === undefined) return null;
  return (
    <Popover
      align="start"
      label={t('shopNotice.title')}
      onOpenChange={() => readNoticesUpTo(newest.seq)}
      trigger={
        <button
          type="button"
          title={newest.text}
          className={cx(
            'group flex h-32 min-w-0 items-center gap-8 rounded-5 px-10 text-left',
            shown === undefined ? 'text-ink-2 hover:bg-soft' : 'bg-warn-tint text-warn',
          )}
        >
          <Store size={14} className="shrink-0" aria-hidden="true" />
          <b className="shrink-0 text-12">
            {t('shopNotice.title')}
            {notices.length > 1 ? ` ${t('shopNotice.count', { n: notices.length })}` : null}
          </b>
          <span lang="zh-CN" className={cx('cut', shown !== undefined && 'text-ink')}>
            {newest.text}
          </span>
          <ChevronDown size={14} className="shrink-0 group-data-[state=open]:rotate-180" aria-hidden="true" />
        </button>
      }
    >
      <NoticeLines notices={notices.toReversed()} all={notices} />
    </Popover>
  );
};

/**
 * Where the strip has no room. Over the thread what is being read there keeps its place: the log begins lower, and is scrolled
 * by as much. All announcements at a press; 知道了 puts it away (RULES X56).
 */
export const NoticeBar = ({ edge }: { edge: 'top' | 'bottom' }) => {
  const notice = useShownNotice();
  return notice === undefined ? null : <StandingNotice key={notice.seq} notice={notice} edge={edge} />;
};

type Standing = { notice: NonNullable<ReturnType<typeof useShownNotice>>; edge: 'top' | 'bottom' };

const StandingNotice = ({ notice, edge }: Standing) => {
  const { t } = useTranslation('desk');
  const notices = useDrill((state) => state.view.notices);
  const [isOpen, setIsOpen] = useState(false);
  const bar = useRef<HTMLDivElement>(null);
  useKeepsLog(bar);
  const Icon = isOpen ? ChevronUp : ChevronDown;
  return (
    <div
      ref={bar}
      role="status"
      className={cx(
        'flex shrink-0 items-start gap-8 border-line bg-warn-tint px-12 py-4 text-warn',
        edge === 'top' ? 'border-b' : 'border-t',
      )}
    >
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
        className="flex min-h-44 min-w-0 flex-1 items-center gap-6 text-left text-13 leading-[20px]"
      >
        {isOpen ? (
          <span className="max-h-200 flex-1 overflow-auto text-ink">
            <NoticeLines notices={notices.toReversed()} all={notices} />
          </span>
        ) : (
          <span className="line-clamp-2 min-w-0 flex-1">
            <b>{t('shopNotice.head')}</b>
            <span lang="zh-CN" className="text-ink wrap-anywhere">
              {notice.text}
            </span>
          </span>
        )}
        {notices.length > 1 && !isOpen ? (
          <b className="shrink-0 text-12">{t('shopNotice.count', { n: notices.length })}</b>
        ) : null}
        <Icon size={14} className="shrink-0" aria-hidden="true" />
      </button>
      <Button size="s" className="self-center max-pane:min-h-44" onClick={() => readNoticesUpTo(notice.seq)}>
        {t('note.seen')}
      </Button>
    </div>
  );
};
