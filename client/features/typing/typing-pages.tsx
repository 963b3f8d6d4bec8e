import { Route, Routes } from 'react-router';
import { BoutPage } from './bout-page.tsx';
import { PhrasesPage } from './phrases-page.tsx';
import { TypingPage } from './typing-page.tsx';

/** All pages of typing practice, in one file: the desk's address carries one line for them. */
export const TypingPages = () => (
  <Routes>
    <Route index element={<TypingPage />} />
    <Route path="bout" element={<BoutPage />} />
    <Route path="phrases" element={<PhrasesPage />} />
  </Routes>
);
