import type { Database } from 'better-sqlite3';
import type { SchoolQuickReply } from '#contract/quick-replies.ts';
import type { QuickRepliesStorage, StoredReplyVersion } from './quick-replies.ts';

const VERSION = 'school, shop, version, kind, restores, count, added, changed, removed, "by", at';

export function createQuickRepliesStorage(database: Database): QuickRepliesStorage {
  const prepare = <P extends unknown[], R>(sql: string) => database.prepare<P, R>(sql);
  const insert = prepare<
    [
      ...[school: string, shop: string, version: number, kind: string, restores: number | null],
      ...[count: number, added: number, changed: number, removed: number, by: string, at: number, body: string],
    ],
    never
  >(`insert into school_replies (${VERSION}, body) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing`);
  const selectVersions = prepare<[string, string], StoredReplyVersion>(
    `select ${VERSION} from school_replies where school = ? and shop = ? order by version desc`,
  );
  const selectNewest = prepare<[string], StoredReplyVersion>(
    `select ${VERSION} from school_replies own where school = ? and version =
       (select max(version) from school_replies where school = own.school and shop = own.shop) order by shop`,
  );
  const selectBody = prepare<[string, string, number], { body: string }>(
    'select body from school_replies where school = ? and shop = ? and version = ?',
  );
  return {
    add: (row, replies) =>
      insert.run(
        ...([row.school, row.shop, row.version, row.kind, row.restores] as const),
        ...([row.count, row.added, row.changed, row.removed, row.by, row.at, JSON.stringify(replies)] as const),
      ).changes === 1,
    versions: (school, shop) => selectVersions.all(school, shop),
    newest: (school) => selectNewest.all(school),
    replies: (school, shop, version) => {
      const row = selectBody.get(school, shop, version);
      return row === undefined ? null : repliesIn(row.body);
    },
  };
}

function repliesIn(body: string): SchoolQuickReply[] {
  return JSON.parse(body);
}
