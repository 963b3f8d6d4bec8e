/** Words that settle nothing contradict nothing: what is only supposed, what is left open, and what is denied to have been said. */
import type { ComparedReply } from '#language/points/features/compared-reply.ts';
import type { CompiledWordings } from '#language/points/wordings/compiled.ts';
import { isEmbedded } from '#language/reading/embedded.ts';
import type { PointVerdict } from '#language/terms/verdicts.ts';

/** 没拦住的话, 要是没拦住: a bare condition. 只要过期就一定赔一千 has what follows in it. */
const BARE_CONDITION = /^(?!.*[就都会]).*的话[,，]?$|^(?:要是|如果|万一|假如)(?!.*[就都会])/;
/** 过没过期现在定不了, 算不算我说不准: whether it is so. Other questions inside a statement tell what they hang on. */
const EITHER_WAY = /([\u4e00-\u9fff])[不没]\1/;
/** 也不说没过期, 没说不给您退: that anybody denies it is itself denied. */
const NOT_DENIED = /[不没]有?[敢能是]?(?:说过?是?|断言|认定)[不没无][\u4e00-\u9fff]/;

const settlesNothing = (clauseText: string): boolean =>
  (EITHER_WAY.test(clauseText) && isEmbedded(clauseText)) || NOT_DENIED.test(clauseText);

/** Whether the wrong words told are themselves such as settle nothing: 过没过期我不认也不否 where the outcome is known. */
const isWrongToSettleNothing = ({ wrongWordings }: CompiledWordings, wrongId: string | undefined): boolean =>
  wrongWordings.some(({ id, wording }) => id === wrongId && settlesNothing(wording.folded));

/** 活动20:00起: an hour told as a beginning misses no end that is asked for (RULES T292). */
const tellsOnlyBeginning = ({ allowedValues }: CompiledWordings, told: ComparedReply['clauses']): boolean => {
  const hours = told.flatMap(({ values }) => values.filter(({ kind }) => kind === 'clock'));
  return (
    hours.length > 0 && hours.every(({ edge }) => edge === 'from') && allowedValues.some(({ edge }) => edge === 'until')
  );
};

/**
 * Whether all that a wrong verdict quotes only supposes something (RULES T239), leaves it open or denies having said it
 * (RULES T249). What follows from a condition stands in a clause of its own.
 */
export const isSettlingNothing = (
  { clauses, reading: { text } }: ComparedReply,
  compiled: CompiledWordings,
  { start, end, wrongId }: PointVerdict,
): boolean => {
  const told = clauses.filter((clause) => clause.start < end && start < clause.end);
  if (told.length === 0) return false;
  if (tellsOnlyBeginning(compiled, told)) return true;
  if (told.every((clause) => clause.isConditional && BARE_CONDITION.test(text.slice(clause.start, clause.end))))
    return true;
  return settlesNothing(text.slice(told[0]?.start, told[0]?.end)) && !isWrongToSettleNothing(compiled, wrongId);
};
