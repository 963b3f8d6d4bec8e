import { type Compilable, type Expression, sql } from 'kysely';

/** A statement with gaps, and what fills them: `parametersFor` gives the values in the statement's order. */
export type CompiledOnce<Given> = { sql: string; parametersFor(given: Given): (string | number | null)[] };
type Gaps = Record<string, string | number | null>;

class Gap {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/**
 * Compiles a statement that is run very often, once: Kysely's compiling takes as long as SQLite's doing. `build` gets
 * `given`, which stands for a value that each run names.
 */
export function compileOnce<Given extends Gaps>(
  build: (given: <Name extends keyof Given & string>(name: Name) => Expression<Given[Name]>) => Compilable,
): CompiledOnce<Given> {
  const { sql: text, parameters } = build((name) => sql`${new Gap(name)}`).compile();
  const places = parameters.map((parameter): Gap | string | number => {
    if (parameter instanceof Gap || typeof parameter === 'string' || typeof parameter === 'number') return parameter;
    throw new TypeError('a statement compiled once holds texts and numbers only');
  });
  return {
    sql: text,
    parametersFor: (given) => places.map((place) => (place instanceof Gap ? (given[place.name] ?? null) : place)),
  };
}
