import { say } from '#i18n/say.ts';
import { MIGRATION_NAMES } from '#storage/migrations/names.ts';
import { bad, type Check, ok } from './check.ts';

/** Whether the program fits a database in which these migrations are done. `done`: in order of name. */
export const compareSchema = (done: readonly string[]): Check => {
  const [name, wanted] = [done.at(-1) ?? '–', MIGRATION_NAMES.at(-1) ?? '–'];
  const known = new Set<string>(MIGRATION_NAMES);
  const newer = done.filter((one) => !known.has(one)).at(-1);
  if (newer !== undefined)
    return bad('schema', say('doctor:schema.newer', { name: newer }), say('doctor:schema.upgrade'));
  if (done.length < MIGRATION_NAMES.length) return ok('schema', say('doctor:schema.older', { name, wanted }));
  return ok('schema', say('doctor:schema.sound', { name }));
};
