import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DESK_COLUMNS, type DeskFigures, type DrillResult } from '#contract/results.ts';
import type { StoredRuling } from '#storage/results.ts';
import type { DrillPlace, Storage } from '#storage/storage.ts';
import { append, row } from './contract.ts';

const isFigure = (entries: [string, number | null][]): DeskFigures =>
  // Built from the list of columns itself, so none is missing.
  Object.fromEntries(entries) as DeskFigures;
const figures = isFigure(DESK_COLUMNS.map((column) => [column, null]));

export const aResult = (score: number): DrillResult => ({
  score,
  range: [score, score],
  grade: 'pass',
  machineScore: score,
  cappedBy: null,
  dimensions: [],
  figures,
  faults: [],
  merits: 0,
  unsure: 0,
  trade: { paid: 0, enquirers: 0, sales: 0, buyers: 0, satisfied: 0, rated: 0 },
  interruptedRounds: 0,
  lostMs: 0,
  frozenMs: 0,
  injected: 0,
  came: 1,
  planned: 1,
  drillMs: 60_000,
  why: 'finished',
});

export const aRuling = (id: string, over: Partial<StoredRuling> = {}): StoredRuling => ({
  id,
  drill: 'd1',
  finding: 'vague@c1:3000',
  point: null,
  verdict: 'dismissed',
  score: null,
  title: '含糊',
  reason: '说清了',
  example: false,
  by: 'p1',
  at: 100,
  undoneBy: null,
  undoneAt: null,
  ...over,
});

const place = (run: string): DrillPlace => ({ school: 's', run, seat: 'seat', person: null, redo: null });

/** What every backend must do with results and rulings. `open` gives an empty storage. */
export const resultsContract = (backend: string, open: () => Promise<Storage>): void => {
  describe(`results on ${backend}`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await open();
      for (const [id, run] of [['d1', 'r1'] as const, ['d2', 'r1'] as const, ['d3', 'r2'] as const]) {
        await storage.createDrill(row(id, { place: place(run) }));
        await storage.appendAll([append(id, 0)]);
      }
    });
    afterEach(() => storage.close());

    test('keeps one result for each drill, the latest', async () => {
      expect(await storage.results.result('d1')).toBeNull();
      await storage.results.putResult('d1', 10, aResult(70));
      await storage.results.putResult('d1', 20, aResult(75));
      expect(await storage.results.result('d1')).toEqual(aResult(75));
    });

    test('a ruling, and its undoing, delete the result that is now out of date', async () => {
      for (const drill of ['d1', 'd2']) await storage.results.putResult(drill, 10, aResult(70));
      await storage.results.addRuling(aRuling('a'));
      expect(await storage.results.result('d1')).toBeNull();
      await storage.results.putResult('d1', 20, aResult(75));
      await storage.results.undoRuling('a', 'p2', 200);
      expect(await storage.results.result('d1')).toBeNull();
      expect(await storage.results.result('d2')).toEqual(aResult(70));
    });

    test('gives the results of a run and of no other', async () => {
      await storage.results.putResult('d1', 10, aResult(70));
      await storage.results.putResult('d3', 10, aResult(80));
      expect([...(await storage.results.resultsOfRun('r1'))]).toEqual([['d1', aResult(70)]]);
      expect((await storage.results.resultsOfRun('nowhere')).size).toBe(0);
    });

    test('keeps every ruling, oldest first, undone ones too', async () => {
      await storage.results.addRuling(aRuling('a'));
      await storage.results.addRuling(aRuling('b', { finding: null, verdict: 'score', score: 61.5, at: 90 }));
      await storage.results.addRuling(aRuling('c', { drill: 'd2' }));
      await storage.results.undoRuling('a', 'p2', 200);
      await storage.results.undoRuling('a', 'p3', 300);
      expect(await storage.results.rulings('d1')).toEqual([
        aRuling('b', { finding: null, verdict: 'score', score: 61.5, at: 90 }),
        aRuling('a', { undoneBy: 'p2', undoneAt: 200 }),
      ]);
      expect([...(await storage.results.rulingCounts('r1'))]).toEqual([
        ['d1', 1],
        ['d2', 1],
      ]);
      expect((await storage.results.rulingCounts('r2')).size).toBe(0);
    });

    test('gives the rulings on points in force, of one run or of all, since a moment', async () => {
      const onPoint = (id: string, over: Partial<StoredRuling> = {}): StoredRuling => {
        const point = { conversation: 'c1', point: 'size', turn: 2 };
        return aRuling(id, { finding: null, point, verdict: 'covered', example: true, reason: '', ...over });
      };
      await storage.results.addRuling(onPoint('b', { at: 20 }));
      await storage.results.addRuling(onPoint('a', { at: 10, drill: 'd3' }));
      await storage.results.addRuling(onPoint('c', { at: 30 }));
      await storage.results.addRuling(aRuling('d'));
      await storage.results.undoRuling('c', 'p2', 40);
      const ids = async (run: string | null, since = 0): Promise<string[]> =>
        (await storage.results.pointRulings(run, since)).map(({ id }) => id);
      expect(await storage.results.rulings('d3')).toEqual([onPoint('a', { at: 10, drill: 'd3' })]);
      expect([await ids(null), await ids('r1'), await ids(null, 20), await ids(null, 21)]).toEqual([
        ['a', 'b'],
        ['b'],
        ['b'],
        [],
      ]);
    });

    test('keeps the latest proposal for each place, or none', async () => {
      const place = { conversation: 'c1', point: 'size', turn: 2 };
      await storage.results.propose('d1', 10, { ...place, said: true });
      await storage.results.propose('d1', 11, { ...place, turn: 3, said: true });
      await storage.results.propose('d1', 12, { ...place, said: false });
      expect(await storage.results.proposals('d1')).toEqual([
        { ...place, turn: 3, said: true },
        { ...place, said: false },
      ]);
      expect(await storage.results.proposals('d2')).toEqual([]);
      await storage.results.propose('d1', 13, { ...place, said: null });
      expect(await storage.results.proposals('d1')).toEqual([{ ...place, turn: 3, said: true }]);
    });
  });
};
