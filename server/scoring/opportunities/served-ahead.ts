/** Whether a question that the customer never came to had its answer all the same (RULES M47). */
import type { Beat, Question } from '#engine/model/content.ts';
import { folded } from '#language/reading/folded.ts';
import { isSameValue } from '#language/reading/same-value.ts';
import type { Value } from '#language/reading/value.ts';
import { valuesIn } from '#language/reading/values.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';

/** Kinds of figures that tell by themselves what they are: a sum or a time of day, no count and no day. */
const TELLING: readonly Value['kind'][] = ['amount', 'clock', 'percent'];

const figuresIn = (text: string): Value[] => valuesIn(folded(text)).filter(({ kind }) => TELLING.includes(kind));

/**
 * A must point of it was told, or the operation of its beat was done and the trainee named the sum or the time that one of
 * its points turns on: 晚到券10块发您了, with the coupon sent, answers 晚了两天怎么算.
 */
export function isServedAhead(
  { conversation, pointResults }: ConversationFacts,
  beat: Beat,
  { id, points }: Question,
): boolean {
  const mustPoints = points.filter(({ must, leads }) => must && leads === null);
  const isTold = pointResults.some(
    ({ question, point, state }) =>
      question.id === id && state === 'covered' && mustPoints.some((must) => must.id === point.id),
  );
  if (isTold) return true;
  const isDone = beat.needs.some((need) =>
    conversation.clicks.some(
      ({ action, with: fields }) =>
        action === need.do &&
        Object.entries(need.with).every(([name, value]) => String(fields[name]) === String(value)),
    ),
  );
  const told = conversation.traineeMessages.flatMap(({ text }) => figuresIn(text));
  return (
    isDone &&
    mustPoints.some(({ says }) => figuresIn(says).some((figure) => told.some((value) => isSameValue(figure, value))))
  );
}
