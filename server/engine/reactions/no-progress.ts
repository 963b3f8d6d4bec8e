/** Reactions to a turn that answers nothing of what the customer waits for (RULES T5, T25, T50). */

import { waitsFor } from '#engine/customer/open-needs.ts';
import type { Conversation } from '#engine/model/drill.ts';
import type { TurnJudgement } from '#engine/model/turn-judgement.ts';
import { turnText } from '#engine/state/turn-text.ts';
import { asksOnly, lastQuestion } from '#engine/turns/last-question.ts';
import { MAX_EMPTY_CHARS } from '#engine/turns/small-talk.ts';
import {
  askOn,
  coldReaction,
  isOnlySmallTalk,
  noReaction,
  putOffAnswer,
  putOffIfAsked,
  type ReactionChoice,
  reactionChoice,
  type Situation,
} from './choice.ts';
import {
  evadedReaction,
  reactionToDefiniteAnswer,
  reactionToOutrightAnswer,
  reactionToUnrecognisedAnswer,
  sureOfToldEarlier,
  toldEarlier,
} from './partial-answers.ts';
import { asksTheirMatter, asksTheirWish } from './put-off-slot.ts';
import { isProbablyRude } from './turn-tone.ts';

/** Milliseconds in which nobody reads a question and types an answer: a greeting sent by then has crossed with it (RULES J151). */
const READ_MS = 3000;

/** Whether a turn greets and tells nothing that was asked: other words sent as soon were pasted or typed for the question. */
const onlyGreets = ({ acts, points }: TurnJudgement): boolean => acts.includes('greeting') && points.length === 0;

/** Whether a turn only greets and was sent before anybody could have read what the customer said last. */
export const hasCrossed = ({ lastLineAt }: Pick<Conversation, 'lastLineAt'>, judgement: TurnJudgement): boolean =>
  lastLineAt > 0 && onlyGreets(judgement) && judgement.lastAt < lastLineAt + READ_MS;

/** Whether a civil turn only asks the customer something. */
const asksAlone = ({ before, judgement }: Situation): boolean =>
  asksOnly(judgement.text, before.lastBurst) && judgement.tone !== 'impatient' && judgement.tone !== 'hostile';

/** Whether it does, and they have put nothing off in this beat. */
const onlyAsks = (situation: Situation): boolean =>
  asksAlone(situation) && (situation.conversation.beat?.unknowns ?? 0) === 0;

/**
 * 想了解哪方面呀, 是哪里要我帮忙, 壶怎么了 to who has asked: they say once more what they want to know, as nobody has forgotten that
 * (RULES J241, J253). What they know of their own is told as the answer, and they don't ask again beside it.
 */
const sayItAgain = ({ judgement, turn, before }: Situation, question: string): ReactionChoice | null => {
  const { text } = turnText(turn);
  const asked = lastQuestion(text, before.lastBurst);
  const asksMatter = judgement.asked.length === 0 && !judgement.sideAsked?.length && asksTheirMatter(text);
  return asksMatter || (asked !== null && asksTheirWish(asked.clause))
    ? reactionChoice('rephrase', question, ({ slots }) => slots.rephrase)
    : null;
};

/** How often a customer bears being asked what they can't know before it counts as evading. */
const UNKNOWNS_BORNE = 2;
/** The same where the trainee has perhaps told what the customer waits for (RULES J158). */
const UNKNOWNS_BORNE_ONCE_TOLD = 4;

/**
 * The reaction to words that got the customer nowhere. The order is the rule: a question that was perhaps answered comes
 * before one that was put off, and that before one nobody touched.
 */
export const afterNoProgress = (situation: Situation): ReactionChoice | null => {
  const { conversation, judgement, beat } = situation;
  const waits = beat ? waitsFor(beat) : [];
  const readMs = onlyGreets(judgement) ? READ_MS : 0;
  const wasOpen = (question: string): boolean =>
    (conversation.ledger[question]?.openedAt ?? Number.POSITIVE_INFINITY) + readMs <= judgement.lastAt;
  const outcomes = judgement.questions.filter(({ question }) => waits.includes(question) && wasOpen(question));
  const questionWith = (answer: (typeof outcomes)[number]['answer']): string | undefined =>
    outcomes.find((outcome) => outcome.answer === answer)?.question;
  const open = questionWith('clarifying') ?? questionWith('evaded') ?? questionWith('untouched');
  const again = open === undefined ? null : sayItAgain(situation, open);
  if (again) return again;
  const unrecognised = questionWith('not-recognised');
  if (unrecognised !== undefined && isProbablyRude(judgement))
    return reactionChoice('cold', unrecognised, ({ slots }) => slots.cold);
  if (unrecognised !== undefined)
    return (
      (onlyAsks(situation) ? putOffAnswer(situation, unrecognised) : putOffIfAsked(situation, unrecognised)) ??
      askOn(situation, 'rephrase', unrecognised) ??
      reactionChoice('rephrase', unrecognised, ({ slots }) => slots.rephrase)
    );
  const vague = questionWith('vague');
  // 箱子没扔吧 only asks, whatever its words sound like: nobody went round anything (RULES J123).
  if ((vague ?? questionWith('evaded')) !== undefined && onlyAsks(situation))
    return putOffAnswer(situation, vague ?? questionWith('evaded') ?? null);
  // 准到准到，放心吧 answers 准到是吧, however it goes on (RULES M68).
  const outright = vague === undefined ? null : reactionToOutrightAnswer(situation, vague);
  if (outright) return outright === 'silent' ? null : outright;
  const definite = vague === undefined ? null : reactionToDefiniteAnswer(situation, vague);
  if (definite) return definite === 'silent' ? null : definite;
  if (vague !== undefined) return reactionChoice('vague', vague, ({ slots }) => slots.vague, true);
  const clarifying = questionWith('clarifying');
  // 拍一张发我就行 is no question: it gets a nod, and is asked on about if nothing more comes (RULES T16).
  if (clarifying !== undefined && !situation.asksCustomer && !asksAlone(situation)) return null;
  if (clarifying !== undefined) {
    const borne = toldEarlier(situation, clarifying) ? UNKNOWNS_BORNE_ONCE_TOLD : UNKNOWNS_BORNE;
    if ((conversation.beat?.unknowns ?? 0) < borne) return putOffAnswer(situation, clarifying);
    return evadedReaction(situation, clarifying);
  }
  const untouched = questionWith('evaded') ?? questionWith('untouched');
  // 您一直催也没用 gets the reaction to a cold word: the lines for an evaded question would take up something else.
  const cold = untouched === undefined ? noReaction : coldReaction(situation);
  if (cold.kind !== 'none') return { ...cold, isBad: true };
  if (untouched !== undefined && !isOnlySmallTalk(judgement)) {
    // 好了没 only asks: it is answered before the customer asks on themselves (RULES T106).
    if (onlyAsks(situation)) return putOffAnswer(situation, untouched);
    const reaction = reactionToUnrecognisedAnswer(situation, untouched);
    if (reaction) return reaction === 'silent' ? null : reaction;
    // 我问两只多少 to who has told 323 before would sound as if nobody had listened: what they ask is answered first, then the
    // customer makes sure of it (RULES J158).
    const isToldEarlier = toldEarlier(situation, untouched);
    const sure = isToldEarlier
      ? (putOffIfAsked(situation, untouched) ?? sureOfToldEarlier(situation, untouched))
      : null;
    if (sure) return sure;
    // Where one of its points was perhaps said nobody dodged (RULES T25). Not twice running, or the talk would never go on.
    const isDoubted = judgement.points.some(
      ({ question, state }) => question === untouched && state === 'not-recognised',
    );
    const followUp = isDoubted ? askOn(situation, 'rephrase', untouched) : null;
    if (followUp) return followUp;
    if (isDoubted && conversation.lastReaction !== 'rephrase')
      return reactionChoice('rephrase', untouched, ({ slots }) => slots.rephrase);
    // 5点半 said to another question is too short to have dodged, but must get a word.
    if (judgement.text.length <= MAX_EMPTY_CHARS)
      return (
        askOn(situation, 'rephrase', untouched) ?? reactionChoice('rephrase', untouched, ({ slots }) => slots.rephrase)
      );
    return evadedReaction(situation, untouched);
  }
  return null;
};
