import type { ContentData } from '#engine/model/content.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import type { Storage } from '#storage/storage.ts';
import { ownRowOf, rowsOf, type SharedRow, sharedPartsOf } from '#storage/stored-content.ts';
import { createPartSharing } from './share-parts.ts';

/** Pinned contents made ready for the engine, shared by the drills that pin them. */
export type ContentCache = {
  /** Throws when the content was never stored: a drill can't exist without it. */
  get(hash: string): Promise<Content>;
  /** Makes content ready that needn't be stored yet. */
  ready(hash: string, data: ContentData): Content;
  /**
   * Stores content for a drill whose row is there and whose first events are not. Also where it is in memory: another
   * school's erasure may have deleted it since, and it deletes no content of a drill that has its row.
   */
  store(hash: string, data: ContentData): Promise<void>;
};

/** With a card of its own each trainee has a content of its own: a large school's that drill at a time. */
const MAX_CONTENTS = 256;
/** One for each set of shops in each edition of the library. */
const MAX_SHARED_ROWS = 32;

/** Drops the contents used least recently; a live drill keeps its own reference to its content. */
export const createContentCache = (
  storage: Pick<Storage, 'content' | 'putContent'>,
  prepare: (data: ContentData) => Content,
): ContentCache => {
  const contentByHash = new Map<string, Content>();
  /** A class on cards of their own names the same shared row two hundred times. */
  const sharedRowByHash = new Map<string, SharedRow>();
  const share = createPartSharing();
  /** Shared rows that are stored, as far as this process knows. They are never deleted. */
  const storedRows = new Set<string>();
  const remember = (hash: string, content: Content): Content => keepNewest(contentByHash, MAX_CONTENTS, hash, content);
  const readBody = async (hash: string): Promise<string> => {
    const body = await storage.content(hash);
    if (body === null) throw new Error(`content ${hash} is not stored`);
    return body;
  };
  const readSharedRow = createReads(async (hash) => {
    const { scenarios: _none, ...parts } = share({ scenarios: [], ...sharedPartsOf(await readBody(hash)) });
    return keepNewest(sharedRowByHash, MAX_SHARED_ROWS, hash, parts);
  });
  const readContent = createReads(async (hash) => {
    const row = ownRowOf(await readBody(hash));
    if (!('with' in row)) return remember(hash, prepare(share(row)));
    const parts = sharedRowByHash.get(row.with) ?? (await readSharedRow(row.with));
    return remember(hash, prepare(share({ scenarios: row.scenarios, ...parts })));
  });
  return {
    get: async (hash) => {
      const known = contentByHash.get(hash);
      return known === undefined ? readContent(hash) : remember(hash, known);
    },
    ready: (hash, data) => remember(hash, contentByHash.get(hash) ?? prepare(share(data))),
    store: async (hash, data) => {
      const { own, shared } = rowsOf(hash, data);
      // First the row that the other names: a server that is killed in between leaves no content without it.
      if (shared !== null && !storedRows.has(shared.hash)) {
        await storage.putContent(shared.hash, shared.body);
        storedRows.add(shared.hash);
      }
      await storage.putContent(own.hash, own.body);
    },
  };
};

/** Reads by hash; who asks for what is being read waits for the same reading. */
const createReads = <T>(read: (hash: string) => Promise<T>): ((hash: string) => Promise<T>) => {
  const readings = new Map<string, Promise<T>>();
  return (hash) => {
    const reading = readings.get(hash) ?? read(hash).finally(() => readings.delete(hash));
    readings.set(hash, reading);
    return reading;
  };
};

/** Keeps an entry as the newest, and drops the oldest of more than `most`. */
const keepNewest = <T>(entries: Map<string, T>, most: number, key: string, value: T): T => {
  entries.delete(key);
  entries.set(key, value);
  const [oldest] = entries.keys();
  if (entries.size > most && oldest !== undefined) entries.delete(oldest);
  return value;
};
