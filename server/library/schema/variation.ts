/** `vary` of a case file: what is drawn, what is reckoned from it, what only looks different, and what the answer hangs on. */
import { z } from 'zod';
import { MOMENTS } from '#engine/model/rush.ts';
import { fault, shape } from './shape.ts';

/** A variable's name: one word, no dot, no blank and none of the signs that conditions and slots are written with. */
const name = z.string().regex(/^[^\s.【】=<>!|,，]+$/u, fault('variable-name'));

const scalar = z.union([z.string(), z.number()]);
const list = z.array(scalar).min(1);
const typed = z.union([
  scalar,
  shape('draw', { size: scalar }),
  shape('draw', { goods: z.string() }),
  shape('draw', { money: z.number() }),
  shape('draw', { date: z.string() }),
  shape('draw', { clock: z.string() }),
]);
const row = z.record(name, typed);
const byShop = <S extends z.ZodType>(values: S) => z.union([values, z.record(z.string(), values)]);

const drawn = z.union([
  list,
  shape('draw', { goods: byShop(z.array(z.string()).min(1)) }),
  shape('draw', { money: byShop(z.array(z.number()).min(1)) }),
  shape('draw', { date: z.array(z.string()).min(1) }),
  shape('draw', { clock: z.array(z.string()).min(1) }),
  shape('draw', { size: byShop(list) }),
  shape('draw', { rows: byShop(z.array(row).min(1)) }),
]);

/** The reckonings take names and numbers; `evaluate.ts` knows what each needs and says what is wrong at its place. */
const reckoned = z.record(z.string(), z.unknown());
const dressed = z.union([list, shape('draw', { rows: z.array(row).min(1) })]);
const condition = z.union([z.string(), z.array(z.string()).min(1)]);

export const variation = shape('variation', {
  draw: z.record(name, drawn),
  reckon: z.record(name, reckoned).optional(),
  dress: z.record(name, dressed).optional(),
  answer: z.array(z.string()).min(1),
  never: z.array(condition).optional(),
  /** Which variants a rush deals at which of its moments, by a yes-or-no variable; `good`, `off`: what the offer is of and takes off. */
  moments: shape('moments', {
    good: z.string(),
    off: z.string().optional(),
    when: z.partialRecord(z.enum(MOMENTS), z.string()),
  }).optional(),
});
export type AuthoredVariation = z.output<typeof variation>;
export type AuthoredDraw = z.output<typeof drawn>;
export type AuthoredRow = z.output<typeof row>;
