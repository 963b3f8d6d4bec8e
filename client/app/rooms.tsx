/** Every address but the desk's, each page loaded when it is opened. */
import { Route, Routes } from 'react-router';
import { page } from './page.ts';

const Shell = page('Shell', () => import('./shell.tsx'));
const NotFoundPage = page('NotFoundPage', () => import('./not-found-page.tsx'));
const HomePage = page('HomePage', () => import('#client/features/practice/home-page.tsx'));
const ShopPage = page('ShopPage', () => import('#client/features/practice/shop-page.tsx'));
const StartPage = page('StartPage', () => import('#client/features/practice/start-page.tsx'));
// The report is large and not needed to choose a case.
const ReplayPage = page('ReplayPage', () => import('#client/features/replay/replay-page.tsx'));
const ReportPage = page('ReportPage', () => import('#client/features/report/report-page.tsx'));

const RolePlayRoom = page('RolePlayRoom', () => import('./role-play-pages.tsx'));
const LibraryPage = page('LibraryPage', () => import('#client/features/practice/library/library-page.tsx'));
const SelfTestPage = page('SelfTestPage', () => import('#client/features/questions/self-test-page.tsx'));
const QuestionsPage = page('QuestionsPage', () => import('#client/features/questions/questions-page.tsx'));
const PaperPage = page('PaperPage', () => import('#client/features/questions/paper-page.tsx'));
const TypingPages = page('TypingPages', () => import('#client/features/typing/typing-pages.tsx'));
const CertificatePages = page('CertificatePages', () => import('#client/features/certificates/certificate-pages.tsx'));
const PathPages = page('PathPages', () => import('#client/features/learning-path/path-pages.tsx'));
const TermPages = page('TermPages', () => import('./term-pages.tsx'));
const TeamsBoardPage = page('TeamsBoardPage', () => import('./term-pages.tsx'));
const ContestPages = page('ContestPages', () => import('./contest-pages.tsx'));
const ReadingPage = page('ReadingPage', () => import('#client/features/policy-reading/reading-page.tsx'));
const PuzzlesPage = page('PuzzlesPage', () => import('#client/features/puzzles/puzzles-page.tsx'));
const PuzzlePage = page('PuzzlePage', () => import('#client/features/puzzles/puzzle-page.tsx'));
const InspectionPages = page('InspectionPages', () => import('#client/features/inspection/inspection-pages.tsx'));

// The teacher's rooms, each by itself: a trainee loads none of them.
const SetUpPage = page('SetUpPage', () => import('#client/features/account/set-up-page.tsx'));
const LoginPage = page('LoginPage', () => import('#client/features/account/login-page.tsx'));
const AccountPage = page('AccountPage', () => import('#client/features/account/account-page.tsx'));
const PeoplePage = page('PeoplePage', () => import('#client/features/admin/people-page.tsx'));
const SignInsPage = page('SignInsPage', () => import('#client/features/admin/sign-ins-page.tsx'));
const StatusPage = page('StatusPage', () => import('#client/features/status/status-page.tsx'));
const DataPage = page('DataPage', () => import('#client/features/personal-data/data-page.tsx'));
const OwnDataPage = page('OwnDataPage', () => import('#client/features/personal-data/own-data-page.tsx'));
const TeachPage = page('TeachPage', () => import('#client/features/classroom/teach-page.tsx'));
const AuthoredPage = page('AuthoredPage', () => import('#client/features/authored/authored-page.tsx'));
const AuthoredCasePage = page('AuthoredCasePage', () => import('#client/features/authored/case-page.tsx'));
const ClassPage = page('ClassPage', () => import('#client/features/classroom/class-page.tsx'));
const NewRunPage = page('NewRunPage', () => import('#client/features/classroom/new-run/new-run-page.tsx'));
const QuickRepliesPage = page(
  'QuickRepliesPage',
  () => import('#client/features/quick-replies/quick-replies-page.tsx'),
);
const OwnQuestionsPage = page(
  'OwnQuestionsPage',
  () => import('#client/features/own-questions/own-questions-page.tsx'),
);
const RunFrame = page('RunFrame', () => import('#client/features/wall/run-frame.tsx'));
const LobbyPage = page('LobbyPage', () => import('#client/features/wall/lobby/lobby-page.tsx'));
const WallPage = page('WallPage', () => import('#client/features/wall/wall-page.tsx'));
const CardPage = page('CardPage', () => import('#client/features/wall/big-screen/card-page.tsx'));
const ClosingPage = page('ClosingPage', () => import('#client/features/wall/big-screen/closing-page.tsx'));
const DebriefPage = page('DebriefPage', () => import('#client/features/results/debrief/debrief-page.tsx'));
const ReplayTaskPage = page('ReplayTaskPage', () => import('#client/features/results/debrief/replay-task-page.tsx'));
const ResultsPage = page('ResultsPage', () => import('#client/features/results/results-page.tsx'));
const HomeworkPage = page('HomeworkPage', () => import('#client/features/homework/homework-page.tsx'));
const loadHandedIn = () => import('#client/features/handed-in/handed-in-page.tsx');
const RunHandedInPage = page('RunHandedInPage', loadHandedIn);
const ClassHandedInPage = page('ClassHandedInPage', loadHandedIn);
const ExamPages = page('ExamPages', () => import('./exam-pages.tsx'));
const ProjectPages = page('ProjectPages', () => import('#client/features/project-task/project-pages.tsx'));
const LeadPage = page('LeadPage', () => import('#client/features/lead/lead-page.tsx'));
const ClassReportPage = page(
  'ClassReportPage',
  () => import('#client/features/results/class-report/class-report-page.tsx'),
);
const PeriodReportPage = page(
  'PeriodReportPage',
  () => import('#client/features/results/period-report/period-report-page.tsx'),
);
const JoinPage = page('JoinPage', () => import('#client/features/join/join-page.tsx'));
const SeatPage = page('SeatPage', () => import('#client/features/join/seat-page.tsx'));
const AnalysisPages = page('AnalysisPages', () => import('./analysis-pages.tsx'));
const loadPortfolio = () => import('#client/features/portfolio/portfolio-page.tsx');
const PortfolioPage = page('PortfolioPage', loadPortfolio);
const PersonPortfolioPage = page('PersonPortfolioPage', loadPortfolio);
const AccuracyPage = page('AccuracyPage', () => import('#client/features/accuracy/accuracy-page.tsx'));

export const Rooms = () => (
  <Routes>
    <Route path="/drills/:id/replay" element={<ReplayPage />} />
    <Route path="/puzzles/:id" element={<PuzzlePage />} />
    <Route path="/inspect/*" element={<InspectionPages />} />
    <Route path="/runs/:id" element={<RunFrame />}>
      <Route path="lobby" element={<LobbyPage />} />
      <Route path="card" element={<CardPage />} />
      <Route path="closing" element={<ClosingPage />} />
      <Route path="wall" element={<WallPage />} />
      <Route path="debrief" element={<DebriefPage />} />
      <Route path="redo" element={<ReplayTaskPage />} />
    </Route>
    <Route path="/classes/:id/terms/:term/teams/board" element={<TeamsBoardPage />} />
    <Route path="/contests/:id/board" element={<ContestPages />} />
    <Route path="/contests/:id/replays/:key/:n" element={<ContestPages />} />
    <Route element={<Shell />}>
      <Route index element={<HomePage />} />
      <Route path="/start" element={<StartPage />} />
      <Route path="/library" element={<LibraryPage />} />
      <Route path="/role-play/*" element={<RolePlayRoom />} />
      <Route path="/shop/:id" element={<ShopPage />} />
      <Route path="/shop/:id/self-test" element={<SelfTestPage />} />
      <Route path="/path/*" element={<PathPages />} />
      <Route path="/policy-readings" element={<ReadingPage />} />
      <Route path="/puzzles" element={<PuzzlesPage />} />
      <Route path="/inspection/*" element={<InspectionPages />} />
      <Route path="/questions" element={<QuestionsPage />} />
      <Route path="/questions/own" element={<OwnQuestionsPage />} />
      <Route path="/questions/paper" element={<PaperPage />} />
      <Route path="/typing/*" element={<TypingPages />} />
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
      <Route path="/mentor" element={<TermPages />} />
      <Route path="/authored" element={<AuthoredPage />} />
      <Route path="/authored/:id" element={<AuthoredCasePage />} />
      <Route path="/classes/:id" element={<ClassPage />} />
      <Route path="/classes/:id/terms/*" element={<TermPages />} />
      <Route path="/classes/:id/report" element={<PeriodReportPage />} />
      <Route path="/classes/:id/handed-in" element={<ClassHandedInPage />} />
      <Route path="/quick-replies/:shop?" element={<QuickRepliesPage />} />
      <Route path="/runs/new" element={<NewRunPage />} />
      <Route path="/runs/:id/homework" element={<HomeworkPage />} />
      <Route path="/runs/:id/handed-in" element={<RunHandedInPage />} />
      <Route path="/exams/*" element={<ExamPages />} />
      <Route path="/papers/new" element={<ExamPages />} />
      <Route path="/runs/:id/paper/:seat?" element={<ExamPages />} />
      <Route path="/seats/:id/paper" element={<ExamPages />} />
      <Route path="/contest/*" element={<ContestPages />} />
      <Route path="/contests/*" element={<ContestPages />} />
      <Route path="/projects/new" element={<ProjectPages />} />
      <Route path="/runs/:id/project" element={<ProjectPages />} />
      <Route path="/runs/:id/results" element={<ResultsPage />} />
      <Route path="/runs/:id/class-report" element={<ClassReportPage />} />
      <Route path="/runs/:id/certificates" element={<CertificatePages />} />
      <Route path="/certificates/*" element={<CertificatePages />} />
      <Route path="/join" element={<JoinPage />} />
      <Route path="/join/:code" element={<JoinPage />} />
      <Route path="/seats/:id" element={<SeatPage />} />
      <Route path="/seats/:id/lead" element={<LeadPage />} />
      <Route path="/analysis/*" element={<AnalysisPages />} />
      <Route path="/runs/:id/analysis" element={<AnalysisPages />} />
      <Route path="/seats/:id/analysis" element={<AnalysisPages />} />
      <Route path="*" element={<NotFoundPage />} />
    </Route>
  </Routes>
);
