import type { SchoolQuickReply } from '#contract/quick-replies.ts';
import type { ContentData, QuickReply } from '#engine/model/content.ts';
import { hashOf } from '#library/hash.ts';
import type { QuickRepliesStorage, StoredReplyVersion } from '#storage/quick-replies.ts';
import type { Catalogs } from './catalog.ts';

type Replies = Pick<QuickRepliesStorage, 'newest' | 'replies'>;
type Made = Awaited<ReturnType<Catalogs['contentFrom']>>;
const MAX_MADE = 32;

/**
 * The catalogs with a school's own quick replies added to the shipped ones. They are added when a drill is opened and
 * never afterwards: the result is pinned by its hash like any other content.
 */
export function schoolCatalog(catalogs: Catalogs, own: Replies): Catalogs {
  // A class opens the same cases forty-five times in one second. Versions never change, so their numbers make the key.
  const made = new Map<string, Promise<Made>>();
  return {
    ...catalogs,
    contentFrom: async (from, ids, card) => {
      const without = await catalogs.contentFrom(from, ids, card);
      const { school } = from;
      const versions = school === null ? [] : versionsFor(without.data, await own.newest(school));
      if (versions.length === 0) return without;
      const key = [without.hash, school, ...versions.map(({ shop, version }) => `${shop}@${version}`)].join(' ');
      const known = made.get(key);
      if (known !== undefined) return known;
      const fresh = withReplies(without.data, versions, own).then((data) => ({ data, hash: hashOf(data) }));
      if (made.size >= MAX_MADE) made.clear();
      made.set(key, fresh);
      try {
        return await fresh;
      } catch (error) {
        made.delete(key);
        throw error;
      }
    },
  };
}

/** Today's content with the school's own quick replies in it, for pages that only read it. */
export async function withSchool(data: ContentData, school: string, own: Replies): Promise<ContentData> {
  const versions = versionsFor(data, await own.newest(school));
  return versions.length === 0 ? data : await withReplies(data, versions, own);
}

const versionsFor = ({ shops }: ContentData, newest: readonly StoredReplyVersion[]): StoredReplyVersion[] =>
  newest.filter(({ shop, count }) => count > 0 && shops.some(({ id }) => id === shop));

/**
 * The school's own replies come last: where the shipped library has added the same short code since, the shipped reply
 * is found first.
 */
async function withReplies(
  data: ContentData,
  versions: readonly StoredReplyVersion[],
  own: Replies,
): Promise<ContentData> {
  const shops = await Promise.all(
    data.shops.map(async (shop) => {
      const version = versions.find((each) => each.shop === shop.id);
      if (version === undefined) return shop;
      const replies = (await own.replies(version.school, shop.id, version.version)) ?? [];
      return { ...shop, quickReplies: [...shop.quickReplies, ...replies.map(asQuickReply)] };
    }),
  );
  return { ...data, shops };
}

/** The colon keeps this id apart from every id an author may write. */
const asQuickReply = ({ code, group, title, text }: SchoolQuickReply): QuickReply => ({
  id: `own:${code}`,
  code,
  group,
  title,
  text,
  own: true,
});
