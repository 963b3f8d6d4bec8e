/** 质检: a transcript marked by the scorecard, and what of it others saw as well (RULES I). */
import { z } from 'zod';
import { shopSchema } from '#contract/bodies.ts';
import { dimensionId } from '#contract/report.ts';
import { transcriptLineSchema } from '#contract/report-figures.ts';
import { wireEventSchema } from '#contract/wire-events.ts';

export const inspectionParams = z.object({ id: z.string().regex(/^[a-z0-9]{8}$/) });

/** 达到, 部分, 没达到, 不适用. */
export const levelSchema = z.enum(['full', 'part', 'none', 'na']);
export type Level = z.infer<typeof levelSchema>;

const code = z.string().max(60);
const line = z.string().max(60);
/** A fault that was seen, with the trainee's line that shows it; null: something is missing, and no line shows it. */
const seenFault = z.strictObject({ code, line: line.nullable() });
/** Faults that one dimension may have. */
const MAX_FAULTS = 20;

const dimensionMark = z.strictObject({ level: levelSchema.nullable(), faults: z.array(seenFault).max(MAX_FAULTS) });
/** Null: not judged yet. */
const redLineMark = z.strictObject({ crossed: z.boolean(), code: code.nullable(), line: line.nullable() }).nullable();
const complaintMark = z.strictObject({
  responsible: z.string().max(40).nullable(),
  rule: z.string().max(40).nullable(),
  remedy: z.string().max(40).nullable(),
});

/** What an inspector has marked so far. To be handed in it must be whole. */
export const markingSchema = z.strictObject({
  dimensions: z.record(dimensionId, dimensionMark),
  redLine: redLineMark,
  /** Null where the transcript is no complaint. */
  complaint: complaintMark.nullable(),
});
export type Marking = z.infer<typeof markingSchema>;

export const inspectionCardSchema = z.strictObject({
  id: z.string(),
  /** From 1, in the list's order. */
  no: z.number().int().positive(),
  type: z.string(),
  typeName: z.string(),
  /** Messages of the trainee. */
  replies: z.number().int(),
  /** 投诉判定 is asked too. */
  isComplaint: z.boolean(),
  /** An exam seals its case from the reader. */
  sealed: z.boolean(),
});
export type InspectionCard = z.infer<typeof inspectionCardSchema>;

export const inspectionMenuSchema = z.strictObject({ inspections: z.array(inspectionCardSchema) });
export type InspectionMenu = z.infer<typeof inspectionMenuSchema>;

const named = z.strictObject({ id: z.string(), name: z.string() });
export const scorecardSchema = z.strictObject({
  rubric: z.strictObject({ id: z.string(), date: z.string() }),
  /** Percent of a dimension's marks from which it is 达到 and 部分: a program's mark is put into levels by them. */
  fullFrom: z.number(),
  partFrom: z.number(),
  /** The most a total can be with a red line crossed. */
  cap: z.number(),
  dimensions: z.array(
    z.strictObject({
      id: dimensionId,
      name: z.string(),
      weight: z.number(),
      faults: z.array(z.strictObject({ code: z.string(), title: z.string(), why: z.string() })),
    }),
  ),
  redLines: z.array(z.strictObject({ code: z.string(), title: z.string() })),
});
export type InspectionScorecard = z.infer<typeof scorecardSchema>;

export const complaintFormSchema = z.strictObject({
  /** What the customer complains of, in one sentence. */
  about: z.string(),
  responsible: z.array(named),
  /** Cards of the shop and articles of law, `source` says where each stands. */
  rules: z.array(named.extend({ source: z.string() })),
  remedies: z.array(named),
});

export const inspectionSchema = z.strictObject({
  card: inspectionCardSchema,
  /** Other than the case's title, nothing says how the conversation is meant to go. */
  conversation: z.string(),
  customer: z.string(),
  lines: z.array(transcriptLineSchema.omit({ findings: true, quickReply: true, isWithdrawn: true })),
  /** What the desk was shown: orders and customer card are folded from it. */
  events: z.array(z.strictObject({ seq: z.number().int().positive(), event: wireEventSchema })),
  shop: shopSchema,
  scorecard: scorecardSchema,
  complaint: complaintFormSchema.nullable(),
});
export type InspectionBody = z.infer<typeof inspectionSchema>;

/** Of two markings of one transcript, or of several. */
export const agreementSchema = z.strictObject({
  /** Lines both judged: the dimensions and the red line. */
  lines: z.number().int(),
  agreed: z.number().int(),
  /** Cohen's kappa over these lines; null without any. */
  kappa: z.number().nullable(),
  /** Mean absolute difference in percent of a dimension's marks, over `compared` dimensions where both gave marks. */
  difference: z.number().nullable(),
  compared: z.number().int(),
  /** Faults by code that both, only the first, only the second saw. */
  both: z.number().int(),
  onlyFirst: z.number().int(),
  onlySecond: z.number().int(),
});
export type Agreement = z.infer<typeof agreementSchema>;

const toldFault = z.strictObject({
  code: z.string(),
  title: z.string(),
  dimension: dimensionId,
  /** The line that shows it, and its number there among the trainee's; null: none does. */
  line: z.string().nullable(),
  /** 待核: the program isn't sure; it counts as seen by nobody. */
  unsure: z.boolean(),
  why: z.string(),
});
/** One party's marks. `exact`: the program's marks in percent of the dimension, before they are put into levels. */
export const partyMarksSchema = z.strictObject({
  by: z.enum(['own', 'program', 'teacher', 'inspector']),
  name: z.string().nullable(),
  total: z.number(),
  dimensions: z.array(
    z.strictObject({ id: dimensionId, level: levelSchema, exact: z.number().nullable(), faults: z.array(toldFault) }),
  ),
  redLine: z.strictObject({ crossed: z.boolean(), titles: z.array(z.string()), lines: z.array(z.string()) }),
});
export type PartyMarks = z.infer<typeof partyMarksSchema>;

const judged = z.strictObject({ given: z.string(), right: z.string(), isRight: z.boolean() });
export const comparisonSchema = z.strictObject({
  /** What was handed in. */
  marking: markingSchema,
  /** The reader's own, the program's, then people's. */
  parties: z.array(partyMarksSchema),
  /** `pair`: places in `parties`. */
  agreements: z.array(
    z.strictObject({ pair: z.tuple([z.number().int(), z.number().int()]), agreement: agreementSchema }),
  ),
  /** A teacher set the report's total. */
  ruled: z.strictObject({ score: z.number(), by: z.string(), reason: z.string() }).nullable(),
  complaint: z.strictObject({ responsible: judged, rule: judged, remedy: judged, why: z.string() }).nullable(),
});
export type Comparison = z.infer<typeof comparisonSchema>;

/** The levels of many transcripts, for one figure over all of them: the reader's and the program's. */
export const levelPairsSchema = z.strictObject({
  pairs: z.array(z.tuple([levelSchema, levelSchema])).max(2000),
});
