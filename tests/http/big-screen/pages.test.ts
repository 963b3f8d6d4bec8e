import { describe, expect, test, vi } from 'vitest';
import type { ClosingPage, RunCards } from '#contract/big-screen/pages.ts';
import type { Plan } from '#contract/runs.ts';
import type { Catalog } from '#drills/catalog/catalog.ts';
import type { Card } from '#library/variations/card.ts';
import { lessonPlan } from '#tests/classroom/support/class-room.ts';
import { content, eventsOf, goldenCatalog, SCENARIO, type SeatPlan } from '#tests/classroom/support/golden-class.ts';
import { lessonCatalog } from '#tests/drills/support/lesson-room.ts';
import { cookieOf, twoSchools } from '#tests/http/support/people-world.ts';
import { get, post, resultsServer } from '#tests/http/support/results-world.ts';
import { ask, codeOf, testServer, valueIn } from '#tests/http/support/test-server.ts';

const poor = eventsOf('poor');
const model = eventsOf('model');
const answered = <T>(answer: Parameters<typeof valueIn>[0]): T => valueIn(answer) as T;
const TAUGHT = content.scenarios.find(({ id }) => id === SCENARIO)?.teaches ?? '';

describe('[Z23] the case cards of a run', () => {
  const cardsOf = async (plan: Partial<Plan>): Promise<RunCards> => {
    const server = await resultsServer([], 'at-once', goldenCatalog, {
      plan: { ...lessonPlan, scenarios: [SCENARIO], incidents: [], ...plan },
    });
    return answered<RunCards>(await get(server, 'runs/r1/cards', server.teacher));
  };

  test('tell customer, shop, goods and what it trains, and nothing of what it teaches or asks', async () => {
    const { cards, unnamed } = await cardsOf({ seed: 'same' });
    const scenario = content.scenarios.find(({ id }) => id === SCENARIO);
    expect(unnamed).toBeNull();
    expect(cards).toMatchObject([
      {
        title: scenario?.title,
        trains: expect.stringMatching(/./),
        shop: { id: scenario?.shop, name: expect.stringMatching(/./), platformName: expect.stringMatching(/./) },
        customer: {
          name: scenario?.customer.name,
          goods: expect.arrayContaining([expect.objectContaining({ name: expect.any(String) })]),
        },
      },
    ]);
    const told = JSON.stringify(cards);
    expect(TAUGHT).not.toBe('');
    expect(told).not.toContain(TAUGHT);
    for (const { asks } of scenario?.beats ?? []) for (const { id } of asks) expect(told).not.toContain(`"${id}"`);
  });

  test.each([
    ['exam', { mode: 'exam', seed: 'same' }],
    ['own-customers', { seed: 'own' }],
  ] as const)('name no customer and no goods where they aren’t told: %s', async (why, plan) => {
    const { cards, unnamed } = await cardsOf(plan);
    expect([unnamed, cards.map(({ customer }) => customer)]).toEqual([why, [null]]);
  });

  test('are of the variant that the seats then get', async () => {
    const asked: (Card | undefined)[] = [];
    const catalog: Catalog = {
      ...lessonCatalog,
      contentFor: (ids, own, card, deals) => {
        asked.push(card);
        return lessonCatalog.contentFor(ids, own, card, deals);
      },
    };
    const server = await testServer({ catalog });
    await twoSchools(server.storage);
    const cookie = await cookieOf(server.storage, 'teacher');
    const call = async <T>(path: string, body?: unknown, as: string | null = cookie): Promise<T> =>
      answered<T>(
        await ask(`${server.url}/api/${path}`, { cookie: as, ...(body === undefined ? {} : { method: 'POST', body }) }),
      );
    for (const seed of ['same', 'fixed'] as const) {
      const run = await call<{ id: string; code: string }>('runs', {
        name: seed,
        classId: null,
        plan: { ...lessonPlan, seed },
      });
      asked.length = 0;
      await call(`runs/${run.id}/cards`);
      const shown = asked.at(-1);
      await call(`join/${run.code}`, { name: seed }, null);
      asked.length = 0;
      await call(`runs/${run.id}/stage`, { stage: 'drill' });
      await vi.waitFor(() => expect(asked.length).toBeGreaterThan(0));
      expect([seed, asked.at(-1)]).toEqual([seed, shown]);
    }
  });
});

describe('[Z24] the closing page', () => {
  const closingOf = async (seats: readonly SeatPlan[]): Promise<ClosingPage> => {
    const server = await resultsServer(seats, 'at-once');
    return answered<ClosingPage>(await get(server, 'runs/r1/closing', server.teacher));
  };
  const three: SeatPlan[] = [
    { name: '甲', drills: [poor] },
    { name: '乙', drills: [poor, model] },
    { name: '丙', drills: [model] },
  ];

  test('counts everybody’s customers in all attempts and tells what several got wrong, with the advice', async () => {
    const closing = await closingOf(three);
    expect(closing).toMatchObject({
      unscored: 0,
      customers: 4,
      people: [{ name: '甲' }, { name: '乙' }, { name: '丙' }],
    });
    expect(closing.messages).toBeGreaterThan(closing.customers);
    expect(closing.well.length).toBeGreaterThan(0);
    expect(closing.well.length).toBeLessThanOrEqual(3);
    const twice = await closingOf([
      { name: '甲', drills: [poor] },
      { name: '乙', drills: [poor] },
    ]);
    expect(twice.takeAway).toMatchObject({ title: expect.stringMatching(/./), advice: expect.stringMatching(/./) });
  });

  test('tells no fault that one seat alone had', async () => {
    const closing = await closingOf([
      { name: '甲', drills: [poor] },
      { name: '丙', drills: [model] },
    ]);
    const only = await closingOf([
      { name: '丙', drills: [model] },
      { name: '丁', drills: [model] },
    ]);
    expect(closing.takeAway).toEqual(only.takeAway);
    expect((await closingOf([{ name: '甲', drills: [poor] }])).takeAway).toBeNull();
  });

  test('praises nobody where nobody answered a customer', async () => {
    expect((await closingOf([{ name: '甲', drills: [eventsOf('silent')] }])).well).toEqual([]);
  });

  test('is for the run’s staff alone', async () => {
    const server = await resultsServer(three, 'at-once');
    for (const page of ['cards', 'closing']) {
      expect(codeOf(await get(server, `runs/r1/${page}`, server.trainee))).toBe('not-signed-in');
      expect(codeOf(await post(server, `runs/r1/${page}`, server.teacher))).toBe('not-found');
    }
  });
});
