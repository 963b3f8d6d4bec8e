import { NoticeStrip } from '#client/ui/layout/notice-strip.tsx';
import { LinkStrip } from './link-strip.tsx';
import { ShopNoticeStrip } from './shop-notices.tsx';

/** Strips above the panes, one under the other: connection and clock, the teacher's words, the shop's announcements. */
export const DeskStrips = () => (
  <div>
    <LinkStrip />
    <NoticeStrip className="border-line border-b" />
    <ShopNoticeStrip />
  </div>
);
