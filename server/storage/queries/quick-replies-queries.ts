import type { SchoolQuickReply } from '#contract/quick-replies.ts';
import type { QuickRepliesStorage } from '#storage/quick-replies.ts';
import type { Tables } from './dialect.ts';

const VERSION = [
  ...(['school', 'shop', 'version', 'kind', 'restores', 'count'] as const),
  ...(['added', 'changed', 'removed', 'by', 'at'] as const),
] as const;

export const quickRepliesStorage = ({ db }: Tables): QuickRepliesStorage => {
  return {
    add: async ({ school, shop, version, kind, restores, count, added, changed, removed, by, at }, replies) => {
      const row = { school, shop, version, kind, restores, count, added, changed, removed, by, at };
      const stored = await db
        .insertInto('school_replies')
        .values({ ...row, body: JSON.stringify(replies) })
        .onConflict((on) => on.doNothing())
        .executeTakeFirst();
      return stored.numInsertedOrUpdatedRows === 1n;
    },
    versions: (school, shop) =>
      db
        .selectFrom('school_replies')
        .select(VERSION)
        .where('school', '=', school)
        .where('shop', '=', shop)
        .orderBy('version', 'desc')
        .execute(),
    newest: (school) =>
      db
        .selectFrom('school_replies as own')
        .select(VERSION)
        .where('school', '=', school)
        .where('version', '=', (eb) =>
          eb
            .selectFrom('school_replies as any')
            .select((one) => one.fn.max('any.version').as('newest'))
            .whereRef('any.school', '=', 'own.school')
            .whereRef('any.shop', '=', 'own.shop'),
        )
        .orderBy('shop')
        .execute(),
    replies: async (school, shop, version) => {
      const rows = db.selectFrom('school_replies').select('body').where('school', '=', school);
      const row = await rows.where('shop', '=', shop).where('version', '=', version).executeTakeFirst();
      return row === undefined ? null : repliesIn(row.body);
    },
  };
};

const repliesIn = (body: string): SchoolQuickReply[] => {
  return JSON.parse(body);
};
