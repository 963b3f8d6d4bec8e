import { useEffect } from 'react';
import { say } from '#client/lib/messages.ts';

/** The tab's title: the page first, so that several tabs can be told apart. */
export const useTitle = (page: string | null): void => {
  useEffect(() => {
    const name = say('app:name');
    document.title = page === null ? name : `${page} · ${name}`;
  }, [page]);
};
