import { lazy, Suspense } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import { later, useOnce } from '#client/lib/later.tsx';
import { useToasts } from '#client/ui/layout/toast-store.ts';
import { ClosedNotice } from './closed-notice.tsx';
import { CrashBoundary } from './crash-boundary.tsx';
import { OutdatedNotice } from './outdated-notice.tsx';
import { ScrollMemory } from './scroll-memory.tsx';

// Who comes by a link straight to the desk, often on a phone, loads none of the other pages, nor their bar.
const Shell = lazy(() => import('./shell.tsx').then((module) => ({ default: module.Shell })));
const NotFoundPage = lazy(() => import('./not-found-page.tsx').then((module) => ({ default: module.NotFoundPage })));
const HomePage = lazy(() =>
  import('#client/features/practice/home-page.tsx').then((module) => ({ default: module.HomePage })),
);
const ShopPage = lazy(() =>
  import('#client/features/practice/shop-page.tsx').then((module) => ({ default: module.ShopPage })),
);
const StartPage = lazy(() =>
  import('#client/features/practice/start-page.tsx').then((module) => ({ default: module.StartPage })),
);
// The desk and the report are large and not needed to choose a case.
const DeskPage = lazy(() =>
  import('#client/features/desk/desk-page.tsx').then((module) => ({ default: module.DeskPage })),
);
const ReplayPage = lazy(() =>
  import('#client/features/replay/replay-page.tsx').then((module) => ({ default: module.ReplayPage })),
);
const ReportPage = lazy(() =>
  import('#client/features/report/report-page.tsx').then((module) => ({ default: module.ReportPage })),
);

const LibraryPage = lazy(() =>
  import('#client/features/practice/library/library-page.tsx').then((module) => ({ default: module.LibraryPage })),
);
const SelfTestPage = lazy(() =>
  import('#client/features/questions/self-test-page.tsx').then((module) => ({ default: module.SelfTestPage })),
);
const QuestionsPage = lazy(() =>
  import('#client/features/questions/questions-page.tsx').then((module) => ({ default: module.QuestionsPage })),
);
const PaperPage = lazy(() =>
  import('#client/features/questions/paper-page.tsx').then((module) => ({ default: module.PaperPage })),
);
const TypingPage = lazy(() =>
  import('#client/features/typing/typing-page.tsx').then((module) => ({ default: module.TypingPage })),
);
const BoutPage = lazy(() =>
  import('#client/features/typing/bout-page.tsx').then((module) => ({ default: module.BoutPage })),
);
const PhrasesPage = lazy(() =>
  import('#client/features/typing/phrases-page.tsx').then((module) => ({ default: module.PhrasesPage })),
);
const CertificatePages = lazy(() =>
  import('#client/features/certificates/certificate-pages.tsx').then((module) => ({
    default: module.CertificatePages,
  })),
);
const PuzzlesPage = lazy(() =>
  import('#client/features/puzzles/puzzles-page.tsx').then((module) => ({ default: module.PuzzlesPage })),
);
const PuzzlePage = lazy(() =>
  import('#client/features/puzzles/puzzle-page.tsx').then((module) => ({ default: module.PuzzlePage })),
);

// The teacher's rooms, each by itself: a trainee loads none of them.
const SetUpPage = lazy(() =>
  import('#client/features/account/set-up-page.tsx').then((module) => ({ default: module.SetUpPage })),
);
const LoginPage = lazy(() =>
  import('#client/features/account/login-page.tsx').then((module) => ({ default: module.LoginPage })),
);
const AccountPage = lazy(() =>
  import('#client/features/account/account-page.tsx').then((module) => ({ default: module.AccountPage })),
);
const PeoplePage = lazy(() =>
  import('#client/features/admin/people-page.tsx').then((module) => ({ default: module.PeoplePage })),
);
const SignInsPage = lazy(() =>
  import('#client/features/admin/sign-ins-page.tsx').then((module) => ({ default: module.SignInsPage })),
);
const StatusPage = lazy(() =>
  import('#client/features/status/status-page.tsx').then((m) => ({ default: m.StatusPage })),
);
const DataPage = lazy(() =>
  import('#client/features/personal-data/data-page.tsx').then((module) => ({ default: module.DataPage })),
);
const OwnDataPage = lazy(() =>
  import('#client/features/personal-data/own-data-page.tsx').then((module) => ({ default: module.OwnDataPage })),
);
const TeachPage = lazy(() =>
  import('#client/features/classroom/teach-page.tsx').then((module) => ({ default: module.TeachPage })),
);
const AuthoredPage = lazy(() =>
  import('#client/features/authored/authored-page.tsx').then((module) => ({ default: module.AuthoredPage })),
);
const AuthoredCasePage = lazy(() =>
  import('#client/features/authored/case-page.tsx').then((module) => ({ default: module.AuthoredCasePage })),
);
const ClassPage = lazy(() =>
  import('#client/features/classroom/class-page.tsx').then((module) => ({ default: module.ClassPage })),
);
const NewRunPage = lazy(() =>
  import('#client/features/classroom/new-run/new-run-page.tsx').then((module) => ({ default: module.NewRunPage })),
);
const QuickRepliesPage = lazy(() =>
  import('#client/features/quick-replies/quick-replies-page.tsx').then((module) => ({
    default: module.QuickRepliesPage,
  })),
);
const OwnQuestionsPage = lazy(() =>
  import('#client/features/own-questions/own-questions-page.tsx').then((module) => ({
    default: module.OwnQuestionsPage,
  })),
);
const RunFrame = lazy(() =>
  import('#client/features/wall/run-frame.tsx').then((module) => ({ default: module.RunFrame })),
);
const LobbyPage = lazy(() =>
  import('#client/features/wall/lobby/lobby-page.tsx').then((module) => ({ default: module.LobbyPage })),
);
const WallPage = lazy(() =>
  import('#client/features/wall/wall-page.tsx').then((module) => ({ default: module.WallPage })),
);
const DebriefPage = lazy(() =>
  import('#client/features/results/debrief/debrief-page.tsx').then((module) => ({ default: module.DebriefPage })),
);
const ReplayTaskPage = lazy(() =>
  import('#client/features/results/debrief/replay-task-page.tsx').then((module) => ({
    default: module.ReplayTaskPage,
  })),
);
const ResultsPage = lazy(() =>
  import('#client/features/results/results-page.tsx').then((module) => ({ default: module.ResultsPage })),
);
const HomeworkPage = lazy(() =>
  import('#client/features/homework/homework-page.tsx').then((module) => ({ default: module.HomeworkPage })),
);
const TeacherPaperPage = lazy(() =>
  import('#client/features/paper/teacher-paper-page.tsx').then((module) => ({ default: module.TeacherPaperPage })),
);
const SeatPaperPage = lazy(() =>
  import('#client/features/paper/seat-paper-page.tsx').then((module) => ({ default: module.SeatPaperPage })),
);
const ClassReportPage = lazy(() =>
  import('#client/features/results/class-report/class-report-page.tsx').then((module) => ({
    default: module.ClassReportPage,
  })),
);
const JoinPage = lazy(() =>
  import('#client/features/join/join-page.tsx').then((module) => ({ default: module.JoinPage })),
);
const SeatPage = lazy(() =>
  import('#client/features/join/seat-page.tsx').then((module) => ({ default: module.SeatPage })),
);
const loadAnalysis = () => import('#client/features/analysis/analysis-page.tsx');
const OwnAnalysisPage = lazy(() => loadAnalysis().then((module) => ({ default: module.OwnAnalysisPage })));
const RunAnalysisPage = lazy(() => loadAnalysis().then((module) => ({ default: module.RunAnalysisPage })));
const SeatAnalysisPage = lazy(() => loadAnalysis().then((module) => ({ default: module.SeatAnalysisPage })));
const PortfolioPage = lazy(() =>
  import('#client/features/portfolio/portfolio-page.tsx').then((module) => ({ default: module.PortfolioPage })),
);
const PersonPortfolioPage = lazy(() =>
  import('#client/features/portfolio/portfolio-page.tsx').then((module) => ({ default: module.PersonPortfolioPage })),
);
const AccuracyPage = lazy(() =>
  import('#client/features/accuracy/accuracy-page.tsx').then((module) => ({ default: module.AccuracyPage })),
);

const Toasts = later(() => import('#client/ui/layout/toasts.tsx').then((module) => module.Toasts));
const FirstToasts = () => (useOnce(useToasts((state) => state.toasts.length > 0)) ? <Toasts /> : null);

export const App = () => (
  <CrashBoundary>
    <BrowserRouter>
      <ScrollMemory />
      <Suspense fallback={null}>
        <Routes>
          <Route path="/drills/:id" element={<DeskPage />} />
          <Route path="/drills/:id/replay" element={<ReplayPage />} />
          <Route path="/puzzles/:id" element={<PuzzlePage />} />
          <Route path="/runs/:id" element={<RunFrame />}>
            <Route path="lobby" element={<LobbyPage />} />
            <Route path="wall" element={<WallPage />} />
            <Route path="debrief" element={<DebriefPage />} />
            <Route path="redo" element={<ReplayTaskPage />} />
          </Route>
          <Route element={<Shell />}>
            <Route index element={<HomePage />} />
            <Route path="/start" element={<StartPage />} />
            <Route path="/library" element={<LibraryPage />} />
            <Route path="/shop/:id" element={<ShopPage />} />
            <Route path="/shop/:id/self-test" element={<SelfTestPage />} />
            <Route path="/puzzles" element={<PuzzlesPage />} />
            <Route path="/questions" element={<QuestionsPage />} />
            <Route path="/questions/own" element={<OwnQuestionsPage />} />
            <Route path="/questions/paper" element={<PaperPage />} />
            <Route path="/typing" element={<TypingPage />} />
            <Route path="/typing/bout" element={<BoutPage />} />
            <Route path="/typing/phrases" element={<PhrasesPage />} />
            <Route path="/drills/:id/report" element={<ReportPage />} />
            <Route path="/portfolio" element={<PortfolioPage />} />
            <Route path="/people/:id/portfolio" element={<PersonPortfolioPage />} />
            <Route path="/accuracy" element={<AccuracyPage />} />
            <Route path="/set-up" element={<SetUpPage />} />
            <Route path="/login" element={<LoginPage />} />
            <Route path="/account" element={<AccountPage />} />
            <Route path="/people" element={<PeoplePage />} />
            <Route path="/sign-ins" element={<SignInsPage />} />
            <Route path="/data" element={<DataPage />} />
            <Route path="/my-data" element={<OwnDataPage />} />
            <Route path="/status" element={<StatusPage />} />
            <Route path="/teach" element={<TeachPage />} />
            <Route path="/authored" element={<AuthoredPage />} />
            <Route path="/authored/:id" element={<AuthoredCasePage />} />
            <Route path="/classes/:id" element={<ClassPage />} />
            <Route path="/quick-replies/:shop?" element={<QuickRepliesPage />} />
            <Route path="/runs/new" element={<NewRunPage />} />
            <Route path="/runs/:id/homework" element={<HomeworkPage />} />
            <Route path="/papers/new" element={<TeacherPaperPage />} />
            <Route path="/runs/:id/paper" element={<TeacherPaperPage />} />
            <Route path="/seats/:id/paper" element={<SeatPaperPage />} />
            <Route path="/runs/:id/results" element={<ResultsPage />} />
            <Route path="/runs/:id/class-report" element={<ClassReportPage />} />
            <Route path="/runs/:id/certificates" element={<CertificatePages />} />
            <Route path="/certificates/*" element={<CertificatePages />} />
            <Route path="/join" element={<JoinPage />} />
            <Route path="/join/:code" element={<JoinPage />} />
            <Route path="/seats/:id" element={<SeatPage />} />
            <Route path="/analysis" element={<OwnAnalysisPage />} />
            <Route path="/runs/:id/analysis" element={<RunAnalysisPage />} />
            <Route path="/seats/:id/analysis" element={<SeatAnalysisPage />} />
            <Route path="*" element={<NotFoundPage />} />
          </Route>
        </Routes>
      </Suspense>
    </BrowserRouter>
    <OutdatedNotice />
    <ClosedNotice />
    <FirstToasts />
  </CrashBoundary>
);
