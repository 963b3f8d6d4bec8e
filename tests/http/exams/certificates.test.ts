import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import type { Certificate, HeldCertificate, RunCertificates } from '#contract/exams/certificates.ts';
import type { Standards } from '#contract/exams/standards.ts';
import { eventsOf, plan, type SeatPlan, type storeClass } from '#tests/classroom/support/golden-class.ts';
import { get, post, type Room, resultsServer } from '#tests/http/support/results-world.ts';
import { codeOf, valueIn } from '#tests/http/support/test-server.ts';

const poor = eventsOf('poor');
const model = eventsOf('model');
const SEATS: readonly SeatPlan[] = [
  { name: '甲', drills: [model] },
  { name: '乙', drills: [poor] },
  { name: '丙', drills: [], joined: false },
];

/** An exam that is over; `r1` of `resultsServer` with an exam's plan. */
const exam = async (over: Parameters<typeof storeClass>[2] = {}): Promise<Room> => {
  const server = await resultsServer(SEATS, 'published');
  const run = await server.storage.runs.run('r1');
  if (run === null) throw new Error('no run');
  await server.storage.runs.changeRun({
    ...run,
    plan: { ...plan, mode: 'exam', results: 'published' },
    publishedAt: 1,
    ...over,
  });
  return server;
};
const listed = async (server: Room): Promise<RunCertificates> =>
  valueIn(await get(server, 'runs/r1/certificates', server.teacher)) as RunCertificates;
const issue = (server: Room, seats: readonly string[], cookie = server.teacher) =>
  post(server, 'runs/r1/certificates', cookie, { standard: '1+X（初级）', seats });
const checked = async (server: Room, code: string): Promise<Certificate> =>
  valueIn(await get(server, `certificates/${code}`, server.stranger)) as Certificate;

describe('certificates of an exam', () => {
  test('[F1] go to whoever has passed and has none, with what was examined, and to nobody else', async () => {
    const server = await exam();
    expect((await listed(server)).rows.map(({ name, passes, certificate }) => [name, passes, certificate])).toEqual([
      ['甲', true, null],
      ['乙', false, null],
    ]);
    expect(codeOf(await issue(server, ['seat2', 'seat3', 'of-another-school']))).toBe('nobody-passed');
    const value = valueIn(await issue(server, ['seat1', 'seat2', 'seat3'])) as RunCertificates;
    const [first, second] = value.rows;
    expect(second?.certificate).toBeNull();
    const code = first?.certificate?.code ?? '';
    const { facts, withdrawn } = await checked(server, code);
    expect(withdrawn).toBeNull();
    expect(facts).toMatchObject({
      ...{ school: '一中', exam: '周三第一节', name: '甲', no: '01', score: first?.score, passMark: 60 },
      ...{ standard: '1+X（初级）', customers: 1, minutes: plan.minutes },
    });
    expect(facts.dimensions.length).toBeGreaterThan(3);
    expect(codeOf(await issue(server, ['seat1']))).toBe('nobody-passed');
    expect((await listed(server)).standard).toBe('1+X（初级）');
  });

  test('[A23] a standard of the school’s list is printed with the lines the exam had something of, and stays', async () => {
    const server = await exam();
    const { standards: samples, version } = valueIn(await get(server, 'standards', server.teacher)) as Standards;
    expect([version, samples.length]).toEqual([0, 2]);
    const words = { typing: '文字录入', customers: '接待', response: '响应及时' };
    const standards = [{ id: 'own-1', name: '企业标准', words }];
    expect(codeOf(await post(server, 'standards', server.teacher, { version: 0, standards }))).toBe('ok');
    expect(codeOf(await post(server, 'standards', server.teacher, { version: 0, standards: [] }))).toBe(
      'standards-changed',
    );
    expect(codeOf(await post(server, 'standards', server.trainee, { version: 1, standards }))).toBe('not-signed-in');
    const body = { standard: '', seats: ['seat1'] };
    expect(codeOf(await post(server, 'runs/r1/certificates', server.teacher, { ...body, standardId: 'none' }))).toBe(
      'bad-request',
    );
    const made = await post(server, 'runs/r1/certificates', server.teacher, { ...body, standardId: 'own-1' });
    const [first] = (valueIn(made) as RunCertificates).rows;
    await post(server, 'standards', server.teacher, { version: 1, standards: [] });
    const { facts } = await checked(server, first?.certificate?.code ?? '');
    const response = facts.dimensions.find(({ id }) => id === 'response');
    expect(facts).toMatchObject({
      standard: '企业标准',
      standardLines: [
        { target: 'customers', words: '接待', mark: first?.score },
        { target: 'response', words: '响应及时', mark: response?.percent },
      ],
    });
  });

  test('[F2] come only from an exam whose debrief has begun and whose results are published', async () => {
    const refused = async (over: Parameters<typeof storeClass>[2]) => {
      const server = await exam(over);
      expect((await listed(server)).refused).toBe(codeOf(await issue(server, ['seat1'])));
      return (await listed(server)).refused;
    };
    expect(await refused({ plan: { ...plan, mode: 'lesson' } })).toBe('exam-only');
    expect(await refused({ stage: 'drill' })).toBe('exam-not-over');
    expect(await refused({ publishedAt: null })).toBe('report-not-published');
    const atOnce = await exam({ publishedAt: null, plan: { ...plan, mode: 'exam', results: 'at-once' } });
    expect(codeOf(await issue(atOnce, ['seat1']))).toBe('ok');
  });

  test('[F4] say that they were withdrawn and why, and another may be issued in their place', async () => {
    const server = await exam();
    await issue(server, ['seat1']);
    const code = (await listed(server)).rows[0]?.certificate?.code ?? '';
    const withdraw = (of: string, why = '名字写错了') =>
      post(server, `runs/r1/certificates/${of}/withdraw`, server.teacher, { why });
    expect(codeOf(await withdraw('0123456789AB'))).toBe('unknown-certificate');
    expect(codeOf(await withdraw(code, ' '))).toBe('bad-request');
    expect(codeOf(await withdraw(code))).toBe('ok');
    expect(codeOf(await withdraw(code))).toBe('certificates-changed');
    expect((await checked(server, code)).withdrawn?.why).toBe('名字写错了');
    await issue(server, ['seat1']);
    const [row] = (await listed(server)).rows;
    expect(row?.certificate?.code).not.toBe(code);
    expect(row?.withdrawn.map((one) => one.code)).toEqual([code]);
    const file = await fetch(`${server.url}/api/runs/r1/export.xlsx`, { headers: { cookie: server.teacher } });
    const sheets = await readXlsxFile(Buffer.from(await file.arrayBuffer()));
    const rows = sheets.find(({ sheet }) => sheet === '证书')?.data.slice(1) ?? [];
    const ofCode = (of: string) => of.replace(/(.{4})(?=.)/g, '$1-');
    expect(rows.map(([, name, shown, , , state]) => [name, shown, state])).toEqual([
      ['甲', ofCode(code), expect.stringMatching(/撤回：名字写错了$/)],
      ['甲', ofCode(row?.certificate?.code ?? ''), '有效'],
    ]);
  });

  test('keep what they said when a ruling changes the marks, and the list says so', async () => {
    const server = await exam();
    await issue(server, ['seat1']);
    const before = (await listed(server)).rows[0];
    const ruling = { finding: null, verdict: 'score', score: 96, reason: '重看过录屏' };
    expect(codeOf(await post(server, 'drills/d1-1/rulings', server.teacher, ruling))).toBe('ok');
    const after = (await listed(server)).rows[0];
    expect(after?.score).toBe(96);
    expect(after?.certificate).toEqual({ ...before?.certificate, changed: true });
    expect((await checked(server, before?.certificate?.code ?? '')).facts.score).toBe(before?.score);
  });

  test('are listed for the seat’s own device alone, and issued by teachers alone', async () => {
    const server = await exam();
    expect(codeOf(await issue(server, ['seat1'], server.trainee))).toBe('not-signed-in');
    await issue(server, ['seat1']);
    const held = async (cookie: string) => valueIn(await get(server, 'certificates', cookie)) as HeldCertificate[];
    expect((await held(server.trainee)).map(({ exam: name }) => name)).toEqual(['周三第一节']);
    expect(await held(server.stranger)).toEqual([]);
    expect(codeOf(await get(server, 'certificates/0123456789AB', server.stranger))).toBe('unknown-certificate');
    expect(codeOf(await get(server, 'certificates/nonsense', server.stranger))).toBe('unknown-certificate');
  });

  test('of another run are not withdrawn by way of this one', async () => {
    const server = await exam();
    await issue(server, ['seat1']);
    const code = (await listed(server)).rows[0]?.certificate?.code ?? '';
    const run = await server.storage.runs.run('r1');
    if (run === null) throw new Error('no run');
    await server.storage.runs.createRun({ ...run, id: 'r2', code: '654321' }, []);
    const answer = await post(server, `runs/r2/certificates/${code}/withdraw`, server.teacher, { why: '不是这一场' });
    expect(codeOf(answer)).toBe('unknown-certificate');
    expect((await checked(server, code)).withdrawn).toBeNull();
  });
});
