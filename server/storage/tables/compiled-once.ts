/** Statements that were compiled once, as data: a thread that has no Kysely can run them. */

export type ParameterValues = Record<string, string | number | null>;
/** A value that stays, or the name of one that each run gives. */
export type TemplatePart<Name extends string = string> = string | number | { given: Name };

/** `template`: what stands for the statement's placeholders, in its order. */
export type CompiledOnce<Given> = { sql: string; template: readonly TemplatePart<keyof Given & string>[] };

/** The values for one run. */
export const parametersOf = <Given extends ParameterValues>(
  { template }: CompiledOnce<Given>,
  given: Given,
): (string | number | null)[] => {
  return template.map((part) => (typeof part === 'object' ? (given[part.given] ?? null) : part));
};
