/** 咨询热点: what customers came with, and what they complained of, week by week. */
import { z } from 'zod';

const topic = z.strictObject({
  name: z.string(),
  /** How many in each week or month, in their order. */
  counts: z.array(z.number().int()),
  total: z.number().int(),
});
export type HotTopic = z.infer<typeof topic>;

export const hotSpotsSchema = z.strictObject({
  /** The Mondays of the weeks from the first to the last, the twelve last ones at most; a week without any is there too. */
  weeks: z.array(z.string()),
  /** The ten most frequent, the most frequent first. */
  topics: z.array(topic),
  complaints: z.array(topic),
  /** The same by month, 2026-11, the six last ones at most. */
  byMonth: z.strictObject({ months: z.array(z.string()), topics: z.array(topic), complaints: z.array(topic) }),
  /** All are of these days together, the table tells them no finer: there is one week and one month for the whole. */
  period: z.strictObject({ first: z.string(), last: z.string() }).optional(),
  /** Of drills: how many conversations have no complaint in their case. */
  uncounted: z.number().int().optional(),
});
export type HotSpots = z.infer<typeof hotSpotsSchema>;
