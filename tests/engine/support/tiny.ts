/** Builders for content small enough to read in a test: everything a story leaves out has a plain default. */
import {
  type Beat,
  type Bubble,
  type Burst,
  type ContentData,
  type Ending,
  type Fact,
  type Forbid,
  type Need,
  type Order,
  type Persona,
  type Point,
  type Question,
  type Reaction,
  type Reactions,
  type Scenario,
  SLOTS,
  type Span,
  type WindowSpec,
} from '#engine/model/content.ts';
import type { Shop } from '#engine/model/shop.ts';

type Some<T, K extends keyof T> = Partial<T> & Pick<T, K>;

export const text = (words: string): Bubble => ({ kind: 'text', text: words });
/** One burst; ⏎ parts the bubbles, as in a case. */
export const burst = (words: string): Burst => words.split('⏎').map((w) => text(w.trim()));

/** A reaction with its alternatives. */
export const line = (...alternatives: string[]): Reaction => ({
  bursts: alternatives.map(burst),
  mood: null,
  then: null,
  afterS: null,
});
export const noReacts: Reactions = { slots: {}, covered: {}, partly: {}, wrong: {}, redLine: {}, silence: null };

export const span = (written: string): Span => {
  const unit = written.at(-1);
  if (unit !== 's' && unit !== 'm' && unit !== 'h' && unit !== 'd') throw new Error(`no span: ${written}`);
  return { value: Number(written.slice(0, -1)), unit };
};

export const point = (fields: Some<Point, 'id' | 'says'>): Point => ({
  must: true,
  policy: null,
  unknown: false,
  leads: null,
  wrongReacts: {},
  ...fields,
});
export const question = (fields: Some<Question, 'id' | 'text' | 'points'>): Question => ({
  at: null,
  waits: true,
  model: null,
  ...fields,
});
export const need = (fields: Partial<Need>): Need => ({
  do: null,
  with: {},
  ask: null,
  act: null,
  after: [],
  untilEnd: false,
  ...fields,
});
export const forbid = (fields: Partial<Forbid>): Forbid => ({
  do: null,
  act: null,
  with: {},
  because: '没有这个权限',
  reaction: null,
  ...fields,
});
export const fact = (fields: Some<Fact, 'id' | 'says' | 'cues'>): Fact => ({ do: null, mood: null, ...fields });
export const windowOf = (kind: WindowSpec['kind'], until: string, more: Partial<WindowSpec> = {}): WindowSpec => ({
  kind,
  from: null,
  until: span(until),
  points: [],
  do: null,
  ...more,
});

type Then = Partial<Beat['then']> | string;
export const beat = (fields: Omit<Some<Beat, 'id'>, 'then' | 'says'> & { says?: string; then: Then }): Beat => {
  const { says, then, ...rest } = fields;
  const all = typeof then === 'string' ? then : null;
  return {
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
    reacts: noReacts,
    ...rest,
    says: says === undefined ? null : burst(says),
    then: {
      resolved: all,
      failed: all,
      silent: all,
      taken: all,
      missed: all,
      ...(typeof then === 'string' ? {} : then),
    },
  };
};
export const ending = (fields: Omit<Some<Ending, 'id' | 'outcome'>, 'says'> & { says?: string }): Ending => {
  const { says, ...rest } = fields;
  return {
    sale: null,
    amount: null,
    level: null,
    mood: null,
    does: [],
    later: null,
    ...rest,
    says: says === undefined ? null : burst(says),
  };
};

export const order = (fields: Partial<Order>): Order => ({
  id: 'o1',
  no: '…1001',
  status: 'paid',
  placed: null,
  paidOn: null,
  shippedOn: null,
  signedOn: null,
  receiver: null,
  phone: null,
  address: null,
  insured: false,
  items: [],
  gifts: [],
  off: [],
  total: 45_900,
  inside: [],
  secret: [],
  ...fields,
});

type Customer = Scenario['customer'];
export const scenario = (
  fields: Omit<Some<Scenario, 'id' | 'beats' | 'endings'>, 'customer'> & { customer?: Partial<Customer> },
): Scenario => ({
  type: fields.id.split('/')[0] ?? '',
  level: 1,
  title: '小案例',
  minutes: 5,
  incident: null,
  teaches: '一句话',
  shop: 'tiny',
  story: null,
  before: [],
  orders: [],
  forbids: [],
  duties: [],
  reacts: noReacts,
  ...fields,
  customer: {
    persona: 'plain',
    name: '小王',
    enters: null,
    ownsOrder: true,
    regular: false,
    past: [],
    said: [],
    mood: null,
    knows: [],
    ...fields.customer,
  },
});

/** Says the name of the slot, so that a log reads by itself. */
export const persona = (fields: Partial<Persona> = {}): Persona => ({
  id: 'plain',
  name: '平常人',
  typing: 80,
  patience: [40, 80, 150],
  mood: 60,
  swing: 1,
  tolerates: 2,
  reacts: {
    slots: Object.fromEntries(SLOTS.map((slot) => [slot, line(`${slot} 1`, `${slot} 2`)])),
    covered: {},
    partly: { '*': line('partly 1', 'partly 2') },
    wrong: { '*': line('wrong 1', 'wrong 2') },
    redLine: { '*': line('red-line 1', 'red-line 2') },
    silence: [line('在吗'), line('人呢'), line('不等了')],
  },
  ...fields,
});

export const shop = (fields: Partial<Shop> = {}): Shop => ({
  id: 'tiny',
  name: '小店',
  platform: 'taobao',
  hours: ['09:00', '22:00'],
  voice: '亲切',
  role: '客服',
  products: [],
  policies: [],
  quickReplies: [],
  authority: [],
  coupons: [],
  actions: ['remark', 'change-price', 'change-sku', 'request-photo', 'refund', 'remind-pay', 'send-order'],
  ...fields,
});

const action = (id: string, sends: boolean, fields: ContentData['actions'][number]['fields'] = []) => ({
  id,
  title: id,
  group: '订单',
  sends,
  fields,
  done: '已完成',
});

export const contentOf = (
  scenarios: readonly Scenario[],
  more: { persona?: Partial<Persona>; shop?: Partial<Shop> } = {},
): ContentData => ({
  scenarios,
  shops: [shop(more.shop)],
  personas: [persona(more.persona)],
  actions: [
    action('remark', false),
    action('change-price', false),
    action('change-sku', false),
    action('request-photo', true),
    action('refund', false, [{ name: 'amount', title: '金额', kind: 'money', required: true, choices: [] }]),
    action('remind-pay', true),
    action('send-order', true),
    action('escalate', false),
  ],
  rubric: {
    id: 'tiny',
    date: '2026-11-01',
    weights: { response: 20, expression: 15, solving: 30, operation: 10, manner: 15, sales: 10 },
    pass: 60,
    excellent: 85,
    cap: 59,
    unsureShare: 0.33,
    tiers: [
      { upTo: 2, excellentS: 18, passS: 30, failS: 60 },
      { upTo: 5, excellentS: 30, passS: 45, failS: 75 },
    ],
    roundCredit: { excellent: 1, pass: 0.8, weak: 0.4, fail: 0 },
    offers: { must: 2, bonus: 1, need: 1, duty: 1, window: 1, turn: 1 },
    findings: [],
  },
  platforms: [],
  types: [],
});
