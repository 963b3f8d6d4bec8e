import type { ContentData } from '#engine/model/content.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import type { Storage } from '#storage/storage.ts';
import { contentOfRow, rowsOf, sharedRowOf } from '#storage/stored-content.ts';
import { createPartSharing } from './share-parts.ts';

/** Pinned contents made ready for the engine, shared by the drills that pin them. */
export type ContentCache = {
  /** Throws when the content was never stored: a drill can't exist without it. */
  get(hash: string): Promise<Content>;
  /** Stores content for a drill about to be opened. */
  put(hash: string, data: ContentData): Promise<Content>;
};

/** With a card of its own each trainee has a content of its own: a large school's that drill at a time. */
const MAX_CONTENTS = 256;

/** Drops the contents used least recently; a live drill keeps its own reference to its content. */
export function createContentCache(
  storage: Pick<Storage, 'content' | 'putContent'>,
  prepare: (data: ContentData) => Content,
): ContentCache {
  const contentByHash = new Map<string, Content>();
  const share = createPartSharing();
  /** Shared rows that are stored, as far as this process knows. They are never deleted. */
  const storedRows = new Set<string>();
  const remember = (hash: string, content: Content): Content => {
    contentByHash.delete(hash);
    contentByHash.set(hash, content);
    const [oldest] = contentByHash.keys();
    if (contentByHash.size > MAX_CONTENTS && oldest !== undefined) contentByHash.delete(oldest);
    return content;
  };
  const readBody = async (hash: string): Promise<string> => {
    const body = await storage.content(hash);
    if (body === null) throw new Error(`content ${hash} is not stored`);
    return body;
  };
  return {
    get: async (hash) => {
      const known = contentByHash.get(hash);
      if (known !== undefined) return remember(hash, known);
      const body = await readBody(hash);
      const sharedHash = sharedRowOf(body);
      const shared = sharedHash === null ? null : await readBody(sharedHash);
      return remember(hash, prepare(share(contentOfRow(body, shared))));
    },
    put: async (hash, data) => {
      const known = contentByHash.get(hash);
      if (known !== undefined) return remember(hash, known);
      const { own, shared } = rowsOf(hash, data);
      // First the row that the other names: a server that is killed in between leaves no content without it.
      if (shared !== null && !storedRows.has(shared.hash)) {
        await storage.putContent(shared.hash, shared.body);
        storedRows.add(shared.hash);
      }
      await storage.putContent(own.hash, own.body);
      return remember(hash, prepare(share(data)));
    },
  };
}
