/** Commands a browser may send over the socket. One object each, always acknowledged (sockets.ts). */
import { z } from 'zod';
import { playerActSchema } from '#contract/together/role-plays.ts';
import { DAY_MS } from '#contract/wire/spans.ts';
import { PASS_WORDS } from '#contract/wire/transfers.ts';
import { withSchema } from './wire-events.ts';

export const MESSAGE_MAX = 500;
/** Longest time of 挂起, seconds: what is later is no hold at the desk (RULES T7). */
export const HOLD_MAX_S = 30 * 60;
/** Longest note to a colleague who goes on with a customer, in UTF-16 units. */
export const NOTE_MAX = 200;
/** Longest automatic greeting. */
export const GREETING_MAX = 120;
/** Fields of an operation at most; none that ships has more than three. All are stored. */
const MAX_FIELDS = 12;
const id = z.string().min(1).max(64);
/**
 * A conversation's key. It is looked up in an object, so it must not be a name that every object has, such as
 * `constructor`.
 */
const conversation = z.string().regex(/^c\d{1,4}$/);
const scenarioId = z
  .string()
  .min(3)
  .max(100)
  .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/);
const clientMs = z.number().int().min(0).max(DAY_MS);

export const provenanceSchema = z.strictObject({
  how: z.enum(['typed', 'quick-reply', 'pasted']),
  quickReply: z.string().max(64).nullable(),
  /** With a reply of the trainee's own: its words as they were inserted. */
  personal: z.string().min(1).max(MESSAGE_MAX).optional(),
});

/** Milliseconds since the round began, by the client's clock. The report shows them; nothing is scored by them. */
export const anatomySchema = z.strictObject({
  seenMs: clientMs.nullable(),
  lookedUp: z.array(z.strictObject({ card: z.string().max(64), ms: clientMs })).max(50),
  firstKeyMs: clientMs.nullable(),
  typed: z.number().int().min(0).max(100_000),
  deleted: z.number().int().min(0).max(100_000),
});

export const commandSchemas = {
  /** Take the desk of a drill and hear everything after `after`. `take: false` only watches whether it is free. */
  'drill:join': z.strictObject({ drillId: id, after: z.number().int().nonnegative(), take: z.boolean() }),
  'drill:start': z.strictObject({ drillId: id, commandId: id }),
  'drill:pause': z.strictObject({ drillId: id, commandId: id }),
  'drill:resume': z.strictObject({ drillId: id, commandId: id }),
  'drill:end': z.strictObject({ drillId: id, commandId: id }),
  'message:send': z.strictObject({
    drillId: id,
    commandId: id,
    conversation,
    text: z.string().max(10_000),
    made: provenanceSchema,
    anatomy: anatomySchema.nullable(),
    /** 挂起: in so many seconds the trainee means to be back. It starts the desk's reminder; what counts are the words. */
    backInS: z.number().int().min(1).max(HOLD_MAX_S).optional(),
  }),
  /** 撤回: takes one of the trainee's own messages back, two minutes after it at most. */
  'message:withdraw': z.strictObject({ drillId: id, commandId: id, conversation, message: id }),
  'message:typing': z.strictObject({ drillId: id, conversation }),
  'action:do': z.strictObject({
    drillId: id,
    commandId: id,
    conversation,
    action: z.string().min(1).max(40),
    with: withSchema.refine((fields) => Object.keys(fields).length <= MAX_FIELDS),
  }),
  'conversation:close': z.strictObject({ drillId: id, commandId: id, conversation }),
  /** 取消挂起: the reminder goes. What was promised to the customer stands. */
  'conversation:drop-hold': z.strictObject({ drillId: id, commandId: id, conversation }),
  /** 转接 in a rush: a colleague goes on with the customer and reads the note. */
  'conversation:transfer': z.strictObject({ drillId: id, commandId: id, conversation, note: z.string().max(NOTE_MAX) }),
  /** 转接: offers the customer, whose story goes on, to a classmate's seat. */
  'conversation:pass': z.strictObject({
    drillId: id,
    commandId: id,
    conversation,
    seat: id,
    note: z.string().max(PASS_WORDS.note),
  }),
  /** Wants back who was offered and isn't there yet. */
  'conversation:recall': z.strictObject({ drillId: id, commandId: id, conversation }),
  /** Takes at once who is offered to this desk, or declines them with a reason. */
  'conversation:answer-pass': z.strictObject({
    drillId: id,
    commandId: id,
    conversation,
    takes: z.boolean(),
    reason: z.string().max(PASS_WORDS.reason),
  }),
  /** Takes this customer out of the queue now: before their turn, or one above the capacity. */
  'queue:take': z.strictObject({ drillId: id, commandId: id, conversation }),
  /** Staff watch a desk: they get the same events, and the trainee notices nothing. */
  'drill:watch': z.strictObject({ drillId: id, after: z.number().int().nonnegative() }),
  'drill:unwatch': z.strictObject({ drillId: id }),
  /** A trainee's device says it is there; answered with the seat, and again whenever it changes. */
  'seat:join': z.strictObject({ seatId: id }),
  /** The wall of a run: all tiles, then the changed ones at most four times a second. */
  'run:watch': z.strictObject({ runId: id }),
  'run:unwatch': z.strictObject({ runId: id }),
  /** Whoever plays a customer is there; answered with what they see, and again whenever it changes. */
  'role:join': z.strictObject({ code: id }),
  'role:leave': z.strictObject({ code: id }),
  'role:play': z.strictObject({ code: id, commandId: id, act: playerActSchema }),
} as const;

export type CommandName = keyof typeof commandSchemas;
export type CommandPayload<N extends CommandName> = z.infer<(typeof commandSchemas)[N]>;

/** `seq`: the log's length after the command, so that a client knows which events include it. */
export type Acked = { seq: number; now: number };
/** `resumesInMs`: the server was away; the clock starts again by itself after so long (RULES C4). */
export type Joined = Acked & { mine: boolean; running: boolean; resumesInMs?: number };

/** Most customers of one drill, and most at one desk at once in a rush. */
export const MAX_CUSTOMERS = 12;

const seed = z.number().int().min(0).max(2_147_483_647);

/**
 * A rush: who comes is the profile's, the level's and the seed's. Either the dial or a fixed `capacity`; neither is the
 * dial. `minutes` left out: all the profile's; `shop` left out: the seed picks one.
 */
const rushMinutes = z.number().int().min(3).max(15);
const rushShop = z.string().min(1).max(40);
const rushFields = {
  profile: z.string().min(1).max(40),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  capacity: z.number().int().min(1).max(MAX_CUSTOMERS).optional(),
  dial: z.literal(true).optional(),
  greeting: z.string().trim().max(GREETING_MAX).optional(),
};
const hasOneLoad = ({ capacity, dial }: { capacity?: number | undefined; dial?: true | undefined }): boolean =>
  capacity === undefined || dial === undefined;
export const openRushSchema = z
  .strictObject({ ...rushFields, minutes: rushMinutes.optional(), shop: rushShop.optional() })
  .refine(hasOneLoad, { path: ['capacity'] });
export type OpenRush = z.output<typeof openRushSchema>;

/** The rush of a run: as above, with nothing left for a seed to choose that a class must have in common. */
export const runRushSchema = z
  .strictObject({ ...rushFields, minutes: rushMinutes, shop: rushShop })
  .refine(hasOneLoad, { path: ['capacity'] });
export type RunRush = z.output<typeof runRushSchema>;

/** HTTP request bodies. Either the customers by name or a rush, never both. */
export const openDrillSchema = z
  .strictObject({
    scenarios: z.array(scenarioId).min(1).max(MAX_CUSTOMERS).optional(),
    rush: openRushSchema.optional(),
    seed: seed.optional(),
    mode: z.literal('practice').default('practice'),
  })
  .refine(({ scenarios, rush }) => (scenarios === undefined) !== (rush === undefined), { path: ['scenarios'] });
export type OpenDrill = z.input<typeof openDrillSchema>;
