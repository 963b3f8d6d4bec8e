import type { RunRow, Stage } from '#contract/runs.ts';

const PAGES: Record<Stage, string> = {
  join: 'lobby',
  card: 'card',
  drill: 'wall',
  debrief: 'debrief',
  redo: 'redo',
  close: 'closing',
};

/** The page a teacher wants of a run now: where its stage happens, its results once it is over. */
export const runPath = (run: RunPlace): string => {
  if (run.contest !== undefined) return `/contests/${encodeURIComponent(run.contest)}`;
  return run.parts === undefined
    ? `/runs/${encodeURIComponent(run.id)}/${pageOf(run)}`
    : `/exams/runs/${encodeURIComponent(run.id)}`;
};

const pageOf = ({ stage, endedAt, homework, paper }: RunPlace): string => {
  if (homework !== undefined) return 'homework';
  if (paper !== undefined) return 'paper';
  return endedAt === null ? PAGES[stage] : 'results';
};

/** What a run is called in a list, beside a lesson's mode or stage; null: a lesson. */
export const kindOf = ({
  homework,
  paper,
  parts,
  contest,
}: Pick<RunRow, 'homework' | 'paper' | 'parts' | 'contest'>): 'homework' | 'paper' | 'parts' | 'contest' | null => {
  if (contest !== undefined) return 'contest';
  if (parts !== undefined) return 'parts';
  if (homework !== undefined) return 'homework';
  return paper === undefined ? null : 'paper';
};

type RunPlace = Pick<RunRow, 'id' | 'stage' | 'endedAt' | 'homework' | 'paper' | 'parts' | 'contest'>;
