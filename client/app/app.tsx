import { lazy, Suspense } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import { HomePage } from '../features/practice/home-page.tsx';
import { ShopPage } from '../features/practice/shop-page.tsx';
import { StartPage } from '../features/practice/start-page.tsx';
import { Toasts } from '../ui/toasts.tsx';
import { CrashBoundary } from './crash-boundary.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { ScrollMemory } from './scroll-memory.tsx';
import { Shell } from './shell.tsx';

// The desk and the report are large and not needed to choose a case.
const DeskPage = lazy(() => import('../features/desk/desk-page.tsx').then((m) => ({ default: m.DeskPage })));
const ReportPage = lazy(() => import('../features/report/report-page.tsx').then((m) => ({ default: m.ReportPage })));

export const App = () => (
  <CrashBoundary>
    <BrowserRouter>
      <ScrollMemory />
      <Suspense fallback={null}>
        <Routes>
          <Route path="/drills/:id" element={<DeskPage />} />
          <Route element={<Shell />}>
            <Route index element={<HomePage />} />
            <Route path="/start" element={<StartPage />} />
            <Route path="/shop/:id" element={<ShopPage />} />
            <Route path="/drills/:id/report" element={<ReportPage />} />
            <Route path="*" element={<NotFoundPage />} />
          </Route>
        </Routes>
      </Suspense>
    </BrowserRouter>
    <Toasts />
  </CrashBoundary>
);
