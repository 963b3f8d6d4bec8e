/**
 * What a beat opens with when its question was told ahead (RULES T17): what was perhaps said is checked back, what is
 * still missing is asked for by name, and where only an operation is owed that one is asked for.
 */
import { isAnswered, needMet } from './beats.ts';
import type { Beat, Bubble, Burst, Point, Reaction } from './content.ts';
import type { Conversation } from './drill.ts';
import type { Cast } from './prepare.ts';
import { checkOf, isTouched, undoneLine } from './press.ts';

export type Instead = { reaction: Reaction; line: string };

/** Lines to ask for a point when its question is not asked as a whole, counted apart from asking back. */
const openLine = (point: string): string => `open:${point}`;

const isHeard = (c: Conversation, point: Point): boolean =>
  isTouched(c, point) || (c.points[point.id] !== undefined && c.points[point.id] !== 'wrong');

/** What to say in place of the question, or null when the question is to be asked as its author wrote it. */
export const insteadOf = (
  c: Conversation,
  cast: Cast,
  beat: Beat,
  chance: (point: string) => number,
): Instead | null => {
  const waits = beat.asks.filter((q) => q.waits);
  // What is told along with the question must be said, and a question taken up again has its own reason.
  if (!beat.says || waits.length === 0 || beat.recalls || beat.tells.length > 0) return null;
  const musts = waits.flatMap(({ points }) => points.filter(({ must }) => must));
  if (waits.every(({ id }) => isAnswered(c, cast, id))) return owed(c, beat);
  const missing = musts.find((point) => !isHeard(c, point));
  if (!missing) return checkOf(c, cast, beat, musts, chance);
  // Half an answer is followed up only where no more than the question is left out.
  const half =
    musts.some((point) => c.points[point.id] === 'covered' || isTouched(c, point)) && asked(beat).every(isQuestion);
  return half && missing.ask ? { reaction: missing.ask, line: openLine(missing.id) } : null;
};

/** The operation that is still owed where all that was to be said is said. */
const owed = (c: Conversation, beat: Beat): Instead | null => {
  const index = beat.needs.findIndex((need, i) => !need.untilEnd && !needMet(c, beat.id, i));
  const reaction = beat.needs[index]?.undone ?? beat.reacts.slots.undone;
  return index < 0 || !reaction ? null : { reaction, line: undoneLine(beat, index) };
};

/** Words that make a bubble a question, whatever stands around them, and those that do at its end. */
const ASKING = ['？', '吗', '呢', '么', '谁', '几', '哪', '怎么', '多久', '多少', '咋', '啥', '行不', '能不', '是不'];
const ENDING = ['吧', '不', '没'];

const asks = (bubble: Bubble): boolean => bubble.kind === 'text' && ASKING.some((word) => bubble.text.includes(word));
const isQuestion = (bubble: Bubble): boolean => bubble.kind === 'text' && asksIn(bubble.text);

/** Whether words of the customer's ask something. */
export const asksIn = (text: string): boolean =>
  ASKING.some((word) => text.includes(word)) || ENDING.some((word) => text.endsWith(word));

/** Where the question stands in its burst, 0-based. */
const askedAt = ({ says, asks: questions }: Beat): number => {
  const length = says?.length ?? 0;
  return Math.max(0, Math.min(length, ...questions.filter((q) => q.waits).map((q) => q.at ?? length)) - 1);
};
const asked = (beat: Beat): Burst => beat.says?.slice(askedAt(beat)) ?? [];

/** What stands before the question and asks nothing itself: said all the same. Null where more than words would be lost. */
export const leadIn = (beat: Beat): Burst | null => {
  if (asked(beat).some(({ kind }) => kind !== 'text')) return null;
  return (beat.says ?? []).slice(0, askedAt(beat)).filter((bubble) => !asks(bubble));
};
