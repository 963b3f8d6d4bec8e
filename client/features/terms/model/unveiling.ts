/** Telling the teams' places on the projector from the last upward: first a team's figures, then whose they are. */
export type TeamStage = 'hidden' | 'figures' | 'told';

/** Taps until everything is told. A team without a place isn't part of it. */
export const stepsOf = (ranked: number): number => ranked * 2;

/** `index`: of the team among those that have a place, the best first. `step`: how often somebody tapped; null: no telling. */
export const stageOf = (index: number, ranked: number, step: number | null): TeamStage => {
  if (step === null) return 'told';
  const taps = step - 2 * (ranked - 1 - index);
  if (taps <= 0) return 'hidden';
  return taps === 1 ? 'figures' : 'told';
};

/** The step in a page's address; null where there is none, or none that could be. */
export const stepIn = (text: string | null, ranked: number): number | null => {
  const step = Number(text);
  return text === null || text === '' || !Number.isInteger(step) || step < 0 || step > stepsOf(ranked) ? null : step;
};
