import { describe, expect, test, vi } from 'vitest';
import type { ScenarioCard } from '#contract/bodies.ts';
import { createGuest } from '#http/session/guest-cookie.ts';
import { lessonPlan } from '#tests/classroom/support/class-room.ts';
import { type Room, say, start, tab } from '#tests/drills/support/desk-room.ts';
import {
  type AuthoredWorld,
  authoredWorld,
  filesOf,
  OWN,
  ownYaml,
  publishOwn,
  rowsIn,
  savedIn,
} from '#tests/http/support/authored-world.ts';
import { type Answer, codeOf, valueIn } from '#tests/http/support/test-server.ts';
import { run, seat } from '#tests/storage/runs-contract.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';
import { library } from '#tests/support/library.ts';

/** The customer asks in other words, for another shoe size, under another title. */
const CHANGED = ownYaml().replace('这个我穿几码呀', '我该拿几码呢').replace('title: 脚背高，买多大', 'title: 换了题目');
const FIRST_WORDS = '这个我穿几码呀';

const roomOf = ({ server, clock }: AuthoredWorld): Room => ({
  ...{ clock, storage: server.storage, runner: server.application.runner },
  restart: async () => {},
});
const idIn = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : '';
const cards = async (world: AuthoredWorld, cookie: string | null): Promise<ScenarioCard[]> =>
  valueIn(await world.get('scenarios', cookie)) as ScenarioCard[];

/** A drill on the school's case, opened by its trainee, the customer's first words said and answered. */
const drilled = async (world: AuthoredWorld): Promise<string> => {
  const drillId = idIn(valueIn(await world.post('drills', { scenarios: [OWN], seed: 1 }, await world.as('trainee'))));
  const desk = tab(`of-${drillId}`);
  const room = roomOf(world);
  await world.server.application.runner.join(drillId, desk, 0, true);
  await start(room, drillId, desk);
  await world.clock.advance(30_000);
  await say(room, drillId, desk, 'm1', '在的，您脚长量过吗，多少厘米？');
  await world.clock.advance(20_000);
  return drillId;
};
const ended = async (world: AuthoredWorld): Promise<string> => {
  const drillId = await drilled(world);
  await world.server.application.runner.end(drillId, 'time');
  await world.clock.settle();
  return drillId;
};
/** Everything that can still be read of a drill, in the form it would be sent. */
const tracesOf = async ({ server }: AuthoredWorld, drillId: string): Promise<unknown> => {
  const { runner } = server.application;
  const { content, events, row } = (await runner.record(drillId)) ?? {};
  const [report, replay] = [await runner.report(drillId), await runner.replay(drillId, true)];
  return JSON.parse(JSON.stringify({ content, events, hash: row?.contentHash, report, replay }));
};

test('what a case teaches is listed for teachers alone, and stands on no start card', async () => {
  const world = await authoredWorld();
  for (const cookie of [null, await world.as('trainee')]) {
    const listed = await cards(world, cookie);
    expect(listed.filter(({ teaches }) => teaches !== undefined)).toEqual([]);
    expect(listed.filter(({ trains }) => trains === '')).toEqual([]);
  }
  const [first] = await cards(world, await world.as('teacher'));
  expect(first?.teaches).toBe(library.scenarios.get(first?.id ?? '')?.teaches);
  const card = await world.get(`start-card?scenarios=${first?.id}`, await world.as('teacher'));
  expect(JSON.stringify(card.reply)).not.toContain(first?.teaches);
});

describe('a published case', () => {
  test('stands beside the shipped ones for its own school, marked, and for nobody else', async () => {
    const world = await authoredWorld();
    const before = await cards(world, await world.as('trainee'));
    const saved = savedIn(await world.post('authored', { files: filesOf(ownYaml()), note: '' }));
    expect(await cards(world, await world.as('trainee'))).toEqual(before);
    await world.post(`authored/${saved.case}/publish`, { version: saved.saved });
    for (const person of ['trainee', 'teacher']) {
      const listed = await cards(world, await world.as(person));
      expect(listed).toHaveLength(before.length + 1);
      expect(listed.filter(({ authored }) => authored).map(({ id }) => id)).toEqual([OWN]);
    }
    for (const cookie of [null, await world.as('trainee2')]) expect(await cards(world, cookie)).toEqual(before);
    expect(codeOf(await world.get(`start-card?scenarios=${OWN}`, await world.as('trainee')))).toBe('ok');
    expect(codeOf(await world.get(`start-card?scenarios=${OWN}`, null))).toBe('unknown-scenario');
    expect(codeOf(await world.post('drills', { scenarios: [OWN] }, await world.as('trainee')))).toBe('ok');
    for (const cookie of [null, await world.as('trainee2')])
      expect(codeOf(await world.post('drills', { scenarios: [OWN] }, cookie))).toBe('unknown-scenario');
    await world.post(`authored/${saved.case}/withdraw`);
    expect(await cards(world, await world.as('trainee'))).toEqual(before);
    expect(codeOf(await world.post('drills', { scenarios: [OWN] }, await world.as('trainee')))).toBe(
      'unknown-scenario',
    );
  });

  test('is there for a device without an account that has a seat in one of the school’s runs', async () => {
    const world = await authoredWorld();
    await publishOwn(world);
    const { guest, setCookie } = await createGuest(world.server.storage, 1, false);
    const cookie = setCookie.split(';')[0] ?? '';
    expect((await cards(world, cookie)).some(({ authored }) => authored)).toBe(false);
    await world.server.storage.runs.createRun(run('r1'), [seat('seat1', { guest, joinedAt: 5 })]);
    expect((await cards(world, cookie)).some(({ authored }) => authored)).toBe(true);
    expect(codeOf(await world.post('drills', { scenarios: [OWN] }, cookie))).toBe('ok');
  });

  test('two schools may use the same id, and each gets its own', async () => {
    const world = await authoredWorld();
    await publishOwn(world);
    const other = await world.as('teacher2');
    const saved = savedIn(await world.post('authored', { files: filesOf(CHANGED), note: '' }, other));
    await world.post(`authored/${saved.case}/publish`, { version: saved.saved }, other);
    const titleFor = async (person: string) =>
      (await cards(world, await world.as(person))).find(({ id }) => id === OWN)?.title;
    expect(await titleFor('trainee')).toBe('脚背高，买多大');
    expect(await titleFor('trainee2')).toBe('换了题目');
    for (const [person, words] of [
      ['trainee', FIRST_WORDS],
      ['trainee2', '我该拿几码呢'],
    ] as const) {
      const drillId = idIn(valueIn(await world.post('drills', { scenarios: [OWN], seed: 1 }, await world.as(person))));
      expect(JSON.stringify((await world.server.application.runner.record(drillId))?.content.scenarios)).toContain(
        words,
      );
    }
  });

  test('is there after a restart, with its versions and its record', async () => {
    const dataDir = tempFolder();
    const before = await authoredWorld(dataDir);
    const saved = await publishOwn(before);
    const drillId = await ended(before);
    const traces = await tracesOf(before, drillId);
    await before.server.application.close();
    const after = await authoredWorld(dataDir);
    expect((await cards(after, await after.as('trainee'))).find(({ id }) => id === OWN)?.authored).toBe(true);
    expect(rowsIn(await after.get('authored'))).toMatchObject([{ case: saved.case, published: { no: 1 } }]);
    expect(await tracesOf(after, drillId)).toEqual(traces);
  });
});

describe('a drill that has begun', () => {
  const changes: [string, (world: AuthoredWorld, saved: { case: string; saved: string }) => Promise<void>][] = [
    [
      'a new version',
      async ({ post }, { case: id }) => {
        const next = savedIn(await post(`authored/${id}/versions`, { files: filesOf(CHANGED), note: '' }));
        valueIn(await post(`authored/${id}/publish`, { version: next.saved }));
      },
    ],
    [
      'going back',
      async ({ post }, { case: id, saved }) => {
        const next = savedIn(await post(`authored/${id}/versions`, { files: filesOf(CHANGED), note: '' }));
        for (const version of [next.saved, saved]) valueIn(await post(`authored/${id}/publish`, { version }));
      },
    ],
    ['withdrawing', async ({ post }, { case: id }) => void valueIn(await post(`authored/${id}/withdraw`))],
  ];

  test.each(changes)('keeps its report and replay as they are after %s', async (_name, change) => {
    const world = await authoredWorld();
    const saved = await publishOwn(world);
    const past = await ended(world);
    const running = await drilled(world);
    const before = [await tracesOf(world, past), await tracesOf(world, running)];
    expect(JSON.stringify(before[0])).toContain(FIRST_WORDS);
    await change(world, saved);
    // A report's next cases leave out cases published since, however well they would fit.
    const report = await world.server.application.runner.report(past);
    for (const { scenario } of report.ok ? report.value.next : []) {
      const [type = '', name = ''] = scenario.split('/');
      // Those that vary would take a minute to check.
      if (scenario !== OWN && !library.templates.has(scenario))
        await publishOwn(world, ownYaml(`${type}/a-${name}`, scenario));
    }
    expect([await tracesOf(world, past), await tracesOf(world, running)]).toEqual(before);
    const desk = tab('again');
    const room = roomOf(world);
    await room.runner.join(running, desk, 0, true);
    expect(await say(room, running, desk, 'm2', '脚背高不高，系鞋带勒不勒？')).toMatchObject({ ok: true });
    await world.clock.advance(30_000);
    await room.runner.end(running, 'time');
    expect(JSON.stringify(desk.seen())).toContain('脚背高');
    expect((await room.runner.report(running)).ok).toBe(true);
  });

  test('reads nothing of the school’s cases while it is played', async () => {
    const world = await authoredWorld();
    await publishOwn(world);
    const running = await drilled(world);
    const { authored } = world.server.storage;
    const reads = (
      ['catalogCases', 'contentOfVersion', 'casesOf', 'caseById', 'version', 'versionRows', 'runCases'] as const
    ).map((name) => vi.spyOn(authored, name));
    const room = roomOf(world);
    const desk = tab('again');
    await room.runner.join(running, desk, 0, true);
    await say(room, running, desk, 'm2', '脚背高不高，系鞋带勒不勒？');
    await world.clock.advance(60_000);
    expect(reads.map((read) => read.mock.calls.length)).toEqual(reads.map(() => 0));
  });
});

describe('a trial', () => {
  test('is a practice drill of that version, published or not, of the teacher alone', async () => {
    const world = await authoredWorld();
    const saved = await publishOwn(world);
    const at = `authored/${saved.case}`;
    const next = savedIn(await world.post(`${at}/versions`, { files: filesOf(CHANGED), note: '' }));
    const opened = valueIn(await world.post(`${at}/try`, { version: next.saved }));
    expect(opened).toMatchObject({ mode: 'practice', run: null, scenarios: [{ id: OWN, title: '脚背高，买多大' }] });
    const content = (await world.server.application.runner.record(idIn(opened)))?.content.scenarios[0];
    expect(content?.title).toBe('换了题目');
    expect(codeOf(await world.get(`drills/${idIn(opened)}`))).toBe('ok');
    expect(codeOf(await world.get(`drills/${idIn(opened)}`, await world.as('admin')))).toBe('unknown-drill');
    expect((await cards(world, await world.as('trainee'))).find(({ id }) => id === OWN)?.title).toBe('脚背高，买多大');
  });
});

describe('a run', () => {
  const planned = { ...lessonPlan, scenarios: [OWN], incidents: [] };

  test('may be planned with the school’s own cases, and not with another school’s', async () => {
    const world = await authoredWorld();
    await publishOwn(world);
    const wanted = { name: '第一节', classId: null, plan: planned };
    expect(valueIn(await world.post('runs', wanted))).toMatchObject({ titles: [{ id: OWN, title: '脚背高，买多大' }] });
    const foreign = await world.post('runs', wanted, await world.as('teacher2'));
    expect(foreign.reply).toMatchObject({ error: { code: 'unknown-scenario', detail: OWN } });
  });

  test.each(['published anew', 'withdrawn'])(
    'gives every seat the version it was planned with, even when it is %s later',
    async (what) => {
      const world = await authoredWorld();
      const saved = await publishOwn(world);
      const made = valueIn(await world.post('runs', { name: '第一节', classId: null, plan: planned }));
      const { code } = made as { code: string };
      const join = (name: string): Promise<Answer> => world.post(`join/${code}`, { name }, null);
      await join('王小明');
      valueIn(await world.post(`runs/${idIn(made)}/stage`, { stage: 'drill' }));
      await world.clock.settle();
      const at = `authored/${saved.case}`;
      if (what === 'withdrawn') await world.post(`${at}/withdraw`);
      else {
        const next = savedIn(await world.post(`${at}/versions`, { files: filesOf(CHANGED), note: '' }));
        await world.post(`${at}/publish`, { version: next.saved });
      }
      const late = await join('李静');
      const { seat } = valueIn(late) as { seat: { id: string } };
      // A trainee who waits for the drill reads about the version planned for the run; elsewhere it is today's version,
      // or none.
      const about = async (more: string): Promise<Answer> =>
        world.get(`start-card?scenarios=${OWN}${more}`, late.cookie);
      expect(valueIn(await about(`&seat=${seat.id}`))).toMatchObject({
        scenarios: [{ title: '脚背高，买多大', authored: true }],
      });
      expect(codeOf(await about(''))).toBe(what === 'withdrawn' ? 'unknown-scenario' : 'ok');
      const other = await world.get(`start-card?scenarios=${OWN}&seat=${seat.id}`, await world.as('trainee2'));
      expect(codeOf(other)).toBe('unknown-scenario');
      await vi.waitFor(async () => expect(await world.server.storage.drillsOfRun(idIn(made))).toHaveLength(2), {
        timeout: 600_000,
      });
      const hashes = (await world.server.storage.drillsOfRun(idIn(made))).map(({ contentHash }) => contentHash);
      expect(new Set(hashes).size).toBe(1);
      expect(valueIn(await world.get(`runs/${idIn(made)}`))).toMatchObject({ titles: [{ id: OWN, minutes: 6 }] });
    },
  );
});
