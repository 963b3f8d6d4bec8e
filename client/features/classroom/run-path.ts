import type { RunRow, Stage } from '#contract/runs.ts';

const PAGES: Record<Stage, string> = {
  join: 'lobby',
  card: 'lobby',
  drill: 'wall',
  debrief: 'debrief',
  redo: 'redo',
  close: 'results',
};

/** The page a teacher wants of a run now: where its stage happens, its results once it is over. */
export const runPath = ({ id, stage, endedAt, homework }: RunPlace): string =>
  `/runs/${encodeURIComponent(id)}/${homework !== undefined ? 'homework' : endedAt === null ? PAGES[stage] : 'results'}`;

type RunPlace = Pick<RunRow, 'id' | 'stage' | 'endedAt' | 'homework'>;
