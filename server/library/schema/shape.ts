/**
 * An authored map: its fields, and its name, under which the catalogue `schema` says what each field is for. The words
 * are looked up when they are said: in the published schema, where editors show them, in the language of who asks. A
 * field without words doesn't compile. Unknown keys are errors.
 */
import { z } from 'zod';
import type { MessageKey } from '#i18n/say.ts';
import type { SchemaKey } from '#library/diagnostics/explained.ts';

type Fields = Record<string, z.ZodType>;
/** The name itself where the catalogue has words for every field, else nothing fits. */
type Worded<N extends string, S> = `schema:${N}.${keyof S & string}` extends MessageKey ? N : never;

/** `examples`: values an editor offers while typing. */
export function shape<const N extends string, S extends Fields>(
  name: N & Worded<N, S>,
  fields: S,
  examples: { readonly [K in keyof S]?: readonly unknown[] } = {},
): z.ZodObject<S, z.core.$strict> {
  const described = Object.entries(fields).map(([key, field]) => {
    const shown = examples[key];
    const description = `schema:${name}.${key}`;
    return [key, field.meta({ description, ...(shown ? { examples: [...shown] } : {}) })];
  });
  return z.strictObject(Object.fromEntries(described) as S);
}

type FaultKey = Extract<SchemaKey, `schema:fault.${string}`>;
type Fault = FaultKey extends `schema:fault.${infer F}` ? F : never;

/** What is wrong with a value, as the message of its check: a key, explained to the author when it is said. */
export const fault = (name: Fault): FaultKey => `schema:fault.${name}`;

/** For the published schema: a refinement of ours that only one of the keys is written. */
export const oneOf = (...keys: readonly string[]) => ({ oneOf: keys.map((key) => ({ required: [key] })) });

/** For the published schema: at most one of two keys is written. */
export const notBoth = (one: string, other: string) => ({ not: { required: [one, other] } });
