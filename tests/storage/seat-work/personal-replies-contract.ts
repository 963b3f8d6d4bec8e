import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Storage } from '#storage/storage.ts';
import type { StoredPersonalReply } from '#storage/together/personal-replies.ts';

export const aPersonalReply = (id: string, over: Partial<StoredPersonalReply> = {}): StoredPersonalReply => ({
  ...{ id, code: '', title: `标题${id}`, text: `话术${id}的内容`, rev: 1, at: 1000, ...over },
});

/** What every backend must do with the quick replies that a person keeps. `open` gives an empty storage. */
export const personalRepliesContract = (backend: string, open: () => Promise<Storage>): void => {
  describe(`personal replies contract on ${backend}`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await open();
    });
    afterEach(() => storage.close());

    test('a person has those that were put last, in their order, and nobody else’s [Q80]', async () => {
      const { personalReplies } = storage;
      expect(await personalReplies.ofPerson('p1')).toEqual([]);
      const wide = aPersonalReply('b', { code: 'kd', text: '亲，"稍等"\n{买家昵称}😀', rev: 3 });
      await personalReplies.put('p1', [aPersonalReply('a'), wide]);
      await personalReplies.put('p2', [aPersonalReply('a', { title: '别人的' })]);
      await personalReplies.put('p1', [wide, aPersonalReply('c')]);
      expect(await personalReplies.ofPerson('p1')).toEqual([wide, aPersonalReply('c')]);
      expect(await personalReplies.ofPerson('p2')).toEqual([aPersonalReply('a', { title: '别人的' })]);
      await personalReplies.put('p1', []);
      expect(await personalReplies.ofPerson('p1')).toEqual([]);
    });
  });
};
