import type { Ruling } from '#contract/results.ts';
import type { ContentCache } from '#drills/catalog/content-cache.ts';
import type { ContentData } from '#engine/model/content.ts';
import type { Rubric } from '#engine/model/rubric.ts';
import { language } from '#i18n/language.ts';
import type { GoalBefore } from '#scoring/practice-advice/goal.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import { readLog } from './drill-log.ts';
import type { ReportMaker, ScoredReport } from './report-maker.ts';
import { rulingsOf } from './rulings-of.ts';

/** `content`: with the rubric it was scored by. */
export type Scored = ScoredReport & { content: ContentData };

/** An ended drill to be scored by its pinned content or, where one is given, by another rubric. */
type ScoreRequest = { row: DrillRow; rubric: Rubric | null; goal: GoalBefore | null };

/**
 * Scores an ended drill by its log, its pinned content and the rulings on it. A report that was made before from the
 * same is given again: callers must not change it. Rejects when it can't be made.
 */
export type Score = (row: DrillRow, rubric: Rubric | null, goal: GoalBefore | null) => Promise<Scored>;
/** `forget`: drops what is kept of these drills. */
export type Scorer = { score: Score; forget(drills: readonly string[]): void };

/**
 * Reports kept: a class's in both languages, and the drills before them. Measured: one is some 60 kB of JSON for a
 * drill of one customer.
 */
const MAX_CACHED = 160;

export const createScorer = (maker: ReportMaker, storage: Storage, contents: ContentCache): Scorer => {
  /** By drill, language and rubric; `rests` is what may change of what the report rests on. */
  const cache = new Map<string, { rests: string; makeOnce: ScoredReport }>();
  const ongoing = new Map<string, Promise<ScoredReport>>();

  const cacheKeyOf = ({ row, rubric }: ScoreRequest): string => [row.id, language(), rubric?.id ?? ''].join(' ');
  const inputsOf = ({ rubric, goal }: ScoreRequest, rulings: readonly Ruling[]): string =>
    JSON.stringify([rulings, goal, rubric?.date]);

  const cachedReport = (cacheKey: string, inputs: string): ScoredReport | null => {
    const entry = cache.get(cacheKey);
    if (entry?.rests !== inputs) return null;
    cache.delete(cacheKey);
    cache.set(cacheKey, entry);
    return entry.makeOnce;
  };
  const store = (cacheKey: string, inputs: string, report: ScoredReport): void => {
    cache.delete(cacheKey);
    cache.set(cacheKey, { rests: inputs, makeOnce: report });
    const [oldest] = cache.keys();
    if (cache.size > MAX_CACHED && oldest !== undefined) cache.delete(oldest);
  };

  const make = async ({ row, rubric, goal }: ScoreRequest, rulings: readonly Ruling[]): Promise<ScoredReport> => {
    const [content, log] = [await contents.get(row.contentHash), await readLog(storage, row.id)];
    const events = log.map(({ event }) => event);
    return maker.make({ content: content.data, contentHash: row.contentHash, rubric, events, rulings, goal });
  };

  /** Has it made, once for all who ask at the same time. */
  const makeOnce = async (request: ScoreRequest, rulings: readonly Ruling[]): Promise<ScoredReport> => {
    const cacheKey = cacheKeyOf(request);
    const inputs = inputsOf(request, rulings);
    const entry = cachedReport(cacheKey, inputs);
    if (entry !== null) return entry;
    const ongoingKey = `${cacheKey} ${inputs}`;
    const ongoingReport =
      ongoing.get(ongoingKey) ??
      make(request, rulings)
        .then((report) => {
          store(cacheKey, inputs, report);
          return report;
        })
        .finally(() => ongoing.delete(ongoingKey));
    ongoing.set(ongoingKey, ongoingReport);
    return ongoingReport;
  };

  const score: Score = async (row, rubric, goal) => {
    const request = { row, rubric, goal };
    const { data } = await contents.get(row.contentHash);
    let rulings = await rulingsOf(storage, row.id);
    for (;;) {
      const scored = await makeOnce(request, rulings);
      const rulingsNow = await rulingsOf(storage, row.id);
      // Ruled on while it was being made: it would be stored as if the ruling hadn't been.
      if (inputsOf(request, rulings) === inputsOf(request, rulingsNow)) {
        return { ...scored, content: rubric === null ? data : { ...data, rubric } };
      }
      rulings = rulingsNow;
    }
  };
  return {
    score,
    forget: (drills) => {
      const forgotten = new Set(drills);
      for (const cacheKey of cache.keys()) if (forgotten.has(cacheKey.split(' ')[0] ?? '')) cache.delete(cacheKey);
    },
  };
};
