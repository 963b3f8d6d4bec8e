/** How long nobody new may be missing in a rush: who comes where its pauses would be too long (RULES J162, J194). */
import type { RushProfile } from '#engine/model/rush.ts';
import { MINUTE_MS } from '#engine/model/spans.ts';

/** The highest level's factor, and in which last share of a promotion nobody new is missing for longer than so many milliseconds at it. */
const TOP_FACTOR = 1.8;
const LAST_SHARE = 0.25;
const MOST_PAUSE_MS = 66_000;
/**
 * How long nobody new may be missing in a promotion at a level's factor, in milliseconds: longer, and two places stand
 * empty though a rush was chosen.
 */
const MOST_PAUSES = [
  { factor: 0.6, ms: 150_000 },
  { factor: 1, ms: 120_000 },
  { factor: TOP_FACTOR, ms: 90_000 },
] as const;
/** Customers a minute at factor 1 without which a day's end may be quiet. */
const PROMOTION_RATE = 0.5;

/** A customer before it is known who. `since`: the least factor at which they come; `batch`: together with others. */
export type Drawn = { key: string; ms: number; since: number; batch: boolean };

/**
 * The same customers, of whom some that come at the highest levels alone come in the pauses of a promotion's last minutes:
 * always the one who is missed least where they were. Their number stays, and so does everybody of factor 1 (RULES J162).
 */
export const steadied = (drawn: readonly Drawn[], { rate }: RushProfile): readonly Drawn[] => {
  const endMs = rate.length * MINUTE_MS;
  const fromMs = endMs * (1 - LAST_SHARE);
  if (!isPromotion(rate)) return drawn;
  let placed = [...drawn].sort((a, b) => a.ms - b.ms);
  for (const _ of drawn) {
    const there = placed.filter(({ since }) => since <= TOP_FACTOR);
    const times = [...there.map(({ ms }) => ms), endMs];
    const pauseAfter = times.findIndex(
      (ms, i) => ms >= fromMs && ms - Math.max(fromMs, times[i - 1] ?? 0) > MOST_PAUSE_MS,
    );
    const moved = there
      .flatMap((each, i) => {
        const isFree = each.since > 1 && each.ms < fromMs && i > 0;
        return isFree ? [{ each, pause: (times[i + 1] ?? endMs) - (times[i - 1] ?? 0) }] : [];
      })
      .sort((a, b) => a.pause - b.pause)[0]?.each;
    if (pauseAfter < 0 || moved === undefined) return placed;
    const [begins, ends] = [Math.max(fromMs, times[pauseAfter - 1] ?? 0), times[pauseAfter] ?? endMs];
    const parts = Math.ceil((ends - begins) / MOST_PAUSE_MS);
    const ms = begins + (ends - begins) / parts;
    placed = placed.map((each) => (each === moved ? { ...each, ms } : each)).sort((a, b) => a.ms - b.ms);
  }
  return placed;
};

/**
 * The same customers, of whom some come from a lower level on, in whose pauses they come: always the one nearest the
 * middle of the longest. Nobody comes at another millisecond (RULES J194). `togetherAt`:
 * who comes in batches at a factor.
 */
export const filled = (
  drawn: readonly Drawn[],
  { rate }: RushProfile,
  togetherAt: (factor: number) => readonly Drawn[],
): readonly Drawn[] => {
  if (!isPromotion(rate)) return drawn;
  const endMs = rate.length * MINUTE_MS;
  return MOST_PAUSES.reduce<readonly Drawn[]>((before, { factor, ms: most }) => {
    const batches = togetherAt(factor);
    let placed = before;
    for (const _ of drawn) {
      const times = [...placed, ...batches].flatMap(({ ms, since }) => (since <= factor && ms < endMs ? [ms] : []));
      const pauses = pausesBetween([0, ...times.sort((a, b) => a - b), endMs]).filter(({ ms }) => ms > most);
      const found = pauses.flatMap(({ fromMs, untilMs }) => nearest(placed, factor, fromMs, untilMs) ?? [])[0];
      if (found === undefined) return placed;
      placed = placed.map((each) => (each === found ? { ...each, since: factor } : each));
    }
    return placed;
  }, drawn);
};

/** The stretches between one time and the next, the longest first. */
const pausesBetween = (times: readonly number[]): { fromMs: number; untilMs: number; ms: number }[] =>
  times
    .slice(1)
    .map((untilMs, i) => ({ fromMs: times[i] ?? 0, untilMs, ms: untilMs - (times[i] ?? 0) }))
    .sort((a, b) => b.ms - a.ms);

/** Who comes above this factor alone, nearest the middle between two times; undefined: nobody does. */
const nearest = (drawn: readonly Drawn[], factor: number, fromMs: number, untilMs: number): Drawn | undefined => {
  const middle = (fromMs + untilMs) / 2;
  return drawn
    .filter(({ ms, since }) => since > factor && ms > fromMs && ms < untilMs)
    .sort((a, b) => Math.abs(a.ms - middle) - Math.abs(b.ms - middle))[0];
};

/** Whether customers come to the last minute. */
const isPromotion = (rate: readonly number[]): boolean =>
  rate.slice(Math.floor(rate.length * (1 - LAST_SHARE))).every((one) => one >= PROMOTION_RATE);
