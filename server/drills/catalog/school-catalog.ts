import type { SchoolQuickReply } from '#contract/quick-replies.ts';
import type { ContentData } from '#engine/model/content.ts';
import type { QuickReply } from '#engine/model/shop.ts';
import { hashOf } from '#library/hash.ts';
import type { QuickRepliesStorage, StoredReplyVersion } from '#storage/quick-replies.ts';
import type { Catalogs } from './catalog.ts';

type ReplyStorage = Pick<QuickRepliesStorage, 'newest' | 'replies'>;
type PinnedContent = Awaited<ReturnType<Catalogs['contentFrom']>>;
const MAX_CACHED = 32;

/**
 * The catalogs with a school's own quick replies added to the shipped ones. They are added when a drill is opened and
 * never afterwards: the result is pinned by its hash like any other content.
 */
export const schoolCatalog = (catalogs: Catalogs, replyStorage: ReplyStorage): Catalogs => {
  // A class opens the same cases forty-five times in one second. Versions never change, so their numbers make the key.
  const contentByKey = new Map<string, Promise<PinnedContent>>();
  return {
    ...catalogs,
    contentFrom: async (source, scenarioIds, card, deals) => {
      const shippedContent = await catalogs.contentFrom(source, scenarioIds, card, deals);
      const { school } = source;
      const versions = school === null ? [] : versionsFor(shippedContent.data, await replyStorage.newest(school));
      if (versions.length === 0) return shippedContent;
      const key = [shippedContent.hash, school, ...versions.map(({ shop, version }) => `${shop}@${version}`)].join(' ');
      const known = contentByKey.get(key);
      if (known !== undefined) return known;
      const newContent = withReplies(shippedContent.data, versions, replyStorage).then((data) => ({
        data,
        hash: hashOf(data),
      }));
      if (contentByKey.size >= MAX_CACHED) contentByKey.clear();
      contentByKey.set(key, newContent);
      try {
        return await newContent;
      } catch (error) {
        contentByKey.delete(key);
        throw error;
      }
    },
  };
};

/** Today's content with the school's own quick replies in it, for pages that only read it. */
export const withSchool = async (
  data: ContentData,
  school: string,
  replyStorage: ReplyStorage,
): Promise<ContentData> => {
  const versions = versionsFor(data, await replyStorage.newest(school));
  return versions.length === 0 ? data : await withReplies(data, versions, replyStorage);
};

const versionsFor = ({ shops }: ContentData, newest: readonly StoredReplyVersion[]): StoredReplyVersion[] =>
  newest.filter(({ shop, count }) => count > 0 && shops.some(({ id }) => id === shop));

/**
 * The school's own replies come last: where the shipped library has added the same short code since, the shipped reply
 * is found first.
 */
const withReplies = async (
  data: ContentData,
  versions: readonly StoredReplyVersion[],
  replyStorage: ReplyStorage,
): Promise<ContentData> => {
  const shops = await Promise.all(
    data.shops.map(async (shop) => {
      const version = versions.find((each) => each.shop === shop.id);
      if (version === undefined) return shop;
      const replies = (await replyStorage.replies(version.school, shop.id, version.version)) ?? [];
      return { ...shop, quickReplies: [...shop.quickReplies, ...replies.map(asQuickReply)] };
    }),
  );
  return { ...data, shops };
};

/** The colon keeps this id apart from every id an author may write. */
const asQuickReply = ({ code, group, title, text }: SchoolQuickReply): QuickReply => ({
  id: `own:${code}`,
  code,
  group,
  title,
  text,
  own: true,
});
