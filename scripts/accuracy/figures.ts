/** All published figures as one value: `docs/accuracy.json`. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Library } from '#library/load.ts';
import { contextsOf } from '#scripts/accuracy/invariants/contexts.ts';
import { INVARIANTS, type InvariantName, invariantRates } from '#scripts/accuracy/invariants/rates.ts';
import { type ExampleSets, type LabelledExample, readExamples } from './examples.ts';
import { type FalseAlarms, falseAlarms } from './false-alarms.ts';
import { type Judged, judged } from './judged.ts';
import { actFigures, type ListedFigures, redLineFigures, type SureRedLines, sureRedLines } from './listed-figures.ts';
import { answerFigures, type OneOfFigures, type SureTone, sureTone, toneFigures } from './one-of-figures.ts';
import { type Bin, calibration, type PointFigures, pointFigures } from './points-figures.ts';
import { type TailFigures, tailFigures } from './tails.ts';
import { type TurnFigures, type TurnSet, turnSets } from './turns.ts';
import { WEAKNESSES, type Weakness } from './weaknesses.ts';

export const PARTS = ['ordinary', 'hard'] as const;
export type Part = (typeof PARTS)[number];
export const SPLITS = ['blind', 'tuned'] as const;
export type Split = (typeof SPLITS)[number];

export type PartFigures = {
  lines: number;
  points: PointFigures;
  tone: OneOfFigures;
  answer: OneOfFigures;
  redLines: ListedFigures;
  acts: ListedFigures;
  sureTone: SureTone;
  sureRedLines: SureRedLines;
  falseAlarms: FalseAlarms;
};
export type SplitFigures = Record<Part, PartFigures> & { lines: number; calibration: Bin[] };

/** How often two people gave a line the same label, by task, 0–1. */
export type Agreement = Record<string, { lines: number; same: number }>;

export type Accuracy = {
  /** The day on which a figure last changed, ISO. */
  date: string;
  lines: { digest: string; blind: number; tuned: number; shared: number };
  agreement: Agreement | null;
  blind: SplitFigures;
  tuned: SplitFigures;
  /** The same points of the blind lines once an author has filled in their `about yes no value unless examples`. */
  keyed: Record<Part, PointFigures>;
  /** How often the judge breaks the rules that hold for any reply, over all questions of all cases. */
  holds: Record<InvariantName, Share>;
  /** Whole turns with their threads: some written on topics of their own, some from plays by people who had seen no case. */
  turns: Record<TurnSet, TurnFigures>;
  /** Bad lines after a good answer, written by people who didn't know the rules. */
  tails: TailFigures;
  weaknesses: readonly Weakness[];
};
type Share = { broken: number; of: number };

/** Judges every line in `folder` and beside it, and what must hold of the cases of `library`. */
export const accuracyOf = (folder: string, date: string, library: Library): Accuracy => {
  const lines = readExamples(folder);
  return {
    date,
    lines: sizes(lines),
    agreement: agreementIn(folder),
    blind: splitFigures(lines.blind),
    tuned: splitFigures(lines.tuned),
    keyed: keyedFigures(lines.keyed),
    ...heldBy(library),
    weaknesses: WEAKNESSES,
  };
};

const heldBy = (library: Library): Pick<Accuracy, 'holds' | 'turns' | 'tails'> => {
  const rates = invariantRates(contextsOf(library));
  const holds = Object.fromEntries(
    INVARIANTS.map((name): [InvariantName, Share] => [name, { broken: rates[name].broken, of: rates[name].of }]),
  ) as Record<InvariantName, Share>;
  return { holds, turns: turnSets(library), tails: tailFigures('blind-tails') };
};

const sizes = ({ blind, tuned, shared, digest }: ExampleSets): Accuracy['lines'] => ({
  digest,
  blind: blind.length,
  tuned: tuned.length,
  shared,
});

/** Figures of one set of lines. */
export const splitFigures = (lines: readonly LabelledExample[]): SplitFigures => {
  const all = judged(lines);
  return {
    lines: all.length,
    ordinary: partFigures(all.filter(({ line }) => !line.hard)),
    hard: partFigures(all.filter(({ line }) => line.hard)),
    calibration: calibration(all),
  };
};

/** Figures on points alone. */
export const keyedFigures = (lines: readonly LabelledExample[]): Record<Part, PointFigures> => {
  const all = judged(lines);
  return {
    ordinary: pointFigures(all.filter(({ line }) => !line.hard)),
    hard: pointFigures(all.filter(({ line }) => line.hard)),
  };
};

const partFigures = (all: readonly Judged[]): PartFigures => ({
  lines: all.length,
  points: pointFigures(all),
  tone: toneFigures(all),
  answer: answerFigures(all),
  redLines: redLineFigures(all),
  acts: actFigures(all),
  sureTone: sureTone(all),
  sureRedLines: sureRedLines(all),
  falseAlarms: falseAlarms(all),
});

/** `agreement.json` beside the lines: `{task: {lines, same}}`; null until somebody has labelled them a second time. */
const agreementIn = (folder: string): Agreement | null => {
  const file = join(folder, 'agreement.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Agreement) : null;
};

/** `now` with the date of `published` if nothing else has changed. */
export const dated = (now: Accuracy, published: Accuracy | null): Accuracy => {
  if (published === null) return now;
  const isSame = JSON.stringify({ ...now, date: published.date }) === JSON.stringify(published);
  return isSame ? published : now;
};

/**
 * The value as the text of a file: an object of plain words and numbers stands on one line, so that a change of it
 * shows as one line.
 */
export const printed = (value: unknown, indent = ''): string => {
  const items = Array.isArray(value)
    ? value.map((element) => ['', element] as const)
    : typeof value === 'object' && value !== null
      ? Object.entries(value).map(([key, element]) => [`${JSON.stringify(key)}: `, element] as const)
      : null;
  if (items === null) return JSON.stringify(value);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const isFlat = items.every(([, element]) => typeof element !== 'object' || element === null);
  if (isFlat) return `${open}${items.map(([key, element]) => `${key}${JSON.stringify(element)}`).join(', ')}${close}`;
  const deeper = `${indent} `;
  return `${open}\n${items.map(([key, element]) => `${deeper}${key}${printed(element, deeper)}`).join(',\n')}\n${indent}${close}`;
};
