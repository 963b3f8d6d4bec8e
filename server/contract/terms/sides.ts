/** 三方评价 of a term: the trainee, a teacher and a mentor each judge a trainee by the same few indicators, side by side. */
import { z } from 'zod';
import type { TermRow } from './term.ts';

export const SIDES = ['self', 'teacher', 'mentor'] as const;
export type Side = (typeof SIDES)[number];
/** What the data says beside an indicator; `none`: nothing. */
export const SIDE_SOURCES = ['responses', 'wrong', 'impatience', 'missed', 'team', 'progress', 'none'] as const;
export type SideSource = (typeof SIDE_SOURCES)[number];
/** `going`: sides answer and change. `closed`: nobody does. `published`: each trainee sees what was said of them. */
export const SIDES_STATES = ['going', 'closed', 'published'] as const;
export type SidesState = (typeof SIDES_STATES)[number];

export const LOWEST_MARK = 1;
export const HIGHEST_MARK = 5;
/** Characters of the sentence beside the marks. */
export const LONGEST_SIDE_NOTE = 200;
const FEWEST_INDICATORS = 3;
/** More don't fit the two minutes of a form. */
const MOST_INDICATORS = 8;
/** Null: as it ships, in the reader's language. */
const own = (most: number) => z.string().trim().min(1).max(most).nullable();

const indicatorSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,30}$/),
  name: own(20),
  /** What 1, 3 and 5 mean. */
  low: own(60),
  middle: own(60),
  high: own(60),
  source: z.enum(SIDE_SOURCES),
});
export type SideIndicator = z.infer<typeof indicatorSchema>;
export const sideRulesSchema = z
  .strictObject({ indicators: z.array(indicatorSchema).min(FEWEST_INDICATORS).max(MOST_INDICATORS) })
  .refine(({ indicators }) => new Set(indicators.map(({ id }) => id)).size === indicators.length, {
    path: ['indicators'],
  });
export type SideRules = z.infer<typeof sideRulesSchema>;
/** `version`: the one that was read, so that a colleague's change isn't written over. `rules` null: what ships. */
export const sideRulesChangeSchema = z.strictObject({ version: z.int().min(0), rules: sideRulesSchema.nullable() });
/** `from`: the state that was read. */
export const sidesStateSchema = z.strictObject({ from: z.enum(SIDES_STATES), to: z.enum(SIDES_STATES) });

const mark = z.int().min(LOWEST_MARK).max(HIGHEST_MARK);
/** `version`: of the indicators that were read. A draft may lack marks, what is handed in may not. */
export const sideMarksSchema = z.strictObject({
  version: z.int().min(0),
  marks: z
    .record(z.string().max(30), mark)
    .refine((marks) => Object.keys(marks).length <= MOST_INDICATORS, { message: 'too many' }),
  note: z.string().trim().max(LONGEST_SIDE_NOTE),
});
export type SideMarks = z.infer<typeof sideMarksSchema>;

type Listed = { person: string; no: string; name: string };
/** `own…`: as it was entered; null: as it ships. `formula`: how the figure beside it is made; null: there is none. */
export type ShownSideIndicator = {
  id: string;
  source: SideSource;
  name: string;
  low: string;
  middle: string;
  high: string;
  own: { name: string | null; low: string | null; middle: string | null; high: string | null };
  formula: string | null;
};
/** `marks`: by indicator. `by`: a name. `earlier`: given before the indicators were changed. */
export type GivenMarks = { marks: Record<string, number>; note: string; by: string; at: number; earlier: boolean };
/**
 * `none`: hasn't answered. `withheld`: has, and whoever reads hasn't yet. `times`: how often it was handed in; the last one
 * counts.
 */
export type ShownSide = { state: 'none' | 'withheld' } | ({ state: 'shown'; times: number } & GivenMarks);
/**
 * `differ`: by indicator the highest mark less the lowest; null: fewer than two sides are shown. `figures`: what the data
 * says, by indicator in their order; null: nothing.
 */
export type ComparedSides = {
  sides: Record<Side, ShownSide>;
  differ: (number | null)[];
  figures: (string | null)[];
};
export type SidesRow = Listed & ComparedSides;
/**
 * `rows`: those whose sides differ most first, then in the class's order. `mentors`: whether the school has one; without,
 * there are two sides. `steps`: how the state changed, oldest first; `by`: a name. `side`: whose whoever reads is.
 */
export type TermSides = {
  class: { id: string; name: string };
  term: TermRow;
  version: number;
  own: boolean;
  indicators: ShownSideIndicator[];
  state: SidesState;
  steps: { to: SidesState; by: string; at: number }[];
  mentors: boolean;
  side: Exclude<Side, 'self'>;
  rows: SidesRow[];
  /** Present: a mentor of another school reads it, who is given no file of it (RULES J119). */
  visiting?: true;
};
/** One side's form for one trainee. `draft`: of whoever reads. `given`: what the side has handed in last. */
export type SideForm = Listed & {
  side: Side;
  term: { id: string; name: string };
  version: number;
  state: SidesState;
  indicators: ShownSideIndicator[];
  figures: (string | null)[];
  draft: (Pick<GivenMarks, 'marks' | 'note'> & { at: number }) | null;
  given: GivenMarks | null;
};
/** A trainee's own: `compared` only once the teacher has published. */
export type OwnSides = SideForm & { compared: ComparedSides | null };
