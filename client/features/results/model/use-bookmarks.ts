import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { Debrief } from '#contract/results.ts';
import { dropBookmark } from './results-commands.ts';
import { tellRefusal } from './tell-refusal.ts';

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
  const [removed, setRemoved] = useState<ReadonlySet<string>>(new Set());
  const pending = useRef(new Map<string, ReturnType<typeof setTimeout>>());

  const show = useCallback(
    (id: string) => setRemoved((old) => new Set([...old].filter((hidden) => hidden !== id))),
    [],
  );
  const bringBack = (id: string) => {
    if (!pending.current.has(id)) return showToast(t('marks.tooLate'));
    clearTimeout(pending.current.get(id));
    pending.current.delete(id);
    show(id);
  };

  const remove = (id: string) => {
    setRemoved((old) => new Set([...old, id]));
    const settle = async () => {
      pending.current.delete(id);
      if (await tellRefusal(dropBookmark(run, id))) refresh();
      else show(id);
    };
    pending.current.set(
      id,
      setTimeout(() => void settle(), UNDO_MS),
    );
    showToast(t('marks.dropped'), 'plain', { label: t('marks.undo'), run: () => bringBack(id) });
  };

  useEffect(() => {
    const timers = pending.current;
    return () => {
      for (const [id, timer] of timers) {
        clearTimeout(timer);
        void dropBookmark(run, id);
      }
      timers.clear();
    };
  }, [run]);

  return { bookmarks: bookmarks.filter(({ id }) => !removed.has(id)), remove };
};
