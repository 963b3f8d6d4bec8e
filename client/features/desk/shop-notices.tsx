import { Store } from 'lucide-react';
import { useState } from 'react';
import { usePhone } from '#client/drill/model/desk-widths.ts';
import { useDrillClock } from '#client/drill/model/drill-clock.ts';
import type { DrillView } from '#client/drill/model/drill-view.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { markNoticeRead, useSeat } from '#client/lib/seat/seat-store.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { cx } from '#client/ui/cx.ts';
import { Notice } from '#client/ui/layout/notice.tsx';

type ShopNotice = DrillView['notices'][number];

/** Whether a later announcement changes the same good again: that its offer has begun is no news once it is over. */
const isOutdated = ({ product }: ShopNotice, later: readonly ShopNotice[]): boolean =>
  product !== undefined && later.some((other) => other.product === product);

/** So long an announcement of a rush stands over the panes, in drill milliseconds; then it is read beside goods and rules. */
const STANDS_MS = 120_000;
/** The strip is looked at again this often. */
const STEP_MS = 1000;

/** The announcement to show: the oldest unread one; of a rush, where they come thick and fast, the newest that is still news. */
const useStandingNotice = (): ShopNotice | undefined => {
  const drillId = useDrill((state) => state.drillId);
  const notices = useDrill((state) => state.view.notices);
  const isRush = useDrill((state) => state.view.rush !== null);
  // Once nobody is answered any more there is nothing to do about it.
  const isOver = useDrill(({ view }) => view.endReason !== null || view.rush?.handoverUntil != null);
  const now = useDrillClock((clock) => Math.floor(clock.now / STEP_MS) * STEP_MS);
  const read = useSeat((state) => state.readNoticeIds);
  const unread = notices.filter(
    (notice, i) => !read.includes(`${drillId} ${notice.seq}`) && !isOutdated(notice, notices.slice(i + 1)),
  );
  if (isOver) return undefined;
  if (!isRush) return unread[0];
  const newest = unread.at(-1);
  return newest !== undefined && now - newest.at < STANDS_MS ? newest : undefined;
};

/** The shop's own announcement (stock gone, an offer over), shown until the trainee closes it or its matter is over. */
export const ShopNoticeStrip = () => {
  const { t } = useTranslation('desk');
  const drillId = useDrill((state) => state.drillId);
  const notice = useStandingNotice();
  if (notice === undefined) return null;
  return (
    <Notice
      tone="warn"
      icon={<Store size={16} className="shrink-0" aria-hidden="true" />}
      className="border-line border-b max-pane:py-4"
      action={
        <Button size="s" onClick={() => markNoticeRead(`${drillId} ${notice.seq}`)}>
          {t('note.seen')}
        </Button>
      }
    >
      <NoticeText key={notice.seq} text={notice.text} />
    </Notice>
  );
};

/** On a phone two lines, and all of it at a touch: the conversation below is what it is for. */
const NoticeText = ({ text }: { text: string }) => {
  const { t } = useTranslation('desk');
  const isPhone = usePhone();
  const [isWhole, setIsWhole] = useState(false);
  const words = (
    <>
      <b>{t('shopNotice.head')}</b>
      <span lang="zh-CN" className="text-ink wrap-anywhere">
        {text}
      </span>
    </>
  );
  if (!isPhone) return words;
  return (
    <button
      type="button"
      aria-expanded={isWhole}
      onClick={() => setIsWhole(!isWhole)}
      className={cx('w-full text-left text-13 leading-[20px]', !isWhole && 'line-clamp-2')}
    >
      {words}
    </button>
  );
};
