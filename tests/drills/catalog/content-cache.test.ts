import { expect, test } from 'vitest';
import { createContentCache } from '#drills/catalog/content-cache.ts';
import type { ContentData } from '#engine/model/content.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { contentFor } from '#library/load.ts';
import { cardOfSeed } from '#library/variations/card.ts';
import { contentOfRow, rowsOf, sharedRowOf } from '#storage/stored-content.ts';
import { library } from '#tests/support/library.ts';

const onCard = (seed: number) => contentFor(library, ['promotion/coupon-stack'], cardOfSeed(seed));

/** Storage of contents alone, with what was written. */
const rowStorage = (rows = new Map<string, string>()) => {
  return {
    rows,
    content: async (hash: string) => rows.get(hash) ?? null,
    putContent: async (hash: string, body: string) => void (rows.has(hash) || rows.set(hash, body)),
  };
};

test('contents on other cards store most of their bytes once, and are read back as they were', async () => {
  const storage = rowStorage();
  const made = [1, 2, 3, 4].map(onCard);
  const writing = createContentCache(storage, prepare);
  for (const { hash, data } of made) await writing.store(hash, data);
  expect(storage.rows.size).toBe(made.length + 1);
  const bytes = [...storage.rows.values()].reduce((sum, body) => sum + body.length, 0);
  const whole = made.reduce((sum, { data }) => sum + JSON.stringify(data).length, 0);
  expect(bytes).toBeLessThan(whole * 0.6);
  const reading = createContentCache(storage, prepare);
  for (const { hash, data } of made) {
    expect(JSON.stringify((await reading.get(hash)).data)).toBe(JSON.stringify(data));
  }
});

test('what contents have in common is read once, and one content once by all who ask for it at the same time', async () => {
  const storage = rowStorage();
  const made = [1, 2, 3, 4].map(onCard);
  const writing = createContentCache(storage, prepare);
  for (const { hash, data } of made) await writing.store(hash, data);
  const read: string[] = [];
  const content = (hash: string): Promise<string | null> => {
    read.push(hash);
    return storage.content(hash);
  };
  const reading = createContentCache({ ...storage, content }, prepare);
  const contents = await Promise.all([...made, ...made].map(({ hash }) => reading.get(hash)));
  expect(read.toSorted()).toEqual([...storage.rows.keys()].toSorted());
  expect(contents[0]).toBe(contents[made.length]);
  expect(contents[1]?.data.rubric).toBe(contents[0]?.data.rubric);
});

test('a content that was stored whole, as before 0.9.1, is read', async () => {
  const { hash, data } = onCard(1);
  const cache = createContentCache(rowStorage(new Map([[hash, JSON.stringify(data)]])), prepare);
  expect(JSON.stringify((await cache.get(hash)).data)).toBe(JSON.stringify(data));
});

test('a school’s own quick replies stay in the content’s own row, which is deleted with the school', () => {
  const { hash, data } = onCard(1);
  const [shop, ...others] = data.shops;
  if (shop === undefined) throw new Error('no shop');
  const reply = { id: 'own:1', code: '1', group: '售前', title: '在的', text: '亲，在的', own: true as const };
  const own: ContentData = { ...data, shops: [{ ...shop, quickReplies: [...shop.quickReplies, reply] }, ...others] };
  const rows = rowsOf(hash, own);
  expect(rows.shared).toBeNull();
  expect(sharedRowOf(rows.own.body)).toBeNull();
  expect(contentOfRow(rows.own.body, null)).toEqual(JSON.parse(JSON.stringify(own)));
});

test('a content whose shared row is gone is told by name', async () => {
  const { hash, data } = onCard(1);
  const { own, shared } = rowsOf(hash, data);
  const cache = createContentCache(rowStorage(new Map([[own.hash, own.body]])), prepare);
  await expect(cache.get(hash)).rejects.toThrow(`content ${shared?.hash} is not stored`);
});
