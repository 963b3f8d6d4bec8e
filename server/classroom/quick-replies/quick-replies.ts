/** 本校话术: what teachers of a school do with its own quick replies for a shop. Every saving is a version that stays. */

import { type Reply, refused } from '#contract/errors.ts';
import {
  type QuickRepliesBody,
  type QuickRepliesShop,
  type QuickRepliesVersion,
  REPLIES_MAX,
  type RepliesPreview,
  type ReplyRow,
  type ReplyVersionRow,
  type SaveMode,
  type SchoolQuickReply,
  type VersionKind,
} from '#contract/quick-replies.ts';
import type { Shop } from '#engine/model/shop.ts';
import { say } from '#i18n/say.ts';
import type { StoredReplyVersion } from '#storage/quick-replies.ts';
import type { Storage } from '#storage/storage.ts';
import { byCode, changesBetween, isSame, mergedReplies, sameLibrary } from './changes.ts';
import { faultsOf, rulesOf } from './check-rows.ts';
import { codeOf, lineOf, readTable, type TableRow, textOf } from './read-table.ts';

type By = { id: string; school: string };
type Needs = { storage: Pick<Storage, 'quickReplies' | 'people'>; shops: readonly Shop[]; now: () => number };

export type SchoolQuickReplies = ReturnType<typeof createSchoolQuickReplies>;

/**
 * `shops`: as they are shipped. A shop's id comes from a request and may be unknown; the school is that of who is
 * signed in.
 */
export const createSchoolQuickReplies = ({ storage, shops, now }: Needs) => {
  const { quickReplies: replyStorage, people } = storage;

  const shownVersion = async ({ school: _, shop: __, by, ...row }: StoredReplyVersion): Promise<ReplyVersionRow> => ({
    ...row,
    by: (await people.person(by))?.name ?? say('data:deleted'),
  });
  const newestOf = async (school: string, shop: string): Promise<{ version: number; replies: SchoolQuickReply[] }> => {
    const version = (await replyStorage.newest(school)).find((each) => each.shop === shop)?.version ?? 0;
    return { version, replies: (await replyStorage.replies(school, shop, version)) ?? [] };
  };
  const atShop = async <T>(shopId: string, withShop: (shop: Shop) => Promise<Reply<T>>): Promise<Reply<T>> => {
    const shop = shops.find(({ id }) => id === shopId);
    return shop === undefined ? refused('unknown-shop', shopId) : await withShop(shop);
  };

  const bodyOf = (school: string, shopId: string): Promise<Reply<QuickRepliesBody>> =>
    atShop(shopId, async (shop) => {
      const { version, replies } = await newestOf(school, shop.id);
      return {
        ok: true,
        value: {
          shop: { id: shop.id, name: shop.name, shipped: shop.quickReplies.length },
          version,
          replies,
          versions: await Promise.all((await replyStorage.versions(school, shop.id)).map(shownVersion)),
          placeholders: [...rulesOf(shops, shop).placeholders],
          most: REPLIES_MAX,
        },
      };
    });

  /** Stores one more version, unless it would equal the newest: a second press of the button changes nothing. */
  const saveVersion = async (
    by: By,
    shop: Shop,
    base: number,
    next: {
      kind: VersionKind;
      restores: number | null;
      of(now: readonly SchoolQuickReply[]): readonly SchoolQuickReply[];
    },
  ): Promise<Reply<QuickRepliesBody>> => {
    const { version, replies } = await newestOf(by.school, shop.id);
    if (version !== base) return refused('replies-changed');
    const after = next.of(replies);
    if (after.length > REPLIES_MAX) return refused('replies-too-many', String(REPLIES_MAX));
    if (sameLibrary(replies, after)) return await bodyOf(by.school, shop.id);
    const { kind, restores } = next;
    const row = { school: by.school, shop: shop.id, version: version + 1, kind, restores, by: by.id, at: now() };
    const isSaved = await replyStorage.add({ ...row, count: after.length, ...changesBetween(replies, after) }, after);
    return isSaved ? await bodyOf(by.school, shop.id) : refused('replies-changed');
  };

  return {
    /** Every shop, with what the school has there. */
    list: async (school: string): Promise<QuickRepliesShop[]> => {
      const newest = await replyStorage.newest(school);
      return await Promise.all(
        shops.map(async ({ id, name, quickReplies }) => {
          const lastVersion = newest.find(({ shop }) => shop === id);
          const row = lastVersion === undefined ? null : await shownVersion(lastVersion);
          return { id, name, shipped: quickReplies.length, own: row?.count ?? 0, last: row };
        }),
      );
    },
    body: bodyOf,
    version: (school: string, shopId: string, version: number): Promise<Reply<QuickRepliesVersion>> =>
      atShop(shopId, async () => {
        const row = (await replyStorage.versions(school, shopId)).find((each) => each.version === version);
        const replies = await replyStorage.replies(school, shopId, version);
        if (row === undefined || replies === null) return refused('unknown-version');
        return { ok: true, value: { ...(await shownVersion(row)), replies } };
      }),
    /** What a file would change, and what is wrong in it; nothing is stored. */
    preview: async (school: string, shopId: string, bytes: Buffer, name: string): Promise<Reply<RepliesPreview>> => {
      const shopReply = await atShop(shopId, async (shop) => ({ ok: true, value: shop }));
      if (!shopReply.ok) return shopReply;
      const table = await readTable(bytes, name);
      if (!table.ok) return table;
      const { version, replies } = await newestOf(school, shopId);
      return {
        ok: true,
        value: previewOf(table.value, faultsOf(table.value, rulesOf(shops, shopReply.value)), replies, version),
      };
    },
    /** Saves rows somebody has looked over; they are checked once more. */
    save: (
      by: By,
      shopId: string,
      { mode, base, rows }: { mode: SaveMode; base: number; rows: readonly SchoolQuickReply[] },
    ): Promise<Reply<QuickRepliesBody>> =>
      atShop(shopId, async (shop) => {
        const clean = rows.map(trimmedRow);
        const [fault] = faultsOf(clean, rulesOf(shops, shop)).flat();
        if (fault !== undefined) return refused('replies-faulty', fault.message);
        const kind = mode === 'add' ? 'added' : 'replaced';
        return await saveVersion(by, shop, base, {
          kind,
          restores: null,
          of: (now) => mergedReplies(now, clean.map(replyOf), mode),
        });
      }),
    /** Goes back to a version by storing its replies as a new one, so that no version is lost. */
    restore: (by: By, shopId: string, version: number, base: number): Promise<Reply<QuickRepliesBody>> =>
      atShop(shopId, async (shop) => {
        const replies = await replyStorage.replies(by.school, shopId, version);
        if (replies === null) return refused('unknown-version');
        return await saveVersion(by, shop, base, { kind: 'restored', restores: version, of: () => replies });
      }),
    /** Removes all of the school's own quick replies; the version before stays, to go back to. */
    remove: (by: By, shopId: string, base: number): Promise<Reply<QuickRepliesBody>> =>
      atShop(shopId, (shop) => saveVersion(by, shop, base, { kind: 'removed', restores: null, of: () => [] })),
  };
};

const previewOf = (
  rows: readonly TableRow[],
  faults: readonly RepliesPreview['rows'][number]['faults'][],
  now: readonly SchoolQuickReply[],
  base: number,
): RepliesPreview => {
  const knownByCode = byCode(now);
  const shown = rows.map((row, index): ReplyRow => {
    const wrong = faults[index] ?? [];
    const before = knownByCode.get(row.code);
    const change = before === undefined ? 'added' : isSame(before, row) ? 'unchanged' : 'changed';
    return {
      ...replyOf(row),
      line: row.line,
      faults: wrong,
      change: wrong.length > 0 ? null : change,
      before: wrong.length === 0 && change === 'changed' ? (before ?? null) : null,
    };
  });
  const good = byCode(shown.filter(({ change }) => change !== null));
  return { rows: shown, good: good.size, missing: now.filter(({ code }) => !good.has(code)), base };
};

const trimmedRow = ({ code, group, title, text }: SchoolQuickReply, index: number): TableRow => ({
  line: index + 1,
  code: codeOf(code),
  group: lineOf(group),
  title: lineOf(title),
  text: textOf(text),
  stray: false,
});
const replyOf = ({ code, group, title, text }: SchoolQuickReply): SchoolQuickReply => ({ code, group, title, text });
