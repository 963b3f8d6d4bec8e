import { Route, Routes } from 'react-router';
import { TermPage } from './term-page.tsx';
import { TermsPage } from './terms-page.tsx';

/** A class's terms, and each of them. */
export const TermPages = () => (
  <Routes>
    <Route index element={<TermsPage />} />
    <Route path=":term" element={<TermPage />} />
  </Routes>
);
