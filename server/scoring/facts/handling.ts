/** 慢接待 and 长接待: the trade has no common threshold, so figures and findings take the rubric's (docs/trade.md §2). */
import type { Rubric } from '#engine/model/rubric.ts';
import { countedRounds, type Round } from './rounds.ts';

/** For rubrics older than these thresholds. */
const DEFAULT_HANDLING = { slowS: 60, longMinutes: 15 };

export const handlingOf = (rubric: Rubric | undefined): { slowS: number; longMinutes: number } =>
  rubric?.handling ?? DEFAULT_HANDLING;

const meanSeconds = (rounds: readonly Round[]): number =>
  rounds.reduce((sum, round) => sum + round.seconds, 0) / rounds.length;

/**
 * The rounds that a conversation's mean gap is made of, unanswered ones up to where they ended. An unanswered round
 * shorter than the mean of the answered ones is left out: else a customer who leaves soon makes the desk look quicker.
 */
export const gapRounds = (rounds: readonly Round[]): Round[] => {
  const counted = countedRounds(rounds);
  const answered = counted.filter(({ to }) => to !== null);
  if (answered.length === 0) return counted;
  return counted.filter(({ to, seconds }) => to !== null || seconds >= meanSeconds(answered));
};

/** Mean seconds of those rounds; null without any. */
export const meanGap = (rounds: readonly Round[]): number | null => {
  const roundsInGap = gapRounds(rounds);
  return roundsInGap.length === 0 ? null : meanSeconds(roundsInGap);
};

/**
 * Whether the mean gap is above `slowS`, however many customers were there: it says how long this one waited, not whose
 * fault it was.
 */
export const isSlow = (rubric: Rubric | undefined, rounds: readonly Round[]): boolean => {
  const gap = meanGap(rounds);
  return gap !== null && gap > handlingOf(rubric).slowS;
};
