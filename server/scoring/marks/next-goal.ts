/** The goal a report sets for the next drill: one act, counted, in at most thirty characters (RULES M5). */
import { say } from '#i18n/say.ts';
import { RED_LINES, type RedLine } from '#language/terms/verdicts.ts';
import { type FaultCode, isFaultCode } from '#scoring/facts/codes.ts';

/** Replies that were timed, how many of them were late, and the threshold for them in seconds. */
export type Replies = { all: number; late: number; lineS: number };

/** Share of all replies that the goal wants in time: a trainee who is asked for all of them at once gives up. */
const NEXT_PART = 0.75;

function inTime({ all, late, lineS }: Replies): string {
  if (all <= 1) return say('marks:goal.first-in-time', { line: lineS });
  // A number reached already is no goal.
  const most = Math.min(all, Math.max(Math.round(all * NEXT_PART), all - late + 1));
  return say('marks:goal.in-time', { all, most, line: lineS });
}

/** For these faults the goal is a number of replies in time. */
const TIMED = ['late-first', 'late-round', 'slow-handling'] as const;
type Timed = (typeof TIMED)[number];
const isTimed = (code: string): code is Timed => TIMED.some((timed) => timed === code);

const RED_LINE = 'red-line:';
const redLineOf = (code: string): RedLine | undefined => RED_LINES.find((line) => code === `${RED_LINE}${line}`);

/** `code`: the fault that the goal is to mend. */
export function goalFor(code: string, replies: Replies): string {
  const line = { line: replies.lineS };
  const redLine = redLineOf(code);
  if (redLine !== undefined) return say(`marks:goal.of.red-line.${redLine}`);
  if (!isFaultCode(code) || isTimed(code)) return inTime(replies);
  return say(`marks:goal.of.${code satisfies Exclude<FaultCode, Timed>}`, line);
}
