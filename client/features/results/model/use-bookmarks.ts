import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { showToast, toastFailure } from '#client/ui/layout/toast-store.ts';
import type { Debrief } from '#contract/results.ts';
import { dropBookmark } from './results-commands.ts';

type Bookmarks = Debrief['marks'];
/**
 * Milliseconds until a removal is stored: longer than the toast with its undo button stays, even if the pointer holds
 * it open.
 */
const UNDO_MS = 15_000;

/**
 * Bookmarks and their removal. A removed one leaves the page at once; the server drops it when it can't be undone any
 * more, since a dropped one can't come back. Leaving the page sends what is pending.
 */
export const useBookmarks = (run: string, bookmarks: Bookmarks, refresh: () => void) => {
  const { t } = useTranslation('results');
  const [removedIds, setRemovedIds] = useState<ReadonlySet<string>>(new Set());
  const pendingTimers = useRef(new Map<string, ReturnType<typeof setTimeout>>());

  const unhide = useCallback(
    (id: string) => setRemovedIds((old) => new Set([...old].filter((hidden) => hidden !== id))),
    [],
  );
  const bringBack = (id: string) => {
    if (!pendingTimers.current.has(id)) return showToast(t('marks.tooLate'));
    clearTimeout(pendingTimers.current.get(id));
    pendingTimers.current.delete(id);
    unhide(id);
  };

  const remove = (id: string) => {
    setRemovedIds((old) => new Set([...old, id]));
    const dropForGood = async () => {
      pendingTimers.current.delete(id);
      if (await toastFailure(dropBookmark(run, id))) refresh();
      else unhide(id);
    };
    pendingTimers.current.set(
      id,
      setTimeout(() => void dropForGood(), UNDO_MS),
    );
    showToast(t('marks.dropped'), 'plain', { label: t('marks.undo'), run: () => bringBack(id) });
  };

  useEffect(() => {
    const timers = pendingTimers.current;
    return () => {
      for (const [id, timer] of timers) {
        clearTimeout(timer);
        void dropBookmark(run, id);
      }
      timers.clear();
    };
  }, [run]);

  return { bookmarks: bookmarks.filter(({ id }) => !removedIds.has(id)), remove };
};
