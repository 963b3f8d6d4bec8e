import { useLocation } from 'react-router';
import { NewProjectPage } from './new-project-page.tsx';
import { ProjectBoardPage } from './project-board-page.tsx';

/** A teacher's pages of project tasks. */
export const ProjectPages = () =>
  useLocation().pathname === '/projects/new' ? <NewProjectPage /> : <ProjectBoardPage />;
