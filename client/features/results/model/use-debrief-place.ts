import { useSearchParams } from 'react-router';

export type DebriefView = 'one' | 'all' | 'marks';

/** The pick on the projector, kept in the address, so that a reload shows it again. */
export const useDebriefPlace = (pickCount: number, bookmarkCount: number) => {
  const [search, setSearch] = useSearchParams();
  const shownParam = search.get('show') ?? '';
  const wantedIndex = /^[1-9]$/.test(shownParam) ? Number(shownParam) - 1 : 0;
  const initialView: DebriefView = pickCount === 0 && bookmarkCount > 0 ? 'marks' : 'one';
  const view: DebriefView = shownParam === 'all' || shownParam === 'marks' ? shownParam : initialView;
  const show = (value: string) => setSearch({ show: value }, { replace: true });
  return {
    view,
    index: Math.min(wantedIndex, Math.max(0, pickCount - 1)),
    go: (index: number) => show(String(index + 1)),
    look: (next: DebriefView) => show(next === 'one' ? '1' : next),
  };
};
