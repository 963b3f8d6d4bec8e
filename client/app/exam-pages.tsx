import { lazy, type ReactElement } from 'react';
import { Route, Routes, useLocation } from 'react-router';
import { ExamPlaceContext, PRIVATE } from '#client/lib/seat/exam-place.ts';

const PaperPages = lazy(() =>
  import('#client/features/paper/teacher-paper-page.tsx').then((module) => ({ default: module.TeacherPaperPage })),
);
const SeatPaperPage = lazy(() =>
  import('#client/features/paper/seat-paper-page.tsx').then((module) => ({ default: module.SeatPaperPage })),
);
const NewExamPage = lazy(() =>
  import('#client/features/paper/exam/new-exam-page.tsx').then((module) => ({ default: module.NewExamPage })),
);
const ExamBoardPage = lazy(() =>
  import('#client/features/paper/exam/exam-board-page.tsx').then((module) => ({ default: module.ExamBoardPage })),
);
const SeatExamPage = lazy(() =>
  import('#client/features/paper/exam/seat-exam-page.tsx').then((module) => ({ default: module.SeatExamPage })),
);
const ExamTypingPage = lazy(() =>
  import('#client/features/typing/exam-typing-page.tsx').then((module) => ({ default: module.ExamTypingPage })),
);
const ReadTypingPage = lazy(() =>
  import('#client/features/typing/read-typing-page.tsx').then((module) => ({ default: module.ReadTypingPage })),
);

const PrivateExamsPage = lazy(() =>
  import('#client/features/paper/private/private-exams-page.tsx').then((module) => ({
    default: module.PrivateExamsPage,
  })),
);
const PrivateExamPage = lazy(() =>
  import('#client/features/paper/private/private-exam-page.tsx').then((module) => ({
    default: module.PrivateExamPage,
  })),
);

const alone = (page: ReactElement) => <ExamPlaceContext value={PRIVATE}>{page}</ExamPlaceContext>;

/** Written papers and exams of parts, each page by itself: the app's first file, which the desk loads, names one for all. */
export const ExamPages = () => {
  const { pathname } = useLocation();
  if (!pathname.startsWith('/exams/')) return pathname.startsWith('/seats/') ? <SeatPaperPage /> : <PaperPages />;
  return (
    <Routes>
      <Route path="new" element={<NewExamPage />} />
      <Route path="runs/:id" element={<ExamBoardPage />} />
      <Route path="seats/:id" element={<SeatExamPage />} />
      <Route path="seats/:id/typing" element={<ExamTypingPage />} />
      <Route path="seats/:id/typing/read" element={<ReadTypingPage />} />
      <Route path="private" element={<PrivateExamsPage />} />
      <Route path="private/:id" element={<PrivateExamPage />} />
      <Route path="private/:id/paper" element={alone(<SeatPaperPage />)} />
      <Route path="private/:id/typing" element={alone(<ExamTypingPage />)} />
    </Routes>
  );
};
