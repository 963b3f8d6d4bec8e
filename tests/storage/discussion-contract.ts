import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AppealClosing, CommentRow, RulingEffect, StoredAppeal } from '#storage/discussion.ts';
import type { Storage } from '#storage/storage.ts';
import { append, row } from './contract.ts';
import { aResult, aRuling } from './results-contract.ts';

const FINDING = { kind: 'finding', finding: 'vague@c1:3000' } as const;
const POINT = { kind: 'point', point: { conversation: 'c1', point: 'size', turn: 2 } } as const;

export const aComment = (id: string, over: Partial<CommentRow> = {}): CommentRow => ({
  ...{
    id,
    comment: id,
    drill: 'd1',
    place: FINDING,
    title: '含糊',
    kind: 'written',
    text: '看这里',
    by: 'p1',
    at: 100,
  },
  ...over,
});
type Opened = Omit<StoredAppeal, 'closing'>;
export const anAppeal = (id: string, over: Partial<Opened> = {}): Opened => ({
  ...{ id, drill: 'd1', place: FINDING, title: '含糊', text: '我说了瓦数', at: 100 },
  ...over,
});
const closing = (over: Partial<AppealClosing> = {}): AppealClosing => ({
  ...{ how: 'kept', by: 'p1', at: 200, reason: '瓦数没有说', ruling: null },
  ...over,
});

/** What every backend must do with comments, appeals and the effects of rulings. `open` gives an empty storage. */
export const discussionContract = (backend: string, open: () => Promise<Storage>): void => {
  describe(`discussion on ${backend}`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await open();
      for (const [id, run] of [['d1', 'r1'] as const, ['d2', 'r1'] as const, ['d3', 'r2'] as const]) {
        await storage.createDrill(row(id, { place: { school: 's', run, seat: 'seat', person: null, redo: null } }));
        await storage.appendAll([append(id, 0)]);
      }
    });
    afterEach(() => storage.close());

    test('keeps every writing, editing and deleting of a comment, oldest first', async () => {
      const { discussion } = storage;
      const written = aComment('n1', { place: { kind: 'turn', message: 'm7' }, at: 10 });
      const edited = { ...written, id: 'n2', kind: 'edited' as const, text: '再看', at: 20 };
      const deleted = { ...written, id: 'n3', kind: 'deleted' as const, text: '', at: 30 };
      for (const one of [deleted, written, edited]) await discussion.addComment(one);
      await discussion.addComment(aComment('n4', { drill: 'd2' }));
      expect(await discussion.comments('d1')).toEqual([written, edited, deleted]);
      expect(await discussion.comments('nowhere')).toEqual([]);
    });

    test('has one open appeal at a place, whatever the order of the place’s fields', async () => {
      const { discussion } = storage;
      expect(await discussion.addAppeal(anAppeal('q1'))).toBe(true);
      expect(await discussion.addAppeal(anAppeal('q2'))).toBe(false);
      expect(await discussion.addAppeal(anAppeal('q3', { drill: 'd2' }))).toBe(true);
      expect(await discussion.addAppeal(anAppeal('q4', { place: POINT }))).toBe(true);
      const turned = { point: { turn: 2, point: 'size', conversation: 'c1' }, kind: 'point' as const };
      expect(await discussion.addAppeal(anAppeal('q5', { place: turned }))).toBe(false);
      expect(await discussion.appeals('d1')).toEqual([
        { ...anAppeal('q1'), closing: null },
        { ...anAppeal('q4', { place: POINT }), closing: null },
      ]);
      expect(await discussion.closeAppeal('q1', closing())).toBe(true);
      expect(await discussion.addAppeal(anAppeal('q6'))).toBe(true);
    });

    test('an appeal is closed once, and the first closing stays', async () => {
      const { discussion } = storage;
      await discussion.addAppeal(anAppeal('q1'));
      expect(await discussion.closeAppeal('q1', closing())).toBe(true);
      expect(await discussion.closeAppeal('q1', closing({ how: 'withdrawn', by: null, at: 300 }))).toBe(false);
      expect(await discussion.closeAppeal('nothing', closing())).toBe(false);
      expect(await discussion.appeals('d1')).toEqual([{ ...anAppeal('q1'), closing: closing() }]);
    });

    test('gives the open appeals of a run and of no other', async () => {
      const { discussion } = storage;
      await discussion.addAppeal(anAppeal('q2', { drill: 'd2', at: 20 }));
      await discussion.addAppeal(anAppeal('q1', { at: 10 }));
      await discussion.addAppeal(anAppeal('q3', { drill: 'd3' }));
      await discussion.addAppeal(anAppeal('q4', { place: POINT, at: 5 }));
      await discussion.closeAppeal('q4', closing());
      expect((await discussion.openAppeals('r1')).map(({ id }) => id)).toEqual(['q1', 'q2']);
      expect(await discussion.openAppeals('nowhere')).toEqual([]);
    });

    test('a ruling and the closing of its appeal are stored together or not at all', async () => {
      const { discussion, results } = storage;
      await discussion.addAppeal(anAppeal('q1'));
      await results.putResult('d1', 10, aResult(70));
      expect(await discussion.rule(aRuling('g1'), FINDING, 'changed', 'another')).toBe(false);
      expect(await results.rulings('d1')).toEqual([]);
      expect(await results.result('d1')).toEqual(aResult(70));
      expect(await discussion.rule(aRuling('g1'), FINDING, 'changed', 'q1')).toBe(true);
      expect(await results.result('d1')).toBeNull();
      const by = closing({ how: 'changed', at: 100, reason: '说清了', ruling: 'g1' });
      expect(await discussion.appeals('d1')).toEqual([{ ...anAppeal('q1'), closing: by }]);
      expect(await discussion.rule(aRuling('g2'), FINDING, 'changed', 'q1')).toBe(false);
      expect(await results.rulings('d1')).toEqual([aRuling('g1')]);
    });

    test('a ruling that names no appeal closes the open one at its place, and no other', async () => {
      const { discussion } = storage;
      await discussion.addAppeal(anAppeal('q1'));
      await discussion.addAppeal(anAppeal('q2', { place: { kind: 'report' } }));
      expect(await discussion.rule(aRuling('g1'), FINDING, 'kept', null)).toBe(true);
      expect((await discussion.appeals('d1')).map(({ id, closing: end }) => [id, end?.how])).toEqual([
        ['q1', 'kept'],
        ['q2', undefined],
      ]);
    });

    test('keeps the effect of a ruling and of its undoing, the first of each', async () => {
      const { discussion } = storage;
      const score = (n: number) => ({ kind: 'score' as const, score: n });
      const effect: RulingEffect = {
        ...{ ruling: 'g1', deed: 'ruled', change: { from: score(70), to: score(75) }, total: { from: 70, to: 75 } },
      };
      const undone: RulingEffect = { ...effect, deed: 'undone', change: null };
      await discussion.addEffect('d1', effect);
      await discussion.addEffect('d1', { ...effect, total: { from: 1, to: 2 } });
      await discussion.addEffect('d1', undone);
      expect(await discussion.effects('d1')).toEqual([effect, undone]);
      expect(await discussion.effects('d2')).toEqual([]);
    });
  });
};
