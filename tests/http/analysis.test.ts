import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { type Analysis, analysisSchema } from '#contract/analysis.ts';
import { content, eventsOf, goldenCatalog } from '#tests/classroom/support/golden-class.ts';
import { get, post, type Room, resultsServer } from '#tests/http/support/results-world.ts';
import { codeOf, valueIn } from '#tests/http/support/test-server.ts';

const room = (results: 'published' | 'at-once' = 'published'): Promise<Room> =>
  resultsServer(
    [
      { name: '甲', drills: [eventsOf('poor')] },
      { name: '乙', drills: [eventsOf('model'), eventsOf('poor')] },
    ],
    results,
  );
const analysis = async (server: Room, path: string, cookie: string): Promise<Analysis> =>
  analysisSchema.parse(valueIn(await get(server, path, cookie)));

describe('service data', () => {
  test('of a run has every conversation of every attempt, with names for staff', async () => {
    const server = await room();
    const { run, rows, questions } = await analysis(server, 'runs/r1/analysis', server.teacher);
    expect(run).toBe('周三第一节');
    expect(rows.map(({ who }) => who)).toEqual(['甲', '乙', '乙']);
    expect(questions.length).toBeGreaterThan(0);
    expect(codeOf(await get(server, 'runs/r1/analysis', server.trainee))).toBe('not-signed-in');
  });

  test('says by which threshold it calls a first response late: the rubric’s first tier', async () => {
    const [tier, ...others] = content.rubric.tiers;
    if (tier === undefined) throw new Error('no tiers');
    const rubric = { ...content.rubric, tiers: [{ ...tier, passS: 25 }, ...others] };
    const server = await resultsServer([{ name: '甲', drills: [eventsOf('poor')] }], 'at-once', {
      ...goldenCatalog,
      data: { ...content, rubric },
    });
    expect((await analysis(server, 'runs/r1/analysis', server.teacher)).passS).toBe(25);
  });

  test('of the class comes to a trainee without names, once it may be read', async () => {
    const server = await room();
    expect(codeOf(await get(server, 'seats/seat1/analysis', server.trainee))).toBe('report-not-published');
    await post(server, 'runs/r1/publish', server.teacher, { published: true });
    const { rows } = await analysis(server, 'seats/seat1/analysis', server.trainee);
    expect(rows.map(({ who }) => who)).toEqual(['我', '同学 1', '同学 1']);
    expect(codeOf(await get(server, 'seats/seat1/analysis', server.stranger))).toBe('unknown-seat');
  });

  test('of one’s own leaves out drills whose report can’t be read yet', async () => {
    const server = await room();
    expect((await analysis(server, 'analysis', server.trainee)).rows).toEqual([]);
    await post(server, 'runs/r1/publish', server.teacher, { published: true });
    expect((await analysis(server, 'analysis', server.trainee)).rows).toHaveLength(1);
    expect((await analysis(server, 'analysis', server.stranger)).rows).toEqual([]);
  });

  test('can be downloaded as a workbook with numbers as numbers', async () => {
    const server = await room();
    const response = await fetch(`${server.url}/api/runs/r1/analysis.xlsx`, { headers: { cookie: server.teacher } });
    const sheets = await readXlsxFile(Buffer.from(await response.arrayBuffer()));
    const data = sheets[0]?.data ?? [];
    expect(data).toHaveLength(4);
    expect(data[0]?.slice(0, 3)).toEqual(['谁', '日期', '客户']);
    const { rows } = await analysis(server, 'runs/r1/analysis', server.teacher);
    expect(data[1]?.[data[0]?.indexOf('平均响应(秒)') ?? -1]).toBe(rows[0]?.meanS);
  });
});
