import { Route, Routes, useParams } from 'react-router';
import { CertificatePage } from './certificate-page.tsx';
import { CheckPage } from './check-page.tsx';
import { IssuePage } from './issue-page.tsx';
import { StandardsPage } from './standards-page.tsx';

/** All pages of certificates, in one file: of a run those a teacher issues, else a code to type and what it stands for. */
export const CertificatePages = () =>
  useParams().id === undefined ? (
    <Routes>
      <Route index element={<CheckPage />} />
      <Route path="standards" element={<StandardsPage />} />
      <Route path=":code" element={<CertificatePage />} />
    </Routes>
  ) : (
    <IssuePage />
  );
