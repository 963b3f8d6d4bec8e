import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { isStaff, usePerson } from '#client/lib/hooks/me.ts';
import { useStorageWatch } from '#client/lib/hooks/use-storage-watch.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { StorageNotice } from '#client/ui/layout/storage-notice.tsx';
import { TopBar } from './top-bar.tsx';

/** Every page but the desk: a bar on top, the page below. */
export const Shell = () => {
  const { t } = useTranslation('app');
  const person = usePerson();
  useStorageWatch();
  return (
    <>
      <a
        href="#main"
        className="absolute top-4 left-4 z-30 -translate-y-60 rounded-5 border border-line-2 bg-raised px-12 py-6 max-pane:py-10 focus:translate-y-0"
      >
        {t('skip')}
      </a>
      <TopBar />
      <StorageNotice to={person !== null && isStaff(person.role) ? 'staff' : 'trainee'} className="print:hidden" />
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto max-w-1200 p-24 focus-visible:outline-none max-pane:px-14 max-pane:py-12 print:max-w-none print:p-0"
      >
        <Suspense fallback={null}>
          <Outlet />
        </Suspense>
      </main>
    </>
  );
};
