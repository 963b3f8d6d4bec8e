import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { reportSchema } from '#contract/report.ts';
import type { ContentData } from '#engine/model/content.ts';
import { content, eventsOf, goldenCatalog, type SeatPlan, storeDrill } from '#tests/classroom/support/golden-class.ts';
import { get, post, type Room, reportOf, resultsServer } from '#tests/http/support/results-world.ts';
import { codeOf, valueIn } from '#tests/http/support/test-server.ts';

const poor = eventsOf('poor');
const model = eventsOf('model');
const room = (
  seats: readonly SeatPlan[] = [{ name: '甲', drills: [poor] }],
  results: 'published' | 'at-once' = 'published',
): Promise<Room> => resultsServer(seats, results);

describe('[M6] a report', () => {
  test('of a run that publishes later is refused to its trainee until then, and read by staff before', async () => {
    const server = await room();
    const { trainee, teacher, stranger } = server;
    const mine = async (): Promise<unknown> => valueIn(await get(server, 'drills', trainee));
    await reportOf(server, teacher);
    expect(codeOf(await get(server, 'drills/d1-1/report', trainee))).toBe('report-not-published');
    expect(await mine()).toMatchObject([{ id: 'd1-1', state: 'ended', score: null }]);
    expect(valueIn(await get(server, 'scenarios', trainee))).toMatchObject([{ done: 1, best: null }]);
    expect(codeOf(await get(server, 'drills/d1-1/report', stranger))).toBe('unknown-drill');

    expect(codeOf(await post(server, 'runs/r1/publish', trainee, { published: true }))).toBe('not-signed-in');
    expect(codeOf(await post(server, 'runs/r1/publish', teacher, { published: true }))).toBe('ok');
    const { score } = await reportOf(server, trainee);
    expect(await mine()).toMatchObject([{ score }]);
    expect(valueIn(await get(server, 'scenarios', trainee))).toMatchObject([{ best: score }]);

    expect(codeOf(await post(server, 'runs/r1/publish', teacher, { published: false }))).toBe('ok');
    expect(codeOf(await get(server, 'drills/d1-1/report', trainee))).toBe('report-not-published');
    expect((await server.storage.runs.log('r1')).map(({ kind, by }) => [kind, by])).toEqual([
      ['publish', 'wang'],
      ['unpublish', 'wang'],
    ]);
  });

  test('names its trainee to the trainee and to staff, and to nobody else', async () => {
    const server = await room();
    const run = { id: 'r1', no: '01', seatName: '甲', redo: false };
    for (const cookie of [server.trainee, server.teacher])
      expect(valueIn(await get(server, 'drills/d1-1', cookie))).toMatchObject({ id: 'd1-1', run });
    expect(codeOf(await get(server, 'drills/d1-1', server.stranger))).toBe('unknown-drill');
  });

  test('of a run that shows results at once is read at once, but a replay task’s answer never by its trainee', async () => {
    const server = await room([{ name: '甲', drills: [poor] }], 'at-once');
    await storeDrill(server.storage, 'o1-1', 1, model, 'o1');
    await reportOf(server, server.trainee);
    expect(codeOf(await get(server, 'drills/o1-1/report', server.trainee))).toBe('report-not-ready');
    expect(codeOf(await get(server, 'drills/o1-1/report', server.teacher))).toBe('ok');
  });

  test('keeps the time of the first publishing when it is published twice', async () => {
    const server = await room();
    const at = async (): Promise<unknown> =>
      valueIn(await post(server, 'runs/r1/publish', server.teacher, { published: true }));
    expect(await at()).toEqual(await at());
    expect(await server.storage.runs.log('r1')).toHaveLength(1);
  });
});

describe('a report by today’s rubric', () => {
  const half = { ...content.rubric.weights, response: 60, solving: 0, expression: 5 };
  const newer = { ...content.rubric, id: '2027-03', date: '2027-03-01', weights: half, cap: 40 };
  const later = (rubric: ContentData['rubric']): Promise<Room> =>
    resultsServer([{ name: '甲', drills: [poor] }], 'at-once', { ...goldenCatalog, data: { ...content, rubric } });

  test('is made on demand from the same log, and nothing is stored', async () => {
    const server = await later(newer);
    expect(codeOf(await get(server, 'drills/d1-1/report?rubric=current', server.trainee))).toBe('ok');
    expect([(await server.storage.drill('d1-1'))?.score, await server.storage.results.result('d1-1')]).toEqual([
      null,
      null,
    ]);
    const pinned = await reportOf(server, server.trainee);
    expect(pinned.rubric).toEqual({
      id: '2026-11',
      date: '2026-11-01',
      current: { id: '2027-03', date: '2027-03-01' },
    });
    const stored = [(await server.storage.drill('d1-1'))?.score, await server.storage.results.result('d1-1')];
    const rescored = await reportOf(server, server.trainee, '?rubric=current');
    expect(rescored.rubric).toEqual({ id: '2027-03', date: '2027-03-01', current: null });
    expect(rescored.dimensions.find((d) => d.id === 'response')?.weight).toBeGreaterThan(
      pinned.dimensions.find((d) => d.id === 'response')?.weight ?? 100,
    );
    expect(rescored.dimensions).not.toEqual(pinned.dimensions);
    expect(rescored.findings.map((f) => f.key)).toEqual(pinned.findings.map((f) => f.key));
    expect(rescored.transcript).toEqual(pinned.transcript);
    expect([(await server.storage.drill('d1-1'))?.score, await server.storage.results.result('d1-1')]).toEqual(stored);
    expect(await reportOf(server, server.trainee)).toEqual(pinned);
  });

  test('is offered for a rubric edited in place, and not where the rubric is the same', async () => {
    const edited = await reportOf(await later({ ...content.rubric, excellent: 90 }));
    expect(edited.rubric.current).toEqual({ id: '2026-11', date: '2026-11-01' });
    expect((await reportOf(await later(structuredClone(content.rubric)))).rubric.current).toBeNull();
  });

  test('is refused where the rubric lacks a rule for a finding, and for any other value than current', async () => {
    const findings = newer.findings.filter(({ code }) => !code.startsWith('late-') && !code.startsWith('merit:'));
    const server = await later({ ...newer, findings });
    const refused = await get(server, 'drills/d1-1/report?rubric=current', server.trainee);
    expect([refused.status, codeOf(refused)]).toEqual([409, 'rubric-not-compatible']);
    expect(refused.reply).toMatchObject({ error: { detail: 'late-first、late-round、merit:cross-sell 等 16 条' } });
    expect(codeOf(await get(server, 'drills/d1-1/report', server.trainee))).toBe('ok');
    expect(codeOf(await get(server, 'drills/d1-1/report?rubric=old', server.trainee))).toBe('bad-request');
  });

  test('[M6] waits for publishing like the report itself', async () => {
    const server = await room();
    expect(codeOf(await get(server, 'drills/d1-1/report?rubric=current', server.trainee))).toBe('report-not-published');
    expect(codeOf(await get(server, 'drills/d1-1/report?rubric=current', server.stranger))).toBe('unknown-drill');
  });
});

describe('rulings over HTTP', () => {
  test('are made by staff only, shown in the report, and undone', async () => {
    const server = await room();
    const { teacher, trainee } = server;
    const before = await reportOf(server, teacher);
    const fault = before.findings.find((f) => f.severity !== 'merit' && f.marks > 0);
    const body = { finding: fault?.key, verdict: 'dismissed', reason: '卡片昨天改过' };
    expect(codeOf(await post(server, 'drills/d1-1/rulings', trainee, body))).toBe('not-signed-in');
    const after = reportSchema.parse(valueIn(await post(server, 'drills/d1-1/rulings', teacher, body)));
    expect(after.score).toBeGreaterThan(before.score);
    expect(await reportOf(server, teacher)).toEqual(after);
    const ruling = after.findings.find((f) => f.key === fault?.key)?.ruling;
    expect(ruling).toMatchObject({ by: '王老师', reason: '卡片昨天改过' });
    expect(codeOf(await post(server, 'drills/d1-1/rulings/nothing/undo', teacher))).toBe('unknown-ruling');
    expect(valueIn(await post(server, `drills/d1-1/rulings/${ruling?.id}/undo`, teacher))).toEqual(before);
  });

  test('are refused without a reason, a score or a finding', async () => {
    const server = await room();
    const codes = async (body: unknown): Promise<string> =>
      codeOf(await post(server, 'drills/d1-1/rulings', server.teacher, body));
    expect(await codes({ finding: 'x', verdict: 'dismissed', reason: '' })).toBe('bad-request');
    expect(await codes({ finding: null, verdict: 'score', score: 101, reason: '加分' })).toBe('bad-request');
    expect(await codes({ finding: 'x', verdict: 'dismissed', reason: '没有的事' })).toBe('unknown-finding');
    expect(await codes({ finding: null, verdict: 'score', score: 61, reason: '补考' })).toBe('ok');
    expect((await reportOf(server, server.teacher)).ruled).toMatchObject({ score: 61, reason: '补考' });
  });
});

describe('everything made from a whole run', () => {
  test('is for staff of its school', async () => {
    const server = await room();
    for (const what of ['results', 'rulings', 'debrief', 'class-report', 'redo', 'export.xlsx']) {
      expect([what, codeOf(await get(server, `runs/r1/${what}`, server.trainee))]).toEqual([what, 'not-signed-in']);
      expect([what, codeOf(await get(server, `runs/r1/${what}`, server.teacher))]).toEqual([what, 'ok']);
      expect(codeOf(await get(server, `runs/r9/${what}`, server.teacher))).toBe('unknown-run');
    }
  });

  test('includes a workbook, which comes as a file named after the run', async () => {
    const server = await room();
    const response = await fetch(`${server.url}/api/runs/r1/export.xlsx`, { headers: { cookie: server.teacher } });
    expect(response.headers.get('content-type')).toContain('spreadsheetml');
    const name = `周三第一节-2026-11-20.xlsx`;
    expect(response.headers.get('content-disposition')).toContain(encodeURIComponent(name));
    const sheets = await readXlsxFile(Buffer.from(await response.arrayBuffer()));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['成绩', '赤兔指标', '公式', '改判记录']);
  });

  test('lets other requests through: 45 results at once hold them up no longer than one report', async () => {
    const seats = Array.from({ length: 45 }, (_, i) => ({ name: `学员${i}`, drills: [i % 3 === 0 ? model : poor] }));
    const server = await room(seats);
    let turns = 0;
    let watching = true;
    const watch = (): void => {
      turns += 1;
      if (watching) setImmediate(watch);
    };
    watch();
    const body = z
      .object({ seats: z.array(z.object({ result: z.object({ score: z.number() }) })) })
      .parse(valueIn(await get(server, 'runs/r1/results', server.teacher)));
    watching = false;
    expect(body.seats).toHaveLength(45);
    // Other work had its turn between any two results.
    expect(turns).toBeGreaterThanOrEqual(seats.length);
  });
});
