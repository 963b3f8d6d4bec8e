/** A term sheet as it is published to its trainees: versions that are kept as they were, a trainee's own row, appeals. */
import { z } from 'zod';
import {
  type ScholarshipRank,
  SHEET_TOTAL,
  type SheetBody,
  type SheetCell,
  type SheetPublication,
  type SheetRow,
  type ShownColumn,
  type ShownRules,
} from './sheet.ts';

export const SHEET_APPEAL_MOST = 300;
const WHY_LEAST = 2;
const WHY_MOST = 200;
const why = z.string().trim().min(WHY_LEAST).max(WHY_MOST);

/**
 * `version`: of the newest publication that was read, 0 where there was none, so that two colleagues don't publish at
 * once. `missing`: cells without a mark, as the page told whoever publishes.
 */
export const publishSheetSchema = z.strictObject({
  version: z.int().min(0),
  missing: z.int().min(0),
  showsRank: z.boolean(),
});
/** Of a file: the sheet as it was published; left out: as it is now. */
export const sheetFileQuery = z.object({ version: z.coerce.number().int().positive().optional() });
export const withdrawSheetSchema = z.strictObject({ version: z.int().min(1), why });
export const sheetAppealSchema = z.strictObject({
  version: z.int().min(1),
  item: z.string().max(30),
  text: z.string().trim().min(WHY_LEAST).max(SHEET_APPEAL_MOST),
});
/** 维持 with a reason, or 更正: another mark, which is an entry with the same reason. */
export const sheetAnswerSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('kept'), reason: why }),
  z.strictObject({ outcome: z.literal('changed'), value: z.number().min(0).max(SHEET_TOTAL), reason: why }),
]);
export type SheetAnswer = z.infer<typeof sheetAnswerSchema>;

/** One version as it was published. `term`: as it was called then. */
export type PublishedSheet = SheetBody & {
  term: { id: string; name: string; firstDay: string; lastDay: string };
  publication: SheetPublication;
};

/** `value`: the mark that was appealed. `end` null: open. `to`: the mark it was corrected to; null: kept. */
export type SheetAppeal = {
  id: string;
  version: number;
  item: string;
  value: number | null;
  text: string;
  at: number;
  end: { how: 'kept' | 'changed'; to: number | null; reason: string; by: string; at: number } | null;
};
/**
 * `column`: as it was published. `now`: the cell as it is now; null: the sheet has none any more. `most`: the column's
 * weight now; null: it is gone, and the appeal can only be kept. `mayAnswer`: whether whoever asks does.
 */
export type SheetAppealRow = SheetAppeal & {
  person: string;
  no: string;
  name: string;
  column: ShownColumn;
  now: SheetCell | null;
  most: number | null;
  mayAnswer: boolean;
};
/** Open ones first, the oldest first; then the answered ones, the newest first. */
export type SheetAppeals = {
  class: { id: string; name: string };
  term: { id: string; name: string };
  appeals: SheetAppealRow[];
};

/** One's own published sheets. `level`: its name; null while a cell is missing. `answered`: appeals with an answer. */
export type OwnSheetRow = {
  term: string;
  class: { id: string; name: string };
  name: string;
  firstDay: string;
  lastDay: string;
  at: number;
  total: number | null;
  level: string | null;
  openAppeals: number;
};
/**
 * `row` null: the newest version was withdrawn. `scholarship`: only where the teacher chose to show it. `ranked`: how many
 * have a rank. `mayAppeal`: ids of the columns that nobody has appealed in this version.
 */
export type OwnSheet = {
  term: { id: string; name: string; firstDay: string; lastDay: string };
  class: { id: string; name: string };
  publication: Omit<SheetPublication, 'people' | 'missing'>;
  rules: ShownRules;
  row: SheetRow | null;
  scholarship: ScholarshipRank | null;
  ranked: number;
  appeals: SheetAppeal[];
  mayAppeal: string[];
};
