/**
 * The events that a trainee's browser gets. Their vocabulary is public: no rubric, points, needs, reasons or coming
 * lines. They are made from the private log in one place (`drills/present/present.ts`), an allow-list.
 */
import { z } from 'zod';
import { customerDeedSchema } from '#contract/wire/deeds.ts';
import { handedFields } from '#contract/wire/handed.ts';
import { orderSchema, orderStatus } from '#contract/wire/orders.ts';
import { QUESTION_STATES } from '#contract/wire/question-states.ts';
import { changedProduct, rushEvents, wireRushSchema } from '#contract/wire/rush.ts';
import { traineeEvents } from '#contract/wire/trainee-said.ts';
import { deskEvents } from '#contract/wire/withdrawal.ts';
import { customerPictureSchema } from './customer-picture.ts';

const ms = z.number().int().nonnegative();
const id = z.string().min(1).max(64);

export const bubbleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  z.strictObject({ kind: z.literal('product'), product: z.string(), name: z.string(), price: z.number().int() }),
  z.strictObject({ kind: z.literal('order'), order: z.string() }),
  customerPictureSchema.extend({ kind: z.literal('picture') }),
]);
export type WireBubble = z.infer<typeof bubbleSchema>;

export type WireOrder = z.infer<typeof orderSchema>;

/** Where others read along: a live stream's public screen, a group. */
export const openPlaceSchema = z.enum(['public', 'group']);
export type WireOpenPlace = z.infer<typeof openPlaceSchema>;

export const MOOD_WORDS = ['angry', 'upset', 'anxious', 'calm', 'pleased'] as const;
const moodWord = z.enum(MOOD_WORDS);
export type MoodWord = z.infer<typeof moodWord>;
/** Which way a mood went since the last turn: a word covers twenty points, so two bad answers may leave it as it is. */
const moodTrend = z.enum(['falling', 'steady', 'rising']);
export type MoodTrend = z.infer<typeof moodTrend>;

/** The story's day and clock: what 今天 and 几点前 are reckoned from at the desk. `date`: 2026-11-12, `time`: 14:05. */
export const storyTimeSchema = z.strictObject({ date: z.string(), time: z.string() });
export type WireStoryTime = z.infer<typeof storyTimeSchema>;

/** How far a story jumps. */
export const storyJumpSchema = z.strictObject({ value: z.number().nonnegative(), unit: z.enum(['h', 'd']) });
export type WireJump = z.infer<typeof storyJumpSchema>;

/** What the desk itself answers to an operation: the operation's own sentence, no notes, where an order is. */
export const resultLineSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('done') }),
  /** Answered on the next day only: the shop has closed before the answer is due. */
  z.strictObject({ kind: z.literal('done-overnight') }),
  z.strictObject({ kind: z.literal('no-notes') }),
  z.strictObject({ kind: z.literal('no-order') }),
  /** The answer of whoever was reported to comes to no desk. */
  z.strictObject({ kind: z.literal('no-answer-here') }),
  z.strictObject({
    kind: z.literal('order'),
    no: z.string(),
    status: orderStatus,
    /** What is last known of its way; null before it left. */
    latest: z.strictObject({ step: z.enum(['signed', 'shipped']), on: z.string() }).nullable(),
  }),
]);
export type WireResultLine = z.infer<typeof resultLineSchema>;

const status = z.enum(['queued', 'waiting', 'active', 'away', 'closed']);
export type WireStatus = z.infer<typeof status>;

/** A field's value inside an action. */
export const withSchema = z.record(
  z.string().max(32),
  z.union([z.string().max(500), z.number().int().min(0).max(100_000_000)]),
);

const base = { at: ms };
const inConversation = { ...base, conversation: id };
/** The open place where it was said; absent in private. */
const said = { ...inConversation, place: openPlaceSchema.optional() };

export const wireEventSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('drill-opened'),
    ...base,
    mode: z.enum(['practice', 'lesson', 'exam']),
    pace: z.number(),
    /** How many will come; absent in a rush, where nobody is told (RULES Q8), and in a project task. */
    customers: z.number().int().optional(),
    /** Response seconds by number of customers at once, for the wait meter. */
    tiers: z.array(z.strictObject({ upTo: z.number(), excellentS: z.number(), passS: z.number(), failS: z.number() })),
    /** Seconds at which the meter warns and urges at the latest: before the most impatient customer goes. */
    meter: z.strictObject({ warnS: z.number(), urgeS: z.number() }).optional(),
    /** Of a rush; absent in every other drill. */
    rush: wireRushSchema.optional(),
  }),
  ...rushEvents,
  ...deskEvents,
  ...traineeEvents,
  z.strictObject({
    kind: z.literal('clock-stopped'),
    ...base,
    why: z.enum(['freeze', 'pause', 'connection', 'server', 'not-started']),
  }),
  z.strictObject({ kind: z.literal('clock-started'), ...base, stoppedMs: ms }),
  z.strictObject({ kind: z.literal('drill-ended'), ...base, why: z.enum(['finished', 'trainee', 'teacher', 'time']) }),
  /** One customer more than planned is on the way. */
  z.strictObject({ kind: z.literal('customer-added'), ...base }),
  /** 突发: what the shop tells its desks, such as stock gone. */
  z.strictObject({ kind: z.literal('shop-notice'), ...base, text: z.string(), changes: changedProduct.optional() }),
  z.strictObject({
    kind: z.literal('customer-arrived'),
    ...inConversation,
    /** When it is in the story as they come. A server of before sends none. */
    story: storyTimeSchema.optional(),
    name: z.string(),
    scenario: z.string(),
    type: z.string(),
    shop: z.string(),
    regular: z.boolean(),
    returning: z.boolean(),
    enters: z.string().nullable(),
    past: z.array(
      z.strictObject({ on: z.string(), product: z.string(), name: z.string(), note: z.string().nullable() }),
    ),
    before: z.array(
      z.strictObject({
        when: z.string(),
        by: z.enum(['bot', 'agent', 'customer']),
        name: z.string().nullable(),
        bubbles: z.array(bubbleSchema),
      }),
    ),
    orders: z.array(orderSchema),
    mood: moodWord,
    /** How long they were in the queue of a rush; absent elsewhere. */
    queuedMs: ms.optional(),
    /** The trainee took them out of the queue by hand. */
    taken: z.literal(true).optional(),
    ...handedFields,
  }),
  /** `nod`: the customer only shows that the trainee was heard; no answer is owed (RULES T16). */
  z.strictObject({
    kind: z.literal('customer-said'),
    ...said,
    id,
    bubble: bubbleSchema,
    nod: z.literal(true).optional(),
  }),
  /** A bystander in an open place speaks, not the customer. */
  z.strictObject({ kind: z.literal('bystander-said'), ...said, id, name: z.string(), text: z.string() }),
  z.strictObject({
    kind: z.literal('customer-did'),
    ...inConversation,
    deed: customerDeedSchema,
    orders: z.array(orderSchema),
  }),
  z.strictObject({
    kind: z.literal('action-done'),
    ...inConversation,
    id,
    action: z.string(),
    /** As content has it; a page that knows the shop has its name there, in the page's language. */
    title: z.string(),
    with: withSchema,
    sends: z.boolean(),
    /** What the desk answers, line by line, as content and the log have it. */
    result: z.array(z.string()),
    /** What each line of `result` says, for a page to word it; null: the case's own words. A server of before sends none. */
    lines: z.array(resultLineSchema.nullable()).optional(),
    orders: z.array(orderSchema),
  }),
  /** `shownAt`: when the customer's last words are out, of somebody who leaves with them (RULES X66). */
  z.strictObject({ kind: z.literal('status-changed'), ...inConversation, status, shownAt: ms.optional() }),
  /** The word or the trend is another one. `trend`: a server of before sends none. */
  z.strictObject({
    kind: z.literal('mood-changed'),
    ...inConversation,
    mood: moodWord,
    trend: moodTrend.optional(),
  }),
  /** A story jump: 〔两天后〕. */
  z.strictObject({
    kind: z.literal('story-jumped'),
    ...inConversation,
    after: storyJumpSchema,
    /** When it is in the story afterwards. A server of before sends none. */
    story: storyTimeSchema.optional(),
  }),
  /** Practice only (RULES: hints): the ledger of questions as the trainee may see it. */
  z.strictObject({
    kind: z.literal('question-changed'),
    ...inConversation,
    question: z.string(),
    text: z.string(),
    state: z.enum(QUESTION_STATES),
    openedAt: ms,
    /** Seconds from asking to answering, as the report counts them; null until it is answered. */
    seconds: z.number().nonnegative().nullable(),
  }),
  /**
   * The story has reached its ending: the conversation may be closed. `shownAt`: as above. `open`: something of the customer's is
   * unanswered, so nobody says that they have no more to say. `again`: told once before, in this visit.
   */
  z.strictObject({
    kind: z.literal('story-over'),
    ...inConversation,
    rating: z.number().int().min(1).max(5),
    shownAt: ms.optional(),
    open: z.literal(true).optional(),
    again: z.literal(true).optional(),
    waits: z.enum(['word', 'picture']).optional(),
  }),
]);
export type WireEvent = z.infer<typeof wireEventSchema>;

/** RULES N1: no event is missing when `after` is the client's last; `upTo` also passes over events the viewer may not see. */
export const drillEventsSchema = z.strictObject({
  drillId: id,
  after: z.number().int().nonnegative(),
  upTo: z.number().int().nonnegative(),
  events: z.array(z.strictObject({ seq: z.number().int().positive(), event: wireEventSchema })),
  /** Drill time when this was sent, and whether the clock runs: the client counts its seconds from here. */
  now: ms,
  running: z.boolean(),
});
export type DrillEvents = z.infer<typeof drillEventsSchema>;

/** Never stored: a customer types from `from` until `until` (drill time). `until` null: the customer stopped. */
export const drillTypingSchema = z.strictObject({ drillId: id, conversation: id, from: ms, until: ms.nullable() });
export type DrillTyping = z.infer<typeof drillTypingSchema>;
