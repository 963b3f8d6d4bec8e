import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { Debrief } from '#contract/results.ts';
import { dropBookmark } from './results-commands.ts';
import { tellRefusal } from './tell-refusal.ts';

type Marks = Debrief['marks'];
/**
 * Milliseconds until a removal is stored: longer than the toast with its undo button stays, even if the pointer holds
 * it open.
 */
const UNDO_MS = 15_000;

/**
 * Bookmarks and their removal. A removed one leaves the page at once; the server drops it when it can't be undone any
 * more, since a dropped one can't come back. Leaving the page sends what is pending.
 */
export const useBookmarks = (run: string, bookmarks: Marks, refresh: () => void) => {
  const { t } = useTranslation('results');
  const [removed, setRemoved] = useState<ReadonlySet<string>>(new Set());
  const pending = useRef(new Map<string, ReturnType<typeof setTimeout>>());

  const show = useCallback(
    (mark: string) => setRemoved((old) => new Set([...old].filter((hidden) => hidden !== mark))),
    [],
  );
  const bringBack = (mark: string) => {
    if (!pending.current.has(mark)) return showToast(t('marks.tooLate'));
    clearTimeout(pending.current.get(mark));
    pending.current.delete(mark);
    show(mark);
  };

  const drop = (mark: string) => {
    setRemoved((old) => new Set([...old, mark]));
    const settle = async () => {
      pending.current.delete(mark);
      if (await tellRefusal(dropBookmark(run, mark))) refresh();
      else show(mark);
    };
    pending.current.set(
      mark,
      setTimeout(() => void settle(), UNDO_MS),
    );
    showToast(t('marks.dropped'), 'plain', { label: t('marks.undo'), run: () => bringBack(mark) });
  };

  useEffect(() => {
    const timers = pending.current;
    return () => {
      for (const [mark, timer] of timers) {
        clearTimeout(timer);
        void dropBookmark(run, mark);
      }
      timers.clear();
    };
  }, [run]);

  return { marks: bookmarks.filter((mark) => !removed.has(mark.id)), drop };
};
