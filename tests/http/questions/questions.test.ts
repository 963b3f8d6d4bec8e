import { describe, expect, test } from 'vitest';
import { paperSchema, questionMenuSchema, verdictSchema } from '#contract/questions.ts';
import { drawPaper } from '#library/questions/draw-paper.ts';
import { toyCatalog } from '#tests/drills/support/toy-content.ts';
import { createSchools } from '#tests/http/support/access-world.ts';
import { cookieOf } from '#tests/http/support/people-world.ts';
import { ask, codeOf, testServer, valueIn } from '#tests/http/support/test-server.ts';
import { bank, factsByShop, shared } from '#tests/support/question-bank.ts';

const catalog = {
  ...toyCatalog,
  bank,
  factsByShop,
  data: { ...toyCatalog.data, shops: [...shared.catalogue.shops.values()] },
};
const cell = { topic: null, level: null, kind: null, count: 50 };

describe('the question bank over HTTP', () => {
  test('a paper tells nothing of what is right, and a verdict only of what was answered [B4]', async () => {
    const { url } = await testServer({ catalog });
    const address = `${url}/api/questions/paper?seed=42&count=50`;
    const body = valueIn(await ask(address));
    const paper = paperSchema.parse(body);
    const drawn = drawPaper(bank, [cell], 42, factsByShop);
    expect(paper.questions.map(({ id }) => id)).toEqual(drawn.map(({ id }) => id));
    const wire = JSON.stringify(body);
    for (const { why } of drawn) expect(wire).not.toContain(JSON.stringify(why).slice(1, -1));
    for (const name of ['key', 'right', 'answer', 'why', 'citations', 'credit', 'calculation'])
      expect(wire).not.toContain(`"${name}":`);

    const answers = [{ question: 3, answer: drawn[3]?.key }];
    const verdicts = valueIn(
      await ask(`${url}/api/questions/answers`, { method: 'POST', body: { paper: paper.id, answers } }),
    );
    const [verdict, ...others] = verdictSchema.array().parse(verdicts);
    expect(others).toEqual([]);
    expect(verdict).toMatchObject({ question: 3, credit: 1, key: drawn[3]?.key, why: drawn[3]?.why });
    expect(valueIn(await ask(address))).toEqual(body);
  });

  test('the five statements on a shop are a paper of the same kind, and marked like one [B4]', async () => {
    const { url } = await testServer({ catalog });
    const body = valueIn(await ask(`${url}/api/questions/paper?shop=tinghe&seed=5`));
    const paper = paperSchema.parse(body);
    expect(paper.questions.map(({ kind, shop, shopName }) => [kind, shop, shopName])).toEqual(
      Array(5).fill(['judge', 'tinghe', '汀禾护肤']),
    );
    const answers = paper.questions.map((_, question) => ({ question, answer: { chosen: [0] } }));
    const verdicts = verdictSchema
      .array()
      .parse(
        valueIn(await ask(`${url}/api/questions/answers`, { method: 'POST', body: { paper: paper.id, answers } })),
      );
    for (const { credit, key, citations } of verdicts) {
      expect(key).toEqual({ chosen: [credit === 1 ? 0 : 1] });
      expect(citations).toMatchObject([{ shop: 'tinghe' }]);
      expect(JSON.stringify(body)).not.toContain(`"${citations[0]?.id}"`);
    }
    // Two or three of five are true.
    expect([2, 3]).toContain(verdicts.filter(({ credit }) => credit === 1).length);
    const shop = paper.id.replace(/bank=\w+/, `bank=${bank.hash}`);
    const again = await ask(`${url}/api/questions/answers`, { method: 'POST', body: { paper: shop, answers } });
    expect(codeOf(again)).toBe('questions-changed');
  });

  test('the menu counts what can be drawn', async () => {
    const { url } = await testServer({ catalog });
    const { topics } = questionMenuSchema.parse(valueIn(await ask(`${url}/api/questions`)));
    const counted = topics.flatMap(({ levels }) => levels).reduce((sum, { count }) => sum + count, 0);
    expect(counted).toBe(bank.questions.length);
    const paper = paperSchema.parse(
      valueIn(await ask(`${url}/api/questions/paper?seed=1&topic=privacy&level=5&count=3`)),
    );
    expect(paper.questions.map(({ topicName, level }) => [topicName, level])).toEqual(
      Array(3).fill([topics.find(({ id }) => id === 'privacy')?.name, 5]),
    );
  });

  test('answers to a paper of another bank are refused [B5]', async () => {
    const { url } = await testServer({ catalog });
    const send = async (paper: string) =>
      await ask(`${url}/api/questions/answers`, {
        method: 'POST',
        body: { paper, answers: [{ question: 0, answer: { chosen: [0] } }] },
      });
    for (const paper of ['bank=other&seed=1', 'seed=1', `bank=${bank.hash}&seed=x`, ''])
      expect(codeOf(await send(paper))).toBe('questions-changed');
    expect(valueIn(await send(`bank=${bank.hash}&seed=1`))).toHaveLength(1);
  });

  test.each(['', '?seed=x', '?seed=1&count=51', '?seed=1&count=0', '?seed=1&level=2', '?seed=1&only=a,,b'])(
    'a choice it can’t take is refused: %s',
    async (search) => {
      const { url } = await testServer({ catalog });
      expect(codeOf(await ask(`${url}/api/questions/paper${search}`))).toBe('bad-request');
    },
  );
});

describe('[B7] the bank as a file', () => {
  test.each(['gift', 'xlsx'] as const)('as %s goes to staff, and to nobody else', async (format) => {
    const { url, storage } = await testServer({ catalog });
    await createSchools(storage);
    const file = (cookie: string | null, query: string) =>
      fetch(`${url}/api/questions/bank.${format}?${query}`, cookie === null ? {} : { headers: { cookie } });
    for (const who of ['teacher', 'mentor']) {
      const given = await file(await cookieOf(storage, who), 'seed=1&topic=privacy');
      expect(given.status).toBe(200);
      expect(decodeURIComponent(given.headers.get('content-disposition') ?? '')).toContain(
        format === 'gift' ? '客服题库.gift.txt' : '客服题库.xlsx',
      );
    }
    for (const cookie of [null, await cookieOf(storage, 'trainee')])
      expect([401, 403]).toContain((await file(cookie, 'seed=1')).status);
    expect((await file(await cookieOf(storage, 'teacher'), 'seed=x')).status).toBe(400);
  });
});
