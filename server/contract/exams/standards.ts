/** Standards that a school names on its certificates (1+X, COPC …), with its own words for each part and dimension. */
import { z } from 'zod';
import { dimensionId } from '#contract/report.ts';

/** What a line of a standard is about: a part of an exam, or a dimension of the customers served. */
export const STANDARD_TARGETS = ['paper', 'typing', 'customers', ...dimensionId.options] as const;
export type StandardTarget = (typeof STANDARD_TARGETS)[number];
export const MOST_STANDARDS = 12;
export const LONGEST_STANDARD_WORDS = 120;

const standardSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: z.string().trim().min(1).max(100),
  /** What the standard calls each of them; one that it doesn't know is left out. */
  words: z.partialRecord(z.enum(STANDARD_TARGETS), z.string().trim().min(1).max(LONGEST_STANDARD_WORDS)),
});
export type Standard = z.infer<typeof standardSchema>;
/** `version`: the one that was read; 0: what ships. */
export const standardsSchema = z.strictObject({
  version: z.int().min(0),
  standards: z
    .array(standardSchema)
    .max(MOST_STANDARDS)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, { path: ['id'] }),
});
/** `own`: the school has saved its own; else they are the samples that ship. `by`: a name; null: nobody, or gone. */
export type Standards = z.infer<typeof standardsSchema> & { own: boolean; by: string | null; at: number | null };

/** A line as it was printed: the standard's words, what they were mapped to, and what that came to. */
export type StandardLine = { target: StandardTarget; words: string; mark: number | null };
