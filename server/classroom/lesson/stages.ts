import type { Stage } from '#contract/runs.ts';

/** Where a lesson may go from each stage. `drill` is entered once; after a replay task the debrief may go on. */
const NEXT: Readonly<Record<Stage, readonly Stage[]>> = {
  join: ['card', 'drill', 'close'],
  card: ['join', 'drill', 'close'],
  drill: ['debrief'],
  debrief: ['redo', 'close'],
  redo: ['debrief', 'close'],
  close: [],
};

export const mayFollow = (from: Stage, to: Stage): boolean => NEXT[from].includes(to);
