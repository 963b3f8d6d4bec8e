import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { PROTOCOL_VERSION, type Told } from '#contract/sockets.ts';
import { callerOf } from '#sockets/caller.ts';
import { openDrill, testServer } from '#tests/http/support/test-server.ts';
import { connected, emit, hearing, message } from './test-socket.ts';

/** A page that takes what its commands led to with their answers, at the desk of a drill that runs. */
const page = async () => {
  const server = await testServer();
  const { drillId, cookie } = await openDrill(server);
  const socket = await connected(server, cookie, {}, { protocol: PROTOCOL_VERSION, takesTold: true });
  const heard = hearing(socket);
  const joined = await emit(socket, 'drill:join', { drillId, after: 0, take: true });
  await emit(socket, 'drill:start', { drillId, commandId: 's' });
  return { server, drillId, cookie, socket, heard, joined };
};
const toldIn = (reply: Awaited<ReturnType<typeof emit>>): Told =>
  (reply as unknown as { value: { told?: Told } }).value.told ?? {};

test('a page that takes it so is told with the answer what its reply led to, in one packet [N24]', async () => {
  const { server, drillId, cookie, socket, heard, joined } = await page();
  const { value } = joined as unknown as { value: object };
  expect(value).not.toHaveProperty('told');
  const other = await connected(server, cookie);
  const otherHeard = hearing(other);
  await emit(other, 'drill:join', { drillId, after: 0, take: false });
  const [before, otherBefore] = [heard.messages.length, otherHeard.messages.length];
  const packets: string[] = [];
  const { conn } = server.application.io.sockets.sockets.get(socket.id ?? '') ?? {};
  conn?.on('packetCreate', ({ data }: { data?: string }) => packets.push(data?.[0] ?? ''));
  const reply = await emit(socket, 'message:send', message(drillId, 'm1'));
  const { events, typing } = toldIn(reply);
  expect(events).toMatchObject({ drillId, events: [{ event: { kind: 'trainee-said', id: 'm1' } }] });
  expect(events?.upTo).toBe((reply as unknown as { value: { seq: number } }).value.seq);
  expect(typing).toMatchObject([{ drillId, conversation: 'c1' }]);
  expect(packets).toEqual(['3']);
  expect(heard.messages).toHaveLength(before);
  // Another page of the same drill, which doesn't take it so, is told by a message: the same one.
  expect(otherHeard.messages.slice(otherBefore)).toEqual([events]);
  // Sent again, it is answered as before, and nothing is told twice (RULES N2).
  expect(toldIn(await emit(socket, 'message:send', message(drillId, 'm1')))).toEqual({});
  expect(heard.messages).toHaveLength(before);
});

test('what no answer follows is told by itself: a command without one, and what comes by itself', async () => {
  const { drillId, socket, heard } = await page();
  socket.emit('message:send', message(drillId, 'm1'));
  await heard.until((event) => event.kind === 'trainee-said' && event.id === 'm1');
});

test('a refusal and an answer that can hold nothing leave it to a message, and the order stays [N24]', async () => {
  const sent: unknown[][] = [];
  const socket = { id: 'p', data: { takesTold: true }, emit: (...said: unknown[]) => void sent.push(said) };
  const { viewer } = callerOf(socket as unknown as Parameters<typeof callerOf>[0]);
  const events = (upTo: number) => ({ drillId: 'd', after: upTo - 1, upTo, events: [], now: 0, running: true });
  const typing = { drillId: 'd', conversation: 'c1', from: 0, until: null };
  const stored = { ok: true as const, value: { seq: 2, now: 0 } };

  viewer.sendEvents(events(1));
  viewer.sendTyping(typing);
  expect(sent).toEqual([]);
  // Two in one moment: the first goes ahead.
  viewer.sendEvents(events(2));
  expect(sent).toEqual([
    ['drill:events', events(1)],
    ['drill:typing', typing],
  ]);
  expect(viewer.withHeld(stored, true)).toEqual({
    ok: true,
    value: { ...stored.value, told: { events: events(2), typing: [] } },
  });
  expect(viewer.withHeld(stored, true)).toBe(stored);

  sent.length = 0;
  viewer.sendEvents(events(3));
  const refusal = { ok: false as const, error: { code: 'internal' as const, message: '' } };
  expect(viewer.withHeld(refusal, true)).toBe(refusal);
  viewer.sendEvents(events(4));
  expect(viewer.withHeld(stored, false)).toBe(stored);
  viewer.sendEvents(events(5));
  viewer.sendTaken({ drillId: 'd' });
  viewer.sendEvents(events(6));
  await turn();
  expect(sent).toEqual([
    ['drill:events', events(3)],
    ['drill:events', events(4)],
    ['drill:events', events(5)],
    ['desk:taken', { drillId: 'd' }],
    ['drill:events', events(6)],
  ]);
});
