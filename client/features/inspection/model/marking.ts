/** What an inspector has marked so far, and every change of it: pure, so that device and class share it. */
import { sum } from '#client/lib/arithmetic.ts';
import type { InspectionBody, Level, Marking } from '#contract/practice/inspections.ts';

export type DimensionId = InspectionBody['scorecard']['dimensions'][number]['id'];
/** A row of the scorecard. */
export type Row = DimensionId | 'red-line';
export const LEVELS: readonly Level[] = ['full', 'part', 'none', 'na'];
/** Percent of a dimension's marks, as the server counts it. */
const PERCENT_OF = { full: 100, part: 50, none: 0 } as const;

export const emptyMarking = ({ scorecard, complaint }: Pick<InspectionBody, 'scorecard' | 'complaint'>): Marking => ({
  dimensions: Object.fromEntries(
    scorecard.dimensions.map(({ id }) => [id, { level: null, faults: [] }]),
  ) as unknown as Marking['dimensions'],
  redLine: null,
  complaint: complaint === null ? null : { responsible: null, rule: null, remedy: null },
});

/** What an inspector begun, with room for questions that weren't asked yet when it was stored. */
export const resumedMarking = (
  stored: Marking | null | undefined,
  inspection: Pick<InspectionBody, 'scorecard' | 'complaint'>,
): Marking => {
  const empty = emptyMarking(inspection);
  return stored == null ? empty : { ...stored, complaint: stored.complaint ?? empty.complaint };
};

export const withLevel = (marking: Marking, id: DimensionId, level: Level | null): Marking => ({
  ...marking,
  // What applies to nobody has no faults.
  dimensions: {
    ...marking.dimensions,
    [id]: { level, faults: level === 'na' ? [] : marking.dimensions[id].faults },
  },
});

export const withFault = (marking: Marking, id: DimensionId, code: string): Marking => {
  const { level, faults } = marking.dimensions[id];
  const isSeen = faults.some((fault) => fault.code === code);
  const seen = isSeen ? faults.filter((fault) => fault.code !== code) : [...faults, { code, line: null }];
  return {
    ...marking,
    dimensions: { ...marking.dimensions, [id]: { level: level === 'na' ? null : level, faults: seen } },
  };
};

/** Quotes a line for a fault; the same line again takes it back. */
export const withLine = (marking: Marking, row: Row, code: string | null, line: string): Marking => {
  const toggled = (quoted: string | null): string | null => (quoted === line ? null : line);
  if (row === 'red-line')
    return marking.redLine?.crossed === true
      ? { ...marking, redLine: { ...marking.redLine, line: toggled(marking.redLine.line) } }
      : marking;
  const { level, faults } = marking.dimensions[row];
  return {
    ...marking,
    dimensions: {
      ...marking.dimensions,
      [row]: { level, faults: faults.map((one) => (one.code === code ? { code, line: toggled(one.line) } : one)) },
    },
  };
};

const NO_COMPLAINT = { responsible: null, rule: null, remedy: null };
export const withAnswer = (marking: Marking, question: keyof typeof NO_COMPLAINT, id: string): Marking => ({
  ...marking,
  complaint: { ...(marking.complaint ?? NO_COMPLAINT), [question]: id },
});

/** Whether a row is judged: what isn't fully met names what was missed. */
export const isJudged = (marking: Marking, row: Row): boolean => {
  if (row === 'red-line')
    return marking.redLine !== null && (!marking.redLine.crossed || marking.redLine.code !== null);
  const { level, faults } = marking.dimensions[row];
  return level === 'full' || level === 'na' || (level !== null && faults.length > 0);
};

/** How many things are still to be judged, of how many. */
export const progressOf = (marking: Marking, rows: readonly Row[]): { done: number; of: number } => {
  const answers = marking.complaint === null ? [] : Object.values(marking.complaint);
  const judged = rows.filter((row) => isJudged(marking, row)).length;
  return { done: judged + answers.filter((answer) => answer !== null).length, of: rows.length + answers.length };
};

/** Marks given so far, of those that the judged dimensions have. */
export const marksSoFar = (
  marking: Marking,
  dimensions: InspectionBody['scorecard']['dimensions'],
): { given: number; of: number } => {
  const judged = dimensions.flatMap(({ id, weight }) => {
    const { level } = marking.dimensions[id];
    return level === null || level === 'na' ? [] : [{ given: (weight * PERCENT_OF[level]) / 100, of: weight }];
  });
  return { given: sum(judged.map(({ given }) => given)), of: sum(judged.map((one) => one.of)) };
};

/** How often each line is quoted. */
export const quotesOf = (marking: Marking): ReadonlyMap<string, number> => {
  const lines = [
    ...Object.values(marking.dimensions).flatMap(({ faults }) => faults.map(({ line }) => line)),
    marking.redLine?.line ?? null,
  ];
  const quotes = new Map<string, number>();
  for (const line of lines) if (line !== null) quotes.set(line, (quotes.get(line) ?? 0) + 1);
  return quotes;
};

/** The fault that a clicked line is quoted for, and the line it has. */
export type QuoteTarget = { code: string | null; title: string; line: string | null };
