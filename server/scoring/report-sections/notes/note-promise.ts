/** When the trainee promised to be back, and whether a note to the next shift tells it (RULES Q72). */
import type { DrillMs } from '#engine/model/events.ts';
import { callBackIn } from '#language/answers/call-back.ts';
import { readText } from '#language/reading/clauses.ts';
import { folded } from '#language/reading/folded.ts';
import { normalise, originalSpan } from '#language/reading/normalise.ts';
import { isSameValue } from '#language/reading/same-value.ts';
import type { Value } from '#language/reading/value.ts';
import { valuesIn } from '#language/reading/values.ts';
import type { ConversationHistory } from '#scoring/log/conversation-history.ts';
import { isOvertaken } from '#scoring/log/overtaken.ts';

/** Words that promise when the trainee is back, and when they were said. */
type SaidPromise = { words: string; at: DrillMs };

/** The trainee's words that promise when they are back: a later hour or day, or a hold that isn't over; the last ones. Null: none. */
export const openPromise = (conversation: ConversationHistory): SaidPromise | null => {
  const { traineeMessages, holdPromises, turns } = conversation;
  const hold = holdPromises.at(-1);
  const isHolding = hold?.begun.timed === true && hold.ended === null;
  const quote = isHolding
    ? turns.find(({ judgement }) => judgement.turn === hold.begun.turn)?.judgement.hold?.quote
    : null;
  const heldIn = quote == null ? undefined : traineeMessages.find(({ id }) => id === quote.message);
  if (quote != null && heldIn !== undefined) return { words: clauseFrom(heldIn.text, quote.start), at: heldIn.at };
  return traineeMessages.reduce<SaidPromise | null>((latest, { text, at, index }) => {
    const words = promisedIn(text);
    return words === null || isOvertaken(conversation, { text, index }) ? latest : { words, at };
  }, null);
};

/** The words from there to the end of their clause. */
const clauseFrom = (text: string, start: number): string => /^[^，。！？；,!?;\n]*/.exec(text.slice(start))?.[0] ?? '';

export const promisedIn = (text: string): string | null => {
  const normalised = normalise(text);
  const span = callBackIn(readText(normalised.text));
  if (span === null) return null;
  const { start, end } = originalSpan(normalised, span.start, span.end);
  return text.slice(start, end);
};

/** Whether the note has the promise's hour or span, or its day where it has neither, however it is written. Words without a figure promise none. */
export const namesTime = (note: string, promised: string): boolean => {
  const hours = timesIn(promised, ['clock', 'duration']);
  const times = hours.length > 0 ? hours : timesIn(promised, ['date']);
  const noted = timesIn(note, ['clock', 'duration', 'date']);
  return times.length === 0 || times.some((time) => noted.some((other) => isSameValue(time, other)));
};

const MINUTE_S = 60;
const DAY_MINUTES = 1440;
const HALF_DAY_MINUTES = 720;
/** The hour that a span comes to is written down rounded: 2小时内 of 20:01:25 is 22:01, or 22:00. */
const SLACK_MINUTES = 5;

/**
 * Whether the note has the promise's time, or the hour that a promised span comes to: 2小时内 at 20:01 is 22:01 (RULES M212).
 * `saidMinute`: when it was promised, in minutes of the story's day.
 */
export const namesPromise = (note: string, { words }: Pick<SaidPromise, 'words'>, saidMinute: number): boolean =>
  namesTime(note, words) ||
  timesIn(words, ['duration']).some(({ quantity }) => {
    const dueMinute = saidMinute + quantity / MINUTE_S;
    return timesIn(note, ['clock']).some((hour) => {
      const cycle = hour.isAmbiguous ? HALF_DAY_MINUTES : DAY_MINUTES;
      const apart = Math.abs(hour.quantity - dueMinute) % cycle;
      return Math.min(apart, cycle - apart) <= SLACK_MINUTES;
    });
  });

const timesIn = (text: string, kinds: readonly Value['kind'][]): Value[] =>
  valuesIn(folded(text)).filter(({ kind }) => kinds.includes(kind));
