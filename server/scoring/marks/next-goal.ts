/** The goal a report sets for the next drill: one act, counted, in at most thirty characters (RULES M5). */
import { say } from '#i18n/say.ts';
import { RED_LINES, type RedLine } from '#language/terms/verdicts.ts';
import { type FaultCode, type FindingCode, isFaultCode } from '#scoring/facts/codes.ts';

/**
 * Replies that were timed, how many of them were late, and the threshold in seconds that held for most of them;
 * `hasSeveral`: others had another, as customers at once came and went, so that no one number of seconds tells who was late.
 */
export type ReplyCounts = { total: number; late: number; thresholdS: number; hasSeveral?: boolean };

/** Share of all replies that the goal wants in time: a trainee who is asked for all of them at once gives up. */
const GOAL_SHARE = 0.75;

const inTime = ({ total, late, thresholdS, hasSeveral }: ReplyCounts): string => {
  if (total <= 1) return say('marks:goal.first-in-time', { line: thresholdS });
  // A number reached already is no goal.
  const goalCount = Math.min(total, Math.max(Math.round(total * GOAL_SHARE), total - late + 1));
  return hasSeveral === true
    ? say('marks:goal.none-late', { all: total, most: goalCount })
    : say('marks:goal.in-time', { all: total, most: goalCount, line: thresholdS });
};

/** For these faults the goal is a number of replies in time. */
const TIMED_CODES = ['late-first', 'late-round', 'slow-handling'] as const satisfies readonly FindingCode[];
type TimedCode = (typeof TIMED_CODES)[number];
const isTimed = (code: string): code is TimedCode => TIMED_CODES.some((timed) => timed === code);

const RED_LINE_PREFIX = 'red-line:';
const redLineOf = (code: string): RedLine | undefined =>
  RED_LINES.find((redLine) => code === `${RED_LINE_PREFIX}${redLine}`);

/** `code`: the fault that the goal is to mend. */
export const goalFor = (code: string, replies: ReplyCounts): string => {
  const values = { line: replies.thresholdS };
  const redLine = redLineOf(code);
  if (redLine !== undefined) return say(`marks:goal.of.red-line.${redLine}`);
  if (!isFaultCode(code) || isTimed(code)) return inTime(replies);
  return say(`marks:goal.of.${code satisfies Exclude<FaultCode, TimedCode>}`, values);
};
