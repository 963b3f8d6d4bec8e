/** What a teacher has of a paper, in one file that no trainee's page loads. */
export { PaperBoardPage } from './board-page.tsx';
export { NewPaperPage } from './new-paper-page.tsx';
