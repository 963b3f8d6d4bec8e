import { useSearchParams } from 'react-router';

export type DebriefView = 'one' | 'all' | 'marks';

/** The pick on the projector, kept in the address, so that a reload shows it again. */
export const useDebriefPlace = (picks: number, marks: number) => {
  const [search, setSearch] = useSearchParams();
  const shown = search.get('show') ?? '';
  const wanted = /^[1-9]$/.test(shown) ? Number(shown) - 1 : 0;
  const first: DebriefView = picks === 0 && marks > 0 ? 'marks' : 'one';
  const view: DebriefView = shown === 'all' || shown === 'marks' ? shown : first;
  const show = (value: string) => setSearch({ show: value }, { replace: true });
  return {
    view,
    index: Math.min(wanted, Math.max(0, picks - 1)),
    go: (index: number) => show(String(index + 1)),
    look: (next: DebriefView) => show(next === 'one' ? '1' : next),
  };
};
