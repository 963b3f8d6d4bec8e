/** 成绩评定表: a term's marks, half by the school and half by the enterprise. Columns, weights and levels are data. */
import { z } from 'zod';
import type { TeamShop, TermRow } from './term.ts';

export const SHEET_PARTS = ['school', 'enterprise'] as const;
export type SheetPart = (typeof SHEET_PARTS)[number];
/** Where a column's marks come from; all but `typed` may be corrected with a reason. */
export const SHEET_SOURCES = ['typed', 'exams', 'indicators', 'attendance'] as const;
export type SheetSource = (typeof SHEET_SOURCES)[number];
/** Who enters: `teacher` and `mentor` by role, `either` both. Where a school has no mentor, teachers enter the mentors'. */
export const ENTERED_BY = ['teacher', 'mentor', 'either'] as const;
export type EnteredBy = (typeof ENTERED_BY)[number];
/** Of the two responses less is better; the others are reached from below. */
export const INDICATORS = [
  'first-response',
  'mean-response',
  'conversion',
  'basket',
  'satisfaction',
  'inspection',
  'answer-rate',
  'score',
  'workload',
] as const;
export type Indicator = (typeof INDICATORS)[number];

export const SHEET_TOTAL = 100;
const MOST_COLUMNS = 16;
const MOST_AWARDS = 6;
const MOST_PLACES = 50;
const MOST_YUAN = 100_000;
const ownName = (most: number) => z.string().trim().min(1).max(most).nullable();

const columnSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,30}$/),
  /** Null: as it ships, in the reader's language. */
  name: ownName(20),
  part: z.enum(SHEET_PARTS),
  weight: z.int().min(1).max(SHEET_TOTAL),
  source: z.enum(SHEET_SOURCES),
  by: z.enum(ENTERED_BY),
});
export type SheetColumn = z.infer<typeof columnSchema>;
const levelSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,30}$/),
  name: ownName(10),
  /** Marks from which it holds. */
  from: z.number().min(0).max(SHEET_TOTAL),
});
const indicatorSchema = z.strictObject({
  id: z.enum(INDICATORS),
  /** Seconds, percent, yuan, marks or customers. Null, for `workload` alone: as many customers as the term's runs planned. */
  target: z.number().min(1).max(10_000).nullable(),
  /** Percent of the column. 0: it is told for teams, and counts in no mark. */
  share: z.int().min(0).max(100),
});
export type IndicatorRule = z.infer<typeof indicatorSchema>;

/** 奖学金: `places` in a row get it, each `yuan`; the highest comes first. */
const awardSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,30}$/),
  name: ownName(10),
  places: z.int().min(1).max(MOST_PLACES),
  yuan: z.int().min(0).max(MOST_YUAN),
});
export type AwardRule = z.infer<typeof awardSchema>;

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const isEachOnce = (values: readonly string[]): boolean => new Set(values).size === values.length;

/**
 * Weights are 100 together, and each part has a column; a source but `typed` fills one column at most. Levels fall, the
 * lowest from 0. Indicators' shares are 100 together. Awards fall; left out, they are those that ship.
 */
export const sheetRulesSchema = z
  .strictObject({
    columns: z.array(columnSchema).min(2).max(MOST_COLUMNS),
    levels: z.array(levelSchema).min(2).max(8),
    indicators: z.array(indicatorSchema).min(1).max(INDICATORS.length),
    awards: z.array(awardSchema).max(MOST_AWARDS).optional(),
  })
  .refine(({ columns }) => sum(columns.map(({ weight }) => weight)) === SHEET_TOTAL, { path: ['columns'] })
  .refine(({ columns }) => isEachOnce(columns.map(({ id }) => id)), { path: ['columns'] })
  .refine(({ columns }) => SHEET_PARTS.every((part) => columns.some((column) => column.part === part)), {
    path: ['columns'],
  })
  .refine(({ columns }) => isEachOnce(columns.flatMap(({ source }) => (source === 'typed' ? [] : [source]))), {
    path: ['columns'],
  })
  .refine(({ levels }) => isEachOnce(levels.map(({ id }) => id)) && levels.at(-1)?.from === 0, { path: ['levels'] })
  .refine(({ levels }) => levels.every(({ from }, place) => place === 0 || from < (levels[place - 1]?.from ?? 0)), {
    path: ['levels'],
  })
  .refine(({ indicators }) => isEachOnce(indicators.map(({ id }) => id)), { path: ['indicators'] })
  .refine(({ indicators }) => sum(indicators.map(({ share }) => share)) === 100, { path: ['indicators'] })
  .refine(({ indicators }) => indicators.every(({ id, target }) => target !== null || id === 'workload'), {
    path: ['indicators'],
  })
  .refine(({ awards = [] }) => isEachOnce(awards.map(({ id }) => id)), { path: ['awards'] })
  .refine(({ awards = [] }) => awards.every(({ yuan }, place) => yuan <= (awards[place - 1]?.yuan ?? yuan)), {
    path: ['awards'],
  });
export type SheetRules = z.infer<typeof sheetRulesSchema>;

/** `version`: the one that was read, so that a colleague's change isn't written over. `rules` null: what ships. */
export const sheetChangeSchema = z.strictObject({ version: z.int().min(0), rules: sheetRulesSchema.nullable() });

/** `value` null takes the entry back. A column with a source of its own asks for a reason. */
export const entrySchema = z.strictObject({
  person: z.string().max(64),
  item: z.string().max(30),
  value: z.number().min(0).max(SHEET_TOTAL).nullable(),
  reason: z.string().trim().max(200),
});

/** One entry on record. `value` null: taken back. `by`: a name. */
export type CellEntry = { value: number | null; outOf: number; reason: string; by: string; at: number };
/**
 * `value`: what counts; null: missing. `byData`: before any correction. `corrected`: a correction stands in its place.
 * `partial`: the data isn't all there. `because`: what the value by the data stands on, in the reader's language.
 * `entries`: oldest first; the last one counts unless it was taken back.
 */
export type SheetCell = {
  item: string;
  value: number | null;
  byData: number | null;
  corrected: boolean;
  partial: boolean;
  because: string[];
  entries: CellEntry[];
};
/** `of`: the weights of the cells that are there. `missing`: ids of the columns that aren't. */
export type SheetSum = { value: number; of: number; missing: string[] };
/** `level` null while a cell is missing. */
export type SheetRow = {
  person: string;
  no: string;
  name: string;
  cells: SheetCell[];
  school: SheetSum;
  enterprise: SheetSum;
  total: SheetSum;
  level: string | null;
};
type Named<T> = Omit<T, 'name'> & { name: string; ownName: string | null };
export type ShownColumn = Named<SheetColumn>;
export type ShownLevel = Named<z.infer<typeof levelSchema>>;
export type ShownAward = Named<AwardRule>;
export type ShownRules = {
  columns: ShownColumn[];
  levels: ShownLevel[];
  indicators: IndicatorRule[];
  awards: ShownAward[];
};
/**
 * 奖学金 order: whose row is whole, best first. `shared`: somebody else has the rank, too. `byExams`: an equal total stands
 * beside it, and 考试考核 decided. `award`: an award's id; null: none. `yuan`: whole.
 */
export type ScholarshipRank = {
  person: string;
  rank: number;
  shared: boolean;
  byExams: boolean;
  award: string | null;
  yuan: number;
};
/** What a sheet shows, living or as it was published. */
export type SheetBody = {
  class: { id: string; name: string };
  rules: ShownRules;
  rows: SheetRow[];
  order: ScholarshipRank[];
};
/** `by`: a name. `people`, `missing`: rows, and cells without a mark. `withdrawn`: null while its trainees may have it. */
export type SheetPublication = {
  version: number;
  at: number;
  by: string;
  people: number;
  missing: number;
  showsRank: boolean;
  withdrawn: { at: number; by: string; why: string } | null;
};
/**
 * `publications`: newest first; the newest is what trainees have, unless it was withdrawn. `marks`: what the newest one
 * says, by person and column; empty where there is none or it was withdrawn. `rulesVersion`: by which rules it was made.
 * `openAppeals`: of all versions.
 */
export type PublishedState = {
  publications: SheetPublication[];
  rulesVersion: number | null;
  marks: Record<string, Record<string, number | null>>;
  openAppeals: number;
};
/**
 * `version`: of the rules. `mayEnter`: ids of the columns that whoever asks enters. `own`: differs from what ships.
 * `published`: what its trainees have.
 */
export type TermSheet = SheetBody & {
  term: TermRow;
  version: number;
  own: boolean;
  mayEnter: string[];
  /** Present: a mentor of another school reads it, who is given no file of it (RULES J119). */
  visiting?: true;
  published: PublishedState;
  /** By person, the team they are in; who is in none isn't here. */
  teams?: Record<string, { team: string; shop?: TeamShop }>;
};
