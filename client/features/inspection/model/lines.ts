/** The transcript as the page draws it: the trainee's messages numbered, and how long each answer took. */
import type { InspectionBody } from '#contract/practice/inspections.ts';

export type ShownLine = InspectionBody['lines'][number] & {
  /** Of the trainee's messages, from 1; null: another's line. */
  no: number | null;
  /** Seconds from the customer's first line to this answer; null where it answers none. */
  waited: number | null;
  isFirstAnswer: boolean;
};

/** `from`: how many of the trainee's messages stand before, with other customers. */
export const shownLines = (lines: InspectionBody['lines'], from = 0): ShownLine[] => {
  let no = from;
  let askedAt: number | null = null;
  let hasAnswered = false;
  return lines.map((line) => {
    if (line.by === 'customer') askedAt ??= line.at;
    if (line.by !== 'trainee') return { ...line, no: null, waited: null, isFirstAnswer: false };
    no += 1;
    const waited = askedAt === null ? null : Math.round((line.at - askedAt) / 1000);
    const isFirstAnswer = waited !== null && !hasAnswered;
    hasAnswered = true;
    askedAt = null;
    return { ...line, no, waited, isFirstAnswer };
  });
};

/** What a quoted line is called: its number, or the operation's own words. */
export const lineNumbers = (lines: readonly ShownLine[]): ReadonlyMap<string, number | string> =>
  new Map(
    lines.flatMap(({ id, no, by, text }): [string, number | string][] => {
      if (by === 'action') return [[id, text]];
      return no === null ? [] : [[id, no]];
    }),
  );

/** Each customer's lines, numbered through the whole drill: a quoted line has one number, whoever was served. */
export const linesByCustomer = (customers: readonly Pick<InspectionBody, 'lines'>[]): ShownLine[][] => {
  let from = 0;
  return customers.map(({ lines }) => {
    const shown = shownLines(lines, from);
    from = Math.max(from, ...shown.map(({ no }) => no ?? 0));
    return shown;
  });
};
