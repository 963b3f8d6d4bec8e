/** What a customer does at the desk besides talking. */
import { z } from 'zod';

/** What a customer did, each with its values: whoever shows it words it. Amounts in cents. */
export const customerDeedSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('place-order'),
    items: z.array(z.strictObject({ name: z.string(), sku: z.string().nullable(), qty: z.number().int() })),
    amount: z.number().int(),
    paid: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('pay') }),
  z.strictObject({ kind: z.literal('open-refund'), amount: z.number().int().nullable() }),
  z.strictObject({ kind: z.literal('open-complaint'), level: z.number().int() }),
  z.strictObject({ kind: z.literal('bad-review') }),
  /** Answers a card that asked for it. */
  z.strictObject({ kind: z.literal('rate'), stars: z.number().int().min(1).max(5) }),
]);
export type WireDeed = z.infer<typeof customerDeedSchema>;
