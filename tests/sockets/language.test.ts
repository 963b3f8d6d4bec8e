/** A socket's refusals are in the language of its page, as the same refusals by HTTP are. */
import { expect, test } from 'vitest';
import { PROTOCOL_VERSION } from '#contract/sockets.ts';
import { ask, openDrill, testServer } from '#tests/http/support/test-server.ts';
import { connected, emit } from './test-socket.ts';

const messageOf = ({ ok, ...rest }: { ok: boolean; error?: { message: string } }): string =>
  ok ? 'ok' : (rest.error?.message ?? '');

test('the same refusal is the same sentence over HTTP and over a socket, in either language', async () => {
  const server = await testServer();
  const said: string[] = [];
  for (const lang of ['zh', 'en']) {
    const cookie = `kefu_lang=${lang}`;
    const socket = await connected(server, cookie);
    const refused = messageOf(await emit(socket, 'drill:join', { drillId: 'none', after: 0, take: true }));
    expect(messageOf((await ask(`${server.url}/api/drills/none/report`, { cookie })).reply)).toBe(refused);
    said.push(refused, messageOf(await emit(socket, 'nothing', {})));
  }
  expect(said).toEqual([
    '这台设备没有开过这场演练：回原来的设备打开，或者在这里新开一场。',
    '请求的格式不对：command',
    'This device did not open that drill. Go back to the device that did, or start a new drill here.',
    'Malformed request: command',
  ]);
});

test('the language in the handshake’s address goes before the cookie’s', async () => {
  const server = await testServer();
  const join = { drillId: 'none', after: 0, take: true };
  const english = await connected({ url: `${server.url}/?lang=en` }, 'kefu_lang=zh');
  expect(messageOf(await emit(english, 'drill:join', join))).toMatch(/^This device did not open that drill/);
  const browser = await connected(server, null, { 'accept-language': 'en' });
  expect(messageOf(await emit(browser, 'drill:join', join))).toMatch(/^这台设备没有开过这场演练/);
});

test('a page of another version is refused in its own language', async () => {
  const server = await testServer();
  const refused = connected(server, 'kefu_lang=en', {}, { protocol: PROTOCOL_VERSION + 1 });
  await expect(refused).rejects.toMatchObject({ data: { message: expect.stringMatching(/^The server was updated/) } });
});

test('two desks whose messages fail in one batch each hear of it in their own language', async () => {
  const server = await testServer();
  const desk = async (lang: string) => {
    const { drillId, cookie } = await openDrill(server);
    const socket = await connected(server, `${cookie}; kefu_lang=${lang}`);
    await emit(socket, 'drill:join', { drillId, after: 0, take: true });
    return () => emit(socket, 'drill:start', { drillId, commandId: 's' });
  };
  const starts = [await desk('zh'), await desk('en'), await desk('zh'), await desk('en')];
  server.storage.appendAll = async () => {
    throw new Error('the disk is full');
  };
  const replies = await Promise.all(starts.map((start) => start()));
  const [zh, en] = [
    /^没能保存，请再发一次；已经保存的都在。（编号 \w{6}）$/,
    /^It could not be saved. Send it again; everything saved before is safe. \(No. \w{6}\)$/,
  ];
  expect(replies.map(messageOf)).toEqual([zh, en, zh, en].map((told) => expect.stringMatching(told)));
});
