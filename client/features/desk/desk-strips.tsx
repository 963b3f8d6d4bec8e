import { NoticeStrip } from '#client/ui/layout/notice-strip.tsx';
import { LinkStrip } from './link-strip.tsx';
import { ShopNoticeStrip } from './shop-notices.tsx';

/** Above the panes, one under the other: the line and the clock, the teacher's words, the shop's. */
export const DeskStrips = () => (
  <div>
    <LinkStrip />
    <NoticeStrip className="border-line border-b" />
    <ShopNoticeStrip />
  </div>
);
