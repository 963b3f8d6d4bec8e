/**
 * An authored map: its fields and what each is for, in one place. The words go with the schema into `docs/schema`, where
 * editors show them; a field without words doesn't compile. Unknown keys are errors.
 */
import { z } from 'zod';

type Fields = Record<string, z.ZodType>;

/** `examples`: values an editor offers while typing. */
export function shape<S extends Fields>(
  fields: S,
  says: { readonly [K in keyof S]: string },
  examples: { readonly [K in keyof S]?: readonly unknown[] } = {},
): z.ZodObject<S, z.core.$strict> {
  const described = Object.entries(fields).map(([name, field]) => {
    const shown = examples[name];
    return [name, field.meta({ description: says[name] ?? '', ...(shown ? { examples: [...shown] } : {}) })];
  });
  return z.strictObject(Object.fromEntries(described) as S);
}

/** For the published schema: a refinement of ours that only one of the keys is written. */
export const oneOf = (...keys: readonly string[]) => ({ oneOf: keys.map((key) => ({ required: [key] })) });

/** For the published schema: at most one of two keys is written. */
export const notBoth = (one: string, other: string) => ({ not: { required: [one, other] } });
