/** 接手题: one turn of a case to answer, three of them each day (RULES Z). */
import { z } from 'zod';
import { shopSchema } from '#contract/bodies.ts';
import { MESSAGE_MAX } from '#contract/commands.ts';
import { reportFindingSchema } from '#contract/report.ts';
import { wireEventSchema, withSchema } from '#contract/wire-events.ts';

export const puzzleParams = z.object({ id: z.string().regex(/^[a-z0-9-]{3,120}$/) });

export const puzzleCardSchema = z.strictObject({
  id: z.string(),
  /** Of its case; nothing here tells what is asked. */
  title: z.string(),
  type: z.string(),
  typeName: z.string(),
  level: z.literal([1, 2, 3]),
  /** As answers have moved it until now. */
  rating: z.number().int(),
  rd: z.number().int(),
  /** An exam seals its case from the reader. */
  sealed: z.boolean(),
});
export type PuzzleCard = z.infer<typeof puzzleCardSchema>;

const ratingSchema = z.strictObject({ rating: z.number(), rd: z.number(), vol: z.number() });
/** What puzzles came to for whoever is signed in; a device without an account keeps its own. */
export const puzzlePlayerSchema = z.strictObject({
  rating: ratingSchema,
  solved: z.record(z.string(), z.strictObject({ credit: z.number(), delta: z.number(), seconds: z.number() })),
  streak: z.strictObject({ date: z.string(), days: z.number().int() }),
});
export type PuzzlePlayer = z.infer<typeof puzzlePlayerSchema>;

/** A day in Shanghai, 2026-11-25; empty: none. */
const dateSchema = z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/);
/** A device that nobody was signed in at: its first answers, the oldest first, and its days on end. */
export const devicePuzzlesSchema = z.strictObject({
  solved: z
    .array(
      z.strictObject({
        id: z.string().max(80),
        credit: z.literal([0, 0.5, 1]),
        seconds: z.number().min(0).max(3600),
      }),
    )
    .max(2000),
  streak: z.strictObject({ date: dateSchema, days: z.number().int().min(0).max(3650) }),
});
export type DevicePuzzlesBody = z.infer<typeof devicePuzzlesSchema>;

export const puzzleMenuSchema = z.strictObject({
  /** The day in Shanghai, 2026-11-25, and the ids of its three; the same for everybody. */
  date: z.string(),
  today: z.array(z.string()),
  puzzles: z.array(puzzleCardSchema),
  /** Null: nobody is signed in. */
  own: puzzlePlayerSchema.nullable(),
});
export type PuzzleMenu = z.infer<typeof puzzleMenuSchema>;

const shownEvents = z.array(z.strictObject({ seq: z.number().int().positive(), event: wireEventSchema }));

export const puzzleSchema = z.strictObject({
  card: puzzleCardSchema,
  /** The customer's key in the events. */
  conversation: z.string(),
  /** What the desk was shown until the customer's last words, and from these on. */
  before: shownEvents,
  asked: shownEvents,
  /** The shop as the desk shows it. */
  shop: shopSchema,
  /** Seconds to answer in. */
  seconds: z.number().int(),
});
export type PuzzleBody = z.infer<typeof puzzleSchema>;

/** Operations that one answer may have. */
export const MAX_ACTS = 8;
export const puzzleAnswerSchema = z.strictObject({
  /** Empty: the time ran out before anything was written. */
  text: z.string().max(MESSAGE_MAX),
  acts: z.array(z.strictObject({ action: z.string().min(1).max(40), with: withSchema })).max(MAX_ACTS),
  /** By the browser's clock; who claims fewer deceives themselves. */
  seconds: z.number().min(0).max(3600),
  /** With the first answer of a device without an account: its rating, against which the puzzle's moves. */
  player: z.strictObject({ rating: z.number().min(0).max(4000), rd: z.number().min(30).max(350) }).optional(),
});
export type PuzzleAnswerBody = z.infer<typeof puzzleAnswerSchema>;

export const puzzleResultSchema = z.strictObject({
  /** 1: solved, half: the judge is in doubt, 0: not. */
  credit: z.literal([0, 0.5, 1]),
  isLate: z.boolean(),
  /** What the customer waited for, and how each point of it was told. */
  questions: z.array(
    z.strictObject({
      text: z.string(),
      /** The author's wording, where a must point of it wasn't told. */
      better: z.string().nullable(),
      points: z.array(
        z.strictObject({
          text: z.string(),
          must: z.boolean(),
          state: z.enum(['covered', 'wrong', 'unsure', 'missed']),
        }),
      ),
    }),
  ),
  faults: z.array(reportFindingSchema.pick({ title: true, unsure: true, why: true, basis: true, better: true })),
  /** What the desk was shown after the answer: the words, the operations and what the customer said to them. */
  after: shownEvents,
  /** Of whoever is signed in, after this answer. */
  own: puzzlePlayerSchema.nullable(),
});
export type PuzzleResultBody = z.infer<typeof puzzleResultSchema>;
