/** Keeps debriefs until something they rest on changes: making one reads every drill of a class. */

import type { RunResults } from '#contract/results.ts';
import type { Rubric } from '#engine/model/rubric.ts';
import { language } from '#i18n/language.ts';
import type { Run } from '#storage/runs.ts';
import { bookmarksOf } from './bookmarks.ts';
import { type DebriefData, debriefOf } from './debrief.ts';
import type { ResultsNeeds } from './run-drills.ts';

/** Debriefs kept: a teacher goes to and fro between few runs. */
const MAX_CACHED = 8;

type CachedDebrief = { key: string; debrief: Promise<DebriefData> };

/**
 * Requests at the same time share one debrief, made once for each language; the teacher's bookmarks are read anew each
 * time. `forget` drops everything, because somebody's words were deleted.
 */
export const createDebriefCache = (
  needs: ResultsNeeds,
  rubric: Rubric,
): { debriefOfRun(run: Run, results: RunResults): Promise<DebriefData>; forget(): void } => {
  const cache = new Map<string, CachedDebrief>();
  const cachedDebrief = (run: Run, results: RunResults): Promise<DebriefData> => {
    const key = JSON.stringify(
      results.seats.map(({ drill, rulings, comparable, result }) => [drill, rulings, comparable, result?.score]),
    );
    const cacheKey = `${run.id} ${language()}`;
    const cached = cache.get(cacheKey);
    if (cached?.key === key) return cached.debrief;
    const debrief = debriefOf(needs, rubric, run, results);
    cache.delete(cacheKey);
    cache.set(cacheKey, { key, debrief });
    debrief.catch(() => cache.delete(cacheKey));
    const [oldest] = cache.keys();
    if (cache.size > MAX_CACHED && oldest !== undefined) cache.delete(oldest);
    return debrief;
  };
  return {
    debriefOfRun: async (run, results) => {
      const { debrief, cards } = await cachedDebrief(run, results);
      return { debrief: { ...debrief, marks: await bookmarksOf(needs, run, results.seats) }, cards };
    },
    forget: () => cache.clear(),
  };
};
