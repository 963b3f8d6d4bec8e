/** A trainee who tells the customer what their lead decided is not held to what the case says nobody decides (RULES J48). */
import type { JudgeAnswer, JudgeRequest, Span } from '#engine/model/judge-request.ts';
import { SUPERVISOR_WORDS } from '#language/authority/promise-patterns.ts';
import { folded } from '#language/reading/folded.ts';
import { valuesIn } from '#language/reading/values.ts';
import type { PointVerdict } from '#language/terms/verdicts.ts';

const CENTS = 100;
const ENDS = /[。！？!?；;\n]/;

/** The sentence around a span. */
const sentenceAt = (text: string, { start, end }: Span): string => {
  let from = start;
  while (from > 0 && !ENDS.test(text.charAt(from - 1))) from -= 1;
  let until = end;
  while (until < text.length && !ENDS.test(text.charAt(until))) until += 1;
  return text.slice(from, until);
};

/**
 * The answer with what the lead decided left in doubt where it would be wrong, and promised to nobody's fault: sentences
 * that name the lead, or the very sum that was granted. As it is where no lead has answered.
 */
export const withLeadsDecision = (answer: JudgeAnswer, { decided, words }: JudgeRequest): JudgeAnswer => {
  if (decided === undefined) return answer;
  const isDecision = (span: Span): boolean => {
    const sentence = sentenceAt(words.text, span);
    if (SUPERVISOR_WORDS.some((word) => sentence.includes(word))) return true;
    return (
      decided.amount !== null &&
      valuesIn(folded(sentence)).some(
        ({ kind, quantity }) => (kind === 'amount' || kind === 'number') && quantity * CENTS === decided.amount,
      )
    );
  };
  const inDoubt = (verdict: PointVerdict): PointVerdict =>
    verdict.state === 'wrong' && isDecision(verdict) ? { ...verdict, state: 'not-recognised' } : verdict;
  const { judgement, unasked, strays } = answer;
  return {
    ...answer,
    judgement: {
      ...judgement,
      points: judgement.points.map(inDoubt),
      promises: judgement.promises.filter((promise) => !isDecision(promise)),
      contradictions: judgement.contradictions.filter((contradiction) => !isDecision(contradiction)),
    },
    ...(unasked && { unasked: unasked.filter((verdict) => !isDecision(verdict)) }),
    ...(strays && { strays: strays.filter((stray) => !isDecision(stray)) }),
  };
};
