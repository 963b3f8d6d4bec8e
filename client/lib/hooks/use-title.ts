import { useEffect, useRef } from 'react';
import { say } from '#client/lib/messages.ts';

/** A browser takes a millisecond for a title, which what is drawn beside it doesn't wait for. */
export const TITLE_AFTER_MS = 100;

/** The tab's title: the page first, so that several tabs can be told apart. One that changes comes a moment later. */
export const useTitle = (page: string | null): void => {
  const isFirst = useRef(true);
  useEffect(() => {
    const name = say('app:name');
    const show = () => {
      document.title = page === null ? name : `${page} · ${name}`;
    };
    if (isFirst.current) {
      isFirst.current = false;
      return show();
    }
    const timer = setTimeout(show, TITLE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [page]);
};
