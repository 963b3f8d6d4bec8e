import { describe, expect, test } from 'vitest';
import { differences, durationText, usualInjected } from '#classroom/exports/comparable.ts';
import { runResults } from '#classroom/results/results.ts';
import { addRuling, undoRuling } from '#classroom/review/rulings.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { eventsOf, storeDrill } from '#tests/classroom/support/golden-class.ts';
import { resultsRoom } from '#tests/classroom/support/results-room.ts';
import { aResult } from '#tests/storage/results-contract.ts';

const model = eventsOf('model');
const poor = eventsOf('poor');
const silent = eventsOf('silent');
/** The same log with a connection lost for `ms` right after the start. */
const lost = (events: readonly DrillEvent[], ms: number): DrillEvent[] =>
  events.flatMap((event): DrillEvent[] =>
    event.kind === 'clock-started'
      ? [
          event,
          { kind: 'clock-stopped', at: event.at, why: 'connection' },
          { kind: 'clock-started', at: event.at, why: 'connection', stoppedMs: ms },
        ]
      : [event],
  );

describe('a run’s results', () => {
  test('count the best attempt and list the others', async () => {
    const room = await resultsRoom([{ name: '张小明', drills: [poor, model, silent] }]);
    const { seats } = await runResults(room, room.run);
    const [seat] = seats;
    expect(seat).toMatchObject({ drill: 'd1-2', comparable: true, notes: [], lateMs: 0, joined: true });
    expect(seat?.attempts.map(({ drill, state }) => [drill, state])).toEqual([
      ['d1-1', 'ended'],
      ['d1-2', 'ended'],
      ['d1-3', 'ended'],
    ]);
    expect(seat?.result?.score).toBe(Math.max(...(seat?.attempts.map(({ score }) => score ?? 0) ?? [])));
  });

  test('leave late, disconnected and absent seats out of the averages, and say why', async () => {
    const room = await resultsRoom([
      { name: '甲', drills: [model] },
      { name: '乙', drills: [poor], lateMs: 252_000 },
      { name: '丙', drills: [lost(poor, 80_000)] },
      { name: '丁', joined: false },
      { name: '戊' },
      { name: '己', drills: [model], lateMs: 60_000 },
    ]);
    const { seats, figures } = await runResults(room, room.run);
    expect(seats.map(({ name, comparable, notes }) => [name, comparable, notes])).toEqual([
      ['甲', true, []],
      ['乙', false, ['迟到 4 分 12 秒']],
      ['丙', false, ['断线 1 分 30 秒']],
      ['丁', false, ['没有进来']],
      ['戊', false, ['没有开始演练']],
      ['己', true, []],
    ]);
    const score = seats[0]?.result?.score ?? 0;
    expect(figures).toMatchObject({ n: 2, leftOut: 3, mean: score, median: score, passed: 2, excellent: 2 });
    expect(figures.dimensions.find((d) => d.id === 'response')?.percent).toBe(100);
  });

  test('count faults by seats', async () => {
    const room = await resultsRoom([
      { name: '甲', drills: [poor] },
      { name: '乙', drills: [poor] },
      { name: '丙', drills: [model] },
    ]);
    const { seats, figures } = await runResults(room, room.run);
    const own = seats[0]?.result?.faults ?? [];
    expect(own.length).toBeGreaterThan(1);
    for (const fault of own) {
      const all = figures.faults.find((f) => f.code === fault.code);
      expect(all).toMatchObject({ seats: 2, count: fault.count * 2 });
    }
    expect(figures.mean).toBe(Math.round((seats.reduce((sum, s) => sum + (s.result?.score ?? 0), 0) / 3) * 10) / 10);
  });

  test('make a result that a crash left out when it is asked for, and never count an answer to a replay task', async () => {
    const room = await resultsRoom([{ name: '甲', drills: [poor] }]);
    await storeDrill(room.storage, 'redo1', 1, model, 'o1');
    expect(await room.storage.results.result('d1-1')).toBeNull();
    const { seats } = await runResults(room, room.run);
    expect(seats[0]?.attempts).toHaveLength(1);
    expect(await room.storage.results.result('d1-1')).toEqual(seats[0]?.result);
    expect((await room.storage.drill('d1-1'))?.score).toBe(seats[0]?.result?.score);
  });
});

describe('a note on a seat that can’t be compared', () => {
  const standing = { joined: true, attempts: 1, running: false, lateMs: 0, injected: 0, result: aResult(70) };

  test('tells how late the trainee came and how many customers there was time for', () => {
    const result = { ...aResult(70), came: 2, planned: 3 };
    expect(differences({ ...standing, lateMs: 252_000, result }, 0)).toEqual(['迟到 4 分 12 秒，只接到 2 / 3 位客户']);
    expect(differences({ ...standing, lateMs: 60_000, result }, 0)).toEqual([]);
  });

  test('tells how many injected customers more or fewer than the others’ came', () => {
    const injected = (n: number) => ({ ...standing, injected: n });
    expect(usualInjected([injected(1), injected(1), injected(0)])).toBe(1);
    expect(usualInjected([injected(1), injected(0)])).toBe(0);
    expect(differences(injected(2), 1)).toEqual(['比别人多接 1 位突发客户']);
    expect(differences(injected(0), 1)).toEqual(['比别人少接 1 位突发客户']);
  });

  test('says nothing of a freeze, which all seats had alike', () => {
    expect(differences({ ...standing, result: { ...aResult(70), frozenMs: 300_000 } }, 0)).toEqual([]);
  });

  test('tells times as people say them: 4 分 12 秒', () => {
    expect([durationText(12_000), durationText(60_000), durationText(252_400)]).toEqual([
      '12 秒',
      '1 分 0 秒',
      '4 分 12 秒',
    ]);
  });
});

describe('rulings', () => {
  test('[M3] change score and result at once, and undoing brings both back', async () => {
    const room = await resultsRoom([{ name: '甲', drills: [poor] }]);
    const before = await room.runner.report('d1-1');
    if (!before.ok) throw new Error(before.error.code);
    const fault = before.value.findings.find((f) => f.severity !== 'merit' && f.marks > 0);
    const ruled = await addRuling(room, 'd1-1', 'wang', {
      finding: fault?.key ?? '',
      verdict: 'dismissed',
      reason: '客户说的是另一件事',
    });
    if (!ruled.ok) throw new Error(ruled.error.code);
    expect(ruled.value.score).toBeGreaterThan(before.value.score);
    expect((await room.storage.drill('d1-1'))?.score).toBe(ruled.value.score);
    expect(await room.storage.results.result('d1-1')).toMatchObject({
      score: ruled.value.score,
      machineScore: before.value.score,
    });
    const [stored] = await room.storage.results.rulings('d1-1');
    expect(stored).toMatchObject({ by: 'wang', finding: fault?.key, reason: '客户说的是另一件事', undoneBy: null });
    expect(stored?.title).toContain(fault?.title);
    expect(ruled.value.findings.find((f) => f.key === fault?.key)?.ruling).toMatchObject({
      by: '王老师',
      verdict: 'dismissed',
    });
    const { seats } = await runResults(room, room.run);
    expect(seats[0]?.rulings).toBe(1);

    const undone = await undoRuling(room, 'd1-1', stored?.id ?? '', 'wang');
    expect(undone).toEqual(before);
    expect(await room.storage.results.rulings('d1-1')).toMatchObject([{ undoneBy: 'wang' }]);
    expect((await room.storage.drill('d1-1'))?.score).toBe(before.value.score);
  });

  test('are refused for a finding or ruling that doesn’t exist', async () => {
    const room = await resultsRoom([{ name: '甲', drills: [poor] }]);
    const wrong = await addRuling(room, 'd1-1', 'wang', {
      finding: 'vague@c9:1',
      verdict: 'dismissed',
      reason: '没有这回事',
    });
    expect(wrong).toMatchObject({ ok: false, error: { code: 'unknown-finding' } });
    expect(await undoRuling(room, 'd1-1', 'nothing', 'wang')).toMatchObject({ error: { code: 'unknown-ruling' } });
    expect(await room.storage.results.rulings('d1-1')).toEqual([]);
  });
});
