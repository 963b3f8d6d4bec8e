import { Route, Routes } from 'react-router';
import { RulesPage } from './rules-page.tsx';
import { SheetPage } from './sheet-page.tsx';
import { TermPage } from './term-page.tsx';
import { TermsPage } from './terms-page.tsx';

/** A class's terms, each of them, its sheet and the sheet's rules. */
export const TermPages = () => (
  <Routes>
    <Route index element={<TermsPage />} />
    <Route path=":term" element={<TermPage />} />
    <Route path=":term/sheet" element={<SheetPage />} />
    <Route path=":term/rules" element={<RulesPage />} />
  </Routes>
);
