/** HTTP response bodies (each inside `Reply<T>`). */
import { z } from 'zod';
import { FLAG_COLOURS } from '#contract/wire/flags.ts';

export const scenarioCardSchema = z.strictObject({
  id: z.string(),
  type: z.string(),
  typeName: z.string(),
  stage: z.enum(['before', 'during', 'after']),
  title: z.string(),
  level: z.number().int(),
  minutes: z.number(),
  /** What a case of its type practises: the situation and the skill, nothing of what is right. */
  trains: z.string(),
  /** For teachers alone, where they plan: it tells the answer, which a trainee reads in the report. */
  teaches: z.string().optional(),
  shop: z.string(),
  shopName: z.string(),
  /** The customer's temperament: 赶时间, 砍价. */
  persona: z.string(),
  personaName: z.string(),
  /** Written by teachers of the principal's own school. */
  authored: z.boolean(),
  /** A customer with one short question; stands in rounds only, in no list of cases. */
  short: z.boolean(),
  /** An exam of the principal's school uses the case: it can't be practised. `backAt`: see `SealedCase`. */
  sealed: z.strictObject({ backAt: z.number().nullable() }).nullable(),
  /** Drills of the case by this device or person: how many ended, and the best score. */
  done: z.number().int(),
  best: z.number().nullable(),
  /** When that score was first reached, and when one was last done; epoch milliseconds. */
  bestAt: z.number().nullable(),
  lastAt: z.number().nullable(),
});
export type ScenarioCard = z.infer<typeof scenarioCardSchema>;

/**
 * The next short customers of a shop for the principal. `scenarios`: ids, those practised least first, at most as many as
 * one desk takes.
 */
export const shortRoundSchema = z.strictObject({
  shop: z.string(),
  shopName: z.string(),
  scenarios: z.array(z.string()),
});
export type ShortRound = z.infer<typeof shortRoundSchema>;

/** What a rush may be opened as: `POST /api/drills` takes a profile's id, a level and, if one is wanted, a shop. */
export const rushMenuSchema = z.strictObject({
  profiles: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      /** The day and the clock at the start: `2026-11-10 19:56`. */
      from: z.string(),
      minutes: z.number().int(),
      /** Customers a minute at level 2, a figure for each minute. */
      rate: z.array(z.number()),
      /** When several come together: second, and how many at level 2. */
      batches: z.array(z.strictObject({ at: z.number(), count: z.number() })),
      /** Customers on average at levels 1, 2 and 3; how many come to one drill is chance. */
      customers: z.tuple([z.number().int(), z.number().int(), z.number().int()]),
      /** What they come for, percent. */
      types: z.array(z.strictObject({ type: z.string(), name: z.string(), share: z.number() })),
    }),
  ),
  /** What the rates and batches are multiplied by at levels 1, 2 and 3. */
  factors: z.tuple([z.number(), z.number(), z.number()]),
  /** Minutes after the last may come in which open conversations are brought to an end. */
  closingMinutes: z.number().int(),
  /** The shops that have enough short customers. */
  shops: z.array(z.strictObject({ shop: z.string(), shopName: z.string() })),
});
export type RushMenu = z.infer<typeof rushMenuSchema>;

export const shopSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  platformName: z.string(),
  hours: z.tuple([z.string(), z.string()]),
  voice: z.string(),
  role: z.string(),
  products: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      price: z.number().int(),
      stock: z.number().int().nullable(),
      skus: z.array(z.string()),
      facts: z.array(z.string()),
      doubts: z.array(z.strictObject({ asks: z.string(), answer: z.string() })),
      picture: z.string().nullable(),
    }),
  ),
  policies: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      text: z.string(),
      basis: z.enum(['law', 'shop', 'both']),
      source: z.string(),
      date: z.string(),
    }),
  ),
  quickReplies: z.array(
    z.strictObject({
      id: z.string(),
      code: z.string(),
      group: z.string(),
      title: z.string(),
      text: z.string(),
      /** True for a quick reply of the school's own; absent for those that the shop comes with. */
      own: z.literal(true).optional(),
    }),
  ),
  authority: z.array(z.strictObject({ level: z.enum(['A', 'B', 'C']), text: z.string() })),
  coupons: z.array(
    z.strictObject({ id: z.string(), name: z.string(), amount: z.number().int(), least: z.number().int() }),
  ),
  /** What each colour of flag on a remark means here; a server of before sends none. */
  flags: z.partialRecord(z.enum(FLAG_COLOURS), z.string()).optional(),
  actions: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      group: z.string(),
      sends: z.boolean(),
      /** What the desk answers when it is done, in the reader's language. */
      done: z.string(),
      /** The same where the shop has closed before the answer is due; absent: that makes no difference. */
      doneOvernight: z.string().optional(),
      fields: z.array(
        z.strictObject({
          name: z.string(),
          title: z.string(),
          kind: z.enum(['text', 'money', 'order', 'product', 'sku', 'coupon', 'address', 'choice']),
          required: z.boolean(),
          choices: z.array(z.strictObject({ value: z.string(), title: z.string() })),
        }),
      ),
      /** Names of fields of which one at least is filled; absent: each says for itself whether it must be. */
      oneOf: z.array(z.string()).optional(),
    }),
  ),
});
export type ShopBody = z.infer<typeof shopSchema>;

export const drillSummarySchema = z.strictObject({
  id: z.string(),
  /** In the order they were opened; of a rush all who were drawn, and none before it is over (RULES Q8). */
  scenarios: z.array(
    z.strictObject({
      ...{ id: z.string(), title: z.string(), typeName: z.string(), shop: z.string(), short: z.boolean() },
      /** What a case of its type practises; empty where the case is no longer known. */
      trains: z.string(),
    }),
  ),
  /** What a rush was opened as; null: no rush. `shop`: id of the one its customers come to. */
  rush: z
    .strictObject({
      profile: z.string(),
      profileName: z.string(),
      level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
      minutes: z.number().int(),
      dial: z.boolean(),
      capacity: z.number().int(),
      shop: z.string(),
    })
    .nullable(),
  mode: z.enum(['practice', 'lesson', 'exam']),
  state: z.enum(['opened', 'running', 'ended']),
  /** Epoch milliseconds. */
  openedAt: z.number(),
  endedAt: z.number().nullable(),
  score: z.number().nullable(),
  /** The run it belongs to; `no` and `seatName` say whose seat it is. */
  run: z
    .strictObject({
      id: z.string(),
      name: z.string(),
      seat: z.string(),
      no: z.string(),
      seatName: z.string(),
      redo: z.boolean(),
      /** Whether all its seats have the same customers, once the drill has ended; absent before. */
      dealt: z.enum(['same', 'own', 'fixed']).optional(),
      /** Present: read by a mentor of another school, who comments and doesn't rule. */
      visiting: z.literal(true).optional(),
    })
    .nullable(),
  /** The turn, or the silence before it, that this drill does again; null: a drill in its own right (RULES N7). */
  retry: z
    .strictObject({
      drill: z.string(),
      conversation: z.string(),
      turn: z.number().int(),
      since: z.number().int().nullable(),
    })
    .nullable(),
});
export type DrillSummary = z.infer<typeof drillSummarySchema>;

/** What stands on the start card of one or several scenarios. */
export const startCardSchema = z.strictObject({
  scenarios: z.array(scenarioCardSchema),
  shop: shopSchema,
  clock: z.strictObject({ excellentS: z.number(), passS: z.number(), failS: z.number(), pace: z.number() }),
});
export type StartCard = z.infer<typeof startCardSchema>;
