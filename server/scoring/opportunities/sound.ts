/** Whether words put together here, and written by nobody, can be sent as they stand. */
import { judge } from '#language/judge.ts';
import { POLICY } from '#language/terms/policy.ts';

/** A model cut in two may cross a line that the whole of it doesn't: 打一星，那30照样到您账上. */
export function isSound(text: string, customer = ''): boolean {
  const { redLines, tone, toneConfidence } = judge({ reply: text, customer, points: [] });
  const civil = tone === 'warm' || tone === 'neutral' || toneConfidence < POLICY.tone.doubt;
  return redLines.length === 0 && civil;
}
