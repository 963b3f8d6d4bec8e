/** An order as the desk’s panel shows it. */
import { z } from 'zod';
import { FLAG_COLOURS } from './flags.ts';

export const orderStatus = z.enum(['unpaid', 'paid', 'shipped', 'signed', 'cancelled']);

export const orderSchema = z.strictObject({
  id: z.string(),
  no: z.string(),
  /** The whole number, of which `no` is the tail; absent: `no` is whole, or the server is one of before. */
  fullNo: z.string().optional(),
  /** The buyer’s credit where the platform shows one. */
  credit: z.strictObject({ kind: z.enum(['heart', 'diamond']), n: z.number().int() }).optional(),
  /** Placed from another account than the one that asks. Absent: from that one. */
  byOther: z.literal(true).optional(),
  status: orderStatus,
  placed: z.string().nullable(),
  paidOn: z.string().nullable(),
  shippedOn: z.string().nullable(),
  signedOn: z.string().nullable(),
  receiver: z.string().nullable(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
  insured: z.boolean(),
  items: z.array(
    z.strictObject({
      product: z.string(),
      name: z.string(),
      sku: z.string().nullable(),
      qty: z.number().int(),
      price: z.number().int(),
      paid: z.number().int().nullable(),
    }),
  ),
  gifts: z.array(z.strictObject({ product: z.string(), name: z.string(), price: z.number().int() })),
  off: z.array(z.strictObject({ card: z.string(), title: z.string(), amount: z.number().int() })),
  total: z.number().int(),
  /** What the trainee noted on it last, and the flag it has; absent: nothing. */
  remark: z.strictObject({ note: z.string(), flag: z.enum(FLAG_COLOURS).nullable() }).optional(),
});
