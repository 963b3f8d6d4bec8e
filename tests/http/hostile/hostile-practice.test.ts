import { beforeEach, describe, expect, test } from 'vitest';
import { planFault } from '#classroom/lesson/plans.ts';
import { lessonPlan } from '#tests/classroom/support/class-room.ts';
import { ANGRY, lessonCatalog, SHOES } from '#tests/drills/support/lesson-room.ts';
import { ask, codeOf, type TestServer, testServer } from '#tests/http/support/test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await testServer({ catalog: lessonCatalog });
});
const open = (scenarios: string[]) => ask(`${server.url}/api/drills`, { method: 'POST', body: { scenarios } });
const card = (scenarios: string[]) => ask(`${server.url}/api/start-card?scenarios=${scenarios.join(',')}`);

describe('an incident, which a trainee must not know beforehand,', () => {
  test.each([[[ANGRY]], [[SHOES, ANGRY]]])('can’t be practised: %j', async (scenarios) => {
    expect(codeOf(await open(scenarios))).toBe('unknown-scenario');
    expect(codeOf(await open([SHOES]))).toBe('ok');
  });

  test.each([[[ANGRY]], [[SHOES, ANGRY]]])('has no start card: %j', async (scenarios) => {
    expect(codeOf(await card(scenarios))).toBe('unknown-scenario');
    expect(codeOf(await card([SHOES]))).toBe('ok');
  });

  test('can’t be planned as an ordinary customer, whose card would show it', () => {
    const plan = { ...lessonPlan, scenarios: [SHOES, ANGRY], incidents: [] };
    expect(planFault(plan, lessonCatalog)).toEqual({ code: 'unknown-scenario', detail: ANGRY });
  });
});
