import { lazy } from 'react';
import { Route, Routes, useLocation } from 'react-router';

// Each by itself: the desk's address carries the list of what a page loads, and this file loads nothing.
const InspectionsPage = lazy(() => import('./inspections-page.tsx').then((m) => ({ default: m.InspectionsPage })));
const InspectionPage = lazy(() => import('./inspection-page.tsx').then((m) => ({ default: m.InspectionPage })));
const SeatInspectionPage = lazy(() => import('./seat-list-page.tsx').then((m) => ({ default: m.SeatInspectionPage })));
const BoardPage = lazy(() => import('./board-page.tsx').then((m) => ({ default: m.InspectionBoardPage })));
const SeatItemPage = lazy(() => import('./class-item-page.tsx').then((m) => ({ default: m.SeatItemPage })));
const StaffItemPage = lazy(() => import('./class-item-page.tsx').then((m) => ({ default: m.StaffItemPage })));

/**
 * All pages of 质检. Under /inspect one transcript has the whole window; under /inspection stand the lists of what ships
 * and what a seat has, and the board of a run.
 */
export const InspectionPages = () =>
  useLocation().pathname.startsWith('/inspect/') ? (
    <Routes>
      <Route path=":id" element={<InspectionPage />} />
      <Route path="runs/:id/:no" element={<StaffItemPage />} />
      <Route path="seats/:id/:no" element={<SeatItemPage />} />
    </Routes>
  ) : (
    <Routes>
      <Route index element={<InspectionsPage />} />
      <Route path="runs/:id" element={<BoardPage />} />
      <Route path="seats/:id" element={<SeatInspectionPage />} />
    </Routes>
  );
