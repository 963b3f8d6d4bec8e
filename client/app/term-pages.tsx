import { lazy } from 'react';
import { Route, Routes, useLocation } from 'react-router';

const TermsPages = lazy(() =>
  import('#client/features/terms/pages/term-pages.tsx').then((module) => ({ default: module.TermPages })),
);
const BoardPage = lazy(() =>
  import('#client/features/terms/pages/term-pages.tsx').then((module) => ({ default: module.TeamsBoardPage })),
);
const PublishedPages = lazy(() =>
  import('#client/features/terms/published-pages/published-pages.tsx').then((module) => ({
    default: module.PublishedPages,
  })),
);
const OwnSheetPage = lazy(() =>
  import('#client/features/terms/published-pages/own-sheet-page.tsx').then((module) => ({
    default: module.OwnSheetPage,
  })),
);

const MentorPage = lazy(() =>
  import('#client/features/mentors/mentor-page.tsx').then((module) => ({ default: module.MentorPage })),
);

const PUBLISHED = /\/terms\/[^/]+\/(?:appeals|scholarships|sheet\/(?:versions|slips))(?:\/|$)/;

/**
 * A class's terms, and the page of a mentor's schools. The trainee's own sheet is by itself: a phone loads none of the teacher's pages. The app's first file,
 * which the desk loads, names one for all.
 */
export const TermPages = () => {
  const { pathname } = useLocation();
  if (pathname === '/mentor') return <MentorPage />;
  if (PUBLISHED.test(pathname)) return <PublishedPages />;
  if (!pathname.endsWith('/sheet/mine')) return <TermsPages />;
  return (
    <Routes>
      <Route path=":term/sheet/mine" element={<OwnSheetPage />} />
    </Routes>
  );
};

export const TeamsBoardPage = () => <BoardPage />;
