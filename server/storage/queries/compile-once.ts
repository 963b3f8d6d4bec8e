import { type Compilable, type Expression, sql } from 'kysely';

/** A statement with placeholders: `parametersFor` gives the values for them in the statement's order. */
export type CompiledOnce<Given> = { sql: string; parametersFor(given: Given): (string | number | null)[] };
type ParameterValues = Record<string, string | number | null>;

class Placeholder {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/**
 * Compiles a statement that is run very often, once: Kysely's compiling takes as long as SQLite's doing. `build` gets
 * `given`, which makes a placeholder for a value that each run gives by its name.
 */
export function compileOnce<Given extends ParameterValues>(
  build: (given: <Name extends keyof Given & string>(name: Name) => Expression<Given[Name]>) => Compilable,
): CompiledOnce<Given> {
  const { sql: text, parameters } = build((name) => sql`${new Placeholder(name)}`).compile();
  const template = parameters.map((parameter): Placeholder | string | number => {
    if (parameter instanceof Placeholder || typeof parameter === 'string' || typeof parameter === 'number')
      return parameter;
    throw new TypeError('a statement compiled once holds texts and numbers only');
  });
  return {
    sql: text,
    parametersFor: (given) => template.map((part) => (part instanceof Placeholder ? (given[part.name] ?? null) : part)),
  };
}
