/** A shop's own service data over HTTP: read at the door, analysed by the school's people alone, renamed, deleted. */
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { type Analysis, analysisSchema } from '#contract/analysis.ts';
import type { ServiceTables, TablePreview } from '#contract/service-data/tables.ts';
import { hashOf, newToken } from '#http/session/cookie-token.ts';
import { GUEST_COOKIE } from '#http/session/guest-cookie.ts';
import { cookieOf, twoSchools } from '#tests/http/support/people-world.ts';
import { type Answer, ask, codeOf, type TestServer, testServer, valueIn } from '#tests/http/support/test-server.ts';
import { run, seat } from '#tests/storage/runs-contract.ts';

const AT = '/api/service-tables';
const TABLE = [
  '日期,客服昵称,买家昵称,接待人数,首次响应(秒),询单转化率,咨询类型,投诉类型',
  '2025-11-03,王小明,tb12345678,10,30,20%,物流催件,',
  '2025-11-04,李红,tb22345678,30,10,40%,尺码推荐,',
  '2025-11-12,王小明,tb32345678,20,60,35%,物流催件,破损',
].join('\n');

type Room = TestServer & { mentor: string; trainee: string; other: string };
const room = async (): Promise<Room> => {
  const server = await testServer();
  const { storage } = server;
  await twoSchools(storage);
  const cookies = { mentor: await cookieOf(storage, 'mentor'), trainee: await cookieOf(storage, 'trainee') };
  return { ...server, ...cookies, other: await cookieOf(storage, 'teacher2') };
};
const send = (server: Room, path: string, file: string | Buffer, cookie = server.mentor, name = '双11.csv') =>
  ask(`${server.url}${AT}${path}`, {
    ...{ method: 'POST', cookie, body: file },
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name) },
  });
const get = (server: Room, path: string, cookie: string) => ask(`${server.url}${AT}${path}`, { cookie });
const post = (server: Room, path: string, body: object = {}, cookie = server.mentor): Promise<Answer> =>
  ask(`${server.url}${AT}${path}`, { method: 'POST', cookie, body });
const listOf = async (server: Room, cookie: string) => (valueIn(await get(server, '', cookie)) as ServiceTables).tables;
const stored = async (server: Room): Promise<string> =>
  (valueIn(await send(server, '', TABLE)) as ServiceTables).tables[0]?.id ?? '';
const analysisOf = async (server: Room, id: string, cookie: string): Promise<Analysis> =>
  analysisSchema.parse(valueIn(await get(server, `/${id}/analysis`, cookie)));

describe('[J25] a shop’s own service data', () => {
  test('is looked over first, then stored without names and numbers of anybody, and analysed', async () => {
    const server = await room();
    const preview = valueIn(await send(server, '/preview', TABLE)) as TablePreview;
    expect(preview).toMatchObject({ rows: 3, agents: 2, faultCount: 0 });
    expect(preview.columns[2]).toMatchObject({ column: 'C', head: '买家昵称', as: 'private' });
    expect(await listOf(server, server.mentor)).toEqual([]);

    const id = await stored(server);
    expect(await listOf(server, server.trainee)).toMatchObject([
      { id, name: '双11', rows: 3, first: '2025-11-03', last: '2025-11-12', by: '姓名mentor' },
    ]);
    const analysis = await analysisOf(server, id, server.trainee);
    expect(analysis).toMatchObject({ kind: 'agent-days', run: '双11' });
    expect(analysis.rows.map(({ who, firstS, conversion, served }) => [who, firstS, conversion, served])).toEqual([
      ['客服1', 30, 20, 10],
      ['客服2', 10, 40, 30],
      ['客服1', 60, 35, 20],
    ]);
    const kept = await server.storage.serviceTables.table('s1', id);
    expect(JSON.stringify([kept, analysis])).not.toMatch(/王小明|李红|tb\d/);
    // 客服1: (30×10 + 60×20) ÷ 30 = 50; 转化率: (20×10 + 40×30 + 35×20) ÷ 60 = 35.
    expect(analysis.questions.map(({ id: question }) => question)).toEqual([
      'slowest-agent',
      'conversion-of-all',
      'commonest-topic',
    ]);
    expect(analysis.questions).toMatchObject([
      { answers: ['客服1'] },
      { answer: 35 },
      { answers: ['物流催件', '尺码推荐'] },
    ]);
    expect(analysis.questions[0]?.worked).toContain('客服1 50 秒');
  });

  test('[J26] shows what customers came with and complained of by week, a week without any too', async () => {
    const server = await room();
    const { hotSpots } = await analysisOf(server, await stored(server), server.trainee);
    expect(hotSpots).toMatchObject({
      weeks: ['2025-11-03', '2025-11-10'],
      topics: [
        { name: '尺码推荐', counts: [30, 0], total: 30 },
        { name: '物流催件', counts: [10, 20], total: 30 },
      ],
      complaints: [{ name: '破损', counts: [0, 20], total: 20 }],
    });
  });

  test('may be an .xlsx with dates and shares as a spreadsheet has them, and comes back as one', async () => {
    const server = await room();
    const cell = (value: string | number | Date) =>
      value instanceof Date ? { value, type: Date, format: 'yyyy-mm-dd' } : { value };
    const file = await writeXlsxFile([
      ['日期', '客服', '接待人数', '平均响应(秒)', '满意度'].map(cell),
      [new Date(Date.UTC(2025, 10, 11)), '王小明', 12, 31.5, 0.925].map(cell),
    ] as never).toBuffer();
    const preview = valueIn(await send(server, '/preview', file, server.mentor, 'a.xlsx')) as TablePreview;
    expect(preview).toMatchObject({ faultCount: 0, rows: 1, first: '2025-11-11' });
    const tables = (valueIn(await send(server, '', file, server.mentor, 'a.xlsx')) as ServiceTables).tables;
    const id = tables[0]?.id ?? '';
    expect((await analysisOf(server, id, server.mentor)).rows).toMatchObject([
      { served: 12, meanS: 31.5, satisfied: 92.5 },
    ]);
    const response = await fetch(`${server.url}${AT}/${id}/analysis.xlsx`, { headers: { cookie: server.mentor } });
    const [sheet] = await readXlsxFile(Buffer.from(await response.arrayBuffer()));
    expect(sheet?.data[0]).toEqual(expect.arrayContaining(['谁', '店铺', '接待人数', '满意度(%)']));
    expect(sheet?.data[0]).not.toContain('最后心情');
    expect(sheet?.data[1]).toEqual(expect.arrayContaining(['客服1', 12, 31.5, 92.5]));
  });

  test('with a phone number in a cell is refused by that cell, whoever sends it without looking', async () => {
    const server = await room();
    const hostile = TABLE.replace('尺码推荐', '打13812345678');
    const preview = valueIn(await send(server, '/preview', hostile)) as TablePreview;
    expect(preview.faults.map(({ cell }) => cell)).toEqual(['G3']);
    const answer = await send(server, '', hostile);
    expect(codeOf(answer)).toBe('service-table-faulty');
    expect(JSON.stringify([preview, answer])).not.toContain('138');
    expect(await listOf(server, server.mentor)).toEqual([]);
  });

  test('that is no table, is empty or would fill the memory is refused with a code', async () => {
    const server = await room();
    expect(codeOf(await send(server, '/preview', '<html><table></table>'))).toBe('service-table-unreadable');
    expect(codeOf(await send(server, '/preview', Buffer.from('PK\u0003\u0004nonsense')))).toBe(
      'service-table-unreadable',
    );
    expect(codeOf(await send(server, '/preview', ''))).toBe('service-table-empty');
    expect(codeOf(await send(server, '/preview', '姓名,电话\n张三,1'))).toBe('service-table-headings');
    expect(codeOf(await send(server, '/preview', Buffer.alloc(2_200_000, 44)))).toBe('too-large');
  });

  test('is seen, renamed and deleted within its school only, and stored and changed by staff only', async () => {
    const server = await room();
    const id = await stored(server);
    expect(await listOf(server, server.other)).toEqual([]);
    for (const answer of [
      await get(server, `/${id}/analysis`, server.other),
      await get(server, `/${id}/analysis.xlsx`, server.other),
      await get(server, `/${id}/analysis`, ''),
      await post(server, `/${id}/rename`, { name: '抢走' }, server.other),
      await post(server, `/${id}/remove`, {}, server.other),
      await post(server, '/nobody/remove'),
    ])
      expect(codeOf(answer)).toBe('unknown-service-table');
    expect(codeOf(await send(server, '', TABLE, server.trainee))).toBe('not-allowed');
    expect(codeOf(await post(server, `/${id}/remove`, {}, server.trainee))).toBe('not-allowed');
    expect(codeOf(await post(server, `/${id}/rename`, { name: '打13812345678' }))).toBe('bad-request');
    expect(valueIn(await post(server, `/${id}/rename`, { name: ' 双11 售前 ' }))).toMatchObject({
      tables: [{ id, name: '双11 售前' }],
    });
    expect(valueIn(await post(server, `/${id}/remove`))).toMatchObject({ tables: [] });
    expect(codeOf(await get(server, `/${id}/analysis`, server.mentor))).toBe('unknown-service-table');
  });

  test('[J100] without a column of days it is stored with those its uploader tells, and shown as one period', async () => {
    const server = await room();
    const table = '客服昵称,接待人数,首次响应(秒),咨询类型\n王小明,10,30,物流催件\n李红,30,10,尺码推荐';
    const file = '客服绩效_20251101_20251130.csv';
    expect(valueIn(await send(server, '/preview', table, server.mentor, file))).toMatchObject({
      ...{ faultCount: 0, first: null },
      period: { suggested: { first: '2025-11-01', last: '2025-11-30', from: 'file' } },
    });
    for (const days of ['', '?first=2025-11-30&last=2025-11-01', '?first=2025-02-30&last=2025-03-01'])
      expect(codeOf(await send(server, days, table, server.mentor, file))).toBe('service-table-period');
    expect(codeOf(await send(server, '?first=11.1&last=11.30', table, server.mentor, file))).toBe('bad-request');
    const { tables } = valueIn(
      await send(server, '?first=2025-11-03&last=2025-11-30', table, server.mentor, file),
    ) as ServiceTables;
    expect(tables).toMatchObject([{ first: '2025-11-03', last: '2025-11-30' }]);
    const id = tables[0]?.id ?? '';
    const { rows, hotSpots, kind } = await analysisOf(server, id, server.trainee);
    expect([kind, rows.map(({ until }) => until)]).toEqual([
      'agent-days',
      Array(2).fill(new Date(2025, 10, 30).getTime()),
    ]);
    expect(hotSpots).toMatchObject({
      ...{ period: { first: '2025-11-03', last: '2025-11-30' }, weeks: ['2025-11-03'] },
      topics: [{ counts: [30] }, { counts: [10] }],
    });
    const response = await fetch(`${server.url}${AT}/${id}/analysis.xlsx`, { headers: { cookie: server.mentor } });
    const [sheet] = await readXlsxFile(Buffer.from(await response.arrayBuffer()));
    expect(sheet?.data[1]).toContain('2025-11-03 – 2025-11-30');
  });

  test('is open to a device that has a seat of the school, and its file’s name never holds a number', async () => {
    const server = await room();
    const tables = (valueIn(await send(server, '', TABLE, server.mentor, '13812345678.csv')) as ServiceTables).tables;
    expect(tables[0]?.name).toMatch(/^服务数据/);
    const [token, stranger] = [newToken(), newToken()];
    await server.storage.createGuest(hashOf(token), 'g1', 1);
    await server.storage.createGuest(hashOf(stranger), 'g2', 1);
    await server.storage.runs.createRun(run('r1'), [seat('t1', { guest: 'g1', joinedAt: 2000 })]);
    const id = tables[0]?.id ?? '';
    expect((await analysisOf(server, id, `${GUEST_COOKIE}=${token}`)).rows).toHaveLength(3);
    expect(codeOf(await get(server, `/${id}/analysis`, `${GUEST_COOKIE}=${stranger}`))).toBe('unknown-service-table');
  });
});
