/** Ended drills in short, and what people ruled. Times are epoch milliseconds. */
import type { DrillResult, PointPlace, Proposal, Ruling } from '#contract/results.ts';

export type StoredRuling = {
  id: string;
  drill: string;
  /** Key of the finding; null where a point or the whole score is ruled on. */
  finding: string | null;
  point: PointPlace | null;
  verdict: Ruling['verdict'];
  score: number | null;
  title: string;
  reason: string;
  /** The reply ruled on may become an example of the case. */
  example: boolean;
  /** Ids of people. */
  by: string;
  at: number;
  undoneBy: string | null;
  undoneAt: number | null;
};

export type ResultsStorage = {
  putResult(drill: string, at: number, result: DrillResult): void;
  result(drill: string): DrillResult | null;
  /** Of all drills of a run, by drill. */
  resultsOfRun(run: string): Map<string, DrillResult>;
  /** The drill's result goes with it, as undoing's does: it is out of date, and made anew when it is wanted. */
  addRuling(ruling: StoredRuling): void;
  undoRuling(id: string, by: string, at: number): void;
  /** Oldest first, undone ones included. */
  rulings(drill: string): StoredRuling[];
  /** Rulings in force, by drill. */
  rulingCounts(run: string): Map<string, number>;
  /** Of every drill, or of one run's: on points, in force, given from `since` on, oldest first. */
  pointRulings(run: string | null, since: number): StoredRuling[];
  /** The trainee's own view of a point, in place of an earlier one; `said` null takes it back. */
  propose(drill: string, at: number, proposal: PointPlace & { said: boolean | null }): void;
  proposals(drill: string): Proposal[];
};
