/** A case file (docs/writing-a-case.md) as an author writes it: kebab-case, without defaults. */
import { z } from 'zod';
import { RED_LINES } from '#language/terms/verdicts.ts';
import { beat, ending, place } from './beat.ts';
import { grounds } from './ground.ts';
import { order } from './order.ts';
import { cents, figure, forbid, idText, lawRowId, lineText, need, reacts, sentence } from './parts.ts';
import { wordings } from './point.ts';
import { fault, notBoth, oneOf, shape } from './shape.ts';

export type { AuthoredBeat, AuthoredEnding } from './beat.ts';
export type { AuthoredOrder } from './order.ts';
export type { AuthoredPoint, AuthoredQuestion, AuthoredWindow } from './point.ts';

/** Characters: a trainee must be able to read a notice between two replies. */
const NOTICE_MAX = 120;

const fact = shape(
  'fact',
  {
    says: lineText.optional(),
    cues: wordings.optional(),
    given: wordings.optional(),
    model: lineText.optional(),
    do: idText.optional(),
    mood: figure.optional(),
    picture: idText.optional(),
  },
  { says: ['刚量了 57'], cues: [['头围', '量过头']], given: [['问都不问']], model: ['您的头围量过吗，是几厘米？'] },
).refine((value) => value.says !== undefined || value.picture !== undefined, fault('says-or-picture'));
export type AuthoredFact = z.output<typeof fact>;

const customer = shape(
  'customer',
  {
    persona: idText,
    name: sentence,
    enters: idText.optional(),
    'owns-order': z.boolean().optional(),
    regular: z.boolean().optional(),
    past: z.array(shape('customer-past', { on: sentence, product: idText, note: sentence.optional() })).optional(),
    said: z.array(sentence).optional(),
    mood: figure.optional(),
    knows: z.record(idText, fact).optional(),
  },
  { persona: ['anxious-first-buyer'], name: ['一颗柚子'] },
);

const before = shape(
  'before',
  { on: sentence.optional(), at: sentence.optional(), by: sentence, says: lineText },
  { at: ['-16m'], by: ['bot', 'customer', 'agent'] },
)
  .refine((value) => (value.on === undefined) !== (value.at === undefined), fault('on-or-at'))
  .meta(oneOf('on', 'at'));

/** The trade's five reasons for not paying. */
export const OBSTACLES = ['遗忘', '顾虑', '价格', '技术', '误拍'] as const;

/** Tags by which cases are sorted. They don't change how a case is played, so a drill's content doesn't hold them. */
const tags = shape(
  'tags',
  {
    law: z.array(lawRowId).min(1).optional(),
    obstacle: z.enum(OBSTACLES).optional(),
    dilemma: sentence.optional(),
    red: z.array(z.enum(RED_LINES)).min(1).optional(),
  },
  { law: [['L01', 'L04']], dilemma: ['说实话这单要丢，不说实话客户当天扑空'] },
);

export const scenarioFile = shape(
  'scenario',
  {
    id: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, fault('case-id')),
    type: idText,
    level: z.int().min(1).max(5),
    title: sentence,
    minutes: z.int().min(1),
    teaches: sentence,
    shop: idText,
    story: shape(
      'story',
      {
        date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, fault('story-date')),
        time: z.string().regex(/^\d{2}:\d{2}$/, fault('story-time')),
      },
      { date: ['2026-11-12'], time: ['14:05'] },
    ).optional(),
    tags: tags.optional(),
    place: place.optional(),
    incident: shape('incident', {
      title: sentence,
      notice: sentence.max(NOTICE_MAX).optional(),
      changes: shape(
        'incident-changes',
        { product: idText, price: cents.optional(), stock: z.int().min(0).optional() },
        { product: ['t01'], price: [14800], stock: [0] },
      ).optional(),
    }).optional(),
    before: z.array(before).optional(),
    customer,
    order: order.optional(),
    orders: z.array(order).min(1).optional(),
    figures: z
      .array(
        shape(
          'figure',
          { amount: cents, because: sentence },
          { amount: [710], because: ['店里按分摊退426.1，法定的算法是419'] },
        ),
      )
      .optional(),
    forbids: z.array(forbid).optional(),
    duties: z.array(need).optional(),
    grounds: grounds.optional(),
    obstacle: shape('obstacle', {
      kind: z.enum(['forgotten', 'doubt', 'price', 'technical', 'mistake']),
      answer: idText.optional(),
    }).optional(),
    reacts: reacts.optional(),
    beats: z.array(beat).min(1),
    endings: z.record(idText, ending),
  },
  {
    id: ['product-advice/shoe-half-size'],
    type: ['product-advice'],
    level: [1, 3, 5],
    shop: ['suibu'],
    grounds: [{ foot: { sf2: '量下脚长多少厘米' } }],
  },
)
  .refine((value) => !(value.order && value.orders), fault('order-or-orders'))
  .meta(notBoth('order', 'orders'));
export type AuthoredScenario = z.output<typeof scenarioFile>;
