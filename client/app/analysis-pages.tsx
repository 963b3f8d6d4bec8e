import { lazy } from 'react';
import { Route, Routes, useLocation } from 'react-router';
import { OwnAnalysisPage, RunAnalysisPage, SeatAnalysisPage } from '#client/features/analysis/analysis-page.tsx';

const TablesPage = lazy(() =>
  import('#client/features/analysis/tables/tables-page.tsx').then((module) => ({ default: module.TablesPage })),
);
const TablePage = lazy(() =>
  import('#client/features/analysis/tables/table-page.tsx').then((module) => ({ default: module.TablePage })),
);

/** 服务数据: one's own, a run's, a seat's class's, and the shop's own tables. The app's first file names one for all. */
export const AnalysisPages = () => {
  const { pathname } = useLocation();
  if (pathname.startsWith('/runs/')) return <RunAnalysisPage />;
  if (pathname.startsWith('/seats/')) return <SeatAnalysisPage />;
  return (
    <Routes>
      <Route index element={<OwnAnalysisPage />} />
      <Route path="tables" element={<TablesPage />} />
      <Route path="tables/:table" element={<TablePage />} />
    </Routes>
  );
};
