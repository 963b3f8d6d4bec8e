import { Store } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DrillView } from '#client/drill/model/drill-view.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { markNoticeRead, useSeat } from '#client/lib/seat/seat-store.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';

type ShopNotice = DrillView['notices'][number];

/** Whether a later announcement changes the same good again: that its offer has begun is no news once it is over. */
const isOutdated = ({ product }: ShopNotice, later: readonly ShopNotice[]): boolean =>
  product !== undefined && later.some((other) => other.product === product);

/** The shop's own announcement (stock gone, an offer over), shown until the trainee closes it. */
export const ShopNoticeStrip = () => {
  const { t } = useTranslation('desk');
  const drillId = useDrill((state) => state.drillId);
  const notices = useDrill((state) => state.view.notices);
  const read = useSeat((state) => state.readNoticeIds);
  const notice = notices.find(
    (notice, i) => !read.includes(`${drillId} ${notice.seq}`) && !isOutdated(notice, notices.slice(i + 1)),
  );
  if (notice === undefined) return null;
  return (
    <Notice
      tone="warn"
      icon={<Store size={16} className="shrink-0" aria-hidden="true" />}
      className="border-line border-b"
      action={
        <Button size="s" onClick={() => markNoticeRead(`${drillId} ${notice.seq}`)}>
          {t('note.seen')}
        </Button>
      }
    >
      <b>{t('shopNotice.head')}</b>
      <span lang="zh-CN" className="text-ink wrap-anywhere">
        {notice.text}
      </span>
    </Notice>
  );
};
