import { type Compilable, type Expression, sql } from 'kysely';
import type { CompiledOnce, ParameterValues, TemplatePart } from '#storage/tables/compiled-once.ts';

class Placeholder<Name extends string> {
  readonly name: Name;
  constructor(name: Name) {
    this.name = name;
  }
}

/**
 * Compiles a statement that is run very often, once: Kysely's compiling takes as long as SQLite's doing. `build` gets
 * `given`, which makes a placeholder for a value that each run gives by its name.
 */
export const compileOnce = <Given extends ParameterValues>(
  build: (given: <Name extends keyof Given & string>(name: Name) => Expression<Given[Name]>) => Compilable,
): CompiledOnce<Given> => {
  type Part = TemplatePart<keyof Given & string>;
  const { sql: text, parameters } = build((name) => sql`${new Placeholder(name)}`).compile();
  const template = parameters.map((parameter): Part => {
    if (parameter instanceof Placeholder) return { given: parameter.name };
    if (typeof parameter === 'string' || typeof parameter === 'number') return parameter;
    throw new TypeError('a statement compiled once holds texts and numbers only');
  });
  return { sql: text, template };
};
