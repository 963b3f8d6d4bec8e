/** Red lines and acts: any number of labels a line. */

import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import { RED_LINES } from '#language/terms/verdicts.ts';
import { type Judged, ofTask } from './judged.ts';
import {
  type DetectionCounts,
  detectionCounts,
  emptyTally,
  type Proportion,
  proportionOf,
  tally,
} from './statistics.ts';

/** The acts the labels are complete on; the judge hears a few more. */
export const COUNTED_ACTS = [
  'greeting',
  'apology',
  'empathy',
  'order-prompt',
  'payment-reminder',
  'follow-up',
  'goodbye',
  'ask-info',
  'promise-time',
] as const;

export type ListedFigures = { lines: number; all: DetectionCounts; classes: Record<string, DetectionCounts> };

export type SureRedLines = {
  /** Share of the verdicts that are certain. */
  sure: Proportion;
  /** Share of the certain verdicts that are right: only these cap a mark. */
  right: Proportion;
  /** Share of the possible verdicts that are right: these are left to people. */
  possible: Proportion;
  /** Share of all labelled red lines that get a certain verdict. */
  caught: Proportion;
};

/** Threats and obstructed complaints share one label, so their codes count as one. */
export const merged = (code: string): string => (code === 'block-complaint' ? 'threat' : code);

/** Every red line that has a label of its own. */
export const LABELLED_RED_LINES = RED_LINES.filter((code) => merged(code) === code);

type Sets = { wanted: readonly string[]; got: readonly string[] };

const listed = (lines: readonly Sets[], labels: readonly string[]): ListedFigures => {
  const count = (names: readonly string[]): DetectionCounts => {
    const counts = emptyTally();
    const only = (list: readonly string[]) => list.filter((name) => names.includes(name));
    for (const { wanted, got } of lines) tally(counts, only(wanted), only(got));
    return detectionCounts(counts);
  };
  return {
    lines: lines.length,
    all: count(labels),
    classes: Object.fromEntries(labels.map((name) => [name, count([name])])),
  };
};

export const redLineFigures = (all: readonly Judged[]): ListedFigures =>
  listed(
    ofTask(all, 'redline').map(({ line, judgement }) => ({
      wanted: line.expect.map(merged),
      got: judgement.redLines
        .filter(({ chance }) => chance >= VERDICT_THRESHOLDS.redLine.checked)
        .map(({ code }) => merged(code)),
    })),
    LABELLED_RED_LINES,
  );

export const actFigures = (all: readonly Judged[]): ListedFigures =>
  listed(
    ofTask(all, 'act').map(({ line, judgement }) => ({ wanted: line.expect, got: judgement.acts })),
    COUNTED_ACTS,
  );

/** Only red lines told with high confidence cap a mark. */
export const sureRedLines = (all: readonly Judged[]): SureRedLines => {
  const hits = ofTask(all, 'redline').flatMap(({ line, judgement }) => {
    const labels = line.expect.map(merged);
    const codes = new Map<string, boolean>();
    for (const { code, confidence } of judgement.redLines)
      codes.set(merged(code), codes.get(merged(code)) === true || confidence === 'high');
    return [...codes].map(([code, sure]) => ({ sure, right: labels.includes(code) }));
  });
  const sure = hits.filter((hit) => hit.sure);
  const possible = hits.filter((hit) => !hit.sure);
  const labels = ofTask(all, 'redline').reduce((sum, { line }) => sum + new Set(line.expect.map(merged)).size, 0);
  const rightOf = (list: typeof hits): number => list.filter((hit) => hit.right).length;
  return {
    sure: proportionOf(sure.length, hits.length),
    right: proportionOf(rightOf(sure), sure.length),
    possible: proportionOf(rightOf(possible), possible.length),
    caught: proportionOf(rightOf(sure), labels),
  };
};
