/** How a lead's answer stands to what was right, and what it is worth (RULES J48). */
import type { LeadFigures, LeadJudged, LeadVerdict } from '#contract/together/leads.ts';
import type { LeadAnswer } from '#engine/model/lead.ts';
import type { LeadRules } from '#library/schema/rubric.ts';
import type { RightAnswer } from './right-answer.ts';

/** Characters from which words are a reason: 同意 and 可以的 tell a peer nothing. */
const REASON_CHARACTERS = 4;

/** `answer` null: nobody answered in time. */
export const judgeAnswer = (answer: LeadAnswer | null, right: RightAnswer, rules: LeadRules): LeadJudged => {
  const base = { right: right.how, amount: right.amount, why: right.why };
  if (answer === null)
    return { ...base, verdict: 'unanswered', inTime: false, within: false, reasoned: false, marks: 0 };
  const verdict = verdictOf(answer, right);
  const within = !isBeyond(answer, right);
  const reasoned = [...answer.words.trim()].length >= REASON_CHARACTERS;
  const { marks } = rules;
  const worth =
    marks.inTime +
    (verdict === 'right' ? marks.right : 0) +
    (within ? marks.within : 0) +
    (reasoned ? marks.reason : 0);
  return { ...base, verdict, inTime: true, within, reasoned, marks: worth };
};

/** A sum above the card, or a matter of somebody above granted. */
const isBeyond = (answer: LeadAnswer, { limit, isAbove }: RightAnswer): boolean =>
  answer.how === 'granted' && (isAbove || (limit !== null && answer.amount !== null && answer.amount > limit));

const verdictOf = (answer: LeadAnswer, right: RightAnswer): LeadVerdict => {
  if (isBeyond(answer, right)) return 'beyond';
  switch (answer.how) {
    case 'granted':
      if (right.how === 'asked-back') return 'granted-unchecked';
      return right.how === 'granted' ? sumVerdict(answer.amount, right.amount) : 'granted-wrongly';
    case 'refused':
      return right.how === 'refused' ? 'right' : 'refused-wrongly';
    // What nobody needs to decide may as well be sent back.
    case 'asked-back':
      return right.how === 'asked-back' || right.how === 'refused' ? 'right' : 'asked-needlessly';
    case 'passed-up':
      return right.how === 'passed-up' ? 'right' : 'passed-needlessly';
  }
};

const sumVerdict = (granted: number | null, right: number | null): LeadVerdict => {
  if (granted === null || right === null || granted === right) return 'right';
  return granted > right ? 'too-much' : 'too-little';
};

export const leadFigures = (judged: readonly LeadJudged[]): LeadFigures => {
  const count = (is: (one: LeadJudged) => boolean): number => judged.filter(is).length;
  return {
    requests: judged.length,
    inTime: count(({ inTime }) => inTime),
    right: count(({ verdict }) => verdict === 'right'),
    within: count(({ within }) => within),
    reasoned: count(({ reasoned }) => reasoned),
    score: judged.length === 0 ? null : Math.round(judged.reduce((sum, { marks }) => sum + marks, 0) / judged.length),
  };
};
