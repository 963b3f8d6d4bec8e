import { Route, Routes } from 'react-router';
import { RulesPage } from './rules-page.tsx';
import { SheetPage } from './sheet-page.tsx';
import { TeamsEditPage } from './teams-edit-page.tsx';
import { TeamsPage } from './teams-page.tsx';
import { TermPage } from './term-page.tsx';
import { TermsPage } from './terms-page.tsx';

/** A class's terms, each of them, its sheet with its rules, its teams. */
export const TermPages = () => (
  <Routes>
    <Route index element={<TermsPage />} />
    <Route path=":term" element={<TermPage />} />
    <Route path=":term/sheet" element={<SheetPage />} />
    <Route path=":term/teams" element={<TeamsPage />} />
    <Route path=":term/teams/edit" element={<TeamsEditPage />} />
    <Route path=":term/rules" element={<RulesPage />} />
  </Routes>
);

export { TeamsBoardPage } from './teams-board-page.tsx';
