import type { Catalog, SchoolCatalog } from '#drills/catalog/catalog.ts';
import { createCatalogs } from '#drills/catalog/catalogs.ts';
import type { ContentData, Order, Reactions, Scenario } from '#engine/model/content.ts';
import { NO_RUSH } from '#engine/model/rush.ts';
import { NO_TYPING } from '#library/load-typing.ts';
import { NO_QUESTIONS } from '#library/questions/question.ts';
import { NO_SHOP_DAY } from '#library/reading/shop-day.ts';
import { DEFAULT_LEAD_RULES } from '#library/schema/rubric.ts';
import { NO_TRADE_YEAR } from '#library/schema/trade-year.ts';

const reacts: Reactions = { slots: {}, covered: {}, partly: {}, wrong: {}, redLine: {}, silence: null };

const order: Order = {
  id: 'o1',
  no: '881001',
  status: 'paid',
  placed: '2026-11-10 20:00',
  paidOn: '2026-11-10 20:01',
  shippedOn: null,
  signedOn: null,
  receiver: '柚子',
  phone: '138****0000',
  address: '杭州市',
  insured: false,
  items: [{ product: 's01', sku: '39', qty: 1, price: 45900, paid: 45900 }],
  gifts: [],
  off: [],
  total: 45900,
  inside: [{ on: '11-10', note: 'INSIDE-NOTE' }],
  secret: ['SECRET-NUMBER'],
};

export const toyScenario = (id: string, name = '一颗柚子', over: Partial<Scenario> = {}): Scenario => ({
  id,
  type: 'product-advice',
  level: 1,
  title: '买多大',
  minutes: 5,
  incident: null,
  teaches: '先问再答',
  shop: 'suibu',
  story: { date: '2026-11-12', time: '14:05' },
  before: [],
  customer: {
    persona: 'calm',
    name,
    enters: 's01',
    ownsOrder: true,
    regular: false,
    past: [{ on: '2025-06-01', product: 's01', note: null }],
    said: [],
    mood: null,
    knows: [],
  },
  orders: [order],
  forbids: [],
  duties: [],
  reacts,
  beats: [
    {
      id: 'size',
      says: [{ kind: 'text', text: '穿几码' }],
      mood: null,
      asks: [
        {
          id: 'q-size',
          at: null,
          text: '这双穿几码',
          waits: true,
          model: 'MODEL-ANSWER',
          points: [
            {
              id: 'size',
              says: 'POINT-SAYS',
              also: ['POINT-ALSO'],
              must: true,
              policy: null,
              unknown: false,
              leads: null,
              wrongReacts: {},
            },
          ],
        },
      ],
      needs: [],
      points: [],
      window: null,
      quiet: null,
      does: [],
      tells: [],
      recalls: null,
      tolerates: null,
      reacts,
      then: { resolved: 'kept', failed: 'gone', silent: 'gone', taken: null, missed: null },
    },
  ],
  endings: [],
  ...over,
});

export const toyData: ContentData = {
  scenarios: [toyScenario('product-advice/toy'), toyScenario('product-advice/other', '两颗柚子')],
  shops: [
    {
      id: 'suibu',
      name: '燧步',
      platform: 'taobao',
      hours: ['08:00', '23:00'],
      voice: '亲切',
      role: '售前',
      products: [
        {
          id: 's01',
          name: '云感跑鞋',
          price: 45900,
          stock: 12,
          skus: ['39'],
          facts: ['轻'],
          doubts: [],
          picture: null,
        },
      ],
      policies: [
        { id: 'p1', title: '七天无理由', text: '签收起七天', basis: 'law', source: '消法', date: '2024-07-01' },
      ],
      quickReplies: [
        { id: 'q1', code: '/hi', group: '开场', title: '问好', text: '亲，您好，欢迎光临燧步运动，请问有什么可以帮您' },
        { id: 'q2', code: '/bye', group: '收尾', title: '再见', text: '感谢您的光临，祝您生活愉快，期待下次再见' },
      ],
      authority: [{ level: 'A', text: '可以送运费险' }],
      coupons: [{ id: 'k1', name: '满减', amount: 1000, least: 20000 }],
      actions: ['remark'],
    },
  ],
  personas: [
    {
      id: 'calm',
      name: '平和',
      typing: 60,
      patience: [40, 80, 120],
      mood: 70,
      swing: 1,
      tolerates: 2,
      reacts,
    },
  ],
  actions: [{ id: 'remark', title: '备注', group: '订单', sends: false, fields: [], done: '已备注' }],
  rubric: {
    id: 'default',
    date: '2026-11-01',
    weights: { response: 20, expression: 15, solving: 30, operation: 10, manner: 15, sales: 10 },
    pass: 60,
    excellent: 85,
    cap: 59,
    unsureShare: 0.33,
    tiers: [{ upTo: 2, excellentS: 18, passS: 30, failS: 60 }],
    roundCredit: { excellent: 1, pass: 0.8, weak: 0.4, fail: 0 },
    offers: { must: 2, bonus: 1, need: 1, duty: 1, window: 1, turn: 1 },
    findings: [],
  },
  platforms: [{ id: 'taobao', name: '淘宝', date: '2026-01-01', figures: [] }],
  types: [{ id: 'product-advice', name: '商品咨询与推荐', stage: 'before' }],
};

export const toyCatalog: Catalog = {
  data: toyData,
  marks: [],
  short: [],
  tasks: [],
  parts: [],
  rush: NO_RUSH,
  momentCases: [],
  varying: new Set(),
  bank: NO_QUESTIONS,
  typing: NO_TYPING,
  stages: [],
  tradeYear: NO_TRADE_YEAR,
  lead: DEFAULT_LEAD_RULES,
  factsByShop: {},
  shopDay: () => Promise.resolve(NO_SHOP_DAY),
  playableOn: (scenarios) => Promise.resolve(new Set(scenarios.map(({ id }) => id))),
  naming: () => Promise.resolve(new Set()),
  contentFor: async (ids, besides = []) => ({
    data: {
      ...toyData,
      scenarios: [...toyData.scenarios, ...besides.map(({ scenario }) => scenario)].filter(({ id }) =>
        ids.includes(id),
      ),
    },
    hash: `hash-${[...ids, ...besides.map(({ version }) => version)].join('+')}`,
  }),
};

/** What everybody may drill: no teacher has written anything. */
export const onlyShipped = (catalog: Catalog): Promise<SchoolCatalog> =>
  createCatalogs(catalog, { catalogCases: async () => [], contentOfVersion: async () => null }).of(null);
