import { lazy } from 'react';
import { Route, Routes, useLocation, useParams } from 'react-router';
import { BookletPage } from '#client/features/terms/booklet/booklet-page.tsx';
import { CalendarPages } from '#client/features/terms/calendar/calendar-pages.tsx';
import { OWN } from '#client/features/terms/model/term-paths.ts';
import { RulesPage } from '#client/features/terms/rules-page.tsx';
import { SheetPage } from '#client/features/terms/sheet-page.tsx';
import { TeamsEditPage } from '#client/features/terms/teams-edit-page.tsx';
import { TeamsPage } from '#client/features/terms/teams-page.tsx';
import { TermPage } from '#client/features/terms/term-page.tsx';
import { TermsPage } from '#client/features/terms/terms-page.tsx';
import { AttendancePage } from './attendance-page.tsx';
import { HandoverPage } from './handover-page.tsx';
import { OwnHandoverPage } from './own-handover-page.tsx';
import { OwnRankingPage } from './own-ranking-page.tsx';
import { OwnTermsPage } from './own-terms-page.tsx';

const EvaluationPages = lazy(() =>
  import('#client/features/terms/evaluation/evaluation-pages.tsx').then((module) => ({
    default: module.EvaluationPages,
  })),
);
const CALENDAR = /\/terms\/[^/]+\/calendar$/;
const EVALUATION = /\/terms\/[^/]+\/(?:sides|pay|recommended)(?:\/|$)/;

/** A class's terms; at the address of no class those of whoever reads. Their evaluation is loaded by itself. */
export const TermPages = () => {
  const { id } = useParams();
  const { pathname } = useLocation();
  if (CALENDAR.test(pathname)) return <CalendarPages />;
  if (EVALUATION.test(pathname)) return <EvaluationPages />;
  return id === OWN ? <OwnPages /> : <ClassPages />;
};

const OwnPages = () => (
  <Routes>
    <Route index element={<OwnTermsPage />} />
    <Route path=":term/handover" element={<OwnHandoverPage />} />
    <Route path=":term/ranking" element={<OwnRankingPage />} />
  </Routes>
);

/** Each term, its sheet with its rules, its teams, its attendance and handover notes. */
const ClassPages = () => (
  <Routes>
    <Route index element={<TermsPage />} />
    <Route path=":term" element={<TermPage />} />
    <Route path=":term/sheet" element={<SheetPage />} />
    <Route path=":term/teams" element={<TeamsPage />} />
    <Route path=":term/teams/edit" element={<TeamsEditPage />} />
    <Route path=":term/rules" element={<RulesPage />} />
    <Route path=":term/attendance" element={<AttendancePage />} />
    <Route path=":term/handover" element={<HandoverPage />} />
    <Route path=":term/booklet" element={<BookletPage />} />
  </Routes>
);

export { TeamsBoardPage } from '#client/features/terms/teams-board-page.tsx';
