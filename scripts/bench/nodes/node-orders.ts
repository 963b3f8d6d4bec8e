/** What the bench over nodes tells each of them, and what they answer. Both ends read it. */
import { once } from 'node:events';
import { z } from 'zod';
import type { ServerProcess } from '#scripts/bench/server-process.ts';

/** `teacher` makes the only school and its teacher, `run` a run, `seats` those of its seats whose drills this node has. */
export const nodeOrderSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('teacher') }),
  z.strictObject({ kind: z.literal('run') }),
  z.strictObject({ kind: z.literal('seats'), run: z.string(), places: z.array(z.number()) }),
  z.strictObject({ kind: z.literal('spent') }),
]);
export type NodeOrder = z.infer<typeof nodeOrderSchema>;

/** `spent`: the processor time of the process with all its threads, microseconds. */
const answerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('teacher'), cookie: z.string() }),
  z.strictObject({ kind: z.literal('run'), run: z.string() }),
  z.strictObject({
    kind: z.literal('seats'),
    seats: z.array(z.strictObject({ drill: z.string(), cookie: z.string() })),
  }),
  z.strictObject({ kind: z.literal('spent'), us: z.number() }),
]);
export type NodeAnswer = z.infer<typeof answerSchema>;

/** One order at a time: an answer doesn't say which one it is to. */
export const ask = async <O extends NodeOrder>(
  { child }: ServerProcess,
  order: O,
): Promise<Extract<NodeAnswer, { kind: O['kind'] }>> => {
  child.send(order);
  const [message] = await once(child, 'message');
  const answer = answerSchema.parse(message);
  if (answer.kind !== order.kind) throw new Error(`asked for ${order.kind}, told ${answer.kind}`);
  // The two kinds are the same one, which the compiler doesn't see.
  return answer as Extract<NodeAnswer, { kind: O['kind'] }>;
};
