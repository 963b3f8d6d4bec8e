/** What customers do themselves: order, pay, ask for their money, complain. */
import { z } from 'zod';
import { item, off } from './order.ts';
import { cents, idText } from './parts.ts';
import { shape } from './shape.ts';

export const deeds = shape(
  {
    'place-order': shape(
      {
        product: idText,
        sku: z.string().optional(),
        qty: z.int().min(1).optional(),
        more: z.array(item).min(1).optional(),
        off: z.array(off).min(1).optional(),
        pays: z.boolean(),
        amount: cents,
      },
      {
        product: '商品 id',
        sku: '规格，数字要加引号',
        qty: '几件，不写是 1',
        more: '一起下单的别的商品',
        off: '减了什么：满减、券',
        pays: '下单时就付了款没有',
        amount: '减完的金额，按分写：459 元写 45900',
      },
      { amount: [45900] },
    ).optional(),
    pay: shape(
      { order: idText.optional(), off: z.array(off).min(1).optional() },
      { order: '付哪张单；只有一张时不用写', off: '付的时候用上的券' },
    ).optional(),
    'open-refund': shape({ amount: cents.optional() }, { amount: '申请退多少，按分写' }).optional(),
    'open-complaint': shape({ level: z.int().min(1).max(3) }, { level: '投诉的级别，1 到 3' }).optional(),
    'bad-review': shape({}, {}).optional(),
  },
  {
    'place-order': '客户下单',
    pay: '客户付款',
    'open-refund': '客户在平台申请退款',
    'open-complaint': '客户在平台投诉',
    'bad-review': '客户写差评',
  },
);
export type AuthoredDeeds = z.output<typeof deeds>;
