import { Suspense } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import { later, useOnce } from '#client/lib/later.tsx';
import { useToasts } from '#client/ui/layout/toast-store.ts';
import { ClosedNotice } from './closed-notice.tsx';
import { CrashBoundary } from './crash-boundary.tsx';
import { OutdatedNotice } from './outdated-notice.tsx';
import { page } from './page.ts';
import { ScrollMemory } from './scroll-memory.tsx';
import { deskStyles, roomStyles } from './styles.ts';

// Who comes by a link straight to the desk, often on a phone, loads none of the other pages, nor their bar or their names.
const DeskPage = page('DeskPage', () => import('#client/features/desk/desk-page.tsx'), deskStyles);
const Rooms = page('Rooms', () => import('./rooms.tsx'), roomStyles);

const Toasts = later(() => import('#client/ui/layout/toasts.tsx').then((module) => module.Toasts));
const FirstToasts = () => (useOnce(useToasts((state) => state.toasts.length > 0)) ? <Toasts /> : null);

export const App = () => (
  <CrashBoundary>
    <BrowserRouter>
      <ScrollMemory />
      <Suspense fallback={null}>
        <Routes>
          <Route path="/drills/:id" element={<DeskPage />} />
          <Route path="*" element={<Rooms />} />
        </Routes>
      </Suspense>
    </BrowserRouter>
    <OutdatedNotice />
    <ClosedNotice />
    <FirstToasts />
  </CrashBoundary>
);
