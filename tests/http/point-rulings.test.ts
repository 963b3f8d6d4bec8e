/** Rulings and proposals on points over HTTP, and the examples made of them. */
import { cpSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Report, reportSchema } from '#contract/report.ts';
import { doubtfulEvents, WORDS } from '#tests/classroom/support/doubtful-events.ts';
import { SCENARIO } from '#tests/classroom/support/golden-class.ts';
import { get, post, type Room, reportOf, resultsServer } from '#tests/http/support/results-world.ts';
import { codeOf, valueIn } from '#tests/http/support/test-server.ts';

/** One drill with one point in doubt, and its case among the files. */
const room = async (results: 'published' | 'at-once' = 'at-once'): Promise<Room> => {
  const server = await resultsServer([{ name: '林可欣', drills: [doubtfulEvents()] }], results);
  const file = join(server.casesDir, `${SCENARIO}.yaml`);
  mkdirSync(dirname(file), { recursive: true });
  cpSync(join('scenarios', 'cases', `${SCENARIO}.yaml`), file);
  // The case varies: its usual variant is made with the shop's goods and rules.
  cpSync(join('scenarios', 'shops'), join(server.casesDir, '..', 'shops'), { recursive: true });
  return server;
};
const free = ({ ledger }: Report) => ledger.flatMap((row) => row.points).find((point) => point.id === 'free');

const PLACE = { conversation: 'c1', point: 'free', turn: 3 };
const covered = { point: PLACE, verdict: 'covered', reason: '', example: true };

describe('a ruling on a point', () => {
  test('changes mark, range and results at once, and undoing it puts them back', async () => {
    const server = await room();
    const { teacher } = server;
    const before = await reportOf(server);
    expect(before.doubts).toBe(1);
    expect(free(before)).toMatchObject({ state: 'unsure', replies: [{ turn: 3, words: WORDS, doubtful: true }] });
    const after = reportSchema.parse(valueIn(await post(server, 'drills/d1-1/rulings', teacher, covered)));
    expect(free(after)).toMatchObject({
      state: 'covered',
      replies: [{ ruling: { verdict: 'covered', by: '王老师' } }],
    });
    expect(after).toMatchObject({ doubts: 0, range: [after.score, after.score], machineScore: before.score });
    expect(valueIn(await get(server, 'runs/r1/results', teacher))).toMatchObject({
      seats: [{ result: { score: after.score, range: after.range, unsure: 0 }, rulings: 1 }],
    });
    expect(valueIn(await get(server, 'runs/r1/rulings', teacher))).toMatchObject([
      { finding: null, point: PLACE, verdict: 'covered', example: true, reason: '', name: '林可欣' },
    ]);
    const id = free(after)?.replies[0]?.ruling?.id;
    expect(valueIn(await post(server, `drills/d1-1/rulings/${id}/undo`, teacher))).toEqual(before);
    expect(valueIn(await get(server, 'runs/r1/rulings', teacher))).toMatchObject([{ undone: { by: '王老师' } }]);
  });

  test('is refused for a place the report lacks, and with a verdict that isn’t one on points', async () => {
    const server = await room();
    const codes = async (body: unknown): Promise<string> =>
      codeOf(await post(server, 'drills/d1-1/rulings', server.teacher, body));
    expect(await codes({ ...covered, point: { ...PLACE, turn: 9 } })).toBe('unknown-point');
    expect(await codes({ ...covered, point: { ...PLACE, point: 'nothing' } })).toBe('unknown-point');
    expect(await codes({ ...covered, verdict: 'dismissed' })).toBe('bad-request');
    expect(await codes({ ...covered, finding: 'x' })).toBe('bad-request');
    expect(codeOf(await post(server, 'drills/d1-1/rulings', server.trainee, covered))).toBe('not-signed-in');
  });
});

describe('[M2] a trainee’s own tick', () => {
  test('is kept and shown, and moves no mark', async () => {
    const server = await room();
    const { trainee } = server;
    const before = await reportOf(server);
    const path = 'drills/d1-1/proposals';
    const said = reportSchema.parse(valueIn(await post(server, path, trainee, { ...PLACE, said: true })));
    const { ledger: _, ...rest } = said;
    expect(before).toMatchObject(rest);
    expect(free(await reportOf(server))?.replies[0]?.proposal).toBe(true);
    await post(server, path, trainee, { ...PLACE, said: false });
    expect(free(await reportOf(server))?.replies[0]?.proposal).toBe(false);
    expect(valueIn(await post(server, path, trainee, { ...PLACE, said: null }))).toEqual(before);
  });

  test('is taken only on their own drill, on a point in doubt, in a report they may read', async () => {
    const server = await room();
    const { trainee, teacher, stranger } = server;
    const code = async (cookie: string, body: object = {}): Promise<string> =>
      codeOf(await post(server, 'drills/d1-1/proposals', cookie, { ...PLACE, said: true, ...body }));
    expect(await code(stranger)).toBe('unknown-drill');
    expect(await code(teacher)).toBe('unknown-drill');
    expect(await code(trainee, { point: 'net', turn: 1 })).toBe('unknown-point');
    expect(await code(trainee, { said: 'yes' })).toBe('bad-request');
    expect(await code(trainee)).toBe('ok');
    await post(server, 'drills/d1-1/rulings', teacher, covered);
    expect(await code(trainee)).toBe('unknown-point');

    const exam = await room('published');
    const early = await post(exam, 'drills/d1-1/proposals', exam.trainee, { ...PLACE, said: true });
    expect(codeOf(early)).toBe('report-not-published');
  });
});

describe('the harvest of a run', () => {
  const patch = async (server: Room): Promise<string> => {
    const response = await fetch(`${server.url}/api/runs/r1/harvest`, { headers: { cookie: server.teacher } });
    expect(response.headers.get('content-type')).toContain('text/x-diff');
    expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toContain('例句补丁 周三第一节.diff');
    return response.text();
  };

  test('is a patch of rulings in force that were meant as examples', async () => {
    const server = await room();
    const { teacher } = server;
    expect(await patch(server)).toBe('# 这一场没有可以收作例句的改判\n');
    await post(server, 'drills/d1-1/rulings', teacher, { ...covered, example: false });
    expect(await patch(server)).toMatch(/^# 这一场没有/);
    await post(server, 'drills/d1-1/rulings', teacher, covered);
    const made = await patch(server);
    expect(made).toContain(`free 收作 yes：${WORDS.replace('林可欣', '客服')}\n`);
    expect(made).not.toContain('林可欣');
    expect(made).toContain(`+++ b/scenarios/cases/${SCENARIO}.yaml`);
    for (const { id } of await server.storage.results.rulings('d1-1'))
      await post(server, `drills/d1-1/rulings/${id}/undo`, teacher);
    expect(await patch(server)).toMatch(/^# 这一场没有/);
  });
});
