import { useSearchParams } from 'react-router';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';

/** Open appeals of a run, and whether the page shows only who made them (`?appeals` in the address: it stays on reload). */
export const useAppeals = (run: string) => {
  const { loaded, refresh } = useLoad(pathTo('GET /api/runs/:id/appeals', { id: run }));
  const [search, setSearch] = useSearchParams();
  const showsOnlyAppeals = search.has('appeals');
  return {
    /** None while they are asked for: the results don't wait for them. */
    appeals: loaded.state === 'ready' ? loaded.value : [],
    hasLoaded: loaded.state === 'ready',
    refresh,
    showsOnlyAppeals,
    setShowsOnlyAppeals: (isOn: boolean) =>
      setSearch(
        (old) => {
          const next = new URLSearchParams(old);
          if (isOn) next.set('appeals', '');
          else next.delete('appeals');
          return next;
        },
        { replace: true },
      ),
  };
};
