/** A small case with a shop, written out, so that every figure in the tests can be worked by hand. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type {
  Beat,
  ContentData,
  Ending,
  Need,
  Point,
  Question,
  Reactions,
  Scenario,
  WindowSpec,
} from '#engine/model/content.ts';
import type { Platform, Rubric } from '#engine/model/rubric.ts';
import type { Shop } from '#engine/model/shop.ts';

const reacts: Reactions = { slots: {}, covered: {}, partly: {}, wrong: {}, redLine: {}, silence: null };

/** Severity 1: a loss weighs its plain share, so that tests can work marks out by hand. */
export const rubric: Rubric = { ...parse(readFileSync('scenarios/rubrics/2026-11.yaml', 'utf8')), severity: 1 };
export const platforms: Platform[] = ['taobao', 'jd', 'pdd', 'douyin'].map((id) =>
  parse(readFileSync(`scenarios/platforms/${id}.yaml`, 'utf8')),
);

export const point = (id: string, says: string, more: Partial<Point> = {}): Point => ({
  id,
  says,
  must: true,
  policy: null,
  unknown: false,
  leads: null,
  wrongReacts: {},
  ...more,
});
export const question = (id: string, text: string, points: Point[], model: string): Question => ({
  id,
  at: null,
  text,
  waits: true,
  points,
  model,
});
export const need = (more: Partial<Need>): Need => ({
  do: null,
  with: {},
  ask: null,
  act: null,
  after: [],
  untilEnd: false,
  ...more,
});
const window = (kind: WindowSpec['kind'], more: Partial<WindowSpec> = {}): WindowSpec => ({
  kind,
  from: null,
  until: { value: 45, unit: 's' },
  points: [],
  do: null,
  ...more,
});
export const beat = (id: string, more: Partial<Beat> = {}): Beat => ({
  id,
  says: null,
  mood: null,
  asks: [],
  needs: [],
  points: [],
  window: null,
  quiet: null,
  does: [],
  tells: [],
  recalls: null,
  tolerates: null,
  reacts,
  then: { resolved: null, failed: null, silent: null, taken: null, missed: null },
  ...more,
});
const ending = (id: string, more: Partial<Ending>): Ending => ({
  id,
  says: null,
  outcome: 'kept',
  sale: null,
  amount: null,
  level: null,
  mood: null,
  does: [],
  later: null,
  ...more,
});

export const scenario: Scenario = {
  id: 'product-advice/shoe',
  type: 'product-advice',
  level: 1,
  title: '脚背高，买多大',
  minutes: 6,
  incident: null,
  teaches: '先问两个事实，再给一个码和理由',
  shop: 'suibu',
  story: { date: '2026-11-12', time: '14:05' },
  before: [],
  customer: {
    persona: 'anxious',
    name: '一颗柚子',
    enters: 's01',
    ownsOrder: true,
    regular: true,
    past: [{ on: '10-20', product: 's04', note: null }],
    said: ['别家穿几码'],
    mood: null,
    knows: [{ id: 'foot', says: [{ kind: 'text', text: '刚量了 24.5' }], cues: ['脚长'], do: null, mood: null }],
  },
  orders: [],
  forbids: [{ do: 'change-price', act: null, with: {}, because: '改价没有这个权限', reaction: null }],
  duties: [need({ do: 'remark' })],
  reacts,
  beats: [
    beat('size', {
      asks: [
        question(
          'q-size',
          '这双我穿几码',
          [point('size', '建议您穿39.5码', { policy: 's01' }), point('why', '脚背高，往大选半码', { must: false })],
          '那这双拿39.5，您脚面高，大半个码就不压了',
        ),
      ],
    }),
    beat('ship', {
      asks: [
        question(
          'q-ship',
          '现在拍几点能发',
          [point('ship', '16:00前付款今天发出', { policy: 's-ship' })],
          '四点前付今天就走',
        ),
      ],
      needs: [need({ do: 'refund-partial', with: { amount: 5900 }, after: [{ ask: 'foot' }] })],
    }),
    beat('hovers', { window: window('order-prompt') }),
    beat('unsure', { window: window('follow-up') }),
    beat('orders', {
      does: [{ deed: 'place-order', product: 's01', sku: '39.5', pays: true, amount: 45900 }],
      window: window('confirm-order', { points: ['size'] }),
    }),
    beat('call', { window: window('recognise-regular') }),
    beat('pinch', {
      asks: [question('q-pinch', '勒脚怎么办', [point('swap', '给您换39.5，运费我们出')], '换39.5，来回邮费店里出')],
    }),
  ],
  endings: [
    ending('kept', {
      outcome: 'paid',
      sale: 45900,
      later: { left: 'says-39', unmet: null, after: { value: 2, unit: 'd' }, to: 'pinch' },
    }),
    ending('gone', { outcome: 'lost' }),
  ],
};

const product = (id: string, name: string, price: number): Shop['products'][number] => ({
  id,
  name,
  price,
  stock: 9,
  skus: [],
  facts: ['脚背高选大半码'],
  doubts: [],
  picture: null,
});

export const shop: Shop = {
  id: 'suibu',
  name: '燧步',
  platform: 'taobao',
  hours: ['08:00', '24:00'],
  voice: '亲、您都用',
  role: '售前',
  products: [product('s01', '逐峰3 缓震跑鞋', 45900), product('s04', '晨雾 速干T', 9900)],
  policies: [
    {
      id: 's-ship',
      title: '几点前付今天发',
      text: '16:00前付款当天发。',
      basis: 'shop',
      source: '本店规定',
      date: '2026-11-01',
    },
    { id: 'c-own', title: '只在平台里说', text: '不加微信。', basis: 'shop', source: '本店规定', date: '2026-11-01' },
  ],
  quickReplies: [{ id: 'sf6', code: 'cm', group: '售前', title: '尺码表', text: '尺码对照：脚长220毫米对35.5码' }],
  authority: [],
  coupons: [],
  actions: ['remark', 'send-product', 'change-price', 'refund-partial'],
};

const action = (id: string, title: string, sends: boolean): ContentData['actions'][number] => ({
  id,
  title,
  group: '订单',
  sends,
  fields:
    id === 'refund-partial' ? [{ name: 'amount', title: '金额', kind: 'money', required: true, choices: [] }] : [],
  done: '好了',
});

export const content: ContentData = {
  scenarios: [scenario],
  shops: [shop],
  personas: [
    { id: 'anxious', name: '首购焦虑', typing: 50, patience: [60, 110, 200], mood: 50, swing: 1, tolerates: 2, reacts },
  ],
  actions: [
    action('remark', '备注', false),
    action('send-product', '商品卡', true),
    action('change-price', '改价', false),
    action('refund-partial', '部分退款', false),
  ],
  rubric,
  platforms,
  types: [],
};

/** The same content with the case changed. */
export const contentWith = (change: Partial<Scenario>): ContentData => ({
  ...content,
  scenarios: [{ ...scenario, ...change }],
});
