/** Ended drills in short, and what people ruled. Times are epoch milliseconds. */
import type { DrillResult } from '#contract/results.ts';

export type StoredRuling = {
  id: string;
  drill: string;
  /** Key of the finding; null: the whole score. */
  finding: string | null;
  verdict: 'dismissed' | 'upheld' | 'score';
  score: number | null;
  title: string;
  reason: string;
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
};
