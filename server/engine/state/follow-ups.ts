/**
 * Whether the customer asks on when an answer isn't whole (RULES T6). A point surely missing is asked for by name, one
 * perhaps said is checked back, each once; then the talk goes on and people rule on it (待核).
 */

import type { Beat, Point, Reaction } from '#engine/model/content.ts';
import type { Conversation } from '#engine/model/drill.ts';
import { isPlain } from '#engine/prepare/plain-lines.ts';
import type { PreparedCase } from '#engine/prepare/prepared-content.ts';
import { wrongWayCharsOf } from '#engine/prepare/topics.ts';
import { clashesWithTold, usesOtherCheckWording } from './feasibility.ts';
import { echoOf, isOldNews, isSayable, wasNamedBefore } from './heard-figures.ts';
import { askLine, CHECK, checkLine, echoLine, isChecked, isMinded, isUsed, wrongWayLine } from './line-names.ts';
import { presupposes } from './presupposes.ts';
import { isSpokenOf } from './spoken-of.ts';
import { isStillOnIt } from './still-on-it.ts';

/** Most times a customer makes sure of something in one conversation; in one beat it is once. */
const MAX_CHECKS = 3;

/** Share of checks that come the wrong way round, so that 对 isn't always right. */
const WRONG_WAY_SHARE = 1 / 6;

/** The must points of a question that aren't covered yet. */
const missingOf = (conversation: Conversation, preparedCase: PreparedCase, question: string): readonly Point[] =>
  preparedCase.questions
    .get(question)
    ?.question.points.filter(({ must, id }) => must && conversation.points[id] !== 'covered') ?? [];

const mayCheck = (conversation: Conversation, beat: Beat | null): boolean => {
  if (Object.keys(conversation.used).filter((line) => line.startsWith(CHECK)).length >= MAX_CHECKS) return false;
  return !beat?.asks.some(({ points }) => points.some(({ id }) => isChecked(conversation, id)));
};

/** Perhaps said, and perhaps not: the judge heard something about it. */
const isUnsure = (conversation: Conversation, { id }: Point): boolean =>
  ['unsure', 'perhaps', 'likely'].includes(conversation.points[id] ?? '') || isMended(conversation, id);

/** Told wrong, and since then perhaps right. */
const isMended = (conversation: Conversation, point: string): boolean =>
  conversation.points[point] === 'wrong' && conversation.mended.includes(point);

/** Perhaps told without being heard: by a figure, or by words alone. */
export const isTouched = (conversation: Conversation, { id }: Point): boolean =>
  conversation.points[id] !== 'covered' &&
  conversation.touched[id] !== undefined &&
  (conversation.points[id] !== 'wrong' || hasFigure(conversation, id));

const hasFigure = (conversation: Conversation, id: string): boolean => conversation.touched[id]?.figure !== undefined;

/** The figure of the turn that is being answered. */
const figureNow = (conversation: Conversation, { id }: Point): string | undefined => {
  const touched = conversation.touched[id];
  if (conversation.points[id] === 'covered' || touched?.figure === undefined) return undefined;
  if (touched.turn !== (conversation.turn?.number ?? conversation.turns)) return undefined;
  return wasNamedBefore(conversation, touched.figure) ? undefined : touched.figure;
};

/** Whether the point's check names a figure nobody has told: the point is asked for instead. */
const isUncheckable = (
  conversation: Conversation,
  preparedCase: PreparedCase,
  beat: Beat | null,
  { id, check }: Point,
): boolean =>
  check !== undefined &&
  conversation.figures[id] === undefined &&
  mayCheck(conversation, beat) &&
  !isSayable(conversation, preparedCase, check.right);

const askOf = (
  conversation: Conversation,
  preparedCase: PreparedCase,
  beat: Beat | null,
  point: Point,
): Reaction | null => {
  // A point perhaps told isn't asked for as if nobody had spoken of it (RULES T39, T40).
  if (isTouched(conversation, point) || isSpokenOf(conversation, preparedCase, point.id)) return null;
  // What the customer has minded as wrong was told: they don't ask for it as if it hadn't been (RULES M68).
  if (conversation.points[point.id] === 'wrong' && isMinded(conversation, point.id)) return null;
  const mayAsk =
    (conversation.points[point.id] !== 'unsure' && !isMended(conversation, point.id)) ||
    isUncheckable(conversation, preparedCase, beat, point);
  // A customer who has made sure of a point doesn't ask for it as if it were new (RULES T51).
  return point.ask && mayAsk && !isUsed(conversation, askLine(point.id)) && !isChecked(conversation, point.id)
    ? point.ask
    : null;
};

export type FollowUp = { point: string; lineName: string; reaction: Reaction };

/** What the customer asks next about a question that isn't answered, or null when there is nothing left to ask. `chance`: 0–1, drawn for this point. */
export const nextFollowUp = (
  conversation: Conversation,
  preparedCase: PreparedCase,
  beat: Beat | null,
  question: string,
  chance: (point: string) => number,
): FollowUp | null => {
  const missing = missingOf(conversation, preparedCase, question);
  const asked = (points: readonly Point[]): FollowUp | null => {
    const point = points.find((point) => askOf(conversation, preparedCase, beat, point));
    return point?.ask ? { point: point.id, lineName: askLine(point.id), reaction: point.ask } : null;
  };
  // A point perhaps refused (锁定了只能重拍) is taken up before anything else is asked; one told with another figure isn't
  // refused, that figure is repeated in its turn. A point perhaps told ahead is asked for by name only where it can't
  // be checked back: nobody has answered for it.
  const leaning = missing.filter(
    ({ id }) => conversation.leaning.includes(id) && conversation.figures[id] === undefined,
  );
  return (
    firstCheckBack(conversation, preparedCase, beat, leaning, chance) ??
    asked(missing.filter((point) => !isUnsure(conversation, point))) ??
    firstCheckBack(
      conversation,
      preparedCase,
      beat,
      missing.filter(({ id }) => isStillOnIt(conversation, id)),
      chance,
    ) ??
    asked(missing)
  );
};

/** Checks back the first of these points that was perhaps said; null where none was or enough was checked. */
export const firstCheckBack = (
  conversation: Conversation,
  preparedCase: PreparedCase,
  beat: Beat | null,
  points: readonly Point[],
  chance: (point: string) => number,
): FollowUp | null => {
  const unsure = points.find(
    (point) =>
      (isUnsure(conversation, point) &&
        (point.check || conversation.figures[point.id]) &&
        !isChecked(conversation, point.id)) ||
      figureNow(conversation, point) !== undefined,
  );
  return unsure ? checkBack(conversation, preparedCase, beat, unsure, chance) : null;
};

/**
 * Makes sure of one point, whatever was heard of it. Where another figure was told the customer repeats the trainee's:
 * a figure nobody has named would sound as if they hadn't listened. Null where there is no line or enough was checked.
 */
export const checkBack = (
  conversation: Conversation,
  preparedCase: PreparedCase,
  beat: Beat | null,
  point: Point,
  chance: (point: string) => number,
): FollowUp | null => {
  const { id, check } = point;
  if (!mayCheck(conversation, beat) || isChecked(conversation, id)) return null;
  const line = checkLine(id);
  const echo = (figure: string): FollowUp => ({
    point: id,
    lineName: echoLine(line),
    reaction: echoOf(preparedCase, figure),
  });
  const figure = conversation.figures[id];
  if (figure !== undefined && !isOldNews(conversation, id, figure)) return echo(figure);
  const now = figureNow(conversation, point);
  if (!check || (now !== undefined && !isUnsure(conversation, point))) return now === undefined ? null : echo(now);
  // Who has just told 30个工作日 isn't asked whether it is a week (RULES M63).
  if (now !== undefined && conversation.touched[id]?.other && !isPlain(check.right)) return echo(now);
  // A point perhaps refused is checked back the wrong way round, others only by chance and where nobody has spoken of them.
  const isUntold = !isTouched(conversation, point) && !isSpokenOf(conversation, preparedCase, id);
  const drawn =
    conversation.leaning.includes(id) || (isUntold && chance(id) < WRONG_WAY_SHARE) ? check.wrong : check.right;
  const other = drawn === check.wrong ? check.right : check.wrong;
  const fitting = usesOtherCheckWording(conversation, point, drawn) ? other : drawn;
  // 是让我拒收再重买 是吧 presupposes what nobody has said (RULES T96). To who has said the opposite of the right way it is
  // what they have said: 那我明早等着收就行 to 明早肯定送到 (RULES M59).
  const way =
    fitting === check.wrong &&
    !clashesWithTold(conversation, point, check.right) &&
    presupposes(conversation, wrongWayCharsOf(preparedCase.scenario), id)
      ? check.right
      : fitting;
  // Who was perhaps told the opposite doesn't suppose the right answer: they ask again (RULES T221).
  if (way === check.right && fitting === check.wrong && conversation.leaning.includes(id))
    return point.ask && !isUsed(conversation, askLine(id))
      ? { point: id, lineName: askLine(id), reaction: point.ask }
      : null;
  // A figure nobody has named can't be made sure of.
  if (!isSayable(conversation, preparedCase, way)) return now === undefined ? null : echo(now);
  return { point: id, lineName: way === check.wrong ? wrongWayLine(line) : line, reaction: way };
};

/**
 * Repeats a point told wrong before anybody asked: the trainee's own figure, or the wrong way round where that names no
 * figure. Null where there is no such line or enough was checked.
 */
export const repeatWrong = (
  conversation: Conversation,
  preparedCase: PreparedCase,
  beat: Beat,
  { id, check }: Point,
): FollowUp | null => {
  if (!mayCheck(conversation, beat) || isChecked(conversation, id)) return null;
  const figure = conversation.figures[id] ?? conversation.touched[id]?.figure;
  if (figure !== undefined)
    return { point: id, lineName: echoLine(checkLine(id)), reaction: echoOf(preparedCase, figure) };
  return check && isPlain(check.wrong)
    ? { point: id, lineName: wrongWayLine(checkLine(id)), reaction: check.wrong }
    : null;
};

/** Whether the customer has just repeated the trainee's figure in this question and has nothing else to ask of it. */
export const isSettledByEcho = (
  conversation: Conversation,
  preparedCase: PreparedCase,
  beat: Beat | null,
  question: string,
): boolean =>
  conversation.checked?.echo === true &&
  preparedCase.points.get(conversation.checked.point)?.question?.id === question &&
  nextFollowUp(conversation, preparedCase, beat, question, () => 1) === null;

/**
 * Whether nothing is left to ask of a question that isn't answered. False where an author has written no lines to ask
 * with: then `partly` and `rephrase` go on as they are.
 */
export const isAskedOut = (
  conversation: Conversation,
  preparedCase: PreparedCase,
  beat: Beat | null,
  question: string,
): boolean => {
  const missing = missingOf(conversation, preparedCase, question);
  return (
    missing.length > 0 &&
    missing.every(({ ask }) => ask !== undefined) &&
    nextFollowUp(conversation, preparedCase, beat, question, () => 1) === null
  );
};
