/** Which one reaction a turn gets: the most forceful (RULES T5). Pure choice; carrying it out is `close-turn.ts`. */

import { isAnswered, needMet, openNeeds, waitsFor } from '#engine/customer/open-needs.ts';
import { POLICY } from '#language/terms/policy.ts';
import { answersLater, type Choice, choice, none, pressed, type Situation } from './choice.ts';
import { nowhere } from './nowhere.ts';
import { askForOwed, inDoubt } from './owed.ts';
import { idle, putOff } from './stalling.ts';
import { coldWord, isCurt, isOnlySmallTalk } from './turn-tone.ts';
import { mindedAgain, stillWrong, wrongAnswer } from './wrong-answer.ts';

/** Seconds up to which a hold gets no word: the customer simply waits. */
const SHORT_HOLD_S = 60;

/** The reaction to a red line, hostility, snapping or something forbidden, whatever else was told. */
const heatedReaction = ({ judgement, preparedCase, turn }: Situation): Choice | null => {
  const red = judgement.redLines.find(({ confidence }) => confidence === 'high');
  if (red) return choice('red-line', red.code, ({ redLine }) => redLine[red.code] ?? redLine['*'], true);
  if (judgement.tone === 'hostile' && judgement.toneConfidence >= POLICY.tone.told)
    return choice('hostile', null, ({ slots }) => slots.hostile, true);
  // 怎么这么磨叽 hurts whatever else was told; it is minded like coldness, in the words for rudeness.
  if (judgement.tone === 'impatient' && judgement.toneConfidence >= POLICY.tone.sure)
    return choice('cold', null, ({ slots }) => slots.hostile, true);
  const action = turn.actions.find(({ forbidden }) => forbidden !== null);
  const index = action?.forbidden ?? judgement.forbiddenWords[0]?.forbid ?? null;
  const forbid = index === null ? undefined : preparedCase.scenario.forbids[index];
  if (forbid)
    return choice('forbidden', forbid.do ?? forbid.act, ({ slots }) => slots.forbidden, true, forbid.reaction);
  return null;
};

/** Whether a point of the question stands told wrong: the author's line would take up an answer that wasn't given. */
const isToldWrong = ({ conversation, preparedCase }: Situation, question: string): boolean =>
  preparedCase.questions.get(question)?.question.points.some(({ id }) => conversation.points[id] === 'wrong') ?? false;

/** The beat's own progress: resolved, undone, partly, or a bonus point that changes the road. */
const progress = (situation: Situation): Choice | null => {
  const { conversation, preparedCase, beat, fresh, drawn } = situation;
  if (!beat) return null;
  const leads = fresh.map((id) => preparedCase.points.get(id)?.point).find((point) => point?.leads);
  if (leads) return choice('leads', leads.id, ({ covered }) => covered[leads.id]);
  const waits = waitsFor(beat);
  const missing = waits.filter((question) => !isAnswered(conversation, preparedCase, question));
  const needs = openNeeds(conversation, preparedCase, beat, inDoubt(conversation, situation.judgement));
  const isWaiting = waits.length > 0 || beat.needs.some(({ untilEnd }) => !untilEnd);
  if (isWaiting && missing.length === 0 && needs.length === 0) {
    // The answer wasn't made out, is wrong or curt (RULES T6): the talk goes on, nothing is taken up or thanked for.
    const isUnheard =
      waits.some(
        (question) => conversation.ledger[question]?.state === 'provisional' || isToldWrong(situation, question),
      ) ||
      stillWrong(situation) !== undefined ||
      isCurt(situation.judgement) ||
      // The customer doesn't thank for an operation that they only believe to be done.
      beat.needs.some((need, i) => !need.untilEnd && !needMet(conversation, beat.id, i));
    // A case's own `passed` line may say 说过了: for an answer nobody made out only the persona's plain ones fit.
    const plain = preparedCase.persona.reacts.slots.passed ?? null;
    if (isUnheard && plain) return choice('resolved', null, null, false, plain);
    return choice('resolved', null, ({ slots }) => (isUnheard ? slots.passed : slots.resolved));
  }
  const hasTold =
    fresh.length > 0 || situation.judgement.points.some(({ state, asked }) => state === 'covered' && asked);
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
    waits.length === 0 ||
    (hasTyped && waits.some((question) => conversation.ledger[question]?.state === 'provisional'));
  const isToTheMatter = hasTold || (asksNothing && situation.judgement.lastAt >= (conversation.beat?.enteredAt ?? 0));
  if (missing.length === 0 && needs.length > 0 && drawn.length === 0 && hasAnswered && isToTheMatter) {
    // A trainee who tells something new before doing what is owed isn't dodging.
    const isBad = (conversation.beat?.softs ?? 0) >= 1 && fresh.length === 0;
    return answersLater(situation, null) ?? askForOwed(situation, isBad);
  }
  const coversOwn = situation.judgement.points.some(
    ({ state, question }) => state === 'covered' && question !== null && waits.includes(question),
  );
  const question = missing[0];
  if (coversOwn && question !== undefined)
    return (
      answersLater(situation, question) ??
      pressed(situation, 'partly', question) ??
      choice('partly', question, ({ partly }) => partly[question] ?? partly['*'], (conversation.beat?.softs ?? 0) >= 1)
    );
  return null;
};

/** The trainee asks what was said already, or sends a rigid quick reply: a 稍等 doesn't excuse it. */
const carelessness = ({ judgement }: Situation): Choice | null => {
  const again = judgement.askedAgain[0];
  if (again) return choice('asked-again', again.what, ({ slots }) => slots['asked-again'], true);
  const rigid = judgement.canned.find(({ verdict }) => verdict === 'rigid');
  return rigid ? choice('rigid', rigid.quickReply, ({ slots }) => slots.rigid, true) : null;
};

/** A cold word, or a hold that is long or names no time. */
const lastResort = (situation: Situation): Choice => {
  const cold = coldWord(situation);
  if (cold.kind !== 'none') return cold;
  const { hold } = situation.judgement;
  if (hold && (hold.seconds === null || hold.seconds > SHORT_HOLD_S))
    return choice('hold', null, ({ slots }) => slots.hold);
  return none;
};

/** The reaction to a turn that has closed. The order is the rule: what comes first is the more forceful (RULES T5). */
export const chooseReaction = (situation: Situation): Choice => {
  const { conversation, beat, judgement, drawn } = situation;
  const heat = heatedReaction(situation);
  const isQuiet =
    beat !== null &&
    waitsFor(beat).length === 0 &&
    !beat.needs.some(({ untilEnd }) => !untilEnd) &&
    (beat.window !== null || beat.quiet !== null);
  // A customer who has left doesn't react; one whose story is over reacts once more at most, or the talk would never end.
  if (conversation.ending && (conversation.status === 'away' || conversation.turns !== conversation.ending.turns))
    return none;
  if (heat && !(isQuiet && heat.kind === 'forbidden')) return heat;
  const mistaken = wrongAnswer(situation);
  if (mistaken) return mistaken;
  // In a window or quiet beat only red lines, hostility and what is wrong are reacted to (RULES V2).
  if (isQuiet || !beat) return drawn.length > 0 ? choice('fact', drawn[0] ?? null, null) : mindedAgain(situation);
  if (judgement.crossTalk)
    return choice('cross-talk', judgement.crossTalk.conversation, ({ slots }) => slots['cross-talk']);
  const forward = progress(situation);
  if (forward) return forward;
  // A turn that drew a fact out of the customer gets none of the reactions below (RULES T5).
  if (drawn.length > 0) return choice('fact', drawn[0] ?? null, null);
  const odd = carelessness(situation) ?? putOff(situation) ?? (judgement.hold ? null : nowhere(situation));
  if (odd) return odd;
  const last = lastResort(situation);
  return last.kind === 'none' ? (idle(situation) ?? none) : last;
};
