import type { Logger } from 'pino';
import { failure, type Reply } from '#contract/errors.ts';
import type { Report } from '#contract/report.ts';
import type { ContentCache } from '#drills/content-cache.ts';
import { readLog } from '#drills/drill-log.ts';
import type { DrillEngine } from '#drills/engine.ts';
import type { Shelf } from '#drills/shelf.ts';
import type { Storage } from '#storage/storage.ts';

export type Reports = {
  /** The report of an ended drill: a function of its log and its pinned content, made anew each time. */
  report(drillId: string): Reply<Report>;
  /** Stores the score of a drill that has just ended. */
  score(drillId: string): void;
};

export function createReports(
  engine: Pick<DrillEngine, 'makeReport'>,
  storage: Storage,
  contents: ContentCache,
  shelf: Pick<Shelf, 'data'>,
  logger: Logger,
): Reports {
  const make = (drillId: string, contentHash: string): Report =>
    engine.makeReport(
      contents.get(contentHash).data,
      readLog(storage, drillId).map(({ event }) => event),
      shelf.data.scenarios,
    );
  return {
    report: (drillId) => {
      const row = storage.drill(drillId);
      if (row === null) return { ok: false, error: failure('unknown-drill') };
      if (row.state !== 'ended') return { ok: false, error: failure('report-not-ready') };
      const value = make(drillId, row.contentHash);
      if (row.score !== value.score) storage.setScore(drillId, value.score);
      return { ok: true, value };
    },
    score: (drillId) => {
      const row = storage.drill(drillId);
      if (row === null || row.state !== 'ended' || row.score !== null) return;
      try {
        storage.setScore(drillId, make(drillId, row.contentHash).score);
      } catch (error) {
        // The drill itself is safe; its score is made again when the report is asked for.
        logger.error({ err: error, drill: drillId }, 'scoring failed');
      }
    },
  };
}
