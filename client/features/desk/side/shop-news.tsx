import { useNarrow } from '#client/drill/model/desk-widths.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { later } from '#client/lib/later.tsx';

const Strip = later(() => import('./shop-notices.tsx').then((module) => module.StripNotices));
const Bar = later(() => import('./shop-notices.tsx').then((module) => module.NoticeBar));

/** Most drills have none. */
const useHasNotices = (): boolean => useDrill((state) => state.view.notices.length > 0);

/** The shop's announcements in the strip over the panes. */
export const StripNews = () => (useHasNotices() ? <Strip /> : null);

/** The same in a narrow window and on a phone, at an edge of what is read there. */
export const PaneNews = ({ edge }: { edge: 'top' | 'bottom' }) => {
  const isNarrow = useNarrow();
  return useHasNotices() && isNarrow ? <Bar edge={edge} /> : null;
};
