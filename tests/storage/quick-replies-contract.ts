import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SchoolQuickReply } from '#contract/quick-replies.ts';
import type { StoredReplyVersion } from '#storage/quick-replies.ts';
import type { Storage } from '#storage/storage.ts';

export const reply = (code: string, over: Partial<SchoolQuickReply> = {}): SchoolQuickReply => ({
  code,
  group: '售后',
  title: `标题${code}`,
  text: `话术${code}的内容`,
  ...over,
});
export const version = (number: number, over: Partial<StoredReplyVersion> = {}): StoredReplyVersion => ({
  school: 's1',
  shop: 'suibu',
  version: number,
  kind: 'replaced',
  restores: null,
  count: 1,
  added: 1,
  changed: 0,
  removed: 0,
  by: 'p1',
  at: 1000 + number,
  ...over,
});

/** What every backend must do with a school's own quick replies. `open` gives an empty storage. */
export const quickRepliesContract = (backend: string, open: () => Promise<Storage>): void => {
  describe(`quick replies contract on ${backend}`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await open();
    });
    afterEach(() => storage.close());

    test('keeps every version as it was saved, newest first', async () => {
      const { quickReplies } = storage;
      expect(await quickReplies.versions('s1', 'suibu')).toEqual([]);
      expect(await quickReplies.add(version(1), [reply('a')])).toBe(true);
      const second = version(2, { kind: 'restored', restores: 1, count: 2, added: 0, changed: 1, removed: 3 });
      expect(await quickReplies.add(second, [reply('a', { text: '改过的' }), reply('b')])).toBe(true);
      expect(await quickReplies.versions('s1', 'suibu')).toEqual([second, version(1)]);
      expect(await quickReplies.replies('s1', 'suibu', 1)).toEqual([reply('a')]);
      expect((await quickReplies.replies('s1', 'suibu', 2))?.map(({ code }) => code)).toEqual(['a', 'b']);
      expect(await quickReplies.replies('s1', 'suibu', 3)).toBeNull();
    });

    test('of two saves at once refuses the second, and stores nothing of it', async () => {
      const { quickReplies } = storage;
      expect(await quickReplies.add(version(1), [reply('a')])).toBe(true);
      expect(await quickReplies.add(version(1, { by: 'p2' }), [reply('b')])).toBe(false);
      expect(await quickReplies.versions('s1', 'suibu')).toEqual([version(1)]);
      expect(await quickReplies.replies('s1', 'suibu', 1)).toEqual([reply('a')]);
    });

    test('gives the newest of each shop, and nothing of another school', async () => {
      const { quickReplies } = storage;
      await quickReplies.add(version(1), [reply('a')]);
      await quickReplies.add(version(2), [reply('b')]);
      const other = version(1, { shop: 'guchui' });
      await quickReplies.add(other, [reply('c')]);
      await quickReplies.add(version(1, { school: 's2' }), [reply('d')]);
      expect(await quickReplies.newest('s1')).toEqual([other, version(2)]);
      expect(await quickReplies.newest('s3')).toEqual([]);
      expect(await quickReplies.versions('s2', 'suibu')).toEqual([version(1, { school: 's2' })]);
      expect(await quickReplies.replies('s2', 'suibu', 2)).toBeNull();
    });
  });
};
