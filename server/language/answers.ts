import { answerCues, onTopic, type Signs, touchOf } from './answer-signs.ts';
import { chancesOf } from './classifier/classifier.ts';
import type { Features } from './classifier/features.ts';
import { folded } from './folded.ts';
import { ANSWERS, type Answer, type JudgeQuestion, type PointVerdict, type QuestionTouch } from './judgement.ts';
import { anyNeed, needsOf } from './questions-asked.ts';

/** Nothing said answers nothing. */
const SILENCE = Float64Array.from(ANSWERS, (answer) => (answer === 'evaded' ? 1 : 0));

/** How surely (0–1) the reply answers in each of the four ways, from the text alone; in the order of `ANSWERS`. */
export function answerChances(signs: Signs, customer: string, features: Features): Float64Array {
  if (signs.stated.length === 0 && signs.reply.clauses.length === 0) return SILENCE;
  const shared = features.count;
  answerCues(signs, customer, features);
  const chances = chancesOf('answer', features);
  features.keep(shared);
  return chances;
}

/** The likeliest of the four. */
export function answerFrom(chances: Float64Array): Answer {
  let top = 0;
  for (let at = 1; at < chances.length; at++) if ((chances[at] ?? 0) > (chances[top] ?? 0)) top = at;
  return ANSWERS[top] ?? 'evaded';
}

/** The whole answer when points are known: their verdicts decide, the text only where they are silent. */
export function answerFromPoints(verdicts: readonly PointVerdict[], text: Answer): Answer {
  const said = verdicts.filter((verdict) => verdict.state === 'covered' || verdict.state === 'wrong').length;
  if (said === verdicts.length) return 'answered';
  if (said > 0) return 'partial';
  return text === 'answered' ? 'partial' : text;
}

/** From here on the classifier's word that a question was answered outweighs a rule that hears a hedge or a dodge. */
const ANSWERED = 0.85;

/**
 * How the reply deals with each open question. Where one question is open and the whole reply sounds like an answer, a
 * hedge or dodge heard by rule is taken for content nobody recognised: a doubt, not a fault.
 */
export function touchesOf(
  signs: Signs,
  questions: readonly JudgeQuestion[],
  verdicts: readonly PointVerdict[],
  chances: Float64Array,
): QuestionTouch[] {
  const sounds = (chances[ANSWERS.indexOf('answered')] ?? 0) >= ANSWERED;
  return questions.map(({ id, text, pointIds }) => {
    const own = verdicts.filter((verdict) => pointIds.includes(verdict.id));
    if (own.some((verdict) => verdict.state === 'covered' || verdict.state === 'wrong'))
      return { id, touch: 'content' };
    const asked = folded(text);
    const need = needsOf(asked)[0] ?? anyNeed(asked);
    const heard = touchOf(signs, need);
    const touch = heard !== 'none' && sounds && questions.length === 1 ? 'content' : heard;
    if (
      touch === 'content' &&
      questions.length > 1 &&
      !onTopic(signs, need) &&
      !own.some((one) => one.state === 'not-recognised')
    ) {
      return { id, touch: 'none' };
    }
    return { id, touch };
  });
}
