import type { Socket } from 'socket.io-client';
import { describe, expect, test } from 'vitest';
import { replaySchema } from '#contract/replay.ts';
import { wireEventSchema } from '#contract/wire-events.ts';
import { createGuest } from '#http/session/guest-cookie.ts';
import { engine } from '#server/engine-parts.ts';
import { virtualClock } from '#tests/drills/support/virtual-clock.ts';
import { ask, testServer, valueIn } from '#tests/http/support/test-server.ts';
import { sweepsAll } from '#tests/support/sweep.ts';
import { customerLines, secrets } from './answer-key.ts';
import { library, oneOfEachType, shippedCatalog } from './shipped-cases.ts';
import { connected, emit, hearing } from './test-socket.ts';

/** Trainees who between them set off most reactions; the first says what the author's model trainee says. */
const TRAINEES: Record<string, (id: string) => readonly string[]> = {
  model: (id) =>
    (library.testplans.get(id)?.model?.replies ?? []).flatMap(({ say }) =>
      say.flatMap((line) => ('text' in line ? line.text : [])),
    ),
  lazy: () => ['在的亲', '这个说不好哦', '稍等', '您看详情页吧', '不知道', '再见'],
  silent: () => [],
};

/** Resolves when everything sent before it has arrived. */
const caughtUp = (socket: Socket) => emit(socket, 'nothing', null);

const play = async (id: string, replies: readonly string[]) => {
  const clock = virtualClock();
  const server = await testServer({ engine, catalog: shippedCatalog, clock });
  // Opened without HTTP, as an incident can't be practised by itself there.
  const { guest, setCookie } = await createGuest(server.storage, clock.now(), false);
  const cookie = setCookie.split(';')[0] ?? '';
  const drill = { guest, scenarios: [id], seed: 1, mode: 'practice' as const, place: null, setting: null };
  const opened = await server.application.runner.open(drill);
  if (!opened.ok) throw new Error(opened.error.code);
  const drillId = opened.value.id;
  const socket = await connected(server, cookie);
  const heard = hearing(socket);
  await emit(socket, 'drill:join', { drillId, after: 0, take: true });
  await emit(socket, 'drill:start', { drillId, commandId: 'start' });
  const said: string[] = [];
  for (let step = 0; step < 60; step++) {
    await clock.advance(8000);
    const text = replies[step];
    if (text === undefined) continue;
    said.push(text);
    const made = { how: 'typed', quickReply: null };
    await emit(socket, 'message:send', {
      drillId,
      commandId: `m${step}`,
      conversation: 'c1',
      text,
      made,
      anatomy: null,
    });
  }
  await emit(socket, 'drill:end', { drillId, commandId: 'end' });
  await caughtUp(socket);
  const http = await Promise.all(
    ['/api/scenarios', '/api/drills', `/api/drills/${drillId}`].map((path) => ask(server.url + path, { cookie })),
  );
  const replay = await ask(`${server.url}/api/drills/${drillId}/replay`, { cookie });
  return {
    replay: replaySchema.parse(valueIn(replay)).events.map(({ event }) => event),
    messages: heard.messages,
    events: heard.events(),
    said,
    http: JSON.stringify(http.map(({ reply }) => reply)),
  };
};

describe.each(oneOfEachType)('%s', async (id) => {
  const place = oneOfEachType.indexOf(id);
  const scenario = library.scenarios.get(id);
  if (scenario === undefined) throw new Error(id);
  const { data } = await shippedCatalog.contentFor([id]);
  const lines = customerLines(data, scenario);
  const never = secrets(data, scenario);

  test.each(Object.keys(TRAINEES).filter((_, i) => sweepsAll || (i + place) % 3 === 0))(
    'the browser of a %s trainee never holds the answer key',
    async (trainee) => {
      const { messages, events, http, replay } = await play(id, TRAINEES[trainee]?.(id) ?? []);
      // A customer who only has to pay may say nothing, so no line is expected.
      expect(events.map(({ kind }) => kind)).toContain('customer-arrived');
      expect(events.map(({ kind }) => kind)).toContain('drill-ended');
      // A replay has exactly the events that the desk was sent.
      expect(replay).toEqual(events);
      const open: string[] = [];
      for (const { events: batch } of messages) {
        for (const { event } of batch) {
          wireEventSchema.parse(event);
          // The trainee's own words come back as they were sent.
          if (event.kind === 'trainee-said') continue;
          if (event.kind === 'customer-said' && event.bubble.kind === 'text') open.push(event.bubble.text);
          // Practice shows the question itself, in the author's words.
          if (event.kind === 'question-changed') open.push(event.text);
          const sent = JSON.stringify(event);
          const heard = open.join('\n');
          for (const line of [...lines, ...never]) {
            if (sent.includes(line) && !heard.includes(line)) expect.fail(`${event.kind} gives away: ${line}`);
          }
          expect(sent).not.toMatch(
            /"(points?|needs?|contradicts|rubric|because|persona|turn|reaction|tolerates|says)":/,
          );
        }
      }
      // The product opens no drill with an incident, so a list of drills never shows the title that stands here.
      const bodies = scenario.incident === null ? http : http.replaceAll(`"title":"${scenario.title}"`, '');
      // What it teaches is the answer in a sentence: the report says it.
      for (const line of [...lines, ...never, scenario.teaches]) {
        if (bodies.includes(line)) expect.fail(`an HTTP body gives away: ${line}`);
      }
    },
  );
});
