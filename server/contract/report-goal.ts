/** Whether a report met the goal that its drill was begun with, and the figures by which that is judged. */
import { z } from 'zod';

const counted = z.strictObject({ count: z.number().int(), chances: z.number().int() });

/**
 * Faults of one family that count, and how many chances the drill gave for them. `marks`: what they cost of the total.
 * `codes`: the same for faults that have chances of their own; entries from before this was kept have none.
 */
export const familyCountSchema = z.strictObject({
  family: z.string(),
  name: z.string(),
  count: z.number().int(),
  chances: z.number().int(),
  marks: z.number(),
  codes: z.array(counted.extend({ code: z.string() })).optional(),
});
export type FamilyCount = z.infer<typeof familyCountSchema>;

/** The last comparable drill's "change this first", and whether it changed (RULES M5). `endedAt`: epoch milliseconds. */
export const goalMetSchema = z.strictObject({
  title: z.string(),
  advice: z.string(),
  family: z.string(),
  from: z.strictObject({ drill: z.string(), endedAt: z.number() }),
  met: z.enum(['met', 'better', 'not-met', 'not-tried']),
  before: counted,
  now: counted,
  text: z.string(),
});
export type GoalMet = z.infer<typeof goalMetSchema>;

/** Both as fields of a report. */
export const goalFields = { families: z.array(familyCountSchema), goal: goalMetSchema.nullable() };
