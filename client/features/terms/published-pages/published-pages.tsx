import { Route, Routes } from 'react-router';
import { SheetAppealsPage } from './appeals-page.tsx';
import { ScholarshipPage } from './scholarship-page.tsx';
import { SlipsPage } from './slips-page.tsx';
import { VersionPage } from './version-page.tsx';
import { VersionsPage } from './versions-page.tsx';

/** What staff have beside a term's sheet: appeals, scholarships, versions, a page for each trainee. */
export const PublishedPages = () => (
  <Routes>
    <Route path=":term/appeals" element={<SheetAppealsPage />} />
    <Route path=":term/scholarships" element={<ScholarshipPage />} />
    <Route path=":term/sheet/versions" element={<VersionsPage />} />
    <Route path=":term/sheet/versions/:version" element={<VersionPage />} />
    <Route path=":term/sheet/slips" element={<SlipsPage />} />
  </Routes>
);
