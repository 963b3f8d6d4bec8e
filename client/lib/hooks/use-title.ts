import i18next from 'i18next';
import { useEffect } from 'react';

/** The tab's title: the page first, so that several tabs can be told apart. */
export const useTitle = (page: string | null): void => {
  useEffect(() => {
    const name = i18next.t('app:name');
    document.title = page === null ? name : `${page} · ${name}`;
  }, [page]);
};
