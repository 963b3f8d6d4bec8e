/** What a report says of a rush: who came and what became of them, how the work held under load, where it broke. */
import { z } from 'zod';
import { FLAG_COLOURS } from '#contract/wire/flags.ts';
import { DIAL_REASONS } from './rush.ts';

const ms = z.number().int();
/** Whose, when (drill milliseconds), and the words or what happened there. */
const moment = z.strictObject({ conversation: z.string(), name: z.string(), at: ms, text: z.string() });
const seconds = z.number().nullable();
const tone = z.strictObject({ turns: z.number().int(), cold: z.number().int() });

export const rushReportSchema = z.strictObject({
  /** Id of the profile. */
  profile: z.string(),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  minutes: z.number().int(),
  /** A sentence or two: how many came, and what became of them. */
  said: z.string(),
  /** Customers, each in one of the figures below. */
  came: z.number().int(),
  /** Their story came to its end at this desk, and they weren't lost. */
  served: z.number().int(),
  /** Were answered and went without what they came for. */
  lost: z.number().int(),
  /** Came before ordering, got all answers and placed none (RULES M176, M193). Absent in older reports. */
  unordered: z.number().int().optional(),
  /** Went to a higher level: the platform, or somebody above. */
  escalated: z.number().int(),
  /** Gave up waiting, in the queue, and at the desk without a word to them. */
  leftQueue: z.number().int(),
  leftDesk: z.number().int(),
  /** Had been answered at the desk, and left waiting for the next reply. */
  leftMidway: z.number().int(),
  transferred: z.number().int(),
  /** A colleague took them from the queue. */
  colleague: z.number().int(),
  /** In the queue when the minutes were over: nobody's fault. */
  unserved: z.number().int(),
  /** At the end of the shift the next one was told all of them. */
  handedOver: z.number().int(),
  /** At the desk when the drill ended, and in none of the figures above. */
  open: z.number().int(),
  /** Seconds in the queue of all who were in it; null: nobody was. */
  queue: z.strictObject({ waited: z.number().int(), longestS: z.number(), meanS: z.number() }).nullable(),
  /** Response times from the first bubble (RULES M1) by the most customers at the desk at once during the wait; groups without a reply are left out. */
  byLoad: z.array(
    z.strictObject({
      from: z.number().int(),
      /** Null: and more. */
      to: z.number().int().nullable(),
      rounds: z.number().int(),
      medianFirstS: seconds,
      p80FirstS: seconds,
      medianS: seconds,
      p80S: seconds,
    }),
  ),
  /** Cold, impatient or hostile turns with two customers at most, and with five or more; null: too few turns on a side. */
  tone: z
    .strictObject({
      few: tone,
      many: tone,
      /** Share with many ÷ share with few; null where there was none with few. */
      times: z.number().nullable(),
      /** Half as many again, or more: load shows in the words. */
      flagged: z.boolean(),
      said: z.string(),
      /** The cold turns with many, in the trainee's words. */
      moments: z.array(moment),
    })
    .nullable(),
  /** Open conversations given at the start, and each turn of the dial with its reason in words. */
  capacity: z.number().int(),
  /** Customers at the desk at one moment, at most: how many are given is no figure of how many came together. */
  mostAtOnce: z.number().int(),
  dial: z.array(
    z.strictObject({
      at: ms,
      from: z.number().int(),
      to: z.number().int(),
      why: z.enum(DIAL_REASONS),
      said: z.string(),
    }),
  ),
  /** Who was left at the end of the shift, and what the next one is told of them, or that nobody was; absent in rushes of before. */
  handover: z
    .strictObject({
      at: ms,
      /** Of them, how many have a note that lacks nothing. */
      good: z.number().int(),
      said: z.string(),
      left: z.array(
        z.strictObject({
          conversation: z.string(),
          name: z.string(),
          /** In the trainee's words; empty: none was written. */
          note: z.string(),
          /** Flags on the customer's orders; absent: none. */
          flags: z.array(z.enum(FLAG_COLOURS)).optional(),
          /** What the next shift has to ask again, a sentence each. */
          missing: z.array(z.string()),
        }),
      ),
      /** Who is owed a call by an hour that a remark or ticket tells, and that note; absent in reports of before. */
      noted: z
        .array(
          z.strictObject({
            conversation: z.string(),
            name: z.string(),
            note: z.string(),
            flags: z.array(z.enum(FLAG_COLOURS)).optional(),
          }),
        )
        .optional(),
    })
    .optional(),
  /** The first thing that went wrong, and one thing to do; null: nothing did. */
  broke: z
    .strictObject({
      kind: z.enum(['late', 'left-desk', 'left-midway', 'gave-up', 'colleague', 'cold']),
      /** 1 is the first. */
      minute: z.number().int(),
      /** Customers at the desk then. */
      open: z.number().int(),
      said: z.string(),
      todo: z.string(),
      moment,
    })
    .nullable(),
});
export type RushReport = z.infer<typeof rushReportSchema>;

/**
 * Of a rush, absent in every other drill: customers who came, were served and were lost (gave up waiting, or went without
 * what they came for), and the seconds within which four of five first responses came; null without any.
 */
export type RushFigures = { came: number; served: number; lost: number; p80FirstS: number | null };
/** Means over the seats with a rush; absent where none has one. `mostAtOnce`: customers at the desk at once. */
export type ClassRushFigures = Record<'served' | 'lost' | 'p80FirstS' | 'mostAtOnce', number | null>;
