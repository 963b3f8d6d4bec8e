import { Route, Routes } from 'react-router';
import { ClassPathPage } from './class-path-page.tsx';
import { OwnPathPage } from './own-path-page.tsx';
import { PathSettingsPage } from './path-settings-page.tsx';

/** All pages of the learning path: one's own, a class's, and the school's conditions. */
export const PathPages = () => (
  <Routes>
    <Route index element={<OwnPathPage />} />
    <Route path="classes/:id" element={<ClassPathPage />} />
    <Route path="settings" element={<PathSettingsPage />} />
  </Routes>
);
