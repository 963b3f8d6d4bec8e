import './strings.ts';
import { useParams } from 'react-router';
import { ReadPaperPage } from '#client/features/paper/disputes/read-paper-page.tsx';
import { PaperBoardPage } from './board-page.tsx';
import { NewPaperPage } from './new-paper-page.tsx';

/** What a teacher has of papers, in one file that no trainee's page loads: without a run a new paper, else its board or a seat's answers. */
export const TeacherPaperPage = () => {
  const { id, seat } = useParams();
  if (id === undefined) return <NewPaperPage />;
  return seat === undefined ? <PaperBoardPage /> : <ReadPaperPage />;
};
