/** Which one reaction a turn gets: the most forceful (RULES T5). Pure choice; carrying it out is `close-turn.ts`. */

import { targetOf } from '#engine/customer/beats.ts';
import { isAnswered, isNeedMet, openNeeds, waitsFor } from '#engine/customer/open-needs.ts';
import { acceptedOperations } from '#engine/model/accepted-operations.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import {
  askOn,
  coldReaction,
  isOnlySmallTalk,
  noReaction,
  putOffIfAsked,
  type ReactionChoice,
  reactionChoice,
  type Situation,
} from './choice.ts';
import { afterNoProgress } from './no-progress.ts';
import { askForOwedOperation, doubtedClaims } from './owed-operations.ts';
import { hasSpoiltPart, withoutPraise } from './praise.ts';
import { invitedEarly } from './review-invitation.ts';
import { afterIdleTurns, afterRepeatedHold } from './stalling.ts';
import { isPerhapsIllMannered, mayBeRude } from './turn-tone.ts';
import { seenReaction } from './wordless.ts';
import { objectAgain, surelyWrongPoint, whatWasMeant, wrongAnswer } from './wrong-answer.ts';

/** Seconds up to which a hold gets no word: the customer simply waits. */
const SHORT_HOLD_S = 60;

/** The reaction to a red line, hostility, snapping or something forbidden, whatever else was told. */
const heatedReaction = ({ judgement, preparedCase, turn }: Situation): ReactionChoice | null => {
  const redLineHit = judgement.redLines.find(({ confidence }) => confidence === 'high');
  if (redLineHit)
    return reactionChoice('red-line', redLineHit.code, ({ redLine }) => redLine[redLineHit.code] ?? redLine['*'], true);
  if (judgement.tone === 'hostile' && judgement.toneConfidence >= VERDICT_THRESHOLDS.tone.told)
    return reactionChoice('hostile', null, ({ slots }) => slots.hostile, true);
  // 怎么这么磨叽 hurts whatever else was told; it is minded like coldness, in the words for rudeness.
  if (judgement.tone === 'impatient' && judgement.toneConfidence >= VERDICT_THRESHOLDS.tone.sure)
    return reactionChoice('cold', null, ({ slots }) => slots.hostile, true);
  const action = turn.actions.find(({ forbidden }) => forbidden !== null);
  const index = action?.forbidden ?? judgement.forbiddenWords[0]?.forbid ?? null;
  const forbid = index === null ? undefined : preparedCase.scenario.forbids[index];
  // 我没让你弄这个 to a report that they have no sign of: only what a case itself has them say of it is said (RULES J196).
  const isUnseen = action !== undefined && preparedCase.unseenActions.has(action.action) && !forbid?.reaction;
  if (forbid && !isUnseen)
    return reactionChoice('forbidden', forbid.do ?? forbid.act, ({ slots }) => slots.forbidden, true, forbid.reaction);
  return null;
};

/** Whether a point of the question stands told wrong: the author's line would take up an answer that wasn't given. */
const isToldWrong = ({ conversation, preparedCase }: Situation, question: string): boolean =>
  preparedCase.questions.get(question)?.question.points.some(({ id }) => conversation.points[id] === 'wrong') ?? false;

/**
 * Whether two turns of this beat left its question open before this one, which nobody made out either, and the customer
 * has something to go on with. 嗯 好 would sound content after 在仓库呀; they go on without a word (RULES T104).
 */
const isPutOffAgain = ({ conversation, preparedCase, beat }: Situation, awaited: readonly string[]): boolean => {
  const next = beat && preparedCase.beats.get(targetOf(beat, 'resolved') ?? '');
  const { bad, softs } = conversation.beat ?? { bad: 0, softs: 0 };
  return (
    next?.asks.some(({ waits }) => waits) === true &&
    bad > 0 &&
    awaited.some((question) => {
      const entry = conversation.ledger[question];
      return entry?.state === 'provisional' && (entry.rephrased || softs > 0 || bad > 1);
    })
  );
};

/** A wait of so many seconds at most is for what is being looked up now; a longer one is a call back later. */
const LOOKED_UP_S = 120;

/** 贺卡不收钱，等下我看看打包没: what is missing is being looked up, so the customer waits for it. */
const isLookingUp = ({ judgement: { hold } }: Situation): boolean =>
  hold !== null && (hold.seconds === null || hold.seconds <= LOOKED_UP_S);

/** Whether this turn did what is owed, otherwise than needed: to another address, for another sum (RULES T31). */
const isDoneOtherwise = ({ beat, turn }: Situation, needs: readonly number[]): boolean => {
  const ways = needs.flatMap((index) => (beat?.needs[index] ? acceptedOperations(beat.needs[index]) : []));
  return turn.actions.some(({ action, forbidden }) => forbidden === null && ways.includes(action));
};

/** The beat's own progress: resolved, undone, partly, or a bonus point that changes the road. */
const progressReaction = (situation: Situation): ReactionChoice | null => {
  const { conversation, preparedCase, beat, newlyCovered, drawnFacts } = situation;
  if (!beat) return null;
  const leadingPoint = newlyCovered.map((id) => preparedCase.points.get(id)?.point).find((point) => point?.leads);
  if (leadingPoint) return reactionChoice('leads', leadingPoint.id, ({ covered }) => covered[leadingPoint.id]);
  const awaited = waitsFor(beat);
  const missing = awaited.filter((question) => !isAnswered(conversation, preparedCase, question));
  const needs = openNeeds(conversation, preparedCase, beat, doubtedClaims(conversation, situation.judgement));
  const isWaiting = awaited.length > 0 || beat.needs.some(({ untilEnd }) => !untilEnd);
  if (isWaiting && missing.length === 0 && needs.length === 0) {
    // What answers is taken up where only its words were doubted to be an insult.
    const isIllMannered =
      isPerhapsIllMannered(situation.judgement) && (mayBeRude(situation.judgement) || newlyCovered.length === 0);
    // The answer wasn't made out, is wrong or curt (RULES T6): the talk goes on, nothing is taken up or thanked for.
    const isUnheard =
      awaited.some(
        (question) => conversation.ledger[question]?.state === 'provisional' || isToldWrong(situation, question),
      ) ||
      surelyWrongPoint(situation) !== undefined ||
      mayBeRude(situation.judgement) ||
      isIllMannered ||
      // The customer doesn't thank for an operation that they only believe to be done.
      beat.needs.some((need, i) => !need.untilEnd && !isNeedMet(conversation, beat.id, i));
    if (isUnheard && (isIllMannered || isPutOffAgain(situation, awaited)))
      return reactionChoice('resolved', null, null);
    // A case's own `passed` line may say 说过了: for an answer nobody made out only the persona's plain ones fit.
    const plain = preparedCase.persona.reacts.slots.passed ?? null;
    if (isUnheard && plain) return reactionChoice('resolved', null, null, false, plain);
    if (isUnheard) return reactionChoice('resolved', null, ({ slots }) => slots.passed);
    const seen = awaited.length > 0 ? seenReaction(situation) : null;
    if (seen) return seen;
    const isSpoilt = hasSpoiltPart(situation.judgement);
    return reactionChoice('resolved', null, ({ slots }) =>
      isSpoilt ? (withoutPraise(slots.resolved) ?? slots.passed) : slots.resolved,
    );
  }
  const hasTold =
    newlyCovered.length > 0 || situation.judgement.points.some(({ state, asked }) => state === 'covered' && asked);
  // 找我们 is short, but it answers: a trainee who says it hears what is still missing.
  const hasAnswered =
    situation.turn.messages.some(({ kind }) => kind === 'said') &&
    situation.judgement.hold === null &&
    (hasTold || !isOnlySmallTalk(situation.judgement));
  // With nothing left to ask the customer asks for what is owed: in silence nobody would learn what they wait for.
  // After a pasted quick reply they don't: a trainee who pastes them all would be led on by it.
  const hasTyped = situation.turn.messages.some(
    (message) => message.kind === 'said' && message.made.quickReply === null,
  );
  const asksNothing =
    awaited.length === 0 ||
    (hasTyped && awaited.some((question) => conversation.ledger[question]?.state === 'provisional'));
  const isToTheMatter =
    hasTold ||
    isDoneOtherwise(situation, needs) ||
    (asksNothing && situation.judgement.lastAt >= (conversation.beat?.enteredAt ?? 0));
  if (missing.length === 0 && needs.length > 0 && drawnFacts.length === 0 && hasAnswered && isToTheMatter) {
    // A trainee who tells something new before doing what is owed isn't dodging.
    const isBad = (conversation.beat?.softs ?? 0) >= 1 && newlyCovered.length === 0;
    return putOffIfAsked(situation, null) ?? askForOwedOperation(situation, isBad);
  }
  const coversAwaited = situation.judgement.points.some(
    ({ state, question }) => state === 'covered' && question !== null && awaited.includes(question),
  );
  const question = missing[0];
  if (coversAwaited && question !== undefined && !isLookingUp(situation))
    return (
      putOffIfAsked(situation, question) ??
      askOn(situation, 'partly', question) ??
      reactionChoice(
        'partly',
        question,
        ({ partly }) => partly[question] ?? partly['*'],
        (conversation.beat?.softs ?? 0) >= 1,
      )
    );
  return null;
};

/** The trainee asks what was said already, or sends a rigid quick reply: a 稍等 doesn't excuse it. */
const carelessnessReaction = ({ judgement }: Situation): ReactionChoice | null => {
  const askedAgain = judgement.askedAgain[0];
  if (askedAgain) return reactionChoice('asked-again', askedAgain.what, ({ slots }) => slots['asked-again'], true);
  const rigid = judgement.canned.find(({ verdict }) => verdict === 'rigid');
  return rigid ? reactionChoice('rigid', rigid.quickReply, ({ slots }) => slots.rigid, true) : null;
};

/** A cold word, or a hold that is long or names no time. */
const coldOrLongHold = (situation: Situation): ReactionChoice => {
  const cold = coldReaction(situation);
  if (cold.kind !== 'none') return cold;
  const { hold } = situation.judgement;
  if (hold && (hold.seconds === null || hold.seconds > SHORT_HOLD_S))
    return reactionChoice('hold', null, ({ slots }) => slots.hold);
  return noReaction;
};

/** The most forceful reaction; what comes first is the more forceful. */
const mostForceful = (situation: Situation): ReactionChoice => {
  const { conversation, beat, judgement, drawnFacts } = situation;
  const heated = heatedReaction(situation);
  const isQuiet =
    beat !== null &&
    waitsFor(beat).length === 0 &&
    !beat.needs.some(({ untilEnd }) => !untilEnd) &&
    (beat.window !== null || beat.quiet !== null);
  // A customer who has left doesn't react; one whose story is over reacts once more at most, or the talk would never end.
  if (conversation.ending && (conversation.status === 'away' || conversation.turns !== conversation.ending.turns))
    return noReaction;
  if (heated && !(isQuiet && heated.kind === 'forbidden')) return heated;
  const wrong = wrongAnswer(situation);
  if (wrong) return wrong;
  const meant = whatWasMeant(situation);
  if (meant) return meant;
  // In a window or quiet beat only red lines, hostility and what is wrong are reacted to (RULES V2).
  if (isQuiet || !beat)
    return drawnFacts.length > 0 ? reactionChoice('fact', drawnFacts[0] ?? null, null) : objectAgain(situation);
  if (judgement.crossTalk)
    return reactionChoice('cross-talk', judgement.crossTalk.conversation, ({ slots }) => slots['cross-talk']);
  const progress = progressReaction(situation);
  if (progress) return progress;
  // A turn that drew a fact out of the customer gets none of the reactions below (RULES T5).
  if (drawnFacts.length > 0) return reactionChoice('fact', drawnFacts[0] ?? null, null);
  const objection =
    carelessnessReaction(situation) ??
    afterRepeatedHold(situation) ??
    (judgement.hold ? null : afterNoProgress(situation));
  if (objection) return objection;
  const coldOrHold = coldOrLongHold(situation);
  return coldOrHold.kind === 'none' ? (afterIdleTurns(situation) ?? noReaction) : coldOrHold;
};

/** The reaction to a turn that has closed. The order is the rule: what comes first is the more forceful (RULES T5, V5). */
export const chooseReaction = (situation: Situation): ReactionChoice => {
  const choice = mostForceful(situation);
  return invitedEarly(situation, choice) ?? choice;
};
