/** What a desk gets of its 班组长: that a report is with them, and what they answered (RULES J46, J47). */
import { z } from 'zod';

const inConversation = {
  at: z.number().int().nonnegative(),
  conversation: z.string().min(1).max(64),
  /** The operation that reported it. */
  ask: z.string().min(1).max(64),
};

export const LEAD_ANSWERS = ['granted', 'refused', 'asked-back', 'passed-up'] as const;

export const leadEvents = [
  /** `until`: drill time at which the shop answers where the lead hasn't. */
  z.strictObject({ kind: z.literal('lead-asked'), ...inConversation, until: z.number().int().nonnegative() }),
  z.strictObject({
    kind: z.literal('lead-answered'),
    ...inConversation,
    /** Null: nobody answered in time. */
    how: z.enum(LEAD_ANSWERS).nullable(),
    /** Cents that may be given; null: no sum. */
    amount: z.number().int().nullable(),
    words: z.string(),
    /** What the shop says by itself then, or where it was passed up. */
    result: z.array(z.string()),
  }),
] as const;
