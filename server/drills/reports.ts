import type { Logger } from 'pino';
import { failure, type Reply } from '#contract/errors.ts';
import type { Report } from '#contract/report.ts';
import type { ContentCache } from '#drills/content-cache.ts';
import { readLog } from '#drills/drill-log.ts';
import type { DrillEngine } from '#drills/engine.ts';
import { rulingsOf } from '#drills/rulings-of.ts';
import type { Shelf } from '#drills/shelf.ts';
import { drillResult } from '#scoring/drill-result.ts';
import { withProposals } from '#scoring/proposals.ts';
import type { Clock } from '#server/clock.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';

export type Reports = {
  /**
   * The report of an ended drill: a function of its log, its pinned content and the rulings on it, made anew each time.
   * What is stored in short (score, result) is brought into line with it.
   */
  report(drillId: string): Reply<Report>;
  /** Puts a drill that has just ended in line for its score and result. */
  score(drillId: string): void;
  /** Drops who still waits: their results are made when they are asked for. */
  close(): void;
};

export function createReports(
  engine: Pick<DrillEngine, 'makeReport'>,
  storage: Storage,
  contents: ContentCache,
  shelf: Pick<Shelf, 'data'>,
  clock: Pick<Clock, 'now'>,
  logger: Logger,
  scored: (row: DrillRow) => void,
): Reports {
  let waiting: string[] = [];
  let busy = false;

  const make = (row: DrillRow): Report => {
    const { id } = row;
    const events = readLog(storage, id).map(({ event }) => event);
    const { data } = contents.get(row.contentHash);
    const scored = engine.makeReport(data, events, shelf.data.scenarios, rulingsOf(storage, id));
    const report = withProposals(scored, storage.results.proposals(id));
    if (row.score !== report.score) storage.setScore(id, report.score);
    const result = drillResult(report, events);
    if (JSON.stringify(result) !== JSON.stringify(storage.results.result(id))) {
      storage.results.putResult(id, clock.now(), result);
    }
    return report;
  };

  const scoreOne = (drillId: string): void => {
    try {
      const row = storage.drill(drillId);
      if (row === null || row.state !== 'ended' || storage.results.result(drillId) !== null) return;
      // An answer to a redo is shown on its board, a retry beside its first try; neither counts anywhere.
      if (row.retry !== null || (row.place !== null && row.place.redo !== null)) return;
      make(row);
      scored(row);
    } catch (error) {
      // The drill itself is safe; its score is made again when the report is asked for.
      logger.error({ err: error, drill: drillId }, 'scoring failed');
    }
  };

  // At the bell a whole class ends in one second: between two reports everything else gets its turn.
  const next = (): void => {
    const drillId = waiting.shift();
    busy = drillId !== undefined;
    if (drillId === undefined) return;
    scoreOne(drillId);
    setImmediate(next);
  };

  return {
    report: (drillId) => {
      const row = storage.drill(drillId);
      if (row === null) return { ok: false, error: failure('unknown-drill') };
      if (row.state !== 'ended') return { ok: false, error: failure('report-not-ready') };
      return { ok: true, value: make(row) };
    },
    score: (drillId) => {
      waiting.push(drillId);
      if (busy) return;
      busy = true;
      setImmediate(next);
    },
    close: () => {
      waiting = [];
    },
  };
}
