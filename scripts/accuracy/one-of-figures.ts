/** Tone and answer: one label out of a few. */

import type { Judgement } from '#language/judgement.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import { ANSWERS, TONES } from '#language/terms/verdicts.ts';
import { type Judged, ofTask } from './judged.ts';
import {
  type DetectionCounts,
  detectionCounts,
  emptyTally,
  type Proportion,
  proportionOf,
  tally,
} from './statistics.ts';

export const BAD_TONES: readonly string[] = ['cold', 'impatient', 'hostile'];
export const BAD_ANSWERS: readonly string[] = ['vague', 'evaded'];

export type OneOfFigures = {
  lines: number;
  /** Share of the lines whose verdict is the label itself. */
  exact: Proportion;
  /** Bad labels against bad verdicts, whichever of the bad ones. */
  bad: DetectionCounts;
  classes: Record<string, DetectionCounts>;
  /** Rows: the label; columns: the verdict; both in the order of `classes`. */
  confusion: number[][];
};

export type SureTone = {
  /** Share of the verdicts that are certain. */
  sure: Proportion;
  /** Share of the certain verdicts that are right. */
  exact: Proportion;
  /** Share of the certain verdicts of a bad tone in which the tone is bad. */
  bad: Proportion;
  /** Share of all replies with a bad tone that get a certain verdict of one. */
  caught: Proportion;
};

const told = {
  tone: ({ tone }: Judgement): string => tone,
  evasion: ({ answer }: Judgement): string => answer,
};

const oneOf = (
  all: readonly Judged[],
  task: 'tone' | 'evasion',
  labels: readonly string[],
  bad: readonly string[],
): OneOfFigures => {
  const lines = ofTask(all, task).map(({ line, judgement }) => ({ label: line.expect, said: told[task](judgement) }));
  const found = emptyTally();
  const flag = (label: string): string[] => (bad.includes(label) ? ['bad'] : []);
  for (const { label, said } of lines) tally(found, flag(label), flag(said));
  const ofClass = (name: string): DetectionCounts => {
    const counts = emptyTally();
    const only = (label: string): string[] => (label === name ? [name] : []);
    for (const { label, said } of lines) tally(counts, only(label), only(said));
    return detectionCounts(counts);
  };
  return {
    lines: lines.length,
    exact: proportionOf(lines.filter(({ label, said }) => label === said).length, lines.length),
    bad: detectionCounts(found),
    classes: Object.fromEntries(labels.map((name) => [name, ofClass(name)])),
    confusion: labels.map((row) =>
      labels.map((column) => lines.filter(({ label, said }) => label === row && said === column).length),
    ),
  };
};

export const toneFigures = (all: readonly Judged[]): OneOfFigures => oneOf(all, 'tone', TONES, BAD_TONES);
export const answerFigures = (all: readonly Judged[]): OneOfFigures => oneOf(all, 'evasion', ANSWERS, BAD_ANSWERS);

/** A tone costs marks only with a confidence of `VERDICT_THRESHOLDS.tone.told` or more. */
export const sureTone = (all: readonly Judged[]): SureTone => {
  const lines = ofTask(all, 'tone');
  const sure = lines.filter(({ judgement }) => judgement.toneConfidence >= VERDICT_THRESHOLDS.tone.told);
  const bad = sure.filter(({ judgement }) => BAD_TONES.includes(judgement.tone));
  const isIll = ({ line }: (typeof lines)[number]): boolean => BAD_TONES.includes(line.expect);
  return {
    sure: proportionOf(sure.length, lines.length),
    exact: proportionOf(sure.filter(({ line, judgement }) => line.expect === judgement.tone).length, sure.length),
    bad: proportionOf(bad.filter(isIll).length, bad.length),
    caught: proportionOf(bad.filter(isIll).length, lines.filter(isIll).length),
  };
};
