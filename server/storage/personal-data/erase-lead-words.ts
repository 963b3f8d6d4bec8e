import type { Kysely } from 'kysely';
import type { DrillEvent } from '#engine/model/events.ts';
import type { Dialect } from '#storage/migrations/names.ts';
import { isOneOf } from '#storage/queries/dialect.ts';
import type { Database } from '#storage/queries/tables.ts';
import { batchesOf } from './erase-terms.ts';

/**
 * What a 班组长 wrote to a peer, or a classmate who declined a customer, stands in the peer's log: the words of these seats go, and what was decided stays, since
 * the peer's drill rests on it. To be called while the seats are still there.
 */
export const eraseLeadWords = async (
  trx: Kysely<Database>,
  dialect: Dialect,
  seats: readonly string[],
): Promise<void> => {
  const gone = new Set(seats);
  for (const batch of batchesOf(seats)) {
    const rows = await trx
      .selectFrom('log')
      .innerJoin('drills', 'drills.id', 'log.drill')
      .select(['log.id', 'log.body'])
      .where((eb) =>
        eb.or([eb('log.body', 'like', '%"kind":"lead-answered"%'), eb('log.body', 'like', '%"kind":"pass-returned"%')]),
      )
      .where('drills.run', 'in', (eb) =>
        eb
          .selectFrom('seats')
          .select('seats.run')
          .where(isOneOf(dialect, 'seats.id', batch)),
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
  if (event.kind === 'pass-returned' && event.by !== undefined && gone.has(event.by)) return { ...event, reason: '' };
  return event.kind === 'lead-answered' && event.answer !== null && event.by !== null && gone.has(event.by)
    ? { ...event, answer: { ...event.answer, words: '' } }
    : event;
};
