/** The improvement report of one drill: what `scoring/` makes from the log and the report page shows. */
import { z } from 'zod';
import { rushReportSchema } from '#contract/wire/rush-report.ts';
import { anatomySchema } from './anatomy.ts';
import {
  composureSchema,
  deskRowSchema,
  dimensionWords,
  platformDifferenceSchema,
  roundSchema,
  rubricNameSchema,
  starSchema,
  transcriptLineSchema,
  windowSchema,
} from './report-figures.ts';
import { goalFields } from './report-goal.ts';

const quote = z.strictObject({ message: z.string(), start: z.number().int(), end: z.number().int() });
export const dimensionId = z.enum(['response', 'expression', 'solving', 'operation', 'manner', 'sales']);
export type DimensionId = z.infer<typeof dimensionId>;

/** A ruling in force on a finding. `by` is a name, `at` epoch milliseconds. */
const findingRuling = z.strictObject({
  /** The id by which it is undone. */
  id: z.string(),
  /** Marks that the finding cost before any ruling. */
  was: z.number(),
  verdict: z.enum(['dismissed', 'upheld']),
  by: z.string(),
  at: z.number(),
  reason: z.string(),
});

export const reportFindingSchema = z.strictObject({
  /** Stable within the report: f1, f2 … in order of time. */
  id: z.string(),
  /** Stays the same when the drill is scored again: code, conversation and time. Rulings name it. */
  key: z.string(),
  /** A dismissed finding stays in the list and costs nothing; an upheld one isn't unsure any more. */
  ruling: findingRuling.nullable(),
  code: z.string(),
  family: z.string(),
  familyName: z.string(),
  severity: z.enum(['grave', 'mild', 'merit']),
  dimension: dimensionId,
  /** Marks of the total this cost (≥0); 0 for merits and while it is `unsure`. */
  marks: z.number(),
  /** 待核: until a person rules, the total counts its deduction by the rubric's share (RULES M2). */
  unsure: z.boolean(),
  at: z.number().int(),
  conversation: z.string(),
  title: z.string(),
  /** Its rule's title, without the part that names this case. Absent in older reports. */
  ruleTitle: z.string().optional(),
  /** The trainee's words, or what was seen instead (「71 秒没有回复」). Never empty. */
  quote: z.string(),
  /** Where the words stand; null when the fault is a silence. */
  quoteAt: quote.nullable(),
  /** The other times of the same fault, where several are told as one; in order of time. */
  again: z.array(
    z.strictObject({ at: z.number().int(), turn: z.number().int().nullable(), quoteAt: quote.nullable() }),
  ),
  /** The customer's words that the trainee answered or should have answered. */
  customer: z.string(),
  seconds: z.number().nullable(),
  why: z.string(),
  /** The policy card, product or rule of the rubric that it rests on. */
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
  /** An earlier finding with the same wording: the page links there and doesn't repeat it. Absent in older reports. */
  betterIn: z.string().nullable().optional(),
  /** The question that the finding says wasn't answered, in the case's words. Absent in older reports. */
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
  /** The two numbers of a trade figure, so that several drills' may be added up: what was counted or sold, and of how many. */
  ratio: z.strictObject({ sum: z.number(), of: z.number().int() }).optional(),
});
export type Measure = z.infer<typeof measureSchema>;

/** A ruling in force on a point. */
const pointRuling = z.strictObject({
  id: z.string(),
  verdict: z.enum(['covered', 'wrong', 'not-said']),
  by: z.string(),
  at: z.number(),
  reason: z.string(),
});

/** A turn in which a point was said, or should have been. A person can rule on it. */
const pointReplySchema = z.strictObject({
  turn: z.number().int(),
  at: z.number().int(),
  /** The customer's words that the turn answers. */
  customer: z.string(),
  /** All that the trainee said in the turn. */
  words: z.string(),
  /** What the judge made of it, before any ruling. */
  heard: z.enum(['covered', 'wrong', 'unsure', 'nothing']),
  /** 待核: the point makes the range wider until a person rules. */
  doubtful: z.boolean(),
  ruling: pointRuling.nullable(),
  /** The trainee's own tick: 我答到了 or 没答到 (RULES M2). */
  proposal: z.boolean().nullable(),
});
export type PointReply = z.infer<typeof pointReplySchema>;

export const reportSchema = z.strictObject({
  score: z.number(),
  /** The total before any ruling. */
  machineScore: z.number(),
  /** Set when a person has set the total: `score` is then that person's. */
  ruled: z
    .strictObject({ id: z.string(), score: z.number(), by: z.string(), at: z.number(), reason: z.string() })
    .nullable(),
  range: z.tuple([z.number(), z.number()]),
  /** How many findings and points are 待核; they make the range. */
  doubts: z.number().int(),
  grade: z.enum(['excellent', 'pass', 'fail']),
  /** Present: nothing was asked of the trainee, so that the score is none (RULES J96). */
  unjudged: z.literal(true).optional(),
  /** Present: a role play whose player put too few of the case's questions for a mark (RULES J118). */
  askedLittle: z.strictObject({ put: z.number().int(), of: z.number().int() }).optional(),
  /** What capped the total, if anything: a finding's code, or `unfinished`. */
  cappedBy: z.string().nullable(),
  /** The total's ceiling; null where there is none. */
  capAt: z.number().nullable(),
  /** Whether the cap takes marks off: it takes none from a total that is below it anyway. */
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
      ...dimensionWords,
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
  /** Every pair of platform figures that disagree, with the reasons. */
  platformDifferences: z.array(platformDifferenceSchema),
  ledger: z.array(
    z.strictObject({
      conversation: z.string(),
      question: z.string(),
      text: z.string(),
      state: z.string(),
      openedAt: z.number().int(),
      seconds: z.number().nullable(), // Seat seconds from opening to the answer; null when never answered.
      afterLeaving: z.literal(true).optional(), // Answered for a customer who had gone by then, tired of waiting (RULES M175).
      points: z.array(
        z.strictObject({
          id: z.string(),
          text: z.string(),
          must: z.boolean(),
          state: z.enum(['covered', 'wrong', 'unsure', 'missed']),
          quote: z.string().nullable(),
          saidBefore: z.literal(true).optional(), // The quoted words came before the question (RULES M108).
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
      teaches: z.string().optional(), // Absent in older reports.
      outcome: z.string().nullable(),
      passedOn: z.literal(true).optional(), // A classmate has them now (RULES J111).
      rating: z.number().int().nullable(),
      from: z.number().int(),
      until: z.number().int(),
      /** When they took a place at the desk (RULES M1): not while away, nor after the goodbye. Absent in older reports. */
      stays: z.array(z.strictObject({ from: z.number().int(), until: z.number().int() })).optional(),
      mood: z.array(z.tuple([z.number().int(), z.number()])),
      rounds: z.array(roundSchema),
      windows: z.array(windowSchema),
    }),
  ),
  transcript: z.array(transcriptLineSchema),
  next: z.array(z.strictObject({ scenario: z.string(), why: z.string() })),
  rubric: rubricNameSchema,
  ...goalFields,
  /** A person played the customer. */
  rolePlay: z.literal(true).optional(),
  rush: rushReportSchema.optional(),
});
export type Report = z.infer<typeof reportSchema>;
