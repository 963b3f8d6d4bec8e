/** The situation a reaction is chosen from, and the choice itself. */
import type { Beat, Reaction, Reactions } from '#engine/model/content.ts';
import type { Conversation, OpenTurn } from '#engine/model/drill.ts';
import type { ReactionKind } from '#engine/model/events.ts';
import type { TurnJudgement } from '#engine/model/turn-judgement.ts';
import type { PreparedCase } from '#engine/prepare/prepared-content.ts';
import { nextFollowUp } from '#engine/state/follow-ups.ts';
import { turnText } from '#engine/state/turn-text.ts';
import { lastQuestion } from '#engine/turns/last-question.ts';
import { isSmallTalk } from '#engine/turns/small-talk.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import { customerAnswer, putOffWords } from './customer-answers.ts';

/** The one reaction a turn gets. */
export type ReactionChoice = {
  kind: ReactionKind;
  /** What it is about: a red line's code, a point, a question … */
  detail: string | null;
  pickReaction: ((reacts: Reactions) => Reaction | undefined) | null;
  /** A reaction given outright (a wrong answer's own, a forbid's own). */
  ownReaction: Reaction | null;
  /** The name under which its lines are counted, where that isn't made from what it is about. */
  lineName?: string;
  isBad: boolean;
  /** The trainee has answered the customer's own question with the wrong figure they had told before: one mistake, not two. */
  isToldAgain?: true;
  /** The customer leaves, as they do after silence. */
  customerLeaves?: true;
};

/** A reaction of a kind; `pickReaction` finds its line. */
export const reactionChoice = (
  kind: ReactionKind,
  detail: string | null,
  pickReaction: ReactionChoice['pickReaction'],
  isBad = false,
  ownReaction: Reaction | null = null,
): ReactionChoice => ({ kind, detail, pickReaction, ownReaction, isBad });

/** No reaction. */
export const noReaction: ReactionChoice = reactionChoice('none', null, null);

/** Everything a reaction is chosen by. */
export type Situation = {
  conversation: Conversation;
  /** The conversation before this turn was judged. */
  before: Conversation;
  preparedCase: PreparedCase;
  beat: Beat | null;
  turn: OpenTurn;
  judgement: TurnJudgement;
  /** Facts this turn drew out, by words or action. */
  drawnFacts: readonly string[];
  /** It drew out a side fact, which answers what was asked and is no reaction (RULES T71). */
  tellsSideFact: boolean;
  /** Points covered by this turn that weren't before. */
  newlyCovered: readonly string[];
  /** The turn surely asks the customer something. */
  asksCustomer: boolean;
  /** A number in [0, 1) for a purpose, the same whenever this turn is judged. */
  chance: (purpose: string) => number;
};

/** 退65.83，要退我现在给您点？ answers and offers to go on: what is asked of the customer there is no question to put off (RULES J235). */
const onlyOffers = ({ newlyCovered, turn, before }: Situation): boolean =>
  newlyCovered.length > 0 && lastQuestion(turnText(turn).text, before.lastBurst) === null;

/**
 * Puts off a question that the story has no word on (您要退还是换), before the customer asks for anything themselves
 * (RULES T41). Null where nothing was asked, the question drew something out, or they have put one off in this beat.
 */
export const putOffIfAsked = (situation: Situation, about: string | null): ReactionChoice | null =>
  situation.asksCustomer &&
  situation.drawnFacts.length === 0 &&
  (situation.conversation.beat?.unknowns ?? 0) === 0 &&
  !onlyOffers(situation)
    ? putOffAnswer(situation, about)
    : null;

/**
 * Answers such a question with what the customer knows anyway, or with words for a question of its kind (RULES T52);
 * with nothing more where a side fact has answered it, and with words for what was told before.
 */
export const putOffAnswer = (
  { conversation, preparedCase, turn, judgement, tellsSideFact }: Situation,
  about: string | null,
): ReactionChoice => {
  if (tellsSideFact) return reactionChoice('dont-know', about, null);
  const putOff = putOffWords(conversation, turn);
  if (judgement.sideAsked?.some(({ again }) => again))
    return reactionChoice('dont-know', about, (reacts) => reacts.slots['asked-again'] ?? putOff(reacts));
  const answer = customerAnswer(conversation, preparedCase, turn);
  const pickReaction: ReactionChoice['pickReaction'] = (reacts) => answer?.pickReaction?.(reacts) ?? putOff(reacts);
  return reactionChoice('dont-know', about, pickReaction, false, answer?.ownReaction ?? null);
};

/** Asks for what is missing or makes sure of what was perhaps said, where the author has written how. */
export const askOn = (
  { conversation, preparedCase, beat, chance }: Situation,
  kind: 'partly' | 'rephrase',
  question: string,
): ReactionChoice | null => {
  const followUp = nextFollowUp(conversation, preparedCase, beat, question, chance);
  // Once the point's own lines have all been said, those of the slot ask on.
  const pickReaction: ReactionChoice['pickReaction'] =
    kind === 'partly' ? ({ partly }) => partly[question] ?? partly['*'] : ({ slots }) => slots.rephrase;
  return (
    followUp && {
      ...reactionChoice(kind, followUp.point, pickReaction, false, followUp.reaction),
      lineName: followUp.lineName,
    }
  );
};

/** Whether a turn has only small talk (在的亲, an apology), to which there is nothing to react (RULES T5). */
export const isOnlySmallTalk = ({ text, acts }: TurnJudgement): boolean => isSmallTalk(text, acts);

/** The customer objects to a surely cold or impatient turn. A hostile one gets a stronger reaction (`choose-reaction.ts`). */
export const coldReaction = ({ judgement: { tone, toneConfidence } }: Situation): ReactionChoice =>
  (tone === 'cold' || tone === 'impatient') && toneConfidence >= VERDICT_THRESHOLDS.tone.told
    ? reactionChoice('cold', null, ({ slots }) => slots.cold)
    : noReaction;
