import type { Kysely } from 'kysely';
import type { Conversation } from '#engine/model/drill.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { Passed } from '#engine/model/transfer.ts';
import type { Dialect } from '#storage/migrations/names.ts';
import { isOneOf } from '#storage/queries/dialect.ts';
import type { Database } from '#storage/queries/tables.ts';
import { batchesOf } from './erase-terms.ts';

/**
 * The next seat of a project task, or the classmate who got a customer, has in its own log what a colleague said and noted: of these drills that goes too, and
 * what the customer said stays, since the next part rests on it. To be called while the drills are still there.
 */
export const eraseHandedWords = async (
  trx: Kysely<Database>,
  dialect: Dialect,
  drills: readonly string[],
): Promise<void> => {
  const gone = new Set(drills);
  for (const batch of batchesOf(drills)) {
    const rows = await trx
      .selectFrom('log')
      .innerJoin('drills', 'drills.id', 'log.drill')
      .select(['log.id', 'log.body'])
      .where('log.body', 'like', '%"handed":{%')
      .where('drills.run', 'in', (eb) =>
        eb
          .selectFrom('drills as own')
          .select('own.run')
          .where('own.run', 'is not', null)
          .where(isOneOf(dialect, 'own.id', batch)),
      )
      .execute();
    for (const { id, body } of rows) {
      const events: DrillEvent[] = JSON.parse(body);
      const shown = JSON.stringify(events.map((event) => withoutWordsOf(event, gone)));
      if (shown !== body) await trx.updateTable('log').set({ body: shown }).where('id', '=', id).execute();
    }
  }
};

const withoutWordsOf = (event: DrillEvent, gone: ReadonlySet<string>): DrillEvent => {
  if (event.kind !== 'customer-added' || event.handed === undefined) return event;
  const parts = event.handed.parts.map((part) =>
    gone.has(part.drill) ? { ...part, note: '', lines: part.lines.filter(({ by }) => by === 'customer') } : part,
  );
  const { passed } = event;
  // What they told is no longer there to be repeated or held to; what came of it for the customer stays.
  const kept = passed !== undefined && gone.has(event.handed.from.drill) ? withoutTraces(passed) : passed;
  return { ...event, handed: { ...event.handed, parts }, ...(kept && { passed: kept }) };
};

/** Letters and notes of whoever passed the conversation on. */
const withoutTraces = (passed: Passed): Passed => {
  const { done = [] } = passed.state as Partial<Pick<Conversation, 'done'>>;
  return {
    ...passed,
    state: { ...passed.state, topics: '', figures: {}, done: done.map((one) => ({ ...one, with: {} })) },
  };
};
