/**
 * Whether the customer asks on when an answer isn't whole (RULES T6): what is surely missing is asked for by name, what was
 * perhaps said is checked back, each once; then the talk goes on and people rule on it (待核).
 */

import type { CheckedBack } from '#language/judgement.ts';
import type { Beat, Point, Reaction } from './content.ts';
import type { Conversation } from './drill.ts';
import type { EventOf } from './events.ts';
import type { Cast } from './prepare.ts';

/** So often a customer makes sure of something in one conversation; in one beat once. */
const MOST_CHECKS = 3;

const askLine = (point: string): string => `ask:${point}`;
const checkLine = (point: string): string => `check:${point}`;
const wrongWay = (line: string): string => `${line}:wrong`;

const isUsed = (c: Conversation, line: string): boolean => (c.used[line] ?? 0) > 0;
const isChecked = (c: Conversation, point: string): boolean =>
  isUsed(c, checkLine(point)) || isUsed(c, wrongWay(checkLine(point)));

/** What a planned burst makes sure of, by the lines it uses up; null when nothing. */
export const checkedBy = ({
  used,
  bubbles,
}: Pick<EventOf<'burst-planned'>, 'used' | 'bubbles'>): CheckedBack | null => {
  const line = used.find((one) => one.startsWith(checkLine('')));
  if (line === undefined) return null;
  const opens = bubbles.filter(({ why }) => why.kind === 'opening' && why.instead);
  const own = opens.length > 0 ? opens : bubbles.filter(({ why }) => why.kind === 'reaction');
  const says = own.map(({ bubble }) => (bubble.kind === 'text' ? bubble.text : '')).join(' ');
  return { point: line.split(':')[1] ?? '', says, right: !line.endsWith(':wrong') };
};

/** The musts of a question that nobody heard yet. */
const missingOf = (c: Conversation, cast: Cast, question: string): readonly Point[] =>
  cast.questions.get(question)?.question.points.filter((p) => p.must && c.points[p.id] !== 'covered') ?? [];

const mayCheck = (c: Conversation, beat: Beat | null): boolean => {
  if (Object.keys(c.used).filter((line) => line.startsWith('check:')).length >= MOST_CHECKS) return false;
  return !beat?.asks.some(({ points }) => points.some(({ id }) => isChecked(c, id)));
};

/** Perhaps said, and perhaps not: the judge heard something about it. */
const isUnsure = (c: Conversation, { id }: Point): boolean => c.points[id] === 'unsure' || c.points[id] === 'perhaps';

const askOf = (c: Conversation, point: Point): Reaction | null =>
  point.ask && c.points[point.id] !== 'unsure' && !isUsed(c, askLine(point.id)) ? point.ask : null;

export type Pressed = { point: string; line: string; reaction: Reaction };

/** What the customer asks next about a question that isn't answered, or null when there is nothing left to ask. `chance`: 0–1, drawn for this point. */
export const pressOn = (
  c: Conversation,
  cast: Cast,
  beat: Beat | null,
  question: string,
  chance: (point: string) => number,
): Pressed | null => {
  const missing = missingOf(c, cast, question);
  const asked = (points: readonly Point[]): Pressed | null => {
    const point = points.find((one) => askOf(c, one));
    return point?.ask ? { point: point.id, line: askLine(point.id), reaction: point.ask } : null;
  };
  // What was perhaps told ahead is asked for by name only where it can't be checked back: nobody has answered for it.
  return asked(missing.filter((p) => !isUnsure(c, p))) ?? checkOf(c, beat, missing, chance) ?? asked(missing);
};

/** Checks back the first of these points that was perhaps said; null where none was or enough was checked. */
export const checkOf = (
  c: Conversation,
  beat: Beat | null,
  points: readonly Point[],
  chance: (point: string) => number,
): Pressed | null => {
  if (!mayCheck(c, beat)) return null;
  const unsure = points.find((p) => isUnsure(c, p) && p.check && !isChecked(c, p.id));
  if (!unsure?.check) return null;
  const line = checkLine(unsure.id);
  return chance(unsure.id) < WRONG_WAY
    ? { point: unsure.id, line: wrongWay(line), reaction: unsure.check.wrong }
    : { point: unsure.id, line, reaction: unsure.check.right };
};

/** What counts that an operation owed was asked for. */
export const undoneLine = (beat: Beat, need: number): string => `undone:${beat.id}:${need}`;

/** How often the customer makes sure the wrong way round, so that 对 isn't always right. */
const WRONG_WAY = 1 / 3;

/**
 * Nothing is left to ask of a question that isn't answered. False where an author has written no lines to ask with: then
 * `partly` and `rephrase` go on as they are.
 */
export const isPressed = (c: Conversation, cast: Cast, beat: Beat | null, question: string): boolean => {
  const missing = missingOf(c, cast, question);
  return (
    missing.length > 0 &&
    missing.every((p) => p.ask !== undefined) &&
    pressOn(c, cast, beat, question, () => 1) === null
  );
};
