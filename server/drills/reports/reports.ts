import type { Logger } from 'pino';
import type { Clock } from '#common/clock.ts';
import { failure, type Reply } from '#contract/errors.ts';
import type { PortfolioEntry } from '#contract/portfolio.ts';
import type { Report } from '#contract/report.ts';
import type { Catalog } from '#drills/catalog/catalog.ts';
import type { ContentCache } from '#drills/catalog/content-cache.ts';
import type { DrillEngine } from '#drills/judging/engine.ts';
import type { ContentData, Scenario } from '#engine/model/content.ts';
import type { Rubric } from '#engine/model/rubric.ts';
import { inLanguage, language } from '#i18n/language.ts';
import { listed, say } from '#i18n/say.ts';
import { hashOf } from '#library/hash.ts';
import { rulesMissing } from '#scoring/facts/codes.ts';
import { drillResult } from '#scoring/marks/drill-result.ts';
import { withProposals } from '#scoring/marks/proposals.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import { readLog } from './drill-log.ts';
import { goalOf } from './goals.ts';
import { entryFor, keepEntry, keptEntry } from './portfolio-entries.ts';
import { rulingsOf } from './rulings-of.ts';

export type Reports = {
  /**
   * The report of an ended drill: a function of its log, its pinned content and the rulings on it, made anew each time.
   * What is stored in short (score, result, portfolio) is brought into line with it, in Chinese whoever reads.
   */
  report(drillId: string): Reply<Report>;
  /** The same by today's rubric instead of the pinned one. Nothing is stored, and no mark changes. */
  rescored(drillId: string): Reply<Report>;
  /** Puts a drill that has just ended in line for its score and result. */
  score(drillId: string): void;
  /** Drops who still waits: their results are made when they are asked for. */
  close(): void;
};

export function createReports(
  engine: Pick<DrillEngine, 'makeReport'>,
  storage: Storage,
  contents: ContentCache,
  catalog: Pick<Catalog, 'data'>,
  clock: Pick<Clock, 'now'>,
  logger: Logger,
  scored: (row: DrillRow) => void,
): Reports {
  let waiting: string[] = [];
  let busy = false;

  /**
   * What is practised next comes from what ships and from what was played: a report says the same whatever a school
   * publishes or withdraws afterwards.
   */
  const available = ({ scenarios }: ContentData): readonly Scenario[] => {
    const shipped = catalog.data.scenarios;
    const own = scenarios.filter(({ id }) => !shipped.some((one) => one.id === id));
    return own.length === 0 ? shipped : [...shipped, ...own];
  };

  /** Scored by another rubric where one is given. */
  const reckon = (row: DrillRow, rubric: Rubric | null) => {
    const { id, contentHash } = row;
    const events = readLog(storage, id).map(({ event }) => event);
    const { data } = contents.get(contentHash);
    const content = rubric === null ? data : { ...data, rubric };
    const goal = goalOf(storage, row, before);
    const scored = engine.makeReport(content, events, available(content), rulingsOf(storage, id), goal);
    const report = withProposals(scored, storage.results.proposals(id));
    return { report: { ...report, rubric: namedRubric(content.rubric, catalog.data.rubric) }, events };
  };

  /** Stores what the report comes to; gives it as it was made for that, in the language of the record. */
  const keep = (row: DrillRow): Report =>
    inLanguage('zh', () => {
      const { id } = row;
      const { report, events } = reckon(row, null);
      if (row.score !== report.score) storage.setScore(id, report.score);
      const result = drillResult(report, events);
      if (JSON.stringify(result) !== JSON.stringify(storage.results.result(id))) {
        storage.results.putResult(id, clock.now(), result);
      }
      const { data } = contents.get(row.contentHash);
      keepEntry(storage, row, entryFor(row, data, events, report, result.faults), clock.now());
      return report;
    });

  /** In the reader's language: nobody's reading changes what is stored. */
  const make = (row: DrillRow): Report => {
    const kept = keep(row);
    return language() === 'zh' ? kept : reckon(row, null).report;
  };

  /** What it set doesn't hang on what was set to it: no further one is made. */
  const entryOf = (row: DrillRow): PortfolioEntry | null => {
    const events = readLog(storage, row.id).map(({ event }) => event);
    const { data } = contents.get(row.contentHash);
    const report = engine.makeReport(data, events, available(data), rulingsOf(storage, row.id), null);
    return entryFor(row, data, events, report, drillResult(report, events).faults);
  };

  /** Of a drill from before there were portfolios. */
  const entryBefore = (row: DrillRow): PortfolioEntry | null =>
    inLanguage('zh', () => {
      const entry = entryOf(row);
      keepEntry(storage, row, entry, clock.now());
      return entry;
    });

  /** An earlier drill as it is kept, and the goal it set in the reader's language. */
  const before = (row: DrillRow): PortfolioEntry | null => {
    const kept = keptEntry(storage, row, entryBefore);
    if (language() === 'zh' || kept === null || kept.goal === null) return kept;
    try {
      return { ...kept, goal: entryOf(row)?.goal ?? kept.goal };
    } catch {
      // It can't be scored any more, and what it set is on record.
      return kept;
    }
  };

  const scoreOne = (drillId: string): void => {
    try {
      const row = storage.drill(drillId);
      if (row === null || row.state !== 'ended' || storage.results.result(drillId) !== null) return;
      // An answer to a replay task is shown on its board, a retry beside its first try; neither counts anywhere.
      if (row.retry !== null || (row.place !== null && row.place.redo !== null)) return;
      keep(row);
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

  const ended = (drillId: string): Reply<DrillRow> => {
    const row = storage.drill(drillId);
    if (row === null) return { ok: false, error: failure('unknown-drill') };
    return row.state === 'ended' ? { ok: true, value: row } : { ok: false, error: failure('report-not-ready') };
  };

  return {
    report: (drillId) => {
      const row = ended(drillId);
      return row.ok ? { ok: true, value: make(row.value) } : row;
    },
    rescored: (drillId) => {
      const row = ended(drillId);
      if (!row.ok) return row;
      const { rubric } = catalog.data;
      const missing = rulesMissing(rubric);
      if (missing.length > 0) return { ok: false, error: failure('rubric-not-compatible', namedFew(missing)) };
      return { ok: true, value: reckon(row.value, rubric).report };
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

/** What a report says of its rubric: today's besides, where the two differ in anything. */
function namedRubric(rubric: Rubric, current: Rubric): Report['rubric'] {
  const { id, date } = rubric;
  const same = rubric === current || hashOf(rubric) === hashOf(current);
  return { id, date, current: same ? null : { id: current.id, date: current.date } };
}

/** A sentence has no room for sixty. */
const MOST_NAMED = 3;
function namedFew(codes: readonly string[]): string {
  const named = listed(codes.slice(0, MOST_NAMED));
  return codes.length > MOST_NAMED ? say('results-said:rules-more', { codes: named, n: codes.length }) : named;
}
