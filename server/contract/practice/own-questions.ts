/** A school's own questions (本校题目): what its teachers read from a GIFT file or a table, look over and store. */
import { z } from 'zod';

/** Most questions of a file: a preview of so many can still be read. */
export const FILE_QUESTIONS_MAX = 500;
/** Most questions of a school, six times the bank that ships: they are read as a whole for every paper. */
export const OWN_QUESTIONS_MAX = 2000;
/** Letters of options, A to F. */
export const OPTIONS_MAX = 6;
/** Longest texts, in UTF-16 units. */
export const QUESTION_LIMITS = { id: 60, stem: 500, option: 200, unit: 12, why: 1000, basis: 300 } as const;
/** How far a figure may be off where a file doesn't say it: half a cent, as money is asked for to the cent. */
export const USUAL_TOLERANCE = 0.005;

const id = z.string().regex(/^[a-z0-9-]{1,60}$/);
const figure = z.number().min(-1e12).max(1e12);
export const ownQuestionSchema = z.strictObject({
  id,
  kind: z.enum(['single', 'multiple', 'judge', 'order', 'calculate']),
  level: z.literal([1, 3, 5]),
  /** Ids of the bank's topics and of shops; null: 通用. */
  topic: id.nullable(),
  shop: id.nullable(),
  stem: z.string().max(QUESTION_LIMITS.stem),
  /** An ordering's in the right order; none of a judgement and of a calculation. */
  options: z.array(z.string().max(QUESTION_LIMITS.option)).max(OPTIONS_MAX),
  /** Places of the right options; of a judgement 0 is right and 1 wrong; none of a calculation. */
  right: z
    .array(
      z
        .int()
        .min(0)
        .max(OPTIONS_MAX - 1),
    )
    .max(OPTIONS_MAX),
  /** Of a calculation; null for the other kinds. */
  figure: figure.nullable(),
  unit: z.string().max(QUESTION_LIMITS.unit).nullable(),
  tolerance: figure.nullable(),
  why: z.string().max(QUESTION_LIMITS.why),
  basis: z.string().max(QUESTION_LIMITS.basis),
});
export type OwnQuestion = z.infer<typeof ownQuestionSchema>;

/** The columns of a table; a GIFT file has the same parts under other signs. */
export const QUESTION_COLUMNS = [
  ...(['id', 'topic', 'level', 'kind', 'shop', 'stem'] as const),
  ...(['key', 'unit', 'tolerance', 'why', 'basis'] as const),
] as const;
export type QuestionColumn = (typeof QUESTION_COLUMNS)[number];

export type QuestionFaultCode =
  | 'missing'
  | 'too-long'
  | 'odd-id'
  /** Stands in an earlier row. */
  | 'same-id'
  /** A shipped question has it. */
  | 'shipped-id'
  /** The same stem and options as a question that ships, that the school has, or of an earlier row. */
  | 'same-question'
  | 'unknown-topic'
  | 'unknown-level'
  | 'unknown-kind'
  | 'unknown-shop'
  | 'options'
  | 'odd-key'
  | 'odd-figure'
  /** A kind of question that the bank doesn't have: essay, matching, short answer, description. */
  | 'unsupported'
  /** Marks for a part that the bank can't give. */
  | 'weights'
  | 'no-right'
  | 'picture'
  | 'broken';
/** `message` is in the language of the request and names row and column. */
export type QuestionFault = { code: QuestionFaultCode; column: QuestionColumn | 'options'; message: string };

export type QuestionChange = 'added' | 'changed' | 'unchanged';
export type QuestionRow = {
  /** Row of the sheet or first line of the question in the text, 1-based. */
  line: number;
  id: string;
  stem: string;
  /** As it would be stored; null: it has faults and can't be. */
  question: OwnQuestion | null;
  /**
   * It lacks an explanation, a source or a unit and nothing else, as a question of Moodle does: these are empty here, and
   * it can be stored once they are written. Null: it is sound, or has other faults.
   */
  draft: OwnQuestion | null;
  faults: QuestionFault[];
  change: QuestionChange | null;
  /** The school's question that the row changes. */
  before: OwnQuestion | null;
};
export type QuestionsPreview = {
  format: 'gift' | 'xlsx';
  rows: QuestionRow[];
  /** The revision that the rows were compared with; 0: the school has none yet. */
  base: number;
};

/** How the questions changed: a file was `imported`, questions were `removed`, an import was `undone`. */
export type QuestionChangeKind = 'imported' | 'removed' | 'undone';
export type QuestionChangeRow = {
  revision: number;
  kind: QuestionChangeKind;
  /** The file's name; null: no file. */
  file: string | null;
  /** The import taken back. */
  undoes: number | null;
  added: number;
  changed: number;
  removed: number;
  /** Questions that still stand as this change left them: an import without any has nothing to take back. */
  left: number;
  /** Epoch milliseconds. */
  at: number;
  by: string;
};
export type OwnQuestionsBody = {
  /** Counts every change; 0: none yet. */
  revision: number;
  questions: OwnQuestion[];
  /** Newest first. */
  changes: QuestionChangeRow[];
  /** Names of what ids stand for. */
  topics: { id: string; name: string }[];
  shops: { id: string; name: string }[];
  /** OWN_QUESTIONS_MAX and FILE_QUESTIONS_MAX, sent because the client can't import them. */
  most: number;
  mostOfFile: number;
};

const base = z.number().int().min(0).max(1_000_000);
export const saveQuestionsSchema = z.strictObject({
  /** The revision that the sender looked at; storing is refused when there is a newer one. */
  base,
  file: z.string().max(80),
  rows: z.array(ownQuestionSchema).min(1).max(FILE_QUESTIONS_MAX),
});
export const removeQuestionsSchema = z.strictObject({ base, ids: z.array(id).min(1).max(OWN_QUESTIONS_MAX) });
export const undoImportSchema = z.strictObject({ base, revision: z.number().int().min(1).max(1_000_000) });
