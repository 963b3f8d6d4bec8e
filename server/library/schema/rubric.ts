/** The marking standard. */
import { z } from 'zod';
import { idText, sentence } from './parts.ts';
import { fault, shape } from './shape.ts';

export const dateText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, fault('date'));
const share = z.number().min(0).max(1);
export const weight = z.number().min(0);
const dimension = z.enum(['response', 'expression', 'solving', 'operation', 'manner', 'sales']);

const anatomy = shape('anatomy', {
  date: dateText,
  fewestRounds: z.int().min(1),
  fewestSlow: z.int().min(1),
  share,
  ahead: share,
  busyShare: share,
  unseenS: weight,
  lookUpS: weight,
  thinkS: weight,
  phraseS: weight,
  charactersPerMinute: weight,
  fewestCharacters: weight,
  deletedShare: share,
});

const stars = shape('stars', {
  of: z.int().min(1),
  step: z.number().positive(),
  above: weight,
  source: sentence,
  date: dateText,
  figures: z
    .array(
      shape('stars-figure', {
        measure: idText,
        weight: z.number().positive(),
        better: z.enum(['less', 'more']),
        lines: z.array(shape('stars-line', { line: z.number(), stars: z.number().positive() })).min(1),
      }),
    )
    .min(1),
});

const finding = shape('finding', {
  code: z.string().regex(/^[a-z0-9-]+(:[a-z0-9-]+)?$/, fault('finding-code')),
  family: idText,
  dimension,
  severity: z.enum(['grave', 'mild', 'merit']),
  deduct: weight,
  title: sentence,
  why: sentence,
  advice: z.string(),
});

export const rubricFile = shape('rubric', {
  id: idText,
  date: dateText,
  weights: z.record(dimension, weight),
  pass: weight,
  excellent: weight,
  cap: weight,
  unsureShare: share,
  doubted: share.optional(),
  severity: z.number().min(1).max(3).optional(),
  tiers: z.array(shape('tier', { upTo: z.number(), excellentS: weight, passS: weight, failS: weight })).min(1),
  handling: shape('handling', { slowS: weight, longMinutes: weight }).optional(),
  meter: shape('meter', { warnS: weight, urgeS: weight }).optional(),
  anatomy: anatomy.optional(),
  /** No drill's content holds it: it marks no drill. */
  typing: shape('typing-rates', { pass: weight, excellent: weight })
    .refine(({ pass, excellent }) => excellent > pass, fault('typing-rates'))
    .optional(),
  /** Of a run with a 班组长; no drill's content holds it. `answerS`: seat seconds; `marks`: of 100 for a request. */
  lead: shape('lead-rules', {
    answerS: weight,
    marks: shape('lead-marks', { inTime: weight, right: weight, within: weight, reason: weight }),
  }).optional(),
  stars: stars.optional(),
  road: shape('road', { reached: share, left: share, most: weight, spared: share.optional() }).optional(),
  rude: shape('rude', { times: z.int().min(1), most: weight, once: weight.optional() }).optional(),
  roundCredit: shape('round-credit', { excellent: share, pass: share, weak: share, fail: share }),
  offers: shape('offers', { must: weight, bonus: weight, need: weight, duty: weight, window: weight, turn: weight }),
  findings: z.array(finding),
});
export type AuthoredRubric = z.output<typeof rubricFile>;
export type LeadRules = NonNullable<AuthoredRubric['lead']>;

/** Where the rubric says nothing of it. */
export const DEFAULT_LEAD_RULES: LeadRules = { answerS: 120, marks: { inTime: 20, right: 50, within: 20, reason: 10 } };
