import type { Kysely } from 'kysely';

type Tables = {
  drills: { id: string; scenarios: string; rush: string | null };
  log: { drill: string; seq: number; body: string };
};

/** What a rush was opened as stands beside its drill, no longer in its log alone. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema.alterTable('drills').addColumn('rush', 'text').execute();
  const tables = db as Kysely<Tables>;
  const opened = await tables
    .selectFrom('log')
    .select(['drill', 'body'])
    .where('seq', '=', 1)
    .where('body', 'like', '%"rush":{%')
    .execute();
  for (const { drill, body } of opened) {
    const rush = rushIn(JSON.parse(body));
    if (rush !== null) await tables.updateTable('drills').set({ rush }).where('id', '=', drill).execute();
  }
};

const rushIn = ([first]: { kind: string; rush?: Record<string, unknown> }[]): string | null => {
  if (first?.kind !== 'drill-opened' || first.rush === undefined) return null;
  const { profile, level, minutes, dial, capacity } = first.rush;
  return JSON.stringify({ profile, level, minutes, dial, capacity });
};
