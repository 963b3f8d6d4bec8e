/** 慢接待 and 长接待: the trade has no common line, so the rubric's holds, for figures and findings alike (DOMAIN §3). */
import type { Rubric } from '#engine/rubric.ts';
import { counted, type Round } from './rounds.ts';

/** For rubrics older than these lines. */
const HANDLING = { slowS: 60, longMinutes: 15 };

export const handlingOf = (rubric: Rubric | undefined): { slowS: number; longMinutes: number } =>
  rubric?.handling ?? HANDLING;

/** Mean seconds of a conversation's rounds, the unanswered ones up to where they ended; null without any. */
export function meanGap(rounds: readonly Round[]): number | null {
  const own = counted(rounds);
  return own.length === 0 ? null : own.reduce((sum, r) => sum + r.seconds, 0) / own.length;
}

/** However many customers were there: it says how long this one waited, not whose doing it was. */
export function isSlow(rubric: Rubric | undefined, rounds: readonly Round[]): boolean {
  const gap = meanGap(rounds);
  return gap !== null && gap > handlingOf(rubric).slowS;
}
