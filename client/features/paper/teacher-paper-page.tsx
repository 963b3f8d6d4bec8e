import { useParams } from 'react-router';
import { PaperBoardPage } from './board-page.tsx';
import { NewPaperPage } from './new-paper-page.tsx';

/** What a teacher has of papers, in one file that no trainee's page loads: without a run a new paper, else its board. */
export const TeacherPaperPage = () => (useParams().id === undefined ? <NewPaperPage /> : <PaperBoardPage />);
