/**
 * The clock of a written paper by itself, where seats may have extra time (RULES X24). The run is as long as its longest
 * seat, so that its bell, its sealing and its publishing wait for that one; the others end by their own length.
 */
import { MINUTE_MS } from '#contract/wire/spans.ts';
import type { Run, RunEntry } from '#storage/runs.ts';

/** Percent on top of the paper's length, by seat; the latest entry of a seat counts, and 0 takes it back. */
export const extraPercents = (log: readonly RunEntry[]): ReadonlyMap<string, number> => {
  const percents = new Map<string, number>();
  for (const { kind, seat, body } of log)
    if (kind === 'extra-time' && seat !== null && typeof body.percent === 'number') percents.set(seat, body.percent);
  return percents;
};

/** Of a seat without extra time: as long as it was set, and what the teacher added for all. */
const usualMs = ({ plan }: Pick<Run, 'plan'>, log: readonly RunEntry[]): number =>
  log.reduce(
    (ms, { kind, body }) =>
      kind === 'extend' && typeof body.minutes === 'number' ? ms + body.minutes * MINUTE_MS : ms,
    plan.minutes * MINUTE_MS,
  );

const withPercent = (ms: number, percent: number): number => Math.round((ms * (100 + percent)) / 100);

/** How long the paper is for the seat. */
export const seatMs = (run: Pick<Run, 'plan'>, log: readonly RunEntry[], seat: string): number =>
  withPercent(usualMs(run, log), extraPercents(log).get(seat) ?? 0);

/** How long the run is. */
export const longestMs = (run: Pick<Run, 'plan'>, log: readonly RunEntry[]): number =>
  withPercent(usualMs(run, log), Math.max(0, ...extraPercents(log).values()));
