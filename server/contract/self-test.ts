/** Five cards on a shop, right or wrong: what the self-test of a shop's study page asks. */
import { z } from 'zod';

const level = z.enum(['A', 'B', 'C']);

export const selfTestCardSchema = z.strictObject({
  statement: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('price'), product: z.string(), price: z.number().int() }),
    z.strictObject({ kind: z.literal('fact'), product: z.string(), text: z.string() }),
    /** `title`: the card's; null when it would give the answer away. */
    z.strictObject({ kind: z.literal('policy'), title: z.string().nullable(), text: z.string() }),
    z.strictObject({ kind: z.literal('phrase'), title: z.string(), text: z.string() }),
    /** `what` null: the authority's line names only the sum. */
    z.strictObject({ kind: z.literal('authority'), amount: z.number().int(), what: z.string().nullable(), level }),
  ]),
  /** Whether the statement is right; of a quick reply, whether it may be sent as it stands. */
  holds: z.boolean(),
  /** Why a quick reply mustn't be sent. */
  because: z.string().nullable(),
  /** The text that the answer rests on, and where it is on the shop's page. */
  basis: z.strictObject({
    section: z.enum(['products', 'policies', 'quickReplies', 'authority']),
    id: z.string(),
    title: z.string(),
    text: z.string(),
    source: z.string().nullable(),
    date: z.string().nullable(),
  }),
});
export type SelfTestCard = z.infer<typeof selfTestCardSchema>;

export const selfTestSchema = z.strictObject({
  shop: z.strictObject({ id: z.string(), name: z.string() }),
  seed: z.number().int(),
  cards: z.array(selfTestCardSchema),
});
export type SelfTest = z.infer<typeof selfTestSchema>;
