/** Figures made from other figures of the report: stars, composure, why platforms differ; and the export columns. */
import { z } from 'zod';
import { customerPictureSchema } from './customer-picture.ts';
import { openPlaceSchema } from './wire-events.ts';

/** A moment of the log a figure was counted from: whose, when (drill milliseconds), and the words or seconds there. */
const momentSchema = z.strictObject({
  conversation: z.string(),
  name: z.string(),
  at: z.number().int(),
  text: z.string(),
});
export type ReportMoment = z.infer<typeof momentSchema>;

/** A window of a conversation, in drill milliseconds, and what became of it. */
export const windowSchema = z.strictObject({
  kind: z.string(),
  from: z.number().int(),
  until: z.number().int(),
  how: z.enum(['taken', 'missed', 'spoiled', 'void']),
  /** Said after it had closed: drawn as taken where it was said, and counted as missed, as it is charged (RULES M238). */
  late: z.literal(true).optional(),
});

/** 星级 by the rubric's own dated thresholds; null where it has none or nothing could be measured. */
export const starSchema = z
  .strictObject({
    /** In the rubric's steps (halves). */
    stars: z.number(),
    of: z.number(),
    /** The figure that keeps the stars down, and what the next threshold asks for. */
    why: z.string(),
    source: z.string(),
    date: z.string(),
    figures: z.array(
      z.strictObject({
        /** Id of the measure. */
        measure: z.string(),
        name: z.string(),
        value: z.number().nullable(),
        unit: z.enum(['s', 'ratio', 'percent', 'count', 'per-minute']),
        /** Null when there was nothing to measure: its weight goes to the others. */
        stars: z.number().nullable(),
        weight: z.number(),
        /** The nearest better threshold and its stars; null at the top. */
        next: z.strictObject({ line: z.number(), better: z.enum(['less', 'more']), stars: z.number() }).nullable(),
      }),
    ),
  })
  .nullable();
export type Star = NonNullable<z.infer<typeof starSchema>>;

/** 情绪调控: tone, answers and seconds with one, two, three and four or more customers waiting; null when two never waited. */
export const composureSchema = z
  .strictObject({
    /** A sentence: with how many customers the work gets worse, or that it doesn't, or that there is too little to tell. */
    said: z.string(),
    /** Customers waiting from which the work gets worse; null when it doesn't or can't be told. */
    breaksAt: z.number().int().nullable(),
    /** What gets worse there, the worst first; empty without a break. */
    breaksBy: z.array(z.enum(['answers', 'speed', 'tone'])),
    /** 1, 2, 3, and 4 for four or more, as far as so many waited. */
    groups: z.array(
      z.strictObject({
        waiting: z.number().int(),
        turns: z.number().int(),
        /** Turns that weren't cold, impatient or hostile. */
        goodTurns: z.number().int(),
        questions: z.number().int(),
        answered: z.number().int(),
        rounds: z.number().int(),
        meanSeconds: z.number().nullable(),
        /** The turns that were cold, impatient or hostile, in the trainee's words. */
        lapses: z.array(momentSchema),
        /** The questions that weren't answered, in the customer's words. */
        unanswered: z.array(momentSchema),
        /** The replies that came after the pass line, with what the customer had said. */
        late: z.array(momentSchema),
      }),
    ),
  })
  .nullable();
export type Composure = NonNullable<z.infer<typeof composureSchema>>;

/** Two figures of one transcript that disagree: the rules that make the difference, and the rounds where they do. */
export const platformDifferenceSchema = z.strictObject({
  /** `platform figure`, and the same for the other; 平均响应 stands for the report's own measure. */
  one: z.string(),
  other: z.string(),
  /** Both values in `unit`; null when nothing fell into the figure's hours. */
  values: z.tuple([z.number().nullable(), z.number().nullable()]),
  unit: z.enum(['s', 'percent']),
  reasons: z.array(z.strictObject({ text: z.string(), rounds: z.array(momentSchema) })),
});
export type PlatformDifference = z.infer<typeof platformDifferenceSchema>;

const rubricName = { id: z.string(), date: z.string() };
export const rubricNameSchema = z.strictObject({
  ...rubricName,
  /** Today's rubric, where these marks are by another. Both may have the same id, because rubrics are edited in place. */
  current: z.strictObject(rubricName).nullable(),
});

/** One of the trade's export columns, with the moments of the log it was counted from. */
export const deskRowSchema = z.strictObject({
  column: z.string(),
  name: z.string(),
  unit: z.enum(['count', 'ratio', 'percent', 's']),
  value: z.number().nullable(),
  formula: z.string(),
  /** Where the rule comes from, and what it leaves out. */
  source: z.string(),
  leftOut: z.string(),
  from: z.array(momentSchema),
});

const lossPlace = z.strictObject({ conversation: z.string(), at: z.number().int() });

/**
 * A row of lost marks. It leads to a finding, else to the `place` where they were lost. Where it sums several findings up,
 * `kind` is what they are called together and `findings` are all of them.
 */
const lossSchema = z.strictObject({
  text: z.string(),
  marks: z.number(),
  finding: z.string().nullable(),
  kind: z.string().optional(),
  findings: z.array(z.string()).optional(),
  place: lossPlace.nullable(),
  /** Where each loss of a row without a finding was; absent in older reports. */
  places: z.array(lossPlace).optional(),
  /** Doubts that neither a finding nor a point of the ledger stands for: nobody can rule on them. */
  doubts: z.array(lossPlace.extend({ text: z.string() })).optional(),
});

/** What a dimension's row says. `note`: what its marks rest on, where its name says more; absent in older reports. */
export const dimensionWords = { lost: z.array(lossSchema), note: z.string().optional() };

/** A line of the annotated transcript, seat milliseconds. */
export const transcriptLineSchema = z.strictObject({
  id: z.string(),
  conversation: z.string(),
  at: z.number().int(),
  /** `withdrawn`: the trainee's words, taken back before anybody read them. */
  by: z.enum(['customer', 'bystander', 'trainee', 'withdrawn', 'action', 'event']),
  /** On the trainee's words that were taken back, heard or not. */
  isWithdrawn: z.literal(true).optional(),
  /** The bystander's name; other lines have none. */
  name: z.string().optional(),
  /** The open place where others read it along; absent in private, and on lines that nobody said. */
  place: openPlaceSchema.optional(),
  text: z.string(),
  /** Ids of findings that rest on these words. */
  findings: z.array(z.string()),
  quickReply: z.string().nullable(),
  /** What the customer sent, where the line is a picture; `text` says the same in words. */
  picture: customerPictureSchema.optional(),
});

/** 询单转化率 = paid ÷ enquirers, 客单价 = sales ÷ buyers, 满意度 = satisfied ÷ rated. `sales`: yuan, to the fen. */
export type TradeCounts = Record<'paid' | 'enquirers' | 'sales' | 'buyers' | 'satisfied' | 'rated', number>;

/** Some seats, each with why; `more`: how many others there are. */
export type NamedSeats = { seats: { name: string; no: string; why: string }[]; more: number };

/** What a customer waited for, from their words to the reply; `to` null: it never came. */
export const roundSchema = z.strictObject({
  from: z.number().int(),
  to: z.number().int().nullable(),
  seconds: z.number(),
  grade: z.enum(['excellent', 'pass', 'weak', 'fail', 'interrupted', 'void']),
  first: z.boolean(),
});
