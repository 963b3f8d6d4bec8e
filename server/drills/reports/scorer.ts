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
type Wanted = { row: DrillRow; rubric: Rubric | null; goal: GoalBefore | null };

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
const MAX_KEPT = 160;

export function createScorer(maker: ReportMaker, storage: Storage, contents: ContentCache): Scorer {
  /** By drill, language and rubric; `rests` is what may change of what the report rests on. */
  const kept = new Map<string, { rests: string; made: ScoredReport }>();
  const underWay = new Map<string, Promise<ScoredReport>>();

  const placeOf = ({ row, rubric }: Wanted): string => [row.id, language(), rubric?.id ?? ''].join(' ');
  const restsOf = ({ rubric, goal }: Wanted, rulings: readonly Ruling[]): string =>
    JSON.stringify([rulings, goal, rubric?.date]);

  const known = (place: string, rests: string): ScoredReport | null => {
    const found = kept.get(place);
    if (found?.rests !== rests) return null;
    kept.delete(place);
    kept.set(place, found);
    return found.made;
  };
  const keep = (place: string, rests: string, made: ScoredReport): void => {
    kept.delete(place);
    kept.set(place, { rests, made });
    const [oldest] = kept.keys();
    if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
  };

  const make = async ({ row, rubric, goal }: Wanted, rulings: readonly Ruling[]): Promise<ScoredReport> => {
    const [content, log] = [await contents.get(row.contentHash), await readLog(storage, row.id)];
    const events = log.map(({ event }) => event);
    return maker.make({ content: content.data, contentHash: row.contentHash, rubric, events, rulings, goal });
  };

  /** Has it made, once for all who ask at the same time. */
  const made = async (wanted: Wanted, rulings: readonly Ruling[]): Promise<ScoredReport> => {
    const place = placeOf(wanted);
    const rests = restsOf(wanted, rulings);
    const found = known(place, rests);
    if (found !== null) return found;
    const key = `${place} ${rests}`;
    const making =
      underWay.get(key) ??
      make(wanted, rulings)
        .then((report) => {
          keep(place, rests, report);
          return report;
        })
        .finally(() => underWay.delete(key));
    underWay.set(key, making);
    return making;
  };

  const score: Score = async (row, rubric, goal) => {
    const wanted = { row, rubric, goal };
    const { data } = await contents.get(row.contentHash);
    let rulings = await rulingsOf(storage, row.id);
    for (;;) {
      const scored = await made(wanted, rulings);
      const rulingsNow = await rulingsOf(storage, row.id);
      // Ruled on while it was being made: it would be stored as if the ruling hadn't been.
      if (restsOf(wanted, rulings) === restsOf(wanted, rulingsNow)) {
        return { ...scored, content: rubric === null ? data : { ...data, rubric } };
      }
      rulings = rulingsNow;
    }
  };
  return {
    score,
    forget: (drills) => {
      const isGone = new Set(drills);
      for (const place of kept.keys()) if (isGone.has(place.split(' ')[0] ?? '')) kept.delete(place);
    },
  };
}
