/** Whether a point of a question that the customer never came to was told all the same (RULES M47). */
import type { Beat, Point } from '#engine/model/content.ts';
import { folded } from '#language/reading/folded.ts';
import { isSameValue } from '#language/reading/same-value.ts';
import type { Value } from '#language/reading/value.ts';
import { valuesIn } from '#language/reading/values.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';

/** Kinds of figures that tell by themselves what they are: a sum or a time of day, no count and no day. */
const TELLING: readonly Value['kind'][] = ['amount', 'clock', 'percent'];

const figuresIn = (text: string): Value[] => valuesIn(folded(text)).filter(({ kind }) => TELLING.includes(kind));

/**
 * Whether the operation of the beat was done and the trainee named the sum or the time that the point turns on: 晚到券10块
 * 发您了, with the coupon sent, tells 晚到当场给10元券 before 晚了两天怎么算 is asked.
 */
export const isServedAhead = ({ conversation }: ConversationFacts, beat: Beat, { says }: Point): boolean => {
  const isDone = beat.needs.some((need) =>
    conversation.clicks.some(
      ({ action, with: fields }) =>
        action === need.do &&
        Object.entries(need.with).every(([name, value]) => String(fields[name]) === String(value)),
    ),
  );
  if (!isDone) return false;
  const told = conversation.traineeMessages.flatMap(({ text }) => figuresIn(text));
  return figuresIn(says).some((figure) => told.some((value) => isSameValue(figure, value)));
};
