/** Whether the customer's last words told what they were asked. */
import type { Scenario } from '#engine/model/content.ts';
import type { Conversation } from '#engine/model/drill.ts';

/** Whether the last bubble that is no nod gave away a fact: the trainee is the one to speak next. */
export const hasToldLast = ({ lastBurst }: Conversation, { customer }: Scenario): boolean =>
  customer.knows.some(({ says }) => says.some((bubble) => bubble.kind === 'text' && bubble.text === lastBurst.at(-1)));
