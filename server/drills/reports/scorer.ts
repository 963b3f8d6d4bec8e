import type { ContentCache } from '#drills/catalog/content-cache.ts';
import type { ContentData } from '#engine/model/content.ts';
import type { Rubric } from '#engine/model/rubric.ts';
import { language } from '#i18n/language.ts';
import type { GoalBefore } from '#scoring/next/goal.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import { readLog } from './drill-log.ts';
import type { ReportMaker, ReportQuestion, ScoredReport } from './report-maker.ts';
import { rulingsOf } from './rulings-of.ts';

/** `content`: with the rubric it was scored by. */
export type Scored = ScoredReport & { content: ContentData };

/** An ended drill to be scored by its pinned content or, where one is given, by another rubric. */
type Wanted = { row: DrillRow; rubric: Rubric | null; goal: GoalBefore | null };

export type Scorer = {
  /**
   * Scores an ended drill by its log, its pinned content and the rulings on it. A report that was made before from the
   * same is given again: callers must not change it.
   */
  score(row: DrillRow, rubric: Rubric | null, goal: GoalBefore | null): Scored;
  /** Runs `work` after everything it scores was made where reports are made: nothing is scored while it runs. */
  afterScoring<T>(work: () => T): Promise<T>;
};

/**
 * Reports kept: a class's in both languages, and the drills before them. Measured: one is some 60 kB of JSON for a
 * drill of one customer.
 */
const MOST_KEPT = 160;
/** Drills that one report may hang on, in each language: its own, and the one that set its goal. */
const MOST_NEEDED = 8;

/** Thrown through `work` where it would score. */
export class NotScored extends Error {
  readonly wanted: Wanted;
  constructor(wanted: Wanted) {
    super(`${wanted.row.id} is not scored`);
    this.wanted = wanted;
  }
}

/** `atOnce`: makes a report in this thread, for callers that can't wait. */
export function createScorer(
  maker: ReportMaker,
  atOnce: (question: ReportQuestion) => ScoredReport,
  storage: Storage,
  contents: ContentCache,
): Scorer {
  /** By drill, language and rubric; `rests` is what may change of what the report rests on. */
  const kept = new Map<string, { rests: string; made: ScoredReport }>();
  const underWay = new Map<string, Promise<void>>();
  let mayScore = true;

  const placeOf = ({ row, rubric }: Wanted): string => [row.id, language(), rubric?.id ?? ''].join(' ');
  const restsOf = ({ row, rubric, goal }: Wanted): string =>
    JSON.stringify([rulingsOf(storage, row.id), goal, rubric?.date]);

  const known = (wanted: Wanted, rests: string): ScoredReport | null => {
    const place = placeOf(wanted);
    const found = kept.get(place);
    if (found?.rests !== rests) return null;
    kept.delete(place);
    kept.set(place, found);
    return found.made;
  };
  const keep = (place: string, rests: string, made: ScoredReport): ScoredReport => {
    kept.delete(place);
    kept.set(place, { rests, made });
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return made;
  };
  const questionOf = ({ row, rubric, goal }: Wanted): ReportQuestion => ({
    content: contents.get(row.contentHash).data,
    contentHash: row.contentHash,
    rubric,
    events: readLog(storage, row.id).map(({ event }) => event),
    rulings: rulingsOf(storage, row.id),
    goal,
  });

  /** Has it made, once for all who ask at the same time. */
  const later = (wanted: Wanted): Promise<void> => {
    const place = placeOf(wanted);
    const rests = restsOf(wanted);
    const key = `${place} ${rests}`;
    const making =
      underWay.get(key) ??
      Promise.resolve(maker.make(questionOf(wanted)))
        .then((made) => void keep(place, rests, made))
        .finally(() => underWay.delete(key));
    underWay.set(key, making);
    return making;
  };

  const attempt = <T>(work: () => T): T => {
    const before = mayScore;
    mayScore = false;
    try {
      return work();
    } finally {
      mayScore = before;
    }
  };

  return {
    score: (row, rubric, goal) => {
      const wanted = { row, rubric, goal };
      const { data } = contents.get(row.contentHash);
      const content = rubric === null ? data : { ...data, rubric };
      const rests = restsOf(wanted);
      const found = known(wanted, rests);
      if (found !== null) return { ...found, content };
      if (!mayScore) throw new NotScored(wanted);
      return { ...keep(placeOf(wanted), rests, atOnce(questionOf(wanted))), content };
    },
    afterScoring: async (work) => {
      for (let needed = 0; needed < MOST_NEEDED; needed++) {
        try {
          return attempt(work);
        } catch (error) {
          if (!(error instanceof NotScored)) throw error;
          await later(error.wanted);
        }
      }
      return work();
    },
  };
}
