/** Keeps debriefs until something they rest on changes: making one reads every drill of a class. */

import type { RunResults } from '#contract/results.ts';
import type { Rubric } from '#engine/model/rubric.ts';
import { language } from '#i18n/language.ts';
import type { Run } from '#storage/runs.ts';
import { bookmarksOf } from './bookmarks.ts';
import { type DebriefData, debriefOf } from './debrief.ts';
import type { ResultsNeeds } from './run-drills.ts';

/** Debriefs kept: a teacher goes to and fro between few runs. */
const MAX_KEPT = 8;

type CachedDebrief = { key: string; talk: Promise<DebriefData> };

/**
 * `forget`: drops all, because words of somebody were deleted. Requests at the same time share one debrief, made once for each language. The teacher's bookmarks are read anew each
 * time.
 */
export function createDebriefCache(
  needs: ResultsNeeds,
  rubric: Rubric,
): { talkOf(run: Run, results: RunResults): Promise<DebriefData>; forget(): void } {
  const cache = new Map<string, CachedDebrief>();
  const makeDebrief = (run: Run, results: RunResults): Promise<DebriefData> => {
    const key = JSON.stringify(
      results.seats.map(({ drill, rulings, comparable, result }) => [drill, rulings, comparable, result?.score]),
    );
    const place = `${run.id} ${language()}`;
    const cached = cache.get(place);
    if (cached?.key === key) return cached.talk;
    const talk = debriefOf(needs, rubric, run, results);
    cache.delete(place);
    cache.set(place, { key, talk });
    talk.catch(() => cache.delete(place));
    const [oldest] = cache.keys();
    if (cache.size > MAX_KEPT && oldest !== undefined) cache.delete(oldest);
    return talk;
  };
  return {
    talkOf: async (run, results) => {
      const { debrief, cards } = await makeDebrief(run, results);
      return { debrief: { ...debrief, marks: await bookmarksOf(needs, run, results.seats) }, cards };
    },
    forget: () => cache.clear(),
  };
}
