/** When a question's answer was there: with the message that told its last point, not with the turn's last words (RULES M151). */
import type { DrillMs } from '#engine/model/events.ts';
import type { TurnJudgement } from '#engine/model/turn-judgement.ts';

/**
 * Drill time at which a turn had answered a question: that of the last message that tells a point of it, where the turn answers
 * it whole. Else the time of the turn's last words. `sentAt`: when a message was sent.
 */
export const answeredAt = (
  { points, questions, lastAt }: TurnJudgement,
  question: string,
  sentAt: (message: string) => DrillMs | undefined,
): DrillMs => {
  if (!questions.some((judged) => judged.question === question && judged.answer === 'answered')) return lastAt;
  const times = points.flatMap((note) =>
    note.question === question && note.state === 'covered' ? [sentAt(note.quote.message) ?? lastAt] : [],
  );
  return times.length === 0 ? lastAt : Math.max(...times);
};
