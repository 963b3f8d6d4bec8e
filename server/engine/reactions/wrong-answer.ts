/** The reaction to a turn that tells something wrong: the customer objects, believes it, or checks first (RULES T5, T25). */

import { asksIn } from '#engine/customer/opening-replacements.ts';
import type { Beat, Point, Reaction, Reactions } from '#engine/model/content.ts';
import type { Conversation } from '#engine/model/drill.ts';
import type { PointNote } from '#engine/model/turn-judgement.ts';
import { checkBack, type FollowUp } from '#engine/state/follow-ups.ts';
import { askLine, isChecked, isMinded, isUsed, lastMinded } from '#engine/state/line-names.ts';
import { isSpokenOf } from '#engine/state/spoken-of.ts';
import { turnText } from '#engine/state/turn-text.ts';
import { lastQuestion } from '#engine/turns/last-question.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import { noReaction, type ReactionChoice, reactionChoice, type Situation } from './choice.ts';
import { asksWhenHome } from './put-off-slot.ts';

/**
 * Whether a point told rightly before is held to be wrong for a figure that was known: one of the talk (要赶25号, 6点前再来说一次)
 * or what the customer's own order came to. 不是这样吧 to it would doubt nothing that was said (RULES J176).
 */
const isOfKnownFigure = (before: Conversation, { point, figure, wrongId }: PointNote): boolean => {
  if (figure === undefined || wrongId) return false;
  const sum = Number(figure.replace(/[元块]$/, '')) * 100;
  if (before.deeds.length > 0 && before.orders.some(({ total }) => total === sum)) return true;
  if (before.points[point] !== 'covered' || isMinded(before, point) || isChecked(before, point)) return false;
  const own = new Set(before.turn?.messages.map(({ id }) => id));
  const earlier = before.said.flatMap(({ id, text }) => (own.has(id) ? [] : [text]));
  return [...earlier, ...Object.keys(before.spoken)].some((text) => text.includes(figure));
};

/** A point this turn surely tells wrong. A customer who has objected before doesn't do so again, and doesn't thank either. */
export const surelyWrongPoint = ({ judgement, before }: Situation): PointNote | undefined =>
  judgement.points.find(
    (note) =>
      note.state === 'wrong' &&
      note.asked &&
      note.confidence >= VERDICT_THRESHOLDS.wrong.told &&
      !isOfKnownFigure(before, note),
  );

/** Questions this beat asks or takes up again, waited for or not. */
const questionsHere = (beat: Beat | null): string[] =>
  beat ? [...beat.asks.map(({ id }) => id), ...(beat.recalls ? [beat.recalls] : [])] : [];

/** Wrong answers to react to: to what this beat asks first, then to earlier questions, the same one not twice. */
const mistakes = ({ judgement, beat, before }: Situation): PointNote[] => {
  const askedHere = questionsHere(beat);
  const notes = judgement.points.filter(
    (note) => note.state === 'wrong' && note.asked && !isOfKnownFigure(before, note),
  );
  const here = notes.filter(({ question }) => question !== null && askedHere.includes(question));
  return here.length > 0 ? here : notes.filter(({ point }) => before.points[point] !== 'wrong');
};

/** Whether words or a figure of the point were heard besides what is likely wrong: only then there is something to repeat. */
const isHeardOf = (
  before: Conversation,
  { id }: Point,
  { conversation, preparedCase }: Pick<Situation, 'conversation' | 'preparedCase'>,
): boolean =>
  before.points[id] !== undefined ||
  conversation.touched[id] !== undefined ||
  conversation.figures[id] !== undefined ||
  isSpokenOf({ ...conversation, points: before.points }, preparedCase, id);

/** Asks for a point as for one that nobody has told; null where that was done. */
const plainAsk = (conversation: Conversation, { id, ask }: Point): FollowUp | null =>
  ask && !isUsed(conversation, askLine(id)) ? { point: id, lineName: askLine(id), reaction: ask } : null;

/** Where all mistakes are wrong by likeness alone the customer makes sure before minding one (RULES T25). */
const doubtedWrong = (
  { conversation, before, preparedCase, beat, chance }: Situation,
  notes: readonly PointNote[],
): ReactionChoice | null => {
  const [first] = notes;
  if (!first || !notes.every(({ alike }) => alike)) return null;
  // 一枚3块 told again in another turn is meant: to ask 3块对吧 would sound as if nobody had listened (RULES T126).
  if (notes.some(({ point, figure }) => figure !== undefined && before.figures[point] === figure)) return null;
  const point = preparedCase.points.get(first.point)?.point;
  const followUp =
    point &&
    (isHeardOf(before, point, { conversation, preparedCase })
      ? checkBack(conversation, preparedCase, beat, point, chance)
      : plainAsk(conversation, point));
  return followUp
    ? { ...reactionChoice('rephrase', first.point, null, false, followUp.reaction), lineName: followUp.lineName }
    : null;
};

/**
 * Whether the customer asked back and the trainee tells them the same wrong figure: it is minded, but is the same mistake. Nobody
 * leaves for an answer to their own question (RULES T95).
 */
const isToldAgain = ({ before }: Situation, { point, figure, alike }: PointNote): boolean =>
  figure !== undefined &&
  before.points[point] === 'wrong' &&
  before.figures[point] === figure &&
  ((alike === true && !isMinded(before, point)) || before.lastBurst.some(asksIn));

/** 是这天？, 你确定？: asks whether it was meant, and nothing else. */
const MAKES_SURE = /^.{1,6}[？?]$/;

/** A reaction without the bubbles that ask once more whether it was meant, of who has just been told so (RULES T126). */
const withoutSure = (reaction: Reaction | undefined): Reaction | undefined =>
  reaction && {
    ...reaction,
    bursts:
      reaction.bursts?.map((burst) => {
        const left = burst.filter((bubble) => bubble.kind !== 'text' || !MAKES_SURE.test(bubble.text));
        return left.length > 0 ? left : burst;
      }) ?? null,
  };

/** Whether a figure is a sum beside the words of a wrong answer: neither its own 50 nor the 十一 of 双十一满300减50. */
const isSumBeside = (
  figure: string,
  { quote }: PointNote,
  own: PointNote['quote'],
  ownWords: readonly string[],
): boolean => {
  if (ownWords.some((words) => words.includes(figure.replace(/[元块]$/, '')))) return false;
  const isInOwn =
    quote !== null && own !== null && quote.message === own.message && quote.start < own.end && own.start < quote.end;
  return !isInOwn || /\d{2}/.test(figure);
};

/**
 * Whether the sum of the same question was told otherwise than the beat has it that this wrong answer leads to: rightly,
 * or by another wrong sum. 满300减50 beside 353 or 360 lacks no 10; its own 50 is no such sum (RULES T134).
 */
const isSumToldOtherwise = (
  { conversation, preparedCase, judgement }: Situation,
  { question, point: own, wrongId, quote }: PointNote,
  road: string,
): boolean => {
  const ownWords = preparedCase.points.get(own)?.point.wrongs?.find(({ id }) => id === wrongId)?.says ?? [];
  return (preparedCase.questions.get(question ?? '')?.question.points ?? []).some(({ id, value, wrongReacts }) => {
    const leading = Object.keys(wrongReacts).filter((other) => wrongReacts[other]?.then === road);
    if (id === own || value?.kind !== 'amount' || leading.length === 0) return false;
    const note = judgement.points.find(({ point }) => point === id);
    if (note?.figure !== undefined && !isSumBeside(note.figure, note, quote, ownWords)) return false;
    const state = conversation.points[id];
    return state === 'covered' || (state === 'wrong' && !leading.some((told) => conversation.wrongIds.includes(told)));
  });
};

/** The reaction to the first mistake that has one of its own, else to the first of all; null where nothing is wrong. */
export const wrongAnswer = (situation: Situation): ReactionChoice | null => {
  const notes = mistakes(situation);
  const doubted = doubtedWrong(situation, notes);
  if (doubted) return doubted;
  const askedHere = questionsHere(situation.beat);
  for (const note of notes) {
    const ownReaction = note.wrongId
      ? situation.preparedCase.points.get(note.point)?.point.wrongReacts[note.wrongId]
      : undefined;
    if (!ownReaction) continue;
    if (ownReaction.then !== null && isSumToldOtherwise(situation, note, ownReaction.then)) continue;
    // Believed = the story goes there from its own beat; later the same words only get their line.
    const isBelieved = ownReaction.then !== null && note.question !== null && askedHere.includes(note.question);
    const reaction = isBelieved ? ownReaction : { ...ownReaction, then: null };
    return reactionChoice(
      isBelieved ? 'believed' : 'wrong',
      note.point,
      ({ wrong }) => wrong[note.point] ?? wrong['*'],
      !isBelieved,
      reaction,
    );
  }
  const first = notes[0];
  if (!first) return null;
  const isAgain = isToldAgain(situation, first);
  const pick = ({ wrong }: Reactions): Reaction | undefined => wrong[first.point] ?? wrong['*'];
  const choice = reactionChoice('wrong', first.point, (from) => (isAgain ? withoutSure(pick(from)) : pick(from)), true);
  return isAgain ? { ...choice, isToldAgain: true } : choice;
};

/** In a window nothing else is talked of: a wrong answer is minded there though the same was wrong before. */
export const objectAgain = (situation: Situation): ReactionChoice => {
  const point = surelyWrongPoint(situation)?.point;
  return point === undefined ? noReaction : reactionChoice('wrong', point, ({ wrong }) => wrong[point] ?? wrong['*']);
};

/** The name under which it is counted that the customer said what they had doubted. */
const meantLine = (point: string): string => `meant:${point}`;

/**
 * What the customer says who has just doubted something and is asked back what they mean (室友咋说的): the point in question, as
 * its author asks for it (RULES J159). 那赶得上 to it would drop the doubt as if it had been answered.
 */
export const whatWasMeant = ({
  conversation,
  before,
  preparedCase,
  asksCustomer,
  newlyCovered,
  drawnFacts,
  turn,
}: Situation): ReactionChoice | null => {
  // 几点在家 asks nobody what they mean: it has an answer of its own (RULES J250).
  if (asksWhenHome(lastQuestion(turnText(turn).text, before.lastBurst)?.clause ?? '')) return null;
  if (!asksCustomer || newlyCovered.length > 0 || drawnFacts.length > 0) return null;
  if (before.lastReaction !== 'wrong' || before.nodded) return null;
  const doubted = lastMinded(before);
  const known = preparedCase.points.get(doubted ?? '');
  // A point that nobody asks for by itself is meant by what its question asks.
  const ask = known?.point.ask ?? known?.question?.points.find(({ must, ask }) => must && ask)?.ask;
  if (!ask || doubted === undefined || isUsed(conversation, meantLine(doubted))) return null;
  return { ...reactionChoice('rephrase', doubted, null, false, ask), lineName: meantLine(doubted) };
};
