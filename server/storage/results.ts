/** Results of ended drills, and rulings on them. Times are epoch milliseconds. */
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
  putResult(drill: string, at: number, result: DrillResult): Promise<void>;
  result(drill: string): Promise<DrillResult | null>;
  /** Of all drills of a run, by drill. */
  resultsOfRun(run: string): Promise<Map<string, DrillResult>>;
  /** Deletes the drill's result, too, as `undoRuling` does: it is out of date, and is made anew when it is wanted. */
  addRuling(ruling: StoredRuling): Promise<void>;
  undoRuling(id: string, by: string, at: number): Promise<void>;
  /** Oldest first, undone ones included. */
  rulings(drill: string): Promise<StoredRuling[]>;
  /** Rulings in force, by drill. */
  rulingCounts(run: string): Promise<Map<string, number>>;
  /** Rulings on points that are in force and were given at `since` or later; of one run or of every drill, oldest first. */
  pointRulings(run: string | null, since: number): Promise<StoredRuling[]>;
  /** Stores the trainee's own view of a point in place of an earlier one; `said` null takes it back. */
  propose(drill: string, at: number, proposal: PointPlace & { said: boolean | null }): Promise<void>;
  proposals(drill: string): Promise<Proposal[]>;
};
