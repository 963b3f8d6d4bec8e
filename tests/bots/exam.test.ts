/** Simulated trainees at an exam of parts, in this process: what they tell of it is what the teacher's board has. */
import { expect, test } from 'vitest';
import type { ExamBoard } from '#contract/exams/parts.ts';
import { createBot } from '#scripts/bots/bot.ts';
import { sitExam } from '#scripts/bots/exam.ts';
import { createTraineeClient } from '#scripts/bots/http-client.ts';
import type { Kind } from '#scripts/bots/replies.ts';
import { createTally } from '#scripts/bots/tally.ts';
import { toyCatalog, toyScenario } from '#tests/drills/support/toy-content.ts';
import { cookieOf, twoSchools } from '#tests/http/support/people-world.ts';
import { ask, testServer, valueIn } from '#tests/http/support/test-server.ts';
import { bank, factsByShop, shopFacts } from '#tests/support/question-bank.ts';

const HOUR = 3600_000;
/** A question takes 40 ms, a minute of typing 200 ms. */
const HASTE = 300;
const TOY = 'product-advice/toy';
const texts = [
  { id: 'one', title: '一', shop: 's', shopName: '店', text: '亲，您好，订单今天发出，请注意查收。'.repeat(20) },
];
const typing = { rates: { pass: 55, excellent: 88 }, long: texts, short: [], exam: [], phrases: null };
const model = {
  replies: [{ to: 'size', afterS: 1, do: [], say: [{ text: '您脚长多少厘米？' }], repeat: false }],
  expect: { score: [0, 100] as const, findings: [], absent: [], ending: null },
};
const library = {
  ...{ bank, shopFacts, scenarios: new Map([[TOY, toyScenario(TOY)]]), testplans: new Map([[TOY, { model }]]) },
  ...{ templates: new Map(), short: new Map(), shops: new Map() },
};

test('bots answer the paper, type and serve by their kind, and stay until all is handed in', async () => {
  const server = await testServer({ catalog: { ...toyCatalog, bank, factsByShop, typing } });
  await twoSchools(server.storage);
  const teacher = await cookieOf(server.storage, 'teacher');
  const post = async (path: string, body: unknown = {}) =>
    valueIn(await ask(`${server.url}/api/${path}`, { method: 'POST', cookie: teacher, body }));
  const { id } = (await post('exams', {
    ...{ name: '期末', classId: null, pass: 60, excellent: 85, each: false, counts: 'best' },
    parts: [
      { kind: 'paper', weight: 40, minutes: 10, seed: 3, cells: [{ topic: 'price', level: 3, count: 10 }] },
      { kind: 'typing', weight: 10, minutes: 1, set: 'long', text: 'one' },
      { kind: 'customers', weight: 50, minutes: 5, scenarios: [TOY], arrivals: 'spaced', variants: 'own' },
    ],
    ...{ opensAt: Date.now(), dueAt: Date.now() + HOUR },
  })) as { id: string };
  const code = (await server.storage.runs.run(id))?.code ?? '';
  const tally = createTally();
  const sitting = async (kind: Kind, index: number) => {
    const client = createTraineeClient(server.url);
    const claimed = await client.claim(code, { name: `机器人 ${index}` });
    if (!claimed.ok) throw new Error(claimed.error.code);
    const bot = createBot({ url: server.url, cookie: client.cookie(), library, kind, haste: HASTE, tally });
    const seat = claimed.value.seat.id;
    return { bot, done: sitExam({ client, bot, seat, index, library, kind, haste: HASTE, tally }) };
  };
  const sittings = [await sitting('model', 0), await sitting('poor', 1)];
  await expect.poll(() => tally.figures().sent, { timeout: 15_000, interval: 50 }).toBeGreaterThanOrEqual(2);
  expect(tally.figures().parts).toMatchObject({ paper: { done: 2 }, typing: { done: 2 } });
  // Their customers, who never go by themselves, end with the window; then the bots are done, too.
  await post(`runs/${id}/homework/close`);
  await Promise.all(sittings.map(({ done }) => done));
  for (const { bot } of sittings) bot.close();

  const board = valueIn(await ask(`${server.url}/api/runs/${id}/exam`, { cookie: teacher })) as ExamBoard;
  const [good, poor] = board.seats.map(({ marks }) => marks.map(({ mark }) => mark ?? -1));
  const mean = (place: number) => ((good?.[place] ?? 0) + (poor?.[place] ?? 0)) / 2;
  expect(good?.[0]).toBeGreaterThan(poor?.[0] ?? 100);
  const speeds = board.seats.map(({ typed }) => typed?.speed ?? 0);
  // Of 92 and 36 characters each the slips are wrong.
  expect(speeds).toEqual([92, 34]);
  expect(tally.figures().parts).toEqual({
    paper: { done: 2, missed: 0, mean: mean(0) },
    typing: { done: 2, missed: 0, mean: 64 },
    customers: { done: 2, missed: 0, mean: null },
  });
});
