import { lazy } from 'react';
import { Route, Routes, useLocation } from 'react-router';

const EnterPage = lazy(() =>
  import('#client/features/contest/enter-page.tsx').then((module) => ({ default: module.EnterPage })),
);
const SeatPage = lazy(() =>
  import('#client/features/contest/seat-page.tsx').then((module) => ({ default: module.ContestSeatPage })),
);
const ContestsPage = lazy(() =>
  import('#client/features/contest/contests-page.tsx').then((module) => ({ default: module.ContestsPage })),
);
const NewContestPage = lazy(() =>
  import('#client/features/contest/new-contest-page.tsx').then((module) => ({ default: module.NewContestPage })),
);
const ContestPage = lazy(() =>
  import('#client/features/contest/contest-page.tsx').then((module) => ({ default: module.ContestPage })),
);
const CheckFilePage = lazy(() =>
  import('#client/features/contest/check-page.tsx').then((module) => ({ default: module.CheckFilePage })),
);
const ReplayPage = lazy(() =>
  import('#client/features/replay/contest-replay-page.tsx').then((module) => ({ default: module.ContestReplayPage })),
);
const BoardPage = lazy(() =>
  import('#client/features/contest/board-page.tsx').then((module) => ({ default: module.BoardPage })),
);

/** Contests: a contestant's way in and lobby, and the pages of those who hold one. The app's first file names one for all. */
export const ContestPages = () => {
  const { pathname } = useLocation();
  // These two stand outside the shell: the projector has no bar, and a replay fills the page.
  if (pathname.endsWith('/board')) return <BoardPage />;
  if (pathname.includes('/replays/')) return <ReplayPage />;
  if (pathname === '/contest' || pathname.startsWith('/contest/'))
    return (
      <Routes>
        <Route index element={<EnterPage />} />
        <Route path="seats/:id" element={<SeatPage />} />
      </Routes>
    );
  return (
    <Routes>
      <Route index element={<ContestsPage />} />
      <Route path="new" element={<NewContestPage />} />
      <Route path="check" element={<CheckFilePage />} />
      <Route path=":id" element={<ContestPage />} />
    </Routes>
  );
};
