import { describe, expect, test } from 'vitest';
import { type Replay, replaySchema } from '#contract/replay.ts';
import { content, eventsOf, SCENARIO, storeDrill } from '#tests/classroom/support/golden-class.ts';
import { get, post, type Room, resultsServer } from '#tests/http/support/results-world.ts';
import { codeOf, valueIn, withoutId } from '#tests/http/support/test-server.ts';
import { customerLines, secrets } from '#tests/sockets/answer-key.ts';

const poor = eventsOf('poor');
const PATH = 'drills/d1-1/replay';
const room = (results: 'published' | 'at-once' = 'at-once'): Promise<Room> =>
  resultsServer([{ name: '甲', drills: [poor] }], results);
const replayOf = async (server: Room, cookie: string): Promise<Replay> =>
  replaySchema.parse(valueIn(await get(server, PATH, cookie)));

describe('[M6] a replay', () => {
  test('is for its trainee and staff, who may read the report; for others there is no such drill', async () => {
    const server = await room();
    for (const cookie of [server.trainee, server.teacher]) expect(codeOf(await get(server, PATH, cookie))).toBe('ok');
    const [unknown, foreign] = await Promise.all([
      get(server, 'drills/nothing/replay', server.stranger),
      get(server, PATH, server.stranger),
    ]);
    expect([foreign.status, withoutId(foreign)]).toEqual([unknown.status, withoutId(unknown)]);
    expect(codeOf(foreign)).toBe('unknown-drill');
  });

  test('waits for publishing, as the report does, except for staff', async () => {
    const server = await room('published');
    expect(codeOf(await get(server, PATH, server.trainee))).toBe('report-not-published');
    expect(codeOf(await get(server, PATH, server.teacher))).toBe('ok');
    await post(server, 'runs/r1/publish', server.teacher, { published: true });
    expect(codeOf(await get(server, PATH, server.trainee))).toBe('ok');
  });

  test('is refused until the drill has ended', async () => {
    const server = await room();
    const running = poor.filter(({ kind }) => kind !== 'drill-ended');
    await storeDrill(server.storage, 'd1-2', 1, running, null);
    for (const cookie of [server.trainee, server.teacher])
      expect(codeOf(await get(server, 'drills/d1-2/replay', cookie))).toBe('report-not-ready');
  });

  test('holds every line of the log in order, at its drill time', async () => {
    const server = await room();
    const { events } = await replayOf(server, server.trainee);
    const said = events.flatMap(({ seq, event }) =>
      event.kind === 'trainee-said' || event.kind === 'customer-said' ? [[seq, event.at, event.id]] : [],
    );
    const logged = poor.flatMap((event, at) =>
      event.kind === 'trainee-said' || event.kind === 'customer-said' ? [[at + 1, event.at, event.id]] : [],
    );
    expect(said.length).toBeGreaterThan(4);
    expect(said).toEqual(logged);
    expect(events.at(-1)?.event.kind).toBe('drill-ended');
  });

  test('shows the ledger of a lesson to staff only, and otherwise the same to both', async () => {
    const server = await room();
    const [mine, staffs] = [await replayOf(server, server.trainee), await replayOf(server, server.teacher)];
    const isLedger = ({ event }: Replay['events'][number]): boolean => event.kind === 'question-changed';
    expect(mine.events.filter(isLedger)).toEqual([]);
    expect(staffs.events.filter(isLedger).length).toBeGreaterThan(0);
    expect(staffs.events.filter((one) => !isLedger(one))).toEqual(mine.events);
  });

  test('shows nothing of the answer key, and no line that no customer said', async () => {
    const server = await room();
    const scenario = content.scenarios.find(({ id }) => id === SCENARIO);
    if (scenario === undefined) throw new Error(SCENARIO);
    const { events } = await replayOf(server, server.teacher);
    const open = events
      .flatMap(({ event }) =>
        event.kind === 'customer-said' && event.bubble.kind === 'text'
          ? [event.bubble.text]
          : event.kind === 'trainee-said' || event.kind === 'question-changed'
            ? [event.text]
            : [],
      )
      .join('\n');
    const sent = JSON.stringify(events);
    const leaked = [...customerLines(content, scenario), ...secrets(content, scenario)].filter(
      (line) => sent.includes(line) && !open.includes(line),
    );
    expect(leaked).toEqual([]);
  });
});
