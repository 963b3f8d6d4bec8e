/** Whether a turn asks the customer something, and whether that wants an answer. */
import type { JudgeAnswer } from '#engine/model/judge-request.ts';
import type { TurnJudgement } from '#engine/model/turn-judgement.ts';
import { closesAsking } from '#engine/turns/last-question.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';

const hasCivilTone = ({ tone }: TurnJudgement): boolean => tone !== 'impatient' && tone !== 'hostile';

/**
 * Whether a question in this turn wants an answer: 看不懂字吗 is rude and wants none. Where the tone is too unsure to be
 * minded, 嗯 would leave a question alone for no reason (RULES J138).
 */
export const isCivil = (judgement: TurnJudgement): boolean =>
  hasCivilTone(judgement) || judgement.toneConfidence < VERDICT_THRESHOLDS.tone.told;

/** Whether a turn surely asks the customer something and wants it told. */
export const asksCustomer = (judgement: TurnJudgement, answer: JudgeAnswer): boolean =>
  answer.judgement.asksOutright === true && hasCivilTone(judgement);

/** Whether it does, or closes with what is a question by its form: of that the customer says something where nothing else is said. */
export const wantsAnswer = (judgement: TurnJudgement, answer: JudgeAnswer, burst: readonly string[]): boolean =>
  asksCustomer(judgement, answer) || (isCivil(judgement) && closesAsking(judgement.text, burst));
