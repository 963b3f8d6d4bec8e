import { describe, expect, test, vi } from 'vitest';
import { cookieOf, twoSchools } from '#tests/http/support/people-world.ts';
import { openDrill, testServer } from '#tests/http/support/test-server.ts';
import { connected, emit, hearing, message } from './test-socket.ts';

const atDesk = async () => {
  const server = await testServer();
  const { drillId, cookie } = await openDrill(server);
  const socket = await connected(server, cookie);
  const heard = hearing(socket);
  const joined = await emit(socket, 'drill:join', { drillId, after: 0, take: true });
  return { server, drillId, cookie, socket, heard, joined };
};

describe('a socket', () => {
  test('joins, starts, sends and hears, in that order', async () => {
    const { drillId, socket, heard, joined } = await atDesk();
    expect(joined).toEqual({ ok: true, value: { seq: 1, now: 0, mine: true, running: false } });
    // N1: what was missed comes before the acknowledgement.
    expect(heard.messages).toMatchObject([{ after: 0, upTo: 1, events: [{ event: { kind: 'drill-opened' } }] }]);
    expect(await emit(socket, 'drill:start', { drillId, commandId: 's' })).toMatchObject({
      ok: true,
      value: { seq: 4 },
    });
    expect(heard.messages.at(-1)).toMatchObject({ after: 1, upTo: 4, running: true });
    expect(await emit(socket, 'message:send', message(drillId, 'm1'))).toMatchObject({ ok: true, value: { seq: 6 } });
    expect(heard.events().at(-1)).toMatchObject({ kind: 'trainee-said', id: 'm1', text: '39码' });
  });

  test('[N2] the same command id twice is one message and one answer', async () => {
    const { drillId, cookie, server, socket, heard } = await atDesk();
    await emit(socket, 'drill:start', { drillId, commandId: 's' });
    const first = await emit(socket, 'message:send', message(drillId, 'm1'));
    expect(await emit(socket, 'message:send', message(drillId, 'm1'))).toEqual(first);
    // And over another line, as after a reconnect.
    socket.disconnect();
    const again = await connected(server, cookie);
    const { events } = hearing(again);
    await emit(again, 'drill:join', { drillId, after: 0, take: true });
    expect(await emit(again, 'message:send', message(drillId, 'm1'))).toEqual(first);
    expect([...heard.events(), ...events()].filter(({ kind }) => kind === 'trainee-said')).toHaveLength(2);
  });

  test('a reply asks the storage for nothing but to keep it', async () => {
    const { server, drillId, socket } = await atDesk();
    await emit(socket, 'drill:start', { drillId, commandId: 's' });
    const asked = (['ownerOf', 'drill', 'ackOf', 'read'] as const).map((name) => vi.spyOn(server.storage, name));
    expect(await emit(socket, 'message:send', message(drillId, 'm1'))).toMatchObject({ ok: true });
    expect(asked.flatMap((call) => call.mock.calls)).toEqual([]);
  });

  test('[E24] the owner alone takes a message back, and the page is told of it before the answer', async () => {
    const { server, drillId, socket, heard } = await atDesk();
    await emit(socket, 'drill:start', { drillId, commandId: 's' });
    await emit(socket, 'message:send', message(drillId, 'm1'));
    const back = { drillId, commandId: 'w1', conversation: 'c1', message: 'm1' };
    const other = await connected(server, (await openDrill(server)).cookie);
    expect(await emit(other, 'message:withdraw', back)).toMatchObject({ error: { code: 'unknown-drill' } });
    const first = await emit(socket, 'message:withdraw', back);
    expect(first).toMatchObject({ ok: true });
    expect(heard.events().at(-1)).toMatchObject({ kind: 'message-withdrawn', message: 'm1', heard: false });
    expect(await emit(socket, 'message:withdraw', back)).toEqual(first);
    expect(heard.events().filter(({ kind }) => kind === 'message-withdrawn')).toHaveLength(1);
  });

  test('another device’s reply is refused as one to a drill that doesn’t exist', async () => {
    const { server, drillId } = await atDesk();
    const other = await connected(server, (await openDrill(server)).cookie);
    expect(await emit(other, 'message:send', message(drillId, 'm0'))).toMatchObject({
      error: { code: 'unknown-drill' },
    });
  });

  test('practice that gets its person while it runs is the person’s on another device', async () => {
    const { server, drillId } = await atDesk();
    await twoSchools(server.storage);
    const own = await connected(server, await cookieOf(server.storage, 'trainee'));
    const join = { drillId, after: 0, take: true };
    expect(await emit(own, 'drill:join', join)).toMatchObject({ error: { code: 'unknown-drill' } });
    expect(await emit(own, 'message:send', message(drillId, 'm0'))).toMatchObject({ error: { code: 'unknown-drill' } });
    const guest = (await server.storage.drill(drillId))?.guest ?? '';
    await server.storage.portfolio.claim(guest, 'trainee', [drillId]);
    expect(await emit(own, 'drill:join', join)).toMatchObject({ ok: true, value: { mine: true } });
    await emit(own, 'drill:start', { drillId, commandId: 's' });
    expect(await emit(own, 'message:send', message(drillId, 'm1'))).toMatchObject({ ok: true });
  });

  test('[N6] a second tab takes the desk', async () => {
    const { server, drillId, cookie, socket, heard } = await atDesk();
    await emit(socket, 'drill:start', { drillId, commandId: 's' });
    const taken = new Promise((done) => socket.once('desk:taken', done));
    const second = await connected(server, cookie);
    expect(await emit(second, 'drill:join', { drillId, after: 0, take: false })).toMatchObject({
      value: { mine: false },
    });
    expect(await emit(second, 'message:send', message(drillId, 'm0'))).toMatchObject({
      error: { code: 'desk-elsewhere' },
    });
    expect(await emit(second, 'drill:join', { drillId, after: 0, take: true })).toMatchObject({
      value: { mine: true },
    });
    expect(await taken).toEqual({ drillId });
    expect(await emit(socket, 'message:send', message(drillId, 'm1'))).toMatchObject({
      error: { code: 'desk-elsewhere' },
    });
    expect(await emit(second, 'message:send', message(drillId, 'm1'))).toMatchObject({ ok: true });
    expect(await heard.until(({ kind }) => kind === 'trainee-said')).toMatchObject({ id: 'm1' });
  });

  test('[N6] the desk goes to the newest tab, also when the older one has just left', async () => {
    const { server, drillId, cookie, socket } = await atDesk();
    const second = await connected(server, cookie);
    await emit(second, 'drill:join', { drillId, after: 0, take: true });
    socket.disconnect();
    expect(await emit(second, 'drill:start', { drillId, commandId: 's' })).toMatchObject({ ok: true });
  });

  test('[N28] a page that is gone before its join is allowed takes no desk', async () => {
    const { server, drillId, cookie, socket } = await atDesk();
    const ownerOf = server.application.runner.ownerOf;
    let allow = (): void => {};
    const allowed = new Promise<void>((done) => {
      allow = done;
    });
    const asked = vi.spyOn(server.application.runner, 'ownerOf').mockImplementationOnce(async (id) => {
      await allowed;
      return ownerOf(id);
    });
    const gone = await connected(server, cookie);
    gone.emit('drill:join', { drillId, after: 0, take: true }, () => {});
    await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(1));
    const left = vi.spyOn(server.application.runner, 'leave');
    gone.disconnect();
    await vi.waitFor(() => expect(left).toHaveBeenCalledTimes(1));
    const taken = vi.fn();
    socket.on('desk:taken', taken);
    allow();
    expect(await emit(socket, 'drill:start', { drillId, commandId: 's' })).toMatchObject({ ok: true });
    expect(await emit(socket, 'message:send', message(drillId, 'm1'))).toMatchObject({ ok: true });
    expect(taken).not.toHaveBeenCalled();
  });

  test.each([
    ['a command nobody knows', 'drill:destroy', { drillId: 'x' }, 'bad-request', 'command'],
    ['an inherited name', 'constructor', {}, 'bad-request', 'command'],
    ['no payload', 'drill:start', null, 'bad-request', 'payload'],
    ['a missing field', 'drill:start', { drillId: 'x' }, 'bad-request', 'commandId'],
    ['a field too many', 'drill:start', { drillId: 'x', commandId: 'c', score: 100 }, 'bad-request', 'payload'],
    [
      'a conversation called like an object’s own',
      'message:typing',
      { drillId: 'x', conversation: 'constructor' },
      'bad-request',
      'conversation',
    ],
    [
      'an operation with more fields than any has',
      'action:do',
      {
        ...{ drillId: 'x', commandId: 'c', conversation: 'c1', action: 'note' },
        with: Object.fromEntries(Array.from({ length: 13 }, (_, n) => [`f${n}`, 1])),
      },
      'bad-request',
      'with',
    ],
    ['a text beyond all measure', 'message:send', message('x', 'c', '长'.repeat(10_001)), 'bad-request', 'text'],
  ])('acknowledges %s as a bad request', async (_name, command, payload, code, detail) => {
    const server = await testServer();
    const { cookie } = await openDrill(server);
    const socket = await connected(server, cookie);
    expect(await emit(socket, command, payload)).toMatchObject({ ok: false, error: { code, detail } });
  });

  test('a refusal of the engine carries its code and its sentence', async () => {
    const { drillId, socket } = await atDesk();
    await emit(socket, 'drill:start', { drillId, commandId: 's' });
    expect(await emit(socket, 'message:send', { ...message(drillId, 'm1'), conversation: 'c9' })).toMatchObject({
      ok: false,
      error: { code: 'unknown-conversation', message: '没有这个会话。' },
    });
  });

  test('a flood of commands is refused one by one, and the socket stays open', async () => {
    const { drillId, socket } = await atDesk();
    await emit(socket, 'drill:start', { drillId, commandId: 's' });
    const replies = await Promise.all(
      Array.from({ length: 80 }, (_, n) => emit(socket, 'message:send', message(drillId, `m${n}`))),
    );
    const refused = replies.filter((reply) => !reply.ok && reply.error.code === 'too-many-requests');
    expect(refused.length).toBeGreaterThan(20);
    expect(replies.filter(({ ok }) => ok).length).toBeGreaterThan(30);
    expect(socket.connected).toBe(true);
  });

  test('a hundred typing commands at once are accepted', async () => {
    const { drillId, socket } = await atDesk();
    await emit(socket, 'drill:start', { drillId, commandId: 's' });
    const replies = await Promise.all(
      Array.from({ length: 100 }, () => emit(socket, 'message:typing', { drillId, conversation: 'c1' })),
    );
    expect(replies.every(({ ok }) => ok)).toBe(true);
  });

  test('a message larger than any command closes the connection, not the server', async () => {
    const { server, cookie, socket } = await atDesk();
    const gone = new Promise((done) => socket.once('disconnect', done));
    socket.emit('message:send', { text: 'x'.repeat(200_000) });
    await gone;
    expect((await connected(server, cookie)).connected).toBe(true);
  });
});

describe('the handshake', () => {
  test('only pages of this server may connect', async () => {
    const server = await testServer({ publicUrl: 'https://kefu.example.cn' });
    const { cookie } = await openDrill(server);
    await expect(connected(server, cookie, { origin: 'https://evil.example' })).rejects.toThrow();
    await expect(connected(server, cookie, { origin: 'null' })).rejects.toThrow();
    expect((await connected(server, cookie, { origin: server.url })).connected).toBe(true);
    expect((await connected(server, cookie, { origin: 'https://kefu.example.cn' })).connected).toBe(true);
  });

  test('a connection without a cookie is allowed and can do nothing', async () => {
    const server = await testServer();
    const { drillId } = await openDrill(server);
    const socket = await connected(server, null);
    expect(await emit(socket, 'drill:join', { drillId, after: 0, take: true })).toMatchObject({
      error: { code: 'no-guest' },
    });
  });
});
