/** A drill with the school's own quick replies: seen, judged as the shipped ones are, and pinned. */
import type { Socket } from 'socket.io-client';
import { describe, expect, test } from 'vitest';
import { type ShopBody, shopSchema } from '#contract/bodies.ts';
import type { SchoolQuickReply } from '#contract/quick-replies.ts';
import type { Report } from '#contract/report.ts';
import { createGuest } from '#http/session/guest-cookie.ts';
import { engine } from '#server/engine-parts.ts';
import { type VirtualClock, virtualClock } from '#tests/drills/support/virtual-clock.ts';
import { cookieOf, twoSchools } from '#tests/http/support/people-world.ts';
import { ask, codeOf, openDrill, type TestServer, testServer, valueIn } from '#tests/http/support/test-server.ts';
import { reply } from '#tests/storage/quick-replies-contract.ts';
import { run, seat } from '#tests/storage/runs-contract.ts';
import { shippedCatalog } from './shipped-cases.ts';
import { connected, emit } from './test-socket.ts';

const SHOES = 'product-advice/shoe-half-size';
const WASH = reply('bxxy', { title: '洗鞋', text: '逐峰3能机洗，放洗衣袋里选轻柔档，别暴晒别烘干，洗完阴干就行' });
const SHIFT = reply('bxcj', { title: '问厂家', text: '这个不归我们管，您打厂家电话问' });
const TABLE = reply('bxcm', {
  title: '尺码说明',
  text: '选码请先量脚：晚上站着量，两只脚都量，以长的一只为准；脚背高、脚宽或者习惯穿厚袜的要放大一些，各款鞋楦不一样，这里只给一般的办法，您对照着自己选就行，选好了直接拍下，有问题再来问我',
});
const MEASURE = reply('bxlj', { title: '先量脚', text: '您脚长量过吗，是多少厘米？脚背高不高，系鞋带的时候勒不勒？' });

type Room = TestServer & { clock: VirtualClock; trainee: string; teacher: string };

const room = async (...own: SchoolQuickReply[]): Promise<Room> => {
  const clock = virtualClock();
  const server = await testServer({ engine, catalog: shippedCatalog, clock });
  await twoSchools(server.storage);
  const cookie = (id: string): Promise<string> => cookieOf(server.storage, id);
  const made = { ...server, clock, trainee: await cookie('trainee'), teacher: await cookie('teacher') };
  if (own.length > 0) await save(made, 0, own);
  return made;
};

const save = async ({ url, teacher }: Room, base: number, rows: SchoolQuickReply[]): Promise<void> => {
  const body = { mode: 'replace', base, rows };
  valueIn(await ask(`${url}/api/quick-replies/suibu`, { method: 'POST', cookie: teacher, body }));
};
/** Practice of somebody signed in: the device's cookie comes back beside. */
const practise = async (server: Room, session = server.trainee): Promise<{ id: string; cookie: string }> => {
  const { drillId, cookie } = await openDrill(server, `${session}; ${await guestCookie(server)}`, [SHOES]);
  return { id: drillId, cookie };
};
const guestCookie = async ({ storage, clock }: Room): Promise<string> =>
  (await createGuest(storage, clock.now(), false)).setCookie.split(';')[0] ?? '';
const shopOf = async ({ url }: Room, drill: string, cookie: string): Promise<ShopBody> =>
  shopSchema.parse(valueIn(await ask(`${url}/api/drills/${drill}/shops/suibu`, { cookie })));
const ownIn = ({ quickReplies }: ShopBody): string[] =>
  quickReplies.filter(({ own }) => own === true).map(({ code }) => code);
const reportOf = async ({ url }: Room, drill: string, cookie: string): Promise<Report> =>
  valueIn(await ask(`${url}/api/drills/${drill}/report`, { cookie })) as Report;

const start = async (server: Room, { id, cookie }: { id: string; cookie: string }): Promise<Socket> => {
  const socket = await connected(server, cookie);
  await emit(socket, 'drill:join', { drillId: id, after: 0, take: true });
  await emit(socket, 'drill:start', { drillId: id, commandId: 'start' });
  await server.clock.advance(12_000);
  return socket;
};
/** As the desk sends a phrase that was inserted and not touched. */
const send = async (
  { clock }: Room,
  socket: Socket,
  drill: string,
  { code, text }: SchoolQuickReply,
): Promise<void> => {
  const made = { how: 'quick-reply', quickReply: `own:${code}` };
  const commandId = `${code}-${clock.now()}`;
  const acked = await emit(socket, 'message:send', {
    drillId: drill,
    commandId,
    conversation: 'c1',
    text,
    made,
    anatomy: null,
  });
  expect(acked.ok).toBe(true);
  await clock.advance(20_000);
};
const end = (socket: Socket, drill: string) => emit(socket, 'drill:end', { drillId: drill, commandId: 'end' });

describe('a drill opened by a school’s people', () => {
  test('has the school’s own quick replies after the shipped ones', async () => {
    const server = await room(WASH, MEASURE);
    const drill = await practise(server);
    const shop = await shopOf(server, drill.id, drill.cookie);
    const shipped = shippedCatalog.data.shops.find(({ id }) => id === 'suibu')?.quickReplies ?? [];
    expect(shop.quickReplies.slice(0, shipped.length).every(({ own }) => own === undefined)).toBe(true);
    expect(shop.quickReplies.slice(shipped.length)).toEqual([
      { id: 'own:bxxy', ...WASH, own: true },
      { id: 'own:bxlj', ...MEASURE, own: true },
    ]);
  });

  test('has no own replies of another school, and none for a guest', async () => {
    const server = await room(WASH);
    for (const session of ['teacher2', 'trainee2']) {
      const drill = await practise(server, await cookieOf(server.storage, session));
      expect(ownIn(await shopOf(server, drill.id, drill.cookie))).toEqual([]);
    }
    const guest = await openDrill(server, null, [SHOES]);
    expect(ownIn(await shopOf(server, guest.drillId, guest.cookie))).toEqual([]);
    const foreign = await ask(`${server.url}/api/drills/${guest.drillId}/shops/suibu`, { cookie: server.trainee });
    expect(codeOf(foreign)).toBe('unknown-drill');
    const nowhere = await ask(`${server.url}/api/drills/${guest.drillId}/shops/guchui`, { cookie: guest.cookie });
    expect(codeOf(nowhere)).toBe('unknown-shop');
  });

  test('in a run has the own replies of the run’s school, also on a device without an account', async () => {
    const server = await room(WASH);
    const { storage, application } = server;
    const made = await createGuest(storage, server.clock.now(), false);
    await storage.runs.createRun(run('r1', { school: 's1' }), [
      seat('seat1', { run: 'r1', school: 's1', guest: made.guest }),
    ]);
    const place = { school: 's1', run: 'r1', seat: 'seat1', person: null, redo: null };
    await application.runner.preload([SHOES], { school: 's1', versions: [] });
    const opened = await application.runner.open({
      ...{
        guest: made.guest,
        scenarios: [SHOES],
        seed: 1,
        mode: 'lesson',
        place,
        from: { school: 's1', versions: [] },
      },
      setting: null,
    });
    const id = opened.ok ? opened.value.id : '';
    expect(ownIn(await shopOf(server, id, made.setCookie.split(';')[0] ?? ''))).toEqual(['bxxy']);
  });

  test.each([
    ['off-topic', 'canned-off-topic', [SHIFT]],
    ['rigid', 'canned-rigid', [TABLE]],
    ['repeated', 'canned-repeated', [MEASURE, MEASURE]],
  ] as const)('has a finding for an own reply that is %s', async (_, code, sent) => {
    const server = await room(SHIFT, TABLE, MEASURE);
    const drill = await practise(server);
    const socket = await start(server, drill);
    for (const each of sent) await send(server, socket, drill.id, each);
    await end(socket, drill.id);
    const { findings, transcript } = await reportOf(server, drill.id, drill.cookie);
    expect(findings.map((finding) => finding.code).filter((each) => each.startsWith('canned'))).toEqual([code]);
    const used = transcript.flatMap(({ quickReply }) => quickReply ?? []);
    expect(used).toEqual(sent.map((each) => `own:${each.code}`));
  });

  test('has no finding for an own reply that fits', async () => {
    const server = await room(MEASURE);
    const drill = await practise(server);
    const socket = await start(server, drill);
    await send(server, socket, drill.id, MEASURE);
    await end(socket, drill.id);
    const { findings } = await reportOf(server, drill.id, drill.cookie);
    expect(findings.filter(({ code }) => code.startsWith('canned'))).toEqual([]);
  });
});

describe('a reply of the trainee’s own', () => {
  const ID = 'a'.repeat(32);
  const sendOwn = async ({ clock }: Room, socket: Socket, drill: string, personal: string): Promise<void> => {
    const made = { how: 'quick-reply', quickReply: `mine:${ID}`, personal };
    const sent = {
      drillId: drill,
      commandId: `own-${clock.now()}`,
      conversation: 'c1',
      text: personal,
      made,
      anatomy: null,
    };
    expect((await emit(socket, 'message:send', sent)).ok).toBe(true);
    await clock.advance(20_000);
  };

  test.each([
    ['off-topic', ['小鹿，这个不归我们管，您打厂家电话问']],
    ['rigid', [TABLE.text]],
    ['repeated', [MEASURE.text, MEASURE.text]],
  ] as const)(
    'that is %s has the finding of the shop’s, and its report stays as the reply goes [Q83]',
    async (verdict, sent) => {
      const server = await room();
      const { url, storage } = server;
      const [text] = sent;
      await storage.personalReplies.put('trainee', [{ id: ID, code: '', title: '我的', text, rev: 1, at: 1 }]);
      const drill = await practise(server);
      const socket = await start(server, drill);
      for (const words of sent) await sendOwn(server, socket, drill.id, words);
      await end(socket, drill.id);
      const before = await reportOf(server, drill.id, drill.cookie);
      const replayed = valueIn(await ask(`${url}/api/drills/${drill.id}/replay`, { cookie: drill.cookie }));
      const canned = before.findings.map(({ code }) => code).filter((code) => code.startsWith('canned'));
      expect(canned).toEqual([`canned-${verdict}`]);
      expect(before.transcript.flatMap(({ quickReply }) => quickReply ?? [])).toEqual(sent.map(() => `mine:${ID}`));

      await storage.personalReplies.put('trainee', []);
      expect(JSON.stringify(await reportOf(server, drill.id, drill.cookie))).toBe(JSON.stringify(before));
      const after = valueIn(await ask(`${url}/api/drills/${drill.id}/replay`, { cookie: drill.cookie }));
      expect(JSON.stringify(after)).toBe(JSON.stringify(replayed));
    },
  );
});

describe('the content a drill was opened with', () => {
  test('stays, whatever is saved, put back or removed while it runs and afterwards', async () => {
    const server = await room(WASH, MEASURE);
    const { url, teacher } = server;
    const running = await practise(server);
    const socket = await start(server, running);
    await send(server, socket, running.id, WASH);
    await save(server, 1, [reply('bxxy', { title: '别的', text: '完全换了一句话，和原来那句没有关系' })]);
    expect(ownIn(await shopOf(server, running.id, running.cookie))).toEqual(['bxxy', 'bxlj']);
    // The drill judges by the content it was opened with, which doesn't have the new words.
    await send(server, socket, running.id, WASH);
    await end(socket, running.id);
    const before = await reportOf(server, running.id, running.cookie);
    const replay = valueIn(await ask(`${url}/api/drills/${running.id}/replay`, { cookie: running.cookie }));
    expect(before.findings.map(({ code }) => code)).toContain('canned-repeated');

    const remove = await ask(`${url}/api/quick-replies/suibu/remove`, {
      method: 'POST',
      cookie: teacher,
      body: { base: 2 },
    });
    valueIn(remove);
    expect(await reportOf(server, running.id, running.cookie)).toEqual(before);
    expect(valueIn(await ask(`${url}/api/drills/${running.id}/replay`, { cookie: running.cookie }))).toEqual(replay);
    expect((await shopOf(server, running.id, running.cookie)).quickReplies).toContainEqual({
      id: 'own:bxxy',
      ...WASH,
      own: true,
    });
    const fresh = await practise(server);
    expect(ownIn(await shopOf(server, fresh.id, fresh.cookie))).toEqual([]);
  });

  test('is the shipped content itself where the school has no own replies for the shop', async () => {
    const server = await room();
    const { id } = await practise(server);
    const variant = (await server.application.runner.content(id))?.scenarios[0]?.variant;
    const { hash } = await shippedCatalog.contentFor([SHOES], [], variant);
    expect((await server.storage.drill(id))?.contentHash).toBe(hash);
    await save(server, 0, [WASH]);
    const other = await practise(server);
    expect((await server.storage.drill(other.id))?.contentHash).not.toBe(hash);
  });
});
