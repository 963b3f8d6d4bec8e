/** Whether words that the program put together, and no author wrote, can be sent as they stand. */
import { judge } from '#language/judge.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';

/**
 * Part of an author's model may cross a red line that the whole doesn't: 打一星，那30照样到您账上. `goodsNames`: the shop's, with
 * which replies are judged too (RULES T56).
 */
export const isSendable = (text: string, goodsNames: readonly string[], customer = ''): boolean => {
  const { redLines, tone, toneConfidence } = judge({ reply: text, customer, points: [], goodsNames });
  const isCivil = tone === 'warm' || tone === 'neutral' || toneConfidence < VERDICT_THRESHOLDS.tone.doubt;
  return redLines.length === 0 && isCivil;
};
