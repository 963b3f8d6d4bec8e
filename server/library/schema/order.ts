/** An order as it stands when the story begins. Money in cents. */
import { z } from 'zod';
import { cents, idText, sentence } from './parts.ts';
import { shape } from './shape.ts';

export const item = shape(
  {
    product: idText,
    sku: sentence.optional(),
    qty: z.int().min(1).optional(),
    price: cents,
    paid: cents.optional(),
  },
  {
    product: '商品 id',
    sku: '规格；数字要加引号，如 "42"',
    qty: '几件，不写是 1',
    price: '一件的标价，按分写：459 元写 45900',
    paid: '这一行分摊后实付，按分写；各件加起来等于 total',
  },
  { sku: ['42'], price: [45900] },
);

export const off = shape({ card: idText, amount: cents }, { card: '按哪张政策卡减的', amount: '减多少，按分写' });

export const order = shape(
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
    gifts: z
      .array(shape({ product: idText, price: cents }, { product: '赠品的商品 id', price: '标明的价，按分写' }))
      .optional(),
    off: z.array(off).optional(),
    total: cents.optional(),
    inside: z.array(shape({ on: sentence, note: sentence }, { on: '什么时候', note: '内部记录的话' })).optional(),
    tracking: z.array(shape({ on: sentence, note: sentence }, { on: '什么时候', note: '轨迹上的话' })).optional(),
    secret: z.array(sentence).optional(),
  },
  {
    id: '订单的 id；只有一张时不用写',
    no: '给人看的订单号，如 "…3307"',
    status: 'unpaid 未付、paid 已付、shipped 已发、signed 已签收、cancelled 已取消；不写按日期推',
    placed: '下单时间，如 11-05 21:32，或 -16m（故事开始前 16 分钟）',
    'paid-on': '付款时间',
    'shipped-on': '发货时间',
    'signed-on': '签收时间',
    receiver: '收件人',
    phone: '电话，打码',
    address: '地址',
    insured: '有没有运费险',
    items: '买了什么',
    gifts: '送了什么',
    off: '减了什么：满减、券',
    total: '实付合计，按分写；等于标价减优惠',
    inside: '查内部（check-order）才看得到的记录',
    tracking: '查物流（check-logistics）才看得到的轨迹，从早到晚',
    secret: '不能说给别人听的字样，说出来算泄露',
  },
  { no: ['…3307'], placed: ['11-05 21:32', '-16m'], total: [51800] },
).meta({ id: 'order' });
export type AuthoredOrder = z.output<typeof order>;
