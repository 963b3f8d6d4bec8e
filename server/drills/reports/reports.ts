import type { Logger } from 'pino';
import type { Clock } from '#common/clock.ts';
import { failure, type Reply } from '#contract/errors.ts';
import type { Report } from '#contract/report.ts';
import type { Catalog } from '#drills/catalog/catalog.ts';
import type { ContentCache } from '#drills/catalog/content-cache.ts';
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
import type { ReportMaker } from './report-maker.ts';
import { createScoreQueue } from './score-queue.ts';
import { createScorer, type Scored } from './scorer.ts';

export type Reports = {
  /**
   * The report of an ended drill: a function of its log, its pinned content and the rulings on it, kept while these are
   * the same. Not kept, it is made where reports are made, and the promise rejects when it can't be.
   * What is stored in short (score, result, portfolio) is brought into line with it, in Chinese whoever reads.
   */
  report(drillId: string): Promise<Reply<Report>>;
  /** The same by today's rubric instead of the pinned one. Nothing is stored, and no mark changes. */
  reportByCurrentRubric(drillId: string): Promise<Reply<Report>>;
  /** Puts a drill that has just ended in line for its score and result. */
  score(drillId: string): void;
  /** Drops the reports kept of drills that are deleted. */
  forget(drillIds: readonly string[]): void;
  /** How many drills wait in that line. */
  queueLength(): number;
  /** Drops who still waits: their results are made when they are asked for. */
  close(): void;
};

export const createReports = (
  maker: ReportMaker,
  storage: Storage,
  contents: ContentCache,
  catalog: Pick<Catalog, 'data'>,
  clock: Pick<Clock, 'now'>,
  logger: Logger,
  onScored: (row: DrillRow) => void,
): Reports => {
  const { score, forget } = createScorer(maker, storage, contents);
  const earlierEntry = createEarlierEntries(score, storage, clock);

  /** Scored by another rubric where one is given. */
  const scoreRow = async (row: DrillRow, rubric: Rubric | null): Promise<Scored> => {
    const onScored = await score(row, rubric, await goalOf(storage, row, earlierEntry));
    const proposed = withProposals(onScored.report, await storage.results.proposals(row.id));
    return { ...onScored, report: { ...proposed, rubric: rubricLabel(onScored.content.rubric, catalog.data.rubric) } };
  };

  /** Stores what the report comes to; gives it as it was made for that, in the language of the record. */
  const storeScored = (row: DrillRow): Promise<Report> =>
    inLanguage('zh', async () => {
      const { id } = row;
      const onScored = await scoreRow(row, null);
      const { report, result } = onScored;
      // Deleted while it was being made: nothing of it is written.
      if ((await storage.drill(id)) === null) {
        forget([id]);
        return report;
      }
      // In a run a drill that asked nothing has no score anywhere (RULES J96); an exam sat alone counts it as nought. A
      // role play in which too little was asked has none in practice, either (J118).
      const isScored = report.unjudged !== true || (row.place === null && report.askedLittle === undefined);
      if (isScored && row.score !== report.score) await storage.setScore(id, report.score);
      if (JSON.stringify(result) !== JSON.stringify(await storage.results.result(id))) {
        await storage.results.putResult(id, clock.now(), result);
      }
      await keepEntry(storage, row, entryFor(row, onScored), clock.now());
      return report;
    });

  /** In the reader's language: nobody's reading changes what is stored. */
  const reportInLanguage = async (row: DrillRow): Promise<Report> => {
    const storedReport = await storeScored(row);
    return language() === 'zh' ? storedReport : (await scoreRow(row, null)).report;
  };

  const queue = createScoreQueue(logger, async (drillId) => {
    const row = await storage.drill(drillId);
    if (row === null || row.state !== 'ended' || (await storage.results.result(drillId)) !== null) return;
    // An answer to a replay task is shown on its board, a retry beside its first try; neither counts anywhere.
    if (row.retry !== null || (row.place !== null && row.place.redo !== null)) return;
    await storeScored(row);
    onScored(row);
  });

  const endedDrill = async (drillId: string): Promise<Reply<DrillRow>> => {
    const row = await storage.drill(drillId);
    if (row === null) return { ok: false, error: failure('unknown-drill') };
    return row.state === 'ended' ? { ok: true, value: row } : { ok: false, error: failure('report-not-ready') };
  };

  return {
    report: async (drillId) => {
      const row = await endedDrill(drillId);
      return row.ok ? { ok: true, value: await reportInLanguage(row.value) } : row;
    },
    reportByCurrentRubric: async (drillId) => {
      const row = await endedDrill(drillId);
      if (!row.ok) return row;
      const { rubric } = catalog.data;
      const missing = rulesMissing(rubric);
      if (missing.length > 0) return { ok: false, error: failure('rubric-not-compatible', listFew(missing)) };
      return { ok: true, value: (await scoreRow(row.value, rubric)).report };
    },
    forget,
    score: queue.add,
    queueLength: queue.queueLength,
    close: () => {
      queue.clear();
      maker.close();
    },
  };
};

/** Hashing a rubric takes a millisecond, and every report asks for two. */
const hashes = new WeakMap<Rubric, string>();
const hashOfRubric = (rubric: Rubric): string => {
  const hash = hashes.get(rubric) ?? hashOf(rubric);
  hashes.set(rubric, hash);
  return hash;
};

/** What a report says of its rubric: today's besides, where the two differ in anything. */
const rubricLabel = (rubric: Rubric, current: Rubric): Report['rubric'] => {
  const { id, date } = rubric;
  const isCurrent = rubric === current || hashOfRubric(rubric) === hashOfRubric(current);
  return { id, date, current: isCurrent ? null : { id: current.id, date: current.date } };
};

/** A sentence has no room for sixty. */
const MAX_LISTED = 3;
const listFew = (codes: readonly string[]): string => {
  const listedCodes = listed(codes.slice(0, MAX_LISTED));
  return codes.length > MAX_LISTED
    ? say('results-said:rules-more', { codes: listedCodes, n: codes.length })
    : listedCodes;
};
