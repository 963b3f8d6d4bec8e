import { ChevronDown, ChevronUp, Store } from 'lucide-react';
import { useState } from 'react';
import { usePhone } from '#client/drill/model/desk-widths.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { useShownNotice } from '#client/features/desk/side/shown-notice.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { markNoticeRead } from '#client/lib/seat/seat-store.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { cx } from '#client/ui/cx.ts';
import { Notice } from '#client/ui/layout/notice.tsx';

/** The shop's own announcement (stock gone, an offer over), shown until the trainee closes it or its matter is over. */
export const ShopNoticeStrip = () => {
  const { t } = useTranslation('desk');
  const drillId = useDrill((state) => state.drillId);
  const notice = useShownNotice();
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
  const Icon = isWhole ? ChevronUp : ChevronDown;
  return (
    <button
      type="button"
      aria-expanded={isWhole}
      onClick={() => setIsWhole(!isWhole)}
      className="flex min-h-44 w-full items-center gap-6 text-left text-13 leading-[20px]"
    >
      <span className={cx('min-w-0 flex-1', !isWhole && 'line-clamp-2')}>{words}</span>
      <Icon size={14} className="shrink-0" aria-hidden="true" />
    </button>
  );
};
