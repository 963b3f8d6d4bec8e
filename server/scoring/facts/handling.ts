/** 慢接待 and 长接待: the trade has no common line, so the rubric's holds, for figures and findings alike (docs/trade.md §2). */
import type { Rubric } from '#engine/model/rubric.ts';
import { counted, type Round } from './rounds.ts';

/** For rubrics older than these lines. */
const HANDLING = { slowS: 60, longMinutes: 15 };

export const handlingOf = (rubric: Rubric | undefined): { slowS: number; longMinutes: number } =>
  rubric?.handling ?? HANDLING;

const mean = (rounds: readonly Round[]): number => rounds.reduce((sum, r) => sum + r.seconds, 0) / rounds.length;

/**
 * The rounds a conversation's mean gap is made of, the unanswered ones up to where they ended. One broken off sooner than
 * the others were answered is left out: who left unanswered never makes a desk look quicker.
 */
export function gapRounds(rounds: readonly Round[]): Round[] {
  const own = counted(rounds);
  const answered = own.filter((r) => r.to !== null);
  if (answered.length === 0) return own;
  return own.filter((r) => r.to !== null || r.seconds >= mean(answered));
}

/** Mean seconds of those rounds; null without any. */
export function meanGap(rounds: readonly Round[]): number | null {
  const own = gapRounds(rounds);
  return own.length === 0 ? null : mean(own);
}

/** However many customers were there: it says how long this one waited, not whose doing it was. */
export function isSlow(rubric: Rubric | undefined, rounds: readonly Round[]): boolean {
  const gap = meanGap(rounds);
  return gap !== null && gap > handlingOf(rubric).slowS;
}
