import type { QuestionColumn, QuestionFaultCode } from '#contract/practice/own-questions.ts';

/** A question as a file has it, before anything is checked: what a GIFT text says is put into the same cells. */
export type RawQuestion = {
  /** Row of the sheet or line of the text, 1-based. */
  line: number;
  /** What its id is made from where it has none; null: from its stem and options. */
  title: string | null;
  cells: Readonly<Record<QuestionColumn, string>>;
  /** Its topic is the category of another program, which may be none of ours: the question is general then. */
  isTopicLoose: boolean;
  options: readonly string[];
  /** What the file's form alone shows to be wrong; such a question isn't checked any further. */
  faults: readonly RawFault[];
};
/** `text`: in the language of the request, without row and column. */
export type RawFault = { code: QuestionFaultCode; column: QuestionColumn | 'options'; text: string };

export type AddFault = (code: RawFault['code'], column: RawFault['column'], text: string) => void;

export const NO_CELLS: RawQuestion['cells'] = {
  ...{ id: '', topic: '', level: '', kind: '', shop: '', stem: '' },
  ...{ key: '', unit: '', tolerance: '', why: '', basis: '' },
};

/** Characters read of a cell: more than may be stored, so that the check can say that it is too long. */
export const LONGEST_CELL = 2000;
/** A cell's text without invisible characters. Line breaks stay: a stem may have them. */
export const cellText = (cell = ''): string =>
  cell
    .slice(0, LONGEST_CELL)
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])[\p{Cc}\u200b\u2060\ufeff]/gu, '')
    .trim();

/** `B` of place 1. */
export const letterOf = (place: number): string => String.fromCharCode(65 + place);
