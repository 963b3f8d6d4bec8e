/** A case file (SCENARIO.md): what an author writes, kebab-case, before defaults are filled in. */
import { z } from 'zod';
import { OUTCOMES, WINDOW_KINDS } from '#engine/content.ts';
import { RED_LINES } from '#language/judgement.ts';
import {
  alternatives,
  cents,
  deeds,
  figure,
  forbid,
  idText,
  lawRowId,
  lineText,
  need,
  reacts,
  sentence,
  spanText,
} from '#library/schema-parts.ts';

/** A notice is read between two replies. */
const NOTICE_MAX = 120;

const wordings = z.array(sentence).min(1);
const VALUE_KINDS = ['amount', 'duration', 'clock', 'date', 'percent', 'size', 'side', 'yes-no'] as const;
const place = z.enum(['public', 'group', 'private']);

export const point = z.strictObject({
  id: idText,
  must: z.boolean().optional(),
  says: sentence,
  also: wordings.optional(),
  contradicts: wordings.optional(),
  wrongs: z
    .array(
      z.strictObject({
        id: idText,
        says: wordings,
        reply: alternatives.optional(),
        mood: figure.optional(),
        then: idText.optional(),
      }),
    )
    .min(1)
    .optional(),
  about: wordings.optional(),
  yes: wordings.optional(),
  no: wordings.optional(),
  value: z.strictObject({ kind: z.enum(VALUE_KINDS), is: sentence }).optional(),
  unless: wordings.optional(),
  examples: z.strictObject({ yes: wordings.optional(), no: wordings.optional() }).optional(),
  policy: idText.optional(),
  unknown: z.boolean().optional(),
  leads: idText.optional(),
});
export type AuthoredPoint = z.output<typeof point>;

const question = z.strictObject({
  id: idText,
  at: z.int().min(1).optional(),
  question: sentence,
  waits: z.boolean().optional(),
  points: z.array(point).min(1),
  model: sentence.optional(),
  first: z.array(z.union([idText, z.strictObject({ do: idText, model: sentence.optional() })])).optional(),
});
export type AuthoredQuestion = z.output<typeof question>;

const window = z.strictObject({
  kind: z.enum(WINDOW_KINDS),
  from: spanText.optional(),
  until: spanText,
  points: z.array(idText).min(1).optional(),
  do: idText.optional(),
  model: sentence.optional(),
});
export type AuthoredWindow = z.output<typeof window>;

const exits = z.strictObject({
  resolved: idText.optional(),
  failed: idText.optional(),
  silent: idText.optional(),
  taken: idText.optional(),
  missed: idText.optional(),
});

const beat = z.strictObject({
  id: idText,
  place: place.optional(),
  says: lineText.optional(),
  others: alternatives.optional(),
  mood: figure.optional(),
  asks: z.array(question).min(1).optional(),
  needs: z.array(need).optional(),
  points: z.array(point).min(1).optional(),
  window: window.optional(),
  quiet: z.strictObject({ for: spanText, window: window.optional() }).optional(),
  does: deeds.optional(),
  tells: z.array(idText).optional(),
  recalls: idText.optional(),
  tolerates: z.int().min(0).optional(),
  reacts: reacts.optional(),
  then: z.union([idText, exits]).optional(),
});
export type AuthoredBeat = z.output<typeof beat>;

const ending = z.strictObject({
  says: lineText.optional(),
  outcome: z.enum(OUTCOMES),
  sale: cents.optional(),
  amount: cents.optional(),
  level: z.int().min(1).max(3).optional(),
  mood: figure.optional(),
  does: deeds.optional(),
  model: sentence.optional(),
  later: z
    .strictObject({ left: idText.optional(), unmet: idText.optional(), after: spanText, to: idText })
    .refine((later) => !(later.left && later.unmet), 'left、unmet 最多写一个')
    .optional(),
});
export type AuthoredEnding = z.output<typeof ending>;

const fact = z
  .strictObject({
    says: lineText.optional(),
    cues: wordings.optional(),
    model: lineText.optional(),
    do: idText.optional(),
    mood: figure.optional(),
    picture: idText.optional(),
  })
  .refine((value) => value.says !== undefined || value.picture !== undefined, '写 says（或 picture）：客户要说的话');
export type AuthoredFact = z.output<typeof fact>;

const order = z.strictObject({
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
  items: z
    .array(
      z.strictObject({
        product: idText,
        sku: sentence.optional(),
        qty: z.int().min(1).optional(),
        price: cents,
        paid: cents.optional(),
      }),
    )
    .min(1),
  gifts: z.array(z.strictObject({ product: idText, price: cents })).optional(),
  off: z.array(z.strictObject({ card: idText, amount: cents })).optional(),
  total: cents.optional(),
  inside: z.array(z.strictObject({ on: sentence, note: sentence })).optional(),
  secret: z.array(sentence).optional(),
});
export type AuthoredOrder = z.output<typeof order>;

const customer = z.strictObject({
  persona: idText,
  name: sentence,
  enters: idText.optional(),
  'owns-order': z.boolean().optional(),
  regular: z.boolean().optional(),
  past: z.array(z.strictObject({ on: sentence, product: idText, note: sentence.optional() })).optional(),
  said: z.array(sentence).optional(),
  mood: figure.optional(),
  knows: z.record(idText, fact).optional(),
});

const before = z
  .strictObject({ on: sentence.optional(), at: sentence.optional(), by: sentence, says: lineText })
  .refine((value) => (value.on === undefined) !== (value.at === undefined), 'on、at 写一个');

/** The trade's five reasons for not paying. */
export const OBSTACLES = ['遗忘', '顾虑', '价格', '技术', '误拍'] as const;

/** What a case is sorted by. Nothing of it is played: a drill's content doesn't hold it. */
const tags = z.strictObject({
  law: z.array(lawRowId).min(1).optional(),
  obstacle: z.enum(OBSTACLES).optional(),
  dilemma: sentence.optional(),
  red: z.array(z.enum(RED_LINES)).min(1).optional(),
});

export const scenarioFile = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, '写成 类型/名字，与路径相同'),
    type: idText,
    level: z.int().min(1).max(5),
    title: sentence,
    minutes: z.int().min(1),
    teaches: sentence,
    shop: idText,
    story: z
      .strictObject({
        date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '写成 2026-11-12'),
        time: z.string().regex(/^\d{2}:\d{2}$/, '写成 "14:05"，要加引号'),
      })
      .optional(),
    tags: tags.optional(),
    place: place.optional(),
    /** 突发: brought in by a teacher; `notice` is shown on the desks as it happens. */
    incident: z
      .strictObject({ title: sentence, notice: sentence.max(NOTICE_MAX, `通知最多 ${NOTICE_MAX} 字`).optional() })
      .optional(),
    before: z.array(before).optional(),
    customer,
    order: order.optional(),
    orders: z.array(order).min(1).optional(),
    forbids: z.array(forbid).optional(),
    duties: z.array(need).optional(),
    /** What keeps the customer from paying, and the point or action that answers it. */
    obstacle: z
      .strictObject({
        kind: z.enum(['forgotten', 'doubt', 'price', 'technical', 'mistake']),
        answer: idText.optional(),
      })
      .optional(),
    reacts: reacts.optional(),
    beats: z.array(beat).min(1),
    endings: z.record(idText, ending),
  })
  .refine((value) => !(value.order && value.orders), 'order、orders 只写一个');
export type AuthoredScenario = z.output<typeof scenarioFile>;
