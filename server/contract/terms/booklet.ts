/** 案例册: anonymised poor and good turns of a term, chosen by its teacher, as a Word file. */
import { z } from 'zod';

export const BOOKLET_ITEMS_MAX = 30;
export const BOOKLET_TITLE_MAX = 40;
export const BOOKLET_SENTENCE_MAX = 300;

/** A turn without names, seat or place. `customer`: what it answers. `reply` empty: nothing was said, `instead` says what was seen. */
export type BookletTurn = { customer: string[]; reply: string; instead: string | null; seconds: number | null };
/** A fault of a published run by a poor turn, and a good one to the same words; `basis`: the card's title. */
export type BookletPair = {
  run: string;
  runName: string;
  code: string;
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
/** In the order of the booklet; `gone`: how many were chosen once and are no more. `version` 0: nothing was stored yet. */
export type Booklet = {
  term: string;
  version: number;
  title: string;
  items: { run: string; code: string; sentence: string }[];
  gone: number;
  pairs: BookletPair[];
};

export const bookletSchema = z.strictObject({
  /** The version that was read. */
  version: z.number().int().min(0),
  title: z.string().trim().min(1).max(BOOKLET_TITLE_MAX),
  items: z
    .array(
      z.strictObject({
        run: z.string().max(60),
        code: z.string().max(60),
        sentence: z.string().trim().max(BOOKLET_SENTENCE_MAX),
      }),
    )
    .max(BOOKLET_ITEMS_MAX),
});
export type BookletBody = z.output<typeof bookletSchema>;
