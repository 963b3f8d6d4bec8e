/** 绩效试算 of a term: what a month's pay would be by the term's figures. A trial with editable coefficients, and no wage. */
import { z } from 'zod';
import type { TermRow } from './term.ts';

/** Yuan a month. */
const MOST_YUAN = 100_000;
const MOST_STEPS = 8;
const yuan = z.int().min(0).max(MOST_YUAN);
const stepSchema = z.strictObject({
  /** 关键指标达成率 in percent, from which the coefficient holds. */
  from: z.number().min(0).max(100),
  coefficient: z.number().min(0).max(3),
});
/** `base`, `performance`: 底薪, and 绩效 at coefficient 1. `absent`, `redLine`: taken off for each. */
export const payRulesSchema = z
  .strictObject({
    base: yuan,
    performance: yuan,
    steps: z.array(stepSchema).min(2).max(MOST_STEPS),
    absent: yuan,
    redLine: yuan,
  })
  .refine(({ steps }) => steps.at(-1)?.from === 0, { path: ['steps'] })
  .refine(({ steps }) => steps.every(({ from }, place) => place === 0 || from < (steps[place - 1]?.from ?? 0)), {
    path: ['steps'],
  })
  .refine(
    ({ steps }) =>
      steps.every(({ coefficient }, place) => place === 0 || coefficient <= (steps[place - 1]?.coefficient ?? 0)),
    { path: ['steps'] },
  );
export type PayRules = z.infer<typeof payRulesSchema>;
/** `version`: the one that was read, so that a colleague's change isn't written over. `rules` null: what ships. */
export const payChangeSchema = z.strictObject({ version: z.int().min(0), rules: payRulesSchema.nullable() });
/** `from`: what was read. */
export const payOpeningSchema = z.strictObject({ from: z.boolean(), to: z.boolean() });

/** `said`: the formula with its figures, in the reader's language. `yuan` null: can't be worked out. */
export type PayLine = { id: 'base' | 'performance' | 'absent' | 'redLine'; said: string; yuan: number | null };
/** `reached`: 关键指标达成率 in percent. `total` null: a line can't be worked out; never below nought. */
export type PaySlip = {
  person: string;
  no: string;
  name: string;
  reached: number | null;
  coefficient: number | null;
  lines: PayLine[];
  total: number | null;
};
/**
 * `published`: the sheet's version that the figures are of; null: the sheet as it is now. `opened`: each trainee reads
 * their own. `openedBy`: a name; null: it isn't, or never was.
 */
export type TermPay = {
  class: { id: string; name: string };
  term: TermRow;
  version: number;
  own: boolean;
  rules: PayRules;
  published: number | null;
  opened: boolean;
  openedBy: { by: string; at: number } | null;
  slips: PaySlip[];
};
/** A trainee's own; `slip` null: the teacher hasn't opened it. */
export type OwnPay = { term: { id: string; name: string }; slip: PaySlip | null; published: number | null };
