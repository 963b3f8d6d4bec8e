/** Which words of a turn are quoted for a point that it tells: those nearest to a wording of it, and not the likeliest that stood beside them. */
import type { ComparedReply } from '#language/points/features/compared-reply.ts';
import { chancesBy } from '#language/points/features/forest.ts';
import { sideSaidWhole } from '#language/points/features/whole.ts';
import { featuresOf } from '#language/points/features/window-features.ts';
import { matchOf, type Window } from '#language/points/features/windows.ts';
import type { CompiledWordings } from '#language/points/wordings/compiled.ts';
import { oppositeClauses } from '#language/points/wordings/opposite.ts';
import { rivalClauses } from '#language/points/wordings/rival-names.ts';
import { SIMILARITY_THRESHOLDS, VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import { ruledOutSpans } from './authored-sentences.ts';
import { FOREST, rightChance } from './likeliest-windows.ts';

type Span = { start: number; end: number };

type Nearness = { nearest: number; toSays: number };

/** The span of the words that say the point best; `told`, by which it was judged, where no clause comes nearer to the wording by which the point is shown, and as near to one of all. */
export const quotedSpan = (reply: ComparedReply, pointIndex: number, told: Span, idle: readonly Span[]): Span => {
  const slots = reply.wordingIndex.slotsByPoint[pointIndex]?.right ?? [];
  const isTold = ({ start, end }: Span): boolean => start >= told.start && end <= told.end;
  const from = reply.clauses.findIndex(isTold);
  const to = reply.clauses.findLastIndex(isTold);
  if (from < 0 || slots.length === 0) return { start: told.start, end: told.end };
  let best = { ...nearnessOf(reply, slots, { from, to }), start: told.start, end: told.end };
  for (const [index, { start, end }] of reply.clauses.entries()) {
    const window = { from: index, to: index };
    const near = nearnessOf(reply, slots, window);
    const isNearer =
      near.nearest >= best.nearest - SIMILARITY_THRESHOLDS.asNear &&
      near.toSays > best.toSays + SIMILARITY_THRESHOLDS.nearer;
    const isOther = index < from || index > to || from < to;
    if (isNearer && isOther && saysPoint(reply, pointIndex, window, idle)) best = { ...near, start, end };
  }
  return { start: best.start, end: best.end };
};

/** How near a window comes to any of these wordings, and to the first, by which the point is shown. */
const nearnessOf = (reply: ComparedReply, slots: readonly number[], { from, to }: Window): Nearness => {
  const scores = slots.map((slot) => matchOf(reply, slot, from, to).score);
  return { nearest: Math.max(...scores), toSays: scores[0] ?? 0 };
};

const spanOfWindow = ({ clauses }: ComparedReply, { from, to }: Window): Span => ({
  start: clauses[from]?.start ?? 0,
  end: clauses[to]?.end ?? 0,
});

/** Whether a window by itself likely says the point: no other figure, name or sign stands in it, and the author rules none of it out. */
const saysPoint = (reply: ComparedReply, pointIndex: number, window: Window, idle: readonly Span[]): boolean => {
  const compiled = reply.wordingIndex.points[pointIndex] as CompiledWordings;
  const slots = reply.wordingIndex.slotsByPoint[pointIndex];
  if (slots === undefined) return false;
  const isIn = (index: number): boolean => index >= window.from && index <= window.to;
  if (oppositeClauses(reply.reading, compiled).some(isIn)) return false;
  if (rivalClauses(compiled.rivalNames, reply.reading)?.some((isRival, index) => isRival && isIn(index))) return false;
  const ruledOut = [...ruledOutSpans(reply, pointIndex), ...idle];
  const { start, end } = spanOfWindow(reply, window);
  if (ruledOut.some((span) => span.start < end && start < span.end)) return false;
  const { row, facts } = featuresOf(reply, compiled, slots, window, pointIndex);
  const whole = sideSaidWhole(reply, pointIndex, window);
  return rightChance(chancesBy(FOREST, row).covered, whole, facts, compiled) >= VERDICT_THRESHOLDS.volunteered.likely;
};
