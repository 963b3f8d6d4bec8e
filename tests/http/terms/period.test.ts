/** A class's report over any days, and who has been silent for how long, over HTTP. */
import { describe, expect, test } from 'vitest';
import { dayOf } from '#classroom/exports/local-time.ts';
import type { PeriodReport } from '#contract/terms/period.ts';
import { get } from '#tests/http/support/results-world.ts';
import { codeOf, valueIn } from '#tests/http/support/test-server.ts';
import { type TermRoom, termRoom } from './term-room.ts';

const DAYS = 'from=2026-11-16&to=2026-11-27';

const publishedRoom = async (): Promise<TermRoom> => {
  const room = await termRoom();
  const run = await room.storage.runs.run('r1');
  if (run !== null) await room.storage.runs.changeRun({ ...run, publishedAt: 1 });
  return room;
};
const reportIn = async (room: TermRoom, days = DAYS, cookie = room.teacher) =>
  valueIn(await get(room, `classes/c1/report?${days}`, cookie)) as PeriodReport;

describe('a class’s report over any days', () => {
  test('counts what is over and published in these days, each trainee once [A21]', async () => {
    const room = await termRoom();
    const before = await reportIn(room);
    expect(before).toMatchObject({ waiting: 1, runs: [], cases: [], figures: { n: 0, mean: null } });
    const published = await publishedRoom();
    const report = await reportIn(published, DAYS, published.mentor);
    expect(report).toMatchObject({ class: { name: '2403 班' }, from: '2026-11-16', to: '2026-11-27', waiting: 0 });
    expect(report.figures).toMatchObject({ n: 1, passed: 1 });
    expect(report.runs).toMatchObject([{ run: 'r1', kind: 'lesson', form: 'lesson', trainees: 1, of: 2 }]);
    expect(report.runs[0]?.mean).toBe(report.figures.mean);
    expect(report.spread.reduce((a, b) => a + b, 0)).toBe(1);
    const of = (name: string) => report.members.find((member) => member.name === name);
    expect(of('甲')).toMatchObject({ drills: 1, missed: 0, held: 1, mean: report.figures.mean });
    expect(of('乙')).toMatchObject({ drills: 0, missed: 1, held: 1, mean: null });
    expect(report.help.seats).toMatchObject([{ name: '乙', why: expect.stringContaining('没来') }]);
    expect(report.well.seats).toMatchObject([{ name: '甲' }]);
    expect((await reportIn(published, 'from=2026-11-21&to=2026-11-27')).runs).toEqual([]);
  });

  test('says since when each has done nothing, whatever the days [A20]', async () => {
    const room = await publishedRoom();
    const { members } = await reportIn(room, 'from=2026-11-21&to=2026-11-22');
    expect(members.map(({ name, last }) => [name, last?.kind ?? null])).toEqual([
      ['乙', null],
      ['甲', 'lesson'],
    ]);
    expect(members[0]?.silentDays).toBeNull();
    // Handed-in practice is shown to the class; what nobody was shown isn't told.
    const at = Date.parse('2026-11-25T20:00:00');
    const handedIn = { school: 's1', classId: 'c1', run: 'r1', seat: 'seat2', to: 'class' as const };
    await room.storage.handedIn.add({ drill: 'd1-1', ...handedIn, titles: ['还价'], at });
    const [first, second] = (await reportIn(room)).members;
    expect([first?.name, second?.name]).toEqual(['甲', '乙']);
    expect(second?.last).toEqual({ at, kind: 'handed-in', name: '还价' });
    const days = (Date.parse(dayOf(Date.now())) - Date.parse('2026-11-25')) / 86_400_000;
    expect(second?.silentDays).toBe(Math.max(0, days));
  });

  test('refuses wrong days, another’s class and who isn’t staff; its file names who is silent [A22]', async () => {
    const room = await publishedRoom();
    expect(codeOf(await get(room, 'classes/c1/report?from=2026-11-27&to=2026-11-16', room.teacher))).toBe(
      'bad-request',
    );
    expect(codeOf(await get(room, 'classes/c1/report?from=2020-01-01&to=2026-11-16', room.teacher))).toBe(
      'bad-request',
    );
    expect(codeOf(await get(room, 'classes/c1/report?from=soon', room.teacher))).toBe('bad-request');
    expect(codeOf(await get(room, 'classes/none/report', room.teacher))).toBe('unknown-class');
    expect(codeOf(await get(room, 'classes/c1/report', room.stranger))).toBe('not-signed-in');
    const url = `${room.url}/api/classes/c1/report.xlsx?${DAYS}&silent=3`;
    const file = await fetch(url, { headers: { cookie: room.teacher } });
    expect(decodeURIComponent(file.headers.get('content-disposition') ?? '')).toContain(
      '班级报告-2403 班-2026-11-27.xlsx',
    );
    expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(2000);
    await expect
      .poll(async () => (await room.storage.audit.after(0, 99)).at(-1))
      .toMatchObject({ kind: 'data-exported', details: { what: 'class-report' } });
  });
});
