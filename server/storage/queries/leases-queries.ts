import type { LeasesStorage, NodesStorage } from '#storage/leases.ts';
import { forUpdate, type Tables } from './dialect.ts';

/** A drill's lease stands in the drill's own row: an append and a taking of the lease can't pass each other there. */
export const leasesStorage = ({ db, dialect }: Tables): LeasesStorage => {
  const leases = db
    .selectFrom('drills')
    .select(['id as drill', 'lease_node as node', 'lease_until as until'])
    .where('lease_node', 'is not', null)
    .where('lease_until', 'is not', null)
    .$narrowType<{ node: string; until: number }>();
  return {
    take: async (drill, node, until, now) => {
      const update = await db
        .updateTable('drills')
        .set({ lease_node: node, lease_until: until })
        .where('id', '=', drill)
        .where((eb) => eb.or([eb('lease_node', 'is', null), eb('lease_node', '=', node), eb('lease_until', '<=', now)]))
        .executeTakeFirst();
      if (update.numUpdatedRows > 0) return { ok: true };
      const row = await db.selectFrom('drills').select('lease_node').where('id', '=', drill).executeTakeFirst();
      return { ok: false, node: row?.lease_node ?? null };
    },
    renew: async (node, until) => {
      const drillsOfNode = forUpdate(
        dialect,
        db.selectFrom('drills').select('id').where('lease_node', '=', node).orderBy('id'),
      );
      const update = db.updateTable('drills').set({ lease_until: until }).where('id', 'in', drillsOfNode);
      const rows = await update.returning('id').execute();
      return rows.map(({ id }) => id).sort();
    },
    release: async (drill, node) => {
      const ownLease = db.updateTable('drills').set({ lease_node: null, lease_until: null }).where('id', '=', drill);
      await ownLease.where('lease_node', '=', node).execute();
    },
    of: async (drill) => (await leases.where('id', '=', drill).executeTakeFirst()) ?? null,
    expired: (now) => leases.where('lease_until', '<=', now).orderBy('lease_until').orderBy('rowid').execute(),
  };
};

export const nodesStorage = ({ db, dialect }: Tables): NodesStorage => {
  return {
    beat: async (node, url, until) => {
      await db
        .insertInto('nodes')
        .values({ node, url, until })
        .onConflict((on) => on.column('node').doUpdateSet({ url, until }))
        .execute();
    },
    alive: (now) =>
      db.selectFrom('nodes').select(['node', 'url', 'until']).where('until', '>', now).orderBy('node').execute(),
    end: (node, until, now) =>
      db.transaction().execute(async (trx) => {
        const silent = trx.updateTable('nodes').set({ until: now }).where('node', '=', node).where('until', '=', until);
        if ((await silent.executeTakeFirst()).numUpdatedRows === 0n) return false;
        const drillsOfNode = forUpdate(
          dialect,
          trx.selectFrom('drills').select('id').where('lease_node', '=', node).orderBy('id'),
        );
        const leases = trx.updateTable('drills').set({ lease_until: now }).where('id', 'in', drillsOfNode);
        await leases.where('lease_until', '>', now).execute();
        return true;
      }),
    leave: async (node) => {
      await db.deleteFrom('nodes').where('node', '=', node).execute();
    },
  };
};
