/** What a run's plan says of the contest that it belongs to; the rules stand with the contest. */
export type ContestPlan = {
  id: string;
  /** The seed of every contestant's first round; each further round has the next number. */
  seed: number;
  /** The last moment at which a place may be taken; null: until the end. */
  joinUntil: number | null;
};
