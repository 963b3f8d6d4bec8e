/** An order as it stands when the story begins. Money in cents. */
import { z } from 'zod';
import { cents, idText, sentence } from './parts.ts';
import { shape } from './shape.ts';

export const item = shape(
  'order-item',
  {
    product: idText,
    sku: sentence.optional(),
    qty: z.int().min(1).optional(),
    price: cents,
    paid: cents.optional(),
  },
  { sku: ['42'], price: [45900] },
);

export const off = shape('order-off', { card: idText, amount: cents });
/** What an order that the customer places has taken off it; `sent`: only where the trainee has sent that coupon. */
export const placedOff = shape('placed-off', { card: idText, amount: cents, sent: z.literal(true).optional() });

export const order = shape(
  'order',
  {
    id: idText.optional(),
    no: sentence,
    status: z.enum(['unpaid', 'paid', 'shipped', 'signed', 'cancelled']).optional(),
    placed: sentence.optional(),
    'paid-on': sentence.optional(),
    'shipped-on': sentence.optional(),
    'signed-on': sentence.optional(),
    receiver: sentence.optional(),
    phone: sentence.optional(),
    address: sentence.optional(),
    insured: z.boolean().optional(),
    items: z.array(item).min(1),
    gifts: z.array(shape('order-gift', { product: idText, price: cents })).optional(),
    off: z.array(off).optional(),
    total: cents.optional(),
    inside: z.array(shape('order-inside', { on: sentence, note: sentence })).optional(),
    tracking: z.array(shape('order-tracking', { on: sentence, note: sentence })).optional(),
    secret: z.array(sentence).optional(),
  },
  { no: ['…3307'], placed: ['11-05 21:32', '-16m'], total: [51800] },
).meta({ id: 'order' });
export type AuthoredOrder = z.output<typeof order>;
