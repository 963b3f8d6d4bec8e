/** What a browser gets of a rush: who waits, who is gone, how many conversations the seat is given and why. */
import { z } from 'zod';
import { orderStatus } from './orders.ts';

const ms = z.number().int().nonnegative();
const conversation = z.string().min(1).max(64);
const inConversation = { at: ms, conversation };

/** The rush a drill was opened as. Nothing in it tells who comes when. */
export const wireRushSchema = z.strictObject({
  /** Id of the profile, as `GET /api/rush` has it. */
  profile: z.string(),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  /** Minutes in which customers come. */
  minutes: z.number().int(),
  /** Whether the capacity follows the trainee; false: it stays as it is. */
  dial: z.boolean(),
  /** Open conversations given to the seat at the start. */
  capacity: z.number().int(),
  /** Milliseconds after `minutes` in which those who are still here may be served. */
  closingMs: ms,
  /** Milliseconds in the queue after which a colleague takes a customer: what a bar in the queue runs towards. */
  colleagueAfterMs: ms,
  /** What customers in the queue are told by machine; null: nothing. */
  greeting: z.string().nullable(),
  /** Milliseconds for notes on who is left once the shift is over: at least, for each of them, at most. Absent: no notes. */
  handover: z.strictObject({ leastMs: ms, eachMs: ms, mostMs: ms }).optional(),
});
export type WireRush = z.infer<typeof wireRushSchema>;

export const QUEUE_EXITS = ['gave-up', 'colleague', 'rush-over'] as const;
const queueExit = z.enum(QUEUE_EXITS);
/** How somebody left the queue: their patience was used up, a colleague took them, the rush was over. */
export type WireQueueExit = z.infer<typeof queueExit>;

export const DIAL_REASONS = ['keeping-up', 'too-slow', 'waits-grew', 'somebody-left'] as const;
const dialWhy = z.enum(DIAL_REASONS);
/** Why the dial was turned; `keeping-up` alone turns it up. */
export type WireDialWhy = z.infer<typeof dialWhy>;

/** What changes in the shop while a rush goes on. */
export const SHOP_CHANGES = ['offer-begun', 'offer-over', 'sold-out'] as const;
const changedFields = {
  shop: z.string(),
  product: z.string(),
  /** From now on, in cents; null: as before. */
  price: z.number().int().nullable(),
  /** Pieces from now on; null: as before. */
  stock: z.number().int().nullable(),
};
/** What holds of a good from a moment on. */
export const changedProduct = z.strictObject(changedFields);
const shopChanged = z.strictObject({
  kind: z.literal('shop-changed'),
  at: ms,
  what: z.enum(SHOP_CHANGES),
  ...changedFields,
  /** What the shop tells its desks. */
  text: z.string(),
});
export type WireShopChange = z.infer<typeof shopChanged>;

export const rushEvents = [
  shopChanged,
  /**
   * Somebody came while the seat was full. What the shop's own system knows of them is seen: neither words, nor what they
   * want, nor how patient they are (RULES Q8). A server of before sends the name alone.
   */
  z.strictObject({
    kind: z.literal('customer-queued'),
    ...inConversation,
    name: z.string(),
    /** They have bought here before. */
    regular: z.boolean().optional(),
    /** They were at this desk before, and come back. */
    back: z.literal(true).optional(),
    /** The page they come from, mostly a good's; null: none is known. */
    from: z.string().nullable().optional(),
    /** Their orders as the list of orders has them; cents. */
    orders: z.array(z.strictObject({ status: orderStatus, total: z.number().int() })).optional(),
  }),
  /** They were greeted by machine. It is no reply. */
  z.strictObject({ kind: z.literal('greeting-sent'), ...inConversation, text: z.string() }),
  z.strictObject({ kind: z.literal('queue-left'), ...inConversation, how: queueExit }),
  z.strictObject({
    kind: z.literal('dial-turned'),
    at: ms,
    from: z.number().int(),
    to: z.number().int(),
    why: dialWhy,
  }),
  /** Nobody new comes any more; who is at the desk is still to be served. */
  z.strictObject({ kind: z.literal('rush-over'), at: ms }),
  /** The shift is over while customers are still there: they are handed over by `conversation:transfer` until then. */
  z.strictObject({ kind: z.literal('shift-over'), at: ms, until: ms }),
  /** A goodbye ended the conversation: they don't count at the desk any more, and may be written to still (RULES T53). */
  z.strictObject({ kind: z.literal('leave-taken'), ...inConversation }),
  /** A colleague goes on with the customer; `status-changed` to closed follows. */
  z.strictObject({
    kind: z.literal('conversation-transferred'),
    ...inConversation,
    note: z.string(),
    /** Of a project task: the role that has them now. */
    to: z.string().optional(),
    /** The seat of the run that has them now. */
    seat: z.string().optional(),
  }),
] as const;
