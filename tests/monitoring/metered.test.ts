import { describe, expect, test } from 'vitest';
import type { Meter } from '#common/meter.ts';
import { noMeter } from '#common/meter.ts';
import type { Judge } from '#drills/judging/judge.ts';
import type { JudgeAnswer } from '#engine/model/judge-request.ts';
import { meteredJudge, meteredStorage } from '#monitoring/metered.ts';
import { append, row } from '#tests/storage/contract.ts';
import { openReady } from '#tests/storage/support/open-ready.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';

type Asked = Parameters<Judge['judge']>;

describe('a metered storage', () => {
  test('tells how many appends were committed and how long it took, also where it failed', async () => {
    const storage = await openReady(tempFolder());
    const told: [number, number][] = [];
    const meter: Meter = { ...noMeter, appendsCommitted: (appends, ms) => void told.push([appends, ms]) };
    let now = 0;
    const metered = meteredStorage(storage, meter, () => {
      now += 7;
      return now;
    });
    await storage.createDrill(row('d1'));
    expect(await metered.appendAll([append('d1', 0), append('d1', 1)])).toHaveLength(2);
    expect(told).toEqual([[2, 7]]);
    await storage.close();
    await expect((async () => metered.appendAll([append('d1', 2)]))()).rejects.toThrow();
    expect(told).toEqual([
      [2, 7],
      [1, 7],
    ]);
  });
});

describe('a metered judge', () => {
  test('knows how many requests are open, whether it answers at once or later, well or not', async () => {
    const answers: { done(answer: JudgeAnswer): void; failed(error: Error): void }[] = [];
    let isPrompt = false;
    const { judge, waiting } = meteredJudge({
      // The answer's shape is the engine's concern: nothing here looks into it.
      judge: () => {
        if (isPrompt) throw new Error('at once');
        return new Promise((done, failed) => void answers.push({ done, failed }));
      },
      announceContent: () => {},
      close: async () => {},
    });
    const asked = [{}, {}] as unknown as Asked;
    const first = judge.judge(...asked);
    const second = judge.judge(...asked);
    expect(waiting()).toBe(2);
    answers[0]?.done({} as unknown as JudgeAnswer);
    await first;
    expect(waiting()).toBe(1);
    answers[1]?.failed(new Error('late'));
    await expect(second).rejects.toThrow('late');
    isPrompt = true;
    expect(() => judge.judge(...asked)).toThrow('at once');
    expect(waiting()).toBe(0);
  });
});
