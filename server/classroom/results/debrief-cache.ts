/** Keeps debriefs until something they rest on changes: making one reads every drill of a class. */

import type { RunResults } from '#contract/results.ts';
import type { Rubric } from '#engine/model/rubric.ts';
import { language } from '#i18n/language.ts';
import type { Run } from '#storage/runs.ts';
import { bookmarksOf } from './bookmarks.ts';
import { type DebriefData, debriefOf } from './debrief.ts';
import type { ResultsNeeds } from './run-drills.ts';

/** Debriefs kept: a teacher goes to and fro between few runs. */
const MOST_KEPT = 8;

type Kept = { key: string; talk: Promise<DebriefData> };

/**
 * Requests at the same time share one debrief, made once for each language. The teacher's bookmarks are read anew each
 * time.
 */
export function createDebriefCache(
  needs: ResultsNeeds,
  rubric: Rubric,
): (run: Run, results: RunResults) => Promise<DebriefData> {
  const kept = new Map<string, Kept>();
  const made = (run: Run, results: RunResults): Promise<DebriefData> => {
    const key = JSON.stringify(
      results.seats.map(({ drill, rulings, comparable, result }) => [drill, rulings, comparable, result?.score]),
    );
    const place = `${run.id} ${language()}`;
    const known = kept.get(place);
    if (known?.key === key) return known.talk;
    const talk = debriefOf(needs, rubric, run, results);
    kept.delete(place);
    kept.set(place, { key, talk });
    talk.catch(() => kept.delete(place));
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return talk;
  };
  return async (run, results) => {
    const { debrief, cards } = await made(run, results);
    return { debrief: { ...debrief, marks: bookmarksOf(needs, run, results.seats) }, cards };
  };
}
