/** The authored files besides cases: persona, shop, catalog; platforms and pictures are in `data.ts`. Unknown keys are errors. */
import { z } from 'zod';
import { FLAGS } from '#engine/model/shop.ts';
import { alternatives, cents, clockText, idText, lawRowId, reacts, sentence } from './parts.ts';
import { dateText } from './rubric.ts';
import { fault, shape } from './shape.ts';

export { policiesFile } from './policies.ts';
export { type AuthoredRubric, rubricFile } from './rubric.ts';

export const personaFile = shape('persona', {
  id: idText,
  name: sentence,
  typing: z.number().positive(),
  patience: z.tuple([z.number(), z.number(), z.number()]),
  mood: z.number().min(0).max(100),
  swing: z.number().positive(),
  tolerates: z.int().min(0).optional(),
  /** For authors only: what raises and lowers the mood of this persona. */
  note: alternatives.optional(),
  reacts,
});
export type AuthoredPersona = z.output<typeof personaFile>;

/** Limits of one level. What a level doesn't write is as at the level below; the desk itself may then give none. */
const limits = shape('limits', {
  money: z.union([cents, z.literal('any')]).optional(),
  coupon: cents.optional(),
  discount: z.union([z.int().min(1).max(100), z.literal('any')]).optional(),
  price: z.boolean().optional(),
});

/** `card`: the policy card that says so; the others are figures of that card. */
const ruleFigures = z
  .object({ card: idText.meta({ description: 'schema:shop-rule.card' }) })
  .catchall(
    z.union([
      sentence,
      z.number(),
      shape('rule-money', { money: cents }),
      shape('rule-clock', { clock: clockText }),
      shape('rule-date', { date: dateText }),
    ]),
  );

export const shopFile = shape('shop', {
  // A shop named customer would have its pictures in the folder of customers' pictures.
  id: idText.refine((id) => id !== 'customer', fault('shop-customer')),
  name: sentence,
  platform: idText,
  hours: z.tuple([clockText, clockText]),
  voice: sentence,
  role: sentence,
  authority: z.array(
    shape('shop-authority', { level: z.enum(['A', 'B', 'C']), text: sentence, gives: limits.optional() }),
  ),
  coupons: z.array(shape('shop-coupon', { id: idText, name: sentence, amount: cents, least: cents })),
  /** What is taken off every order by itself. */
  reductions: z.array(shape('shop-reduction', { card: idText, amount: cents, least: cents })).optional(),
  actions: z.array(idText),
  /** What each colour of flag on a remark means here. */
  flags: z.partialRecord(z.enum(FLAGS), sentence).optional(),
  /** For cases that vary: what the policy cards rule, as figures. */
  rules: z.record(idText, ruleFigures).optional(),
});
export type AuthoredShop = z.output<typeof shopFile>;

export const productsFile = z.array(
  shape(
    'product',
    {
      id: idText,
      name: sentence,
      price: cents,
      stock: z.int().min(0).nullish(),
      skus: z.array(sentence).default([]),
      facts: z.array(sentence).default([]),
      doubts: z.array(shape('product-doubt', { asks: sentence, answer: z.string() })).default([]),
      picture: z.string().nullish(),
      /** For cases that vary: the short spoken name and the measure word. */
      called: sentence.optional(),
      unit: sentence.optional(),
    },
    { price: [45900], called: ['逐峰3'], unit: ['双'] },
  ),
);
export type AuthoredProduct = z.output<typeof productsFile>[number];

export const quickRepliesFile = z.array(
  shape('quick-reply', {
    id: idText,
    code: sentence,
    group: sentence,
    title: sentence,
    text: sentence,
    /** The policy card the quick reply states, for the checker. */
    card: idText.optional(),
    /** A quick reply that mustn't be sent as it is: the finding it raises, and the source that shows why. */
    trap: shape('quick-reply-trap', {
      finding: sentence,
      source: sentence.optional(),
      date: dateText.optional(),
    }).optional(),
  }),
);
export type AuthoredQuickReply = z.output<typeof quickRepliesFile>[number];

export const typesFile = z.array(
  shape('type', { id: idText, name: sentence, stage: z.enum(['before', 'during', 'after']) }),
);

/** The rules of law by which cases are sorted (`tags.law`). A drill never quotes them: it quotes the shop's own card. */
export const lawFile = z.array(
  shape('law', { id: lawRowId, name: sentence, rule: sentence, article: sentence, date: dateText }),
);
export type LawRow = z.output<typeof lawFile>[number];

const FIELD_KINDS = ['text', 'money', 'order', 'product', 'sku', 'coupon', 'address', 'choice'] as const;
const actionField = shape('action-field', {
  name: idText,
  title: sentence,
  kind: z.enum(FIELD_KINDS),
  required: z.boolean().default(false),
  choices: z
    .array(shape('action-choice', { value: z.string(), title: sentence, shops: z.array(idText).min(1).optional() }))
    .default([]),
});
export const actionsFile = z.array(
  shape('action', {
    id: idText,
    title: sentence,
    group: sentence,
    sends: z.boolean(),
    fields: z.array(actionField).default([]),
    oneOf: z.array(idText).min(2).optional(),
    done: sentence,
    /** What is said and answered where the shop has closed `minutes` later: a night brings no answer within two hours. */
    overnight: shape('action-overnight', {
      minutes: z.int().min(1).max(1440),
      done: sentence,
      doing: sentence,
    }).optional(),
    why: sentence.optional(),
    /** Words said to the customer during the operation: 我这就给您改成{sku}. */
    doing: sentence.optional(),
    /** Words agents name the operation by. Operations with one purpose share words: doing any of them makes the words true. */
    named: z.array(sentence).optional(),
    /** A report to this level: promises up to its limits, made after it, are within authority. */
    reports: z.enum(['A', 'B', 'C']).optional(),
  }),
);
