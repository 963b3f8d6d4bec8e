/** Deeds of customers: they order, pay, ask for their money, complain. */
import { z } from 'zod';
import { item, placedOff } from './order.ts';
import { cents, idText } from './parts.ts';
import { shape } from './shape.ts';

export const deeds = shape('deeds', {
  'place-order': shape(
    'deed-order',
    {
      product: idText,
      sku: z.string().optional(),
      qty: z.int().min(1).optional(),
      more: z.array(item).min(1).optional(),
      off: z.array(placedOff).min(1).optional(),
      pays: z.boolean(),
      amount: cents,
    },
    { amount: [45900] },
  ).optional(),
  pay: shape('deed-pay', { order: idText.optional(), off: z.array(placedOff).min(1).optional() }).optional(),
  'open-refund': shape('deed-refund', { amount: cents.optional() }).optional(),
  'open-complaint': shape('deed-complaint', { level: z.int().min(1).max(3) }).optional(),
  'bad-review': shape('deed-review', {}).optional(),
});
export type AuthoredDeeds = z.output<typeof deeds>;
