import { describe, expect, test } from 'vitest';
import { runResults } from '#classroom/results/results.ts';
import { addRuling, undoRuling } from '#classroom/review/rulings.ts';
import { eventsOf } from '#tests/classroom/support/golden-class.ts';
import { resultsRoom } from '#tests/classroom/support/results-room.ts';

/** A class of one, its report read once: score and result are stored. */
const reported = async () => {
  const room = await resultsRoom([{ name: '甲', drills: [eventsOf('poor')] }]);
  const report = await room.runner.report('d1-1');
  if (!report.ok) throw new Error(report.error.code);
  const score = async (): Promise<unknown> => (await runResults(room, room.run)).seats[0]?.result?.score;
  return { room, before: report.value.score, score };
};
const SET = { finding: null, verdict: 'score' as const, score: 91, reason: '当堂说清了' };
const killed = { report: async () => ({ ok: false as const, error: { code: 'internal' as const, message: '' } }) };

describe('when the server is killed between a ruling and its result', () => {
  test('the results show the ruling all the same', async () => {
    const { room, score } = await reported();
    let calls = 0;
    const runner = { report: async (id: string) => (calls++ === 0 ? await room.runner.report(id) : killed.report()) };
    await addRuling({ ...room, runner }, 'd1-1', 'wang', SET);
    expect(await score()).toBe(91);
    expect((await room.storage.drill('d1-1'))?.score).toBe(91);
  });

  test('the results show an undone ruling as undone', async () => {
    const { room, before, score } = await reported();
    await addRuling(room, 'd1-1', 'wang', SET);
    const [ruling] = await room.storage.results.rulings('d1-1');
    await undoRuling({ ...room, runner: killed }, 'd1-1', ruling?.id ?? '', 'wang');
    expect(await score()).toBe(before);
  });
});
