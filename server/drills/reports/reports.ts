import type { Logger } from 'pino';
import type { Clock } from '#common/clock.ts';
import { failure, type Reply } from '#contract/errors.ts';
import type { Report } from '#contract/report.ts';
import type { Catalog } from '#drills/catalog/catalog.ts';
import type { ContentCache } from '#drills/catalog/content-cache.ts';
import type { DrillEngine } from '#drills/judging/engine.ts';
import type { Rubric } from '#engine/model/rubric.ts';
import { inLanguage, language } from '#i18n/language.ts';
import { listed, say } from '#i18n/say.ts';
import { hashOf } from '#library/hash.ts';
import { rulesMissing } from '#scoring/facts/codes.ts';
import { withProposals } from '#scoring/marks/proposals.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import { createEarlierEntries } from './earlier-entries.ts';
import { goalOf } from './goals.ts';
import { entryFor, keepEntry } from './portfolio-entries.ts';
import { inProcessReports, type ReportMaker } from './report-maker.ts';
import { createScoreQueue } from './score-queue.ts';
import { createScorer, type Scored } from './scorer.ts';

export type Reports = {
  /**
   * The report of an ended drill: a function of its log, its pinned content and the rulings on it, kept while these are
   * the same. Not kept, it is made in this thread, and nothing else happens meanwhile: `ready` comes first where it can.
   * What is stored in short (score, result, portfolio) is brought into line with it, in Chinese whoever reads.
   */
  report(drillId: string): Reply<Report>;
  /**
   * Has the report made where reports are made, so that `report` gives it at once; with `current` what `rescored`
   * gives. Rejects where it can't be made.
   */
  ready(drillId: string, rubric?: 'current'): Promise<void>;
  /** The same by today's rubric instead of the pinned one. Nothing is stored, and no mark changes. */
  rescored(drillId: string): Reply<Report>;
  /** Puts a drill that has just ended in line for its score and result. */
  score(drillId: string): void;
  /** Drops who still waits: their results are made when they are asked for. */
  close(): void;
};

export function createReports(
  engine: Pick<DrillEngine, 'makeReport'>,
  maker: ReportMaker,
  storage: Storage,
  contents: ContentCache,
  catalog: Pick<Catalog, 'data'>,
  clock: Pick<Clock, 'now'>,
  logger: Logger,
  scored: (row: DrillRow) => void,
): Reports {
  const atOnce = inProcessReports(engine, catalog.data.scenarios);
  const { score, afterScoring } = createScorer(maker, atOnce.make, storage, contents);
  const earlier = createEarlierEntries(score, storage, clock);

  /** Scored by another rubric where one is given. */
  const reckon = (row: DrillRow, rubric: Rubric | null): Scored => {
    const scored = score(row, rubric, goalOf(storage, row, earlier));
    const proposed = withProposals(scored.report, storage.results.proposals(row.id));
    return { ...scored, report: { ...proposed, rubric: namedRubric(scored.content.rubric, catalog.data.rubric) } };
  };

  /** Stores what the report comes to; gives it as it was made for that, in the language of the record. */
  const keep = (row: DrillRow): Report =>
    inLanguage('zh', () => {
      const { id } = row;
      const scored = reckon(row, null);
      const { report, result } = scored;
      if (row.score !== report.score) storage.setScore(id, report.score);
      if (JSON.stringify(result) !== JSON.stringify(storage.results.result(id))) {
        storage.results.putResult(id, clock.now(), result);
      }
      keepEntry(storage, row, entryFor(row, scored), clock.now());
      return report;
    });

  /** In the reader's language: nobody's reading changes what is stored. */
  const make = (row: DrillRow): Report => {
    const kept = keep(row);
    return language() === 'zh' ? kept : reckon(row, null).report;
  };

  const queue = createScoreQueue(logger, async (drillId) => {
    const row = storage.drill(drillId);
    if (row === null || row.state !== 'ended' || storage.results.result(drillId) !== null) return;
    // An answer to a replay task is shown on its board, a retry beside its first try; neither counts anywhere.
    if (row.retry !== null || (row.place !== null && row.place.redo !== null)) return;
    await afterScoring(() => keep(row));
    scored(row);
  });

  const endedDrill = (drillId: string): Reply<DrillRow> => {
    const row = storage.drill(drillId);
    if (row === null) return { ok: false, error: failure('unknown-drill') };
    return row.state === 'ended' ? { ok: true, value: row } : { ok: false, error: failure('report-not-ready') };
  };

  return {
    report: (drillId) => {
      const row = endedDrill(drillId);
      return row.ok ? { ok: true, value: make(row.value) } : row;
    },
    ready: async (drillId, rubric) => {
      const row = endedDrill(drillId);
      if (!row.ok) return;
      await afterScoring(() => {
        if (rubric === undefined) make(row.value);
        else if (rulesMissing(catalog.data.rubric).length === 0) reckon(row.value, catalog.data.rubric);
      });
    },
    rescored: (drillId) => {
      const row = endedDrill(drillId);
      if (!row.ok) return row;
      const { rubric } = catalog.data;
      const missing = rulesMissing(rubric);
      if (missing.length > 0) return { ok: false, error: failure('rubric-not-compatible', namedFew(missing)) };
      return { ok: true, value: reckon(row.value, rubric).report };
    },
    score: queue.add,
    close: () => {
      queue.clear();
      maker.close();
    },
  };
}

/** Hashing a rubric takes a millisecond, and every report asks for two. */
const hashes = new WeakMap<Rubric, string>();
function hashOfRubric(rubric: Rubric): string {
  const hash = hashes.get(rubric) ?? hashOf(rubric);
  hashes.set(rubric, hash);
  return hash;
}

/** What a report says of its rubric: today's besides, where the two differ in anything. */
function namedRubric(rubric: Rubric, current: Rubric): Report['rubric'] {
  const { id, date } = rubric;
  const isCurrent = rubric === current || hashOfRubric(rubric) === hashOfRubric(current);
  return { id, date, current: isCurrent ? null : { id: current.id, date: current.date } };
}

/** A sentence has no room for sixty. */
const MOST_NAMED = 3;
function namedFew(codes: readonly string[]): string {
  const named = listed(codes.slice(0, MOST_NAMED));
  return codes.length > MOST_NAMED ? say('results-said:rules-more', { codes: named, n: codes.length }) : named;
}
