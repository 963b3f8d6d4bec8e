/** What a seat's attempts come to: which counts, what lateness takes off, and where the seat stands (RULES H5–H7). */
import type { Homework, HomeworkMark, HomeworkStatus } from '#contract/homework/homework.ts';
import { DAY_MS } from '#contract/wire/spans.ts';
import { toTenth } from '#scoring/log/arithmetic.ts';
import { lateMsOf, marksOff, type SeatWindow } from './window.ts';

/** An attempt, oldest first. `score` null: it has ended and nobody came, or it goes on. */
export type Attempt = {
  drill: string;
  state: 'opened' | 'running' | 'ended';
  openedAt: number;
  endedAt: number | null;
  score: number | null;
  passed: boolean;
  /** It ended before a customer came: it uses none up. */
  isVoid: boolean;
};
type HandedIn = Attempt & { score: number; mark: number; lateMs: number; off: number };

export type CountedMark = HomeworkMark & {
  /** The attempt that is shown for it; of a mean the best. Null before any was handed in. */
  drill: string | null;
};

/** Attempts that have ended with a score, each with its mark after what lateness takes off; never below nought. */
const handedIn = (homework: Homework, window: SeatWindow, attempts: readonly Attempt[]): HandedIn[] => {
  return attempts.flatMap((attempt) => {
    const { state, endedAt, score } = attempt;
    if (state !== 'ended' || score === null) return [];
    const lateMs = lateMsOf(window, endedAt ?? attempt.openedAt);
    const off = marksOff(homework, lateMs);
    return [{ ...attempt, score, lateMs, off, mark: toTenth(Math.max(0, score - off)) }];
  });
};

/** Of equally good attempts the earlier: what came later gained nothing. */
const bestOf = (attempts: readonly HandedIn[]): HandedIn | undefined =>
  attempts.reduce<HandedIn | undefined>(
    (best, one) => (best === undefined || one.mark > best.mark ? one : best),
    undefined,
  );

/**
 * The mark that counts. Best: the highest after what lateness takes off. Last: that of the attempt begun last. Mean: of
 * all, each after its own lateness; it is late where one of them is.
 */
export const countedMark = (homework: Homework, window: SeatWindow, attempts: readonly Attempt[]): CountedMark => {
  const done = handedIn(homework, window, attempts);
  const shown = homework.counts === 'last' ? done.at(-1) : bestOf(done);
  if (shown === undefined) return { counted: null, lateMs: 0, off: 0, drill: null };
  if (homework.counts !== 'mean')
    return { counted: shown.mark, lateMs: shown.lateMs, off: shown.off, drill: shown.drill };
  const mean = (of: (one: HandedIn) => number): number => done.reduce((sum, one) => sum + of(one), 0) / done.length;
  return {
    counted: toTenth(mean(({ mark }) => mark)),
    lateMs: Math.max(...done.map(({ lateMs }) => lateMs)),
    off: toTenth(mean(({ off }) => off)),
    drill: shown.drill,
  };
};

/** How many of the attempts that the rule grants are used (RULES H3). */
export const usedOf = (attempts: readonly Attempt[]): number => attempts.filter(({ isVoid }) => !isVoid).length;

/** The latest moment at which something of the seat's was opened or ended; null: nothing was. */
export const lastMoment = (attempts: readonly Attempt[]): number | null =>
  attempts.length === 0 ? null : Math.max(...attempts.map(({ openedAt, endedAt }) => endedAt ?? openedAt));

/** Where the seat stands. Stuck goes before handed in: it is the seat that needs somebody. */
export const statusOf = (
  homework: Pick<Homework, 'attempts'>,
  { lateMs, counted }: HomeworkMark,
  attempts: readonly Attempt[],
  now: number,
): HomeworkStatus => {
  const open = attempts.find(({ state }) => state !== 'ended');
  if (open !== undefined) return now - open.openedAt > DAY_MS ? 'stuck' : 'going';
  const isUsedUp = homework.attempts !== null && usedOf(attempts) >= homework.attempts;
  if (isUsedUp && !attempts.some(({ passed }) => passed)) return 'stuck';
  // One that was ended before anybody came is none.
  if (counted === null) return 'not-begun';
  return lateMs > 0 ? 'late' : 'handed-in';
};
