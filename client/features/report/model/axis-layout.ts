import type { Report } from '#contract/report.ts';

/** All figures in px of the drawing. It is drawn for its present width, so text never shrinks. */
const HEAD_HEIGHT = 50;
/** Nothing is written or marked further left: there the words above and below the drawing begin. */
export const AXIS_EDGE = 14;
const LANE_HEIGHT = 112;
/** Narrower than this, as on a phone, each name stands over its lane, which then has the whole width: nothing is pushed sideways. */
export const STACKED_BELOW = 690;
const STACKED = { left: 16, captionHeight: 20 };
const RIGHT_MARGIN = 16;
/** Seconds between two ticks: the first of these that keeps them MIN_TICK_GAP apart, else an hour. */
const TICK_STEPS_S = [5, 15, 30, 60, 120, 300, 600, 1200];
const MAX_TICK_STEP_S = 3600;
const MIN_TICK_GAP = 84;
/** The names of the lanes stand left of the axis; a narrow drawing leaves them less room. */
const NAMES_WIDTH = { narrow: 104, wide: 132 };
const WIDE_FROM = 760;
/** Shortest axis, so that a drill ended at once still has a length to divide by. */
const MIN_LENGTH_MS = 1000;

export type AxisLayout = {
  width: number;
  height: number;
  headHeight: number;
  laneHeight: number;
  /** Room over what is drawn, for the names; 0 where they stand beside it. */
  captionHeight: number;
  left: number;
  x: (ms: number) => number;
  /** Drill milliseconds at a place: the inverse of `x`. */
  timeAt: (x: number) => number;
  ticks: number[];
};

export const axisLayout = (report: Report, width: number): AxisLayout => {
  const isStacked = width < STACKED_BELOW;
  const left = isStacked ? STACKED.left : width < WIDE_FROM ? NAMES_WIDTH.narrow : NAMES_WIDTH.wide;
  const captionHeight = isStacked ? STACKED.captionHeight : 0;
  const headHeight = HEAD_HEIGHT + captionHeight;
  const laneHeight = LANE_HEIGHT + captionHeight;
  const endMs = Math.max(
    MIN_LENGTH_MS,
    ...report.conversations.map((conversation) => conversation.until),
    ...report.findings.map((finding) => finding.at),
  );
  const axisWidth = width - left - RIGHT_MARGIN;
  const xOf = (ms: number): number => left + (Math.max(0, Math.min(ms, endMs)) / endMs) * axisWidth;
  const timeAt = (place: number): number =>
    Math.round((Math.max(0, Math.min(axisWidth, place - left)) / axisWidth) * endMs);
  const step =
    (TICK_STEPS_S.find((step) => (step * 1000 * axisWidth) / endMs >= MIN_TICK_GAP) ?? MAX_TICK_STEP_S) * 1000;
  const ticks = Array.from({ length: Math.floor(endMs / step) + 1 }, (_, index) => index * step);
  return {
    width,
    height: headHeight + laneHeight * report.conversations.length,
    ...{ headHeight, laneHeight, captionHeight },
    left,
    x: xOf,
    timeAt,
    ticks,
  };
};

/**
 * Places marks along a row: each at least `gap` after the one before, none before `left` and none past `right`. Late marks push earlier
 * ones back; if the row is too short for all, the gaps shrink. Input in order of x.
 */
export const spreadApart = <T extends { x: number }>(
  marks: readonly T[],
  gap: number,
  { left, right }: { left: number; right: number },
): T[] => {
  const distance = Math.min(gap, (right - left) / Math.max(1, marks.length - 1));
  const places: number[] = [];
  for (const [index, mark] of marks.entries()) {
    places.push(Math.max(mark.x, (places[index - 1] ?? left - distance) + distance));
  }
  return marks.map((mark, index) => ({
    ...mark,
    x: Math.min(places[index] ?? mark.x, right - distance * (marks.length - 1 - index)),
  }));
};

/** Free room around a label, in px. */
const LABEL_GAP = 6;

/**
 * Where the label of each mark stands: at its right, else at its left, else nowhere. It touches no other mark or label, and stays
 * within `left` and `right` (RULES X76). Input in order of x; `half`: half of a mark's width, `gap`: between mark and label.
 */
export const labelSides = (
  marks: readonly { x: number; label: string }[],
  { half, gap, left, right }: { half: number; gap: number; left: number; right: number },
): ('right' | 'left' | null)[] => {
  const taken = marks.map(({ x }) => ({ from: x - half, to: x + half }));
  const isFree = (own: number, from: number, to: number): boolean =>
    from >= left &&
    to <= right &&
    taken.every((other, index) => index === own || to + LABEL_GAP <= other.from || from >= other.to + LABEL_GAP);
  return marks.map(({ x, label }, index) => {
    const width = labelWidth(label);
    const sides = { right: { from: x + gap, to: x + gap + width }, left: { from: x - gap - width, to: x - gap } };
    const side = (['right', 'left'] as const).find((at) => isFree(index, sides[at].from, sides[at].to)) ?? null;
    if (side !== null && width > 0) taken.push(sides[side]);
    return side;
  });
};

/** About how wide a 12 px label is: a Chinese character 12, a Latin one 7. */
export const labelWidth = (text: string): number =>
  [...text].reduce((sum, char) => sum + (char.charCodeAt(0) > 255 ? 12 : 7), 0);
