/** 案例册: anonymised poor and good turns of a term, chosen by its teacher, as a Word file. */
import { z } from 'zod';

export const BOOKLET_ITEMS_MAX = 30;
export const BOOKLET_TITLE_MAX = 40;
export const BOOKLET_SENTENCE_MAX = 300;
/** What of a pair stands in the booklet. */
export const BOOKLET_SHOWS = ['both', 'poor', 'good'] as const;
export type BookletShows = (typeof BOOKLET_SHOWS)[number];

/** A turn without names, seat or place. `customer`: what it answers. `reply` empty: nothing was said, `instead` says what was seen. */
export type BookletTurn = { customer: string[]; reply: string; instead: string | null; seconds: number | null };
/**
 * A fault of a published run by a poor turn, and a good one to the same words; `basis`: the card's title. `turn`: which
 * of the fault's turns in the run, without telling whose.
 */
export type BookletPair = {
  run: string;
  runName: string;
  code: string;
  turn: string;
  family: string;
  familyName: string;
  title: string;
  caseTitle: string;
  poor: BookletTurn;
  good: BookletTurn | null;
  better: string | null;
  why: string;
  basis: string | null;
};
export type BookletItem = { run: string; code: string; turn: string; shows: BookletShows; sentence: string };
/** A published run that isn't read unless it is asked for. */
export type BookletRun = { run: string; name: string; day: string };
/**
 * In the order of the booklet; `gone`: how many were chosen once and are no more. `version` 0: nothing was stored yet.
 * `pairs`: of each fault of a run up to five, and those that are chosen. They are of the `newest` runs, so many at most, of
 * those that hold what is chosen, and of the one that is asked for; `older` are the others.
 */
export type Booklet = {
  term: string;
  version: number;
  title: string;
  items: BookletItem[];
  gone: number;
  pairs: BookletPair[];
  newest: number;
  older: BookletRun[];
};
export const bookletQuery = z.object({ run: z.string().max(60).optional() });

export const bookletSchema = z.strictObject({
  /** The version that was read. */
  version: z.number().int().min(0),
  title: z.string().trim().min(1).max(BOOKLET_TITLE_MAX),
  items: z
    .array(
      z.strictObject({
        run: z.string().max(60),
        code: z.string().max(60),
        turn: z.string().regex(/^[0-9a-f]{12}$/),
        shows: z.enum(BOOKLET_SHOWS),
        sentence: z.string().trim().max(BOOKLET_SENTENCE_MAX),
      }),
    )
    .max(BOOKLET_ITEMS_MAX),
});
export type BookletBody = z.output<typeof bookletSchema>;
