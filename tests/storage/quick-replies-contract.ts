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
export function quickRepliesContract(backend: string, open: () => Promise<Storage>): void {
  describe(`quick replies contract on ${backend}`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await open();
    });
    afterEach(() => storage.close());

    test('keeps every version as it was saved, newest first', () => {
      const { quickReplies } = storage;
      expect(quickReplies.versions('s1', 'suibu')).toEqual([]);
      expect(quickReplies.add(version(1), [reply('a')])).toBe(true);
      const second = version(2, { kind: 'restored', restores: 1, count: 2, added: 0, changed: 1, removed: 3 });
      expect(quickReplies.add(second, [reply('a', { text: '改过的' }), reply('b')])).toBe(true);
      expect(quickReplies.versions('s1', 'suibu')).toEqual([second, version(1)]);
      expect(quickReplies.replies('s1', 'suibu', 1)).toEqual([reply('a')]);
      expect(quickReplies.replies('s1', 'suibu', 2)?.map(({ code }) => code)).toEqual(['a', 'b']);
      expect(quickReplies.replies('s1', 'suibu', 3)).toBeNull();
    });

    test('of two saves at once refuses the second, and stores nothing of it', () => {
      const { quickReplies } = storage;
      expect(quickReplies.add(version(1), [reply('a')])).toBe(true);
      expect(quickReplies.add(version(1, { by: 'p2' }), [reply('b')])).toBe(false);
      expect(quickReplies.versions('s1', 'suibu')).toEqual([version(1)]);
      expect(quickReplies.replies('s1', 'suibu', 1)).toEqual([reply('a')]);
    });

    test('gives the newest of each shop, and nothing of another school', () => {
      const { quickReplies } = storage;
      quickReplies.add(version(1), [reply('a')]);
      quickReplies.add(version(2), [reply('b')]);
      const other = version(1, { shop: 'guchui' });
      quickReplies.add(other, [reply('c')]);
      quickReplies.add(version(1, { school: 's2' }), [reply('d')]);
      expect(quickReplies.newest('s1')).toEqual([other, version(2)]);
      expect(quickReplies.newest('s3')).toEqual([]);
      expect(quickReplies.versions('s2', 'suibu')).toEqual([version(1, { school: 's2' })]);
      expect(quickReplies.replies('s2', 'suibu', 2)).toBeNull();
    });
  });
}
