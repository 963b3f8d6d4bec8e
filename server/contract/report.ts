/** The improvement report of one drill: what `scoring/` makes from the log and the report page shows. */
import { z } from 'zod';
import { anatomySchema } from './anatomy.ts';
import {
  composureSchema,
  deskRowSchema,
  lossSchema,
  platformDifferenceSchema,
  rubricNameSchema,
  starSchema,
  transcriptLineSchema,
} from './report-figures.ts';
import { familyCountSchema, goalMetSchema } from './report-goal.ts';

const quote = z.strictObject({ message: z.string(), start: z.number().int(), end: z.number().int() });
export const dimensionId = z.enum(['response', 'expression', 'solving', 'operation', 'manner', 'sales']);
export type DimensionId = z.infer<typeof dimensionId>;

/** What a person ruled on a finding, in force. `by` is a name, `at` epoch milliseconds. */
const findingRuling = z.strictObject({
  /** Names it when it is undone. */
  id: z.string(),
  /** Marks it cost before any ruling. */
  was: z.number(),
  verdict: z.enum(['dismissed', 'upheld']),
  by: z.string(),
  at: z.number(),
  reason: z.string(),
});

export const reportFindingSchema = z.strictObject({
  /** Stable within the report: f1, f2 … in order of time. */
  id: z.string(),
  /** Stable over re-scoring: code, conversation and time. Rulings name it. */
  key: z.string(),
  /** A dismissed finding stays in the list and costs nothing; an upheld one isn't unsure any more. */
  ruling: findingRuling.nullable(),
  code: z.string(),
  family: z.string(),
  familyName: z.string(),
  severity: z.enum(['grave', 'mild', 'merit']),
  dimension: dimensionId,
  /** Marks of the total this cost (≥0); 0 for merits. */
  marks: z.number(),
  /** 待核: kept out of the mark until ruled. */
  unsure: z.boolean(),
  at: z.number().int(),
  conversation: z.string(),
  title: z.string(),
  /** Its rule's title: without what it is about in this very case. Absent in older reports. */
  ruleTitle: z.string().optional(),
  /** The trainee's words, or what was seen instead (「71 秒没有回复」). Never empty. */
  quote: z.string(),
  /** Where the words stand; null when the fault is a silence. */
  quoteAt: quote.nullable(),
  /** The other times the same was done, where several are told as one; in order of time. */
  again: z.array(
    z.strictObject({ at: z.number().int(), turn: z.number().int().nullable(), quoteAt: quote.nullable() }),
  ),
  /** The customer's words it answers or should have. */
  customer: z.string(),
  seconds: z.number().nullable(),
  why: z.string(),
  /** Policy card, article or seed family it rests on. */
  basis: z
    .strictObject({
      kind: z.enum(['card', 'product', 'rule']),
      id: z.string(),
      title: z.string(),
      text: z.string(),
      source: z.string(),
    })
    .nullable(),
  /** A better wording for this customer. */
  better: z.string().nullable(),
  /** The finding before it with the same wording: a page leads there instead of showing it twice. Absent in older reports. */
  betterIn: z.string().nullable().optional(),
  /** The customer's question it says was not answered, as the case has it. Absent in older reports. */
  question: z.string().nullable().optional(),
  turn: z.number().int().nullable(),
});
export type ReportFinding = z.infer<typeof reportFindingSchema>;

export const measureSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** Null when there was nothing to measure. */
  value: z.number().nullable(),
  unit: z.enum(['s', 'ratio', 'percent', 'count', 'per-minute']),
  target: z.string().nullable(),
  ok: z.boolean().nullable(),
  formula: z.string(),
  /** The figures put into the formula: "(14 + 21 + 9) ÷ 3". */
  worked: z.string(),
});
export type Measure = z.infer<typeof measureSchema>;

/** What a person ruled on a point, in force. */
const pointRuling = z.strictObject({
  id: z.string(),
  verdict: z.enum(['covered', 'wrong', 'not-said']),
  by: z.string(),
  at: z.number(),
  reason: z.string(),
});

/** A turn in which a point was said, or should have been: what a person can rule on. */
const pointReplySchema = z.strictObject({
  turn: z.number().int(),
  at: z.number().int(),
  /** The customer's words it answers. */
  customer: z.string(),
  /** All the trainee said in it. */
  words: z.string(),
  /** What the judge made of it, before any ruling. */
  heard: z.enum(['covered', 'wrong', 'unsure', 'nothing']),
  /** 待核: inside the range until ruled. */
  doubtful: z.boolean(),
  ruling: pointRuling.nullable(),
  /** The trainee's own tick: 我答到了 or 没答到 (RULES M2). */
  proposal: z.boolean().nullable(),
});
export type PointReply = z.infer<typeof pointReplySchema>;

export const reportSchema = z.strictObject({
  score: z.number(),
  /** Before any ruling. */
  machineScore: z.number(),
  /** The total set by a person: then `score` is theirs. */
  ruled: z
    .strictObject({ id: z.string(), score: z.number(), by: z.string(), at: z.number(), reason: z.string() })
    .nullable(),
  range: z.tuple([z.number(), z.number()]),
  /** Places 待核, which the range is made of. */
  doubts: z.number().int(),
  grade: z.enum(['excellent', 'pass', 'fail']),
  /** What capped the total, if anything: a finding's code, or `unfinished`. */
  cappedBy: z.string().nullable(),
  /** The total's ceiling; null where there is none. */
  capAt: z.number().nullable(),
  /** Whether the cap takes anything: a total below it anyway is what it is. */
  capBites: z.boolean(),
  verdict: z.string(),
  first: z
    .strictObject({
      family: z.string(),
      title: z.string(),
      advice: z.string(),
      /** What to count in the next drill. */
      goal: z.string(),
      marks: z.number(),
      findings: z.array(z.string()),
    })
    .nullable(),
  dimensions: z.array(
    z.strictObject({
      id: dimensionId,
      name: z.string(),
      /** Share of the total after redistribution; 0 when there was no opportunity. */
      weight: z.number(),
      /** Marks won of `weight`; null without an opportunity. */
      marks: z.number().nullable(),
      taken: z.number(),
      offered: z.number(),
      range: z.tuple([z.number(), z.number()]),
      unsure: z.boolean(),
      lost: z.array(lossSchema),
    }),
  ),
  findings: z.array(reportFindingSchema),
  measures: z.array(measureSchema),
  star: starSchema,
  composure: composureSchema,
  desk: z.array(deskRowSchema),
  anatomy: anatomySchema,
  platforms: z.array(
    z.strictObject({
      platform: z.string(),
      figure: z.string(),
      value: z.number().nullable(),
      unit: z.enum(['s', 'percent']),
      target: z.number().nullable(),
      ok: z.boolean().nullable(),
      worked: z.string(),
      formula: z.string(),
      date: z.string(),
    }),
  ),
  /** Every pair of them that disagrees, with why. */
  platformDifferences: z.array(platformDifferenceSchema),
  ledger: z.array(
    z.strictObject({
      conversation: z.string(),
      question: z.string(),
      text: z.string(),
      state: z.string(),
      openedAt: z.number().int(),
      /** Seat seconds from opening to the answer; null when never answered. */
      seconds: z.number().nullable(),
      points: z.array(
        z.strictObject({
          id: z.string(),
          text: z.string(),
          must: z.boolean(),
          state: z.enum(['covered', 'wrong', 'unsure', 'missed']),
          quote: z.string().nullable(),
          replies: z.array(pointReplySchema),
        }),
      ),
      better: z.string().nullable(),
    }),
  ),
  conversations: z.array(
    z.strictObject({
      conversation: z.string(),
      name: z.string(),
      scenario: z.string(),
      title: z.string(),
      outcome: z.string().nullable(),
      rating: z.number().int().nullable(),
      from: z.number().int(),
      until: z.number().int(),
      mood: z.array(z.tuple([z.number().int(), z.number()])),
      rounds: z.array(
        z.strictObject({
          from: z.number().int(),
          to: z.number().int().nullable(),
          seconds: z.number(),
          grade: z.enum(['excellent', 'pass', 'weak', 'fail', 'interrupted', 'void']),
          first: z.boolean(),
        }),
      ),
      windows: z.array(
        z.strictObject({
          kind: z.string(),
          from: z.number().int(),
          until: z.number().int(),
          how: z.enum(['taken', 'missed', 'spoiled', 'void']),
        }),
      ),
    }),
  ),
  transcript: z.array(transcriptLineSchema),
  next: z.array(z.strictObject({ scenario: z.string(), why: z.string() })),
  rubric: rubricNameSchema,
  families: z.array(familyCountSchema),
  goal: goalMetSchema.nullable(),
});
export type Report = z.infer<typeof reportSchema>;
