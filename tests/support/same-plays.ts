/** Test files that begin from the same plays, by their path in `tests`: `tests/learning/same-plays.test.ts` runs them together. */
export const SAME_PLAYS: readonly string[] = [
  'learning/one-story',
  'learning/evidence',
  'learning/earned',
  'learning/sayings',
  'scenarios/shipped',
  'scoring/suggestions/better-wordings',
  'scoring/marks/lost-marks',
  'scoring/marks/give-back',
  'scoring/marks/monotone',
  'fairness/effortless',
  'learning/advice',
  'learning/metamorphic',
];
