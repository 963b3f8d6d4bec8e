/**
 * An authored map: its fields and its name. Under that name the catalogue `schema` says what each field is for; the
 * words are looked up when the published schema is made, in the reader's language. A field without words doesn't
 * compile. Unknown keys are errors.
 */
import { z } from 'zod';
import type { MessageKey } from '#i18n/say.ts';
import type { SchemaKey } from '#library/diagnostics/schema-message.ts';

type Fields = Record<string, z.ZodType>;
/** The name itself where the catalogue has words for every field, else nothing fits. */
type Worded<N extends string, S> = `schema:${N}.${keyof S & string}` extends MessageKey ? N : never;

/** `examples`: values an editor offers while typing. */
export const shape = <const N extends string, S extends Fields>(
  name: N & Worded<N, S>,
  fields: S,
  examples: { readonly [K in keyof S]?: readonly unknown[] } = {},
): z.ZodObject<S, z.core.$strict> => {
  const described = Object.entries(fields).map(([key, field]) => {
    const shown = examples[key];
    const description = `schema:${name}.${key}`;
    return [key, field.meta({ description, ...(shown ? { examples: [...shown] } : {}) })];
  });
  return z.strictObject(Object.fromEntries(described) as S);
};

type FaultKey = Extract<SchemaKey, `schema:fault.${string}`>;
type Fault = FaultKey extends `schema:fault.${infer F}` ? F : never;

/** The key of the message for a wrong value. It becomes a sentence only when it is said. */
export const fault = (name: Fault): FaultKey => `schema:fault.${name}`;

/** For the published schema: only one of the keys may be written; the reader checks this by a refinement. */
export const oneOf = (...keys: readonly string[]) => ({ oneOf: keys.map((key) => ({ required: [key] })) });

/** For the published schema: at most one of two keys is written. */
export const notBoth = (field: string, other: string) => ({ not: { required: [field, other] } });
