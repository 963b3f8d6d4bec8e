/** Whether the customer's last words told what they were asked. */
import type { Scenario } from '#engine/model/content.ts';
import type { Conversation } from '#engine/model/drill.ts';

/** Whether the last bubble that is no nod gave away a fact: the trainee is the one to speak next. */
export const hasToldLast = ({ lastBurst }: Conversation, { customer }: Scenario): boolean =>
  customer.knows.some(({ says }) => says.some((bubble) => bubble.kind === 'text' && bubble.text === lastBurst.at(-1)));

/**
 * Whether the customer's last word minds one of the trainee's and nobody has answered it: 请再核一遍 and then 好的 感谢 would take
 * an answer for granted (RULES J156).
 */
export const hasMindedLast = ({ lastLineAt, said, lastReaction, nodded }: Conversation): boolean =>
  lastReaction === 'wrong' && !nodded && (said.at(-1)?.at ?? 0) < lastLineAt;
