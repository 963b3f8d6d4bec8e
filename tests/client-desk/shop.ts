import type { DrillSummary, ShopBody } from '#contract/bodies.ts';

export const SHOP: ShopBody = {
  id: 'suibu',
  name: '燧步运动',
  platformName: '淘系',
  hours: ['08:00', '24:00'],
  voice: '',
  role: '',
  products: [
    {
      id: 's01',
      name: '逐峰3 缓震跑鞋',
      price: 45_900,
      stock: 12,
      skus: ['39', '39.5'],
      facts: ['脚背高选大半码'],
      doubts: [],
      picture: '/pictures/suibu/s01.svg',
    },
    { id: 's04', name: '晨雾 速干T', price: 9900, stock: null, skus: ['S', 'M'], facts: [], doubts: [], picture: null },
  ],
  policies: [
    { id: 'c-7d', title: '七天无理由', text: '签收次日起', basis: 'law', source: '消法25', date: '2014-03-15' },
  ],
  quickReplies: [
    { id: 'sf13', code: 'zd', group: '问候', title: '在的', text: '在的，您说' },
    { id: 'sf1', code: 'xh', group: '售前', title: '现货', text: '这双{尺码}有现货' },
    { id: 'sf25', code: 'mjd', group: '活动', title: '满减叠券', text: '满300减40' },
  ],
  authority: [{ level: 'A', text: '≤10元券' }],
  coupons: [{ id: 'cp15', name: '店铺券 15 元', amount: 1500, least: 19_900 }],
  actions: [
    {
      id: 'refund-partial',
      title: '部分退款',
      group: '售后',
      sends: false,
      done: '部分退款已提交，原路退回',
      fields: [
        { name: 'amount', title: '金额', kind: 'money', required: true, choices: [] },
        { name: 'order', title: '订单', kind: 'order', required: false, choices: [] },
      ],
    },
    {
      id: 'send-coupon',
      title: '发券',
      group: '商品',
      sends: true,
      done: '优惠券已发到聊天，客户点一下就能领',
      fields: [{ name: 'coupon', title: '优惠券', kind: 'coupon', required: true, choices: [] }],
    },
    {
      id: 'change-sku',
      title: '改规格',
      group: '订单',
      sends: false,
      done: '规格已改，订单面板里是新的',
      fields: [{ name: 'sku', title: '改成', kind: 'sku', required: true, choices: [] }],
    },
  ],
};

export const SUMMARY: DrillSummary = {
  rush: null,
  id: 'd1',
  scenarios: [
    {
      id: 'product-advice/shoe-half-size',
      title: '脚背高，买多大',
      typeName: '商品咨询',
      shop: 'suibu',
      short: false,
      trains: '问清再推荐',
    },
  ],
  mode: 'practice',
  state: 'running',
  openedAt: 0,
  endedAt: null,
  score: null,
  run: null,
  retry: null,
};
