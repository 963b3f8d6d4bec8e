/** One text as it is being typed: what stands, what was corrected, and when each place was reached. */
import { type Alignment, align, NOTHING_TYPED, type Step } from './align.ts';

/** `expected` '': an extra character; `typed` '': a missed one. */
export type Slip = { expected: string; typed: string };

export type TextRun = {
  text: readonly string[];
  typed: readonly string[];
  alignment: Alignment;
  /** Milliseconds from the text's beginning to each place when it was first reached. */
  marks: readonly number[];
  /** Wrong characters that were taken back. Right ones that were, on the way to a wrong one, count nowhere. */
  corrected: readonly Slip[];
};

export type Counts = { right: number; wrong: number; corrected: number };

export const startRun = (text: string): TextRun => ({
  text: [...text],
  typed: [],
  alignment: NOTHING_TYPED,
  marks: [],
  corrected: [],
});

/** The field holds `value` now: whatever was typed, taken back or put in between. */
export const typeInto = (run: TextRun, value: string, atMs: number): TextRun => {
  const typed = [...value];
  if (typed.length === run.typed.length && typed.every((one, place) => one === run.typed[place])) return run;
  const alignment = align(typed, run.text);
  const newPlaces = Math.max(0, alignment.reached - run.marks.length);
  return {
    text: run.text,
    typed,
    alignment,
    marks: [...run.marks, ...Array<number>(newPlaces).fill(atMs)],
    corrected: [...run.corrected, ...takenBack(run, typed)],
  };
};

/** Wrong characters that stood between the equal beginning and the equal end of the two values. */
const takenBack = (run: TextRun, typed: readonly string[]): Slip[] => {
  const shorter = Math.min(run.typed.length, typed.length);
  let begin = 0;
  while (begin < shorter && run.typed[begin] === typed[begin]) begin += 1;
  let end = 0;
  while (end < shorter - begin && run.typed.at(-1 - end) === typed.at(-1 - end)) end += 1;
  const isGone = (place: number): boolean => place >= begin && place < run.typed.length - end;
  return run.alignment.steps
    .filter((step) => (step.kind === 'wrong' || step.kind === 'extra') && isGone(step.typed))
    .map((step) => slipOf(run, step));
};

const slipOf = ({ text, typed }: TextRun, step: Step): Slip => ({
  expected: step.kind === 'extra' ? '' : (text[step.at] ?? ''),
  typed: step.typed === null ? '' : (typed[step.typed] ?? ''),
});

/** Slips that stand. */
export const slipsLeft = (run: TextRun): Slip[] =>
  run.alignment.steps.filter(({ kind }) => kind !== 'right').map((step) => slipOf(run, step));

export const countsOf = ({ alignment, corrected }: TextRun): Counts => {
  const right = alignment.steps.filter(({ kind }) => kind === 'right').length;
  return { right, wrong: alignment.steps.length - right, corrected: corrected.length };
};

/** Right characters of all that were typed, missed or corrected (RULES Y1); null: nothing was typed. */
export const accuracyOf = ({ right, wrong, corrected }: Counts): number | null =>
  right + wrong + corrected === 0 ? null : right / (right + wrong + corrected);

/** The last character is right: nothing more is to be typed. */
export const isFinished = ({ text, alignment }: TextRun): boolean =>
  alignment.steps.some(({ kind, at }) => kind === 'right' && at === text.length - 1);

/** The end is reached, with or without a slip in the last character. */
export const isAtEnd = ({ text, alignment }: TextRun): boolean => alignment.reached === text.length;
