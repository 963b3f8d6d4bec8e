/** 咨询热点 of a school's drills over HTTP. */
import { expect, test } from 'vitest';
import { hotSpotsOf, MOST_WEEKS } from '#classroom/service-tables/hot-spots.ts';
import { hotSpotsSchema } from '#contract/service-data/hot-spots.ts';
import { goldenCatalog } from '#tests/classroom/support/golden-class.ts';
import { cookieOf, twoSchools } from '#tests/http/support/people-world.ts';
import { ask, codeOf, testServer, valueIn } from '#tests/http/support/test-server.ts';
import { append, row } from '#tests/storage/contract.ts';
import { plan, run, seat } from '#tests/storage/runs-contract.ts';

const TYPES = [
  { id: 'promotion', name: '促销活动咨询', stage: 'before' },
  { id: 'return-dispute', name: '退换货纠纷', stage: 'after' },
] as const;

test('[J26] [J93] a school’s drills count by type and week once their results are published, and for its staff alone', async () => {
  const { storage, url } = await testServer({
    catalog: { ...goldenCatalog, data: { ...goldenCatalog.data, types: TYPES } },
  });
  await twoSchools(storage);
  const now = Date.now();
  const lesson = run('r1', {
    plan: { ...plan, results: 'published' },
    createdAt: now,
    startedAt: now,
    endedAt: now,
    stage: 'debrief',
    publishedAt: null,
  });
  await storage.runs.createRun(lesson, [seat('t1', { guest: 'g1', joinedAt: now })]);
  const place = { school: 's1', run: 'r1', seat: 't1', person: null, redo: null };
  for (const [id, scenario, over] of [
    ['d1', 'promotion/a', {}],
    ['d2', 'return-dispute/refund-yet', {}],
    ['d3', 'return-dispute/refund-yet', { place: { ...place, redo: 'o1' } }],
  ] as const) {
    await storage.createDrill(row(id, { scenarios: [scenario], openedAt: now, place, ...over }));
    await storage.appendAll([append(id, 0, { state: 'ended', running: false, endedAt: now })]);
  }
  const askedBy = async (id: string) => await ask(`${url}/api/hot-spots`, { cookie: await cookieOf(storage, id) });
  const spotsOf = async (id: string) => hotSpotsSchema.parse(valueIn(await askedBy(id)));
  const byMonth = { months: [], topics: [], complaints: [] };
  const none = { weeks: [], topics: [], complaints: [], byMonth, uncounted: 0 };
  expect(await spotsOf('teacher')).toEqual(none);
  await storage.runs.changeRun({ ...lesson, publishedAt: now });
  const { weeks, topics, complaints, uncounted } = await spotsOf('mentor');
  expect(weeks).toHaveLength(1);
  expect(topics.map(({ name, total }) => [name, total])).toEqual([
    ['促销活动咨询', 1],
    ['退换货纠纷', 1],
  ]);
  // What its case says, and no more: who asks about an offer complains of nothing.
  expect(complaints.map(({ name, counts }) => [name, counts])).toEqual([['退换货和退款', [1]]]);
  expect(uncounted).toBe(1);
  expect(await spotsOf('teacher2')).toEqual(none);
  expect(codeOf(await askedBy('trainee'))).toBe('not-allowed');
});

test('[J26] twelve weeks at most are shown, the last ones, and ten topics, the most frequent first', () => {
  const week = (n: number) => new Date(2026, 0, 5 + 7 * n, 12).getTime();
  const rows = Array.from({ length: 14 }, (_, n) => ({ at: week(n), topic: `t${n}`, complaint: '', n: n + 1 }));
  const { weeks, topics } = hotSpotsOf(rows);
  expect([weeks.length, weeks[0], weeks.at(-1)]).toEqual([MOST_WEEKS, '2026-01-19', '2026-04-06']);
  expect(topics.map(({ name }) => name)).toEqual(Array.from({ length: 10 }, (_, n) => `t${13 - n}`));
  expect(topics[0]?.counts.at(-1)).toBe(14);
});

test('[J93] months are counted beside weeks, the last six, each with all of its days', () => {
  const at = (month: number, day: number) => new Date(2026, month, day, 12).getTime();
  const rows = [
    ...[0, 1, 2, 3, 4, 5, 7].map((month) => ({ at: at(month, 1), topic: 't', complaint: '', n: 1 })),
    { at: at(7, 31), topic: 't', complaint: '破损', n: 2 },
  ];
  const { months, topics, complaints } = hotSpotsOf(rows).byMonth;
  expect(months).toEqual(['2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08']);
  expect(topics[0]).toEqual({ name: 't', counts: [1, 1, 1, 1, 0, 3], total: 7 });
  expect(complaints[0]?.counts).toEqual([0, 0, 0, 0, 0, 2]);
});
