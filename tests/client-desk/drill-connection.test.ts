// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { drillNow, useDrillClock } from '#client/drill/model/drill-clock.ts';
import { connectDrill, takeDesk } from '#client/features/desk/model/drill-connection.ts';
import { draftOf, openDrafts, saveDraft } from '#client/features/desk/model/drill-drafts.ts';
import { noteTyping, sendMessage, transmit, withdraw } from '#client/features/desk/model/drill-send.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { arrived, fakeServer, OPENED, replied, said } from './fake-server.ts';

const MADE = { how: 'typed', quickReply: null } as const;
const flush = () => vi.advanceTimersByTimeAsync(0);
const state = useDrill.getState;
let fake = fakeServer();
let close = () => {};

const begin = async () => {
  fake = fakeServer();
  const { server } = fake;
  server.log.push(OPENED, arrived('c1', 8000), said('c1', 9000, '在吗'));
  server.now = 10_000;
  close = connectDrill('d1', fake.transport);
  server.up();
  await flush();
  return server;
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance', 'Date'] });
  localStorage.clear();
});
afterEach(() => {
  close();
  vi.useRealTimers();
});

describe('following the log', () => {
  it('joins with nothing and shows what has happened so far', async () => {
    const server = await begin();
    expect(server.sent[0]).toMatchObject({ name: 'drill:join', payload: { drillId: 'd1', after: 0, take: true } });
    expect(state()).toMatchObject({ link: { kind: 'live' }, lastSeq: 3, isCaughtUp: true, isElsewhere: false });
    expect(state().view.arrivalOrder).toEqual(['c1']);
  });

  it('[N1] a gap makes it join again from the last it has', async () => {
    const server = await begin();
    server.push(said('c1', 11_000, '一'), false);
    server.push(said('c1', 12_000, '二'));
    await flush();
    expect(server.commands('drill:join').at(-1)?.payload).toEqual({ drillId: 'd1', after: 3, take: true });
    expect(state().lastSeq).toBe(5);
    expect(state().view.conversations.c1?.bubbleCount).toBe(3);
  });

  it('[N1] an event it already has is not applied twice, and upTo passes over events it may not see', async () => {
    const server = await begin();
    server.tell(1);
    expect(state().view.conversations.c1?.bubbleCount).toBe(1);
    server.push(said('c1', 11_000, '一'));
    server.tell(0);
    expect(state().view.conversations.c1?.bubbleCount).toBe(2);
  });

  it('keeps drill time running between messages and still while stopped', async () => {
    const server = await begin();
    await vi.advanceTimersByTimeAsync(3000);
    expect(drillNow()).toBe(13_000);
    server.now = 13_500;
    server.running = false;
    server.push({ kind: 'clock-stopped', at: 13_500, why: 'pause' });
    await vi.advanceTimersByTimeAsync(5000);
    expect(drillNow()).toBe(13_500);
    expect(state().view.stopReason).toBe('pause');
  });

  it('[C4] a lost connection is amber for ten seconds, then red with the customers on hold', async () => {
    const network = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const server = await begin();
    server.down();
    expect(state().link.kind).toBe('reconnecting');
    await vi.advanceTimersByTimeAsync(9999);
    expect(state().link.kind).toBe('reconnecting');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(state().link.kind).toBe('offline');
    expect(drillNow()).toBe(20_000);
    server.up();
    await flush();
    expect(state().link).toEqual({ kind: 'live' });
    network.mockRestore();
  });

  it('[N6] the older window turns read-only and can take the desk back', async () => {
    const server = await begin();
    server.taken();
    expect(state().isElsewhere).toBe(true);
    server.mine = false;
    server.down();
    server.up();
    await flush();
    expect(server.commands('drill:join').at(-1)?.payload).toMatchObject({ take: false });
    expect(state().isElsewhere).toBe(true);
    server.mine = true;
    takeDesk();
    await flush();
    expect(state().isElsewhere).toBe(false);
  });

  it('says so when there is no such drill', async () => {
    fake = fakeServer();
    const { transport } = fake;
    const broken = {
      ...transport,
      send: () => Promise.resolve({ ok: false, error: { code: 'unknown-drill', message: '没有这场演练' } }),
    } as unknown as typeof transport;
    close = connectDrill('d1', broken);
    fake.server.up();
    await flush();
    expect(state().link).toMatchObject({ kind: 'refused', error: { code: 'unknown-drill' } });
  });
});

describe('replies', () => {
  it('a reply is shown as on its way, then as stored, and leaves the outbox at the echo', async () => {
    const server = await begin();
    sendMessage('c1', '在的', MADE, null);
    expect(state().outbox).toMatchObject([{ state: 'sending', text: '在的' }]);
    const id = String(server.commands('message:send')[0]?.payload.commandId);
    server.push(replied('c1', 12_000, '在的', id));
    expect(state().outbox).toEqual([]);
    server.sent.at(-1)?.answer({ ok: true, value: { seq: 4, now: 12_000 } });
    await flush();
    expect(state().outbox).toEqual([]);
  });

  it('a reply acknowledged before its echo stays in sight until the echo', async () => {
    const server = await begin();
    sendMessage('c1', '在的', MADE, null);
    server.sent.at(-1)?.answer({ ok: true, value: { seq: 4, now: 12_000 } });
    await flush();
    expect(state().outbox).toMatchObject([{ state: 'stored' }]);
    server.push(replied('c1', 12_000, '在的', 'its-own-id'));
    expect(state().outbox).toEqual([]);
  });

  it('[N5] an unacknowledged reply is sent again by itself with the same id if the customer has said nothing since', async () => {
    const server = await begin();
    sendMessage('c1', '在的', MADE, null);
    const first = server.commands('message:send')[0]?.payload.commandId;
    server.down();
    await flush();
    expect(state().outbox).toMatchObject([{ state: 'queued' }]);
    server.up();
    await flush();
    expect(server.commands('message:send').map((sent) => sent.payload.commandId)).toEqual([first, first]);
  });

  it('[N5] an unacknowledged reply goes back to the composer, before the draft there, if the customer has spoken since', async () => {
    const server = await begin();
    sendMessage('c1', '在的', MADE, null);
    server.down();
    saveDraft('c1', '另外');
    server.push(said('c1', 15_000, '算了不买了'), false);
    server.up();
    await flush();
    expect(server.commands('message:send')).toHaveLength(1);
    expect(state().outbox).toEqual([]);
    expect(state().notes.c1).toEqual({ kind: 'spoke-since' });
    expect(draftOf('c1')).toBe('在的\n另外');
  });

  it('[N5] a reply that was stored though unacknowledged is neither sent again nor given back', async () => {
    const server = await begin();
    sendMessage('c1', '在的', MADE, null);
    server.down();
    server.push(replied('c1', 12_000, '在的', 'its-own-id'), false);
    server.push(said('c1', 15_000, '好'), false);
    server.up();
    await flush();
    expect(server.commands('message:send')).toHaveLength(1);
    expect(state().outbox).toEqual([]);
    expect(draftOf('c1')).toBe('');
  });

  it('replies written without a connection are sent in order once it is back, and each can be withdrawn before', async () => {
    const server = await begin();
    server.down();
    sendMessage('c1', '一', MADE, null);
    sendMessage('c1', '二', MADE, null);
    sendMessage('c1', '三', MADE, null);
    withdraw(String(state().outbox[1]?.commandId));
    expect(draftOf('c1')).toBe('二');
    server.up();
    await flush();
    expect(server.commands('message:send').map((sent) => sent.payload.text)).toEqual(['一', '三']);
  });

  it('[C4] replies wait while the connection is back but the clock stands still', async () => {
    const server = await begin();
    server.down();
    sendMessage('c1', '一', MADE, null);
    server.running = false;
    server.log.push({ kind: 'clock-stopped', at: 12_000, why: 'server' });
    server.up();
    await flush();
    expect(server.commands('message:send')).toHaveLength(0);
    expect(state().outbox).toMatchObject([{ state: 'queued' }]);
    server.running = true;
    server.push({ kind: 'clock-started', at: 12_000, stoppedMs: 5000 });
    await flush();
    expect(server.commands('message:send').map((sent) => sent.payload.text)).toEqual(['一']);
  });

  it.each(['connection', 'server'] as const)(
    '[X51] what is sent while the clock stands after a lost line (%s) waits for it and goes once, in order',
    async (why) => {
      const server = await begin();
      server.down();
      server.running = false;
      server.log.push({ kind: 'clock-stopped', at: 12_000, why });
      server.up();
      await flush();
      sendMessage('c1', '一', MADE, null);
      sendMessage('c1', '二', MADE, null);
      expect(server.commands('message:send')).toHaveLength(0);
      expect(state().outbox).toMatchObject([{ state: 'queued' }, { state: 'queued' }]);
      withdraw(String(state().outbox[1]?.commandId));
      expect(draftOf('c1')).toBe('二');
      sendMessage('c1', '三', MADE, null);
      server.running = true;
      server.push({ kind: 'clock-started', at: 12_000, stoppedMs: 5000 });
      await flush();
      server.push(said('c2', 12_500, '另一位'));
      await flush();
      expect(server.commands('message:send').map((sent) => sent.payload.text)).toEqual(['一', '三']);
    },
  );

  it('[X51] one that got no answer on a line that turned out dead goes again by itself, under its id', async () => {
    const server = await begin();
    sendMessage('c1', '在的', MADE, null);
    const [first] = server.commands('message:send');
    first?.answer(null);
    await flush();
    expect(state().outbox).toMatchObject([{ state: 'failed', error: null }]);
    server.down();
    expect(state().outbox).toMatchObject([{ state: 'queued' }]);
    sendMessage('c1', '有货', MADE, null);
    server.up();
    await flush();
    const sent = server.commands('message:send').map(({ payload }) => [payload.text, payload.commandId]);
    expect(sent.slice(1).map(([text]) => text)).toEqual(['在的', '有货']);
    expect(sent[1]?.[1]).toBe(first?.payload.commandId);
  });

  it('[X51] what was queued as the drill ended is refused and comes back with the reason', async () => {
    const server = await begin();
    server.down();
    sendMessage('c1', '在的', MADE, null);
    server.running = false;
    server.log.push({ kind: 'drill-ended', at: 13_000, why: 'time' });
    server.up();
    await flush();
    server.sent.at(-1)?.answer({ ok: false, error: { code: 'drill-ended', message: '演练已经结束' } });
    await flush();
    expect(state().outbox).toEqual([]);
    expect(draftOf('c1')).toBe('在的');
    expect(state().notes.c1).toMatchObject({ kind: 'refused', code: 'drill-ended' });
  });

  it('a reply that is refused for good goes back to the composer with the reason', async () => {
    const server = await begin();
    sendMessage('c1', '在的', MADE, null);
    server.sent.at(-1)?.answer({ ok: false, error: { code: 'drill-paused', message: '现在暂停着' } });
    await flush();
    expect(draftOf('c1')).toBe('在的');
    expect(state().notes.c1).toMatchObject({ kind: 'refused', code: 'drill-paused' });
  });

  it.each(['storage-failed', 'storage-full', 'storage-gone'])(
    'a reply refused with %s stays marked and can be sent again with a press',
    async (code) => {
      const server = await begin();
      sendMessage('c1', '在的', MADE, null);
      server.sent.at(-1)?.answer({ ok: false, error: { code, message: '' } });
      await flush();
      const [item] = state().outbox;
      expect(item).toMatchObject({ state: 'failed', text: '在的', error: code });
      void transmit(String(item?.commandId));
      expect(state().outbox).toMatchObject([{ state: 'sending' }]);
      expect(server.commands('message:send')).toHaveLength(2);
    },
  );

  it('[T1] a reply that the turn has no room for goes back to the composer with the reason', async () => {
    const server = await begin();
    sendMessage('c1', '在的', MADE, null);
    server.sent.at(-1)?.answer({ ok: false, error: { code: 'turn-too-long', message: '客户还没看完' } });
    await flush();
    expect(draftOf('c1')).toBe('在的');
    expect(state().notes.c1).toMatchObject({ kind: 'refused', message: '客户还没看完' });
  });

  it('drafts and replies on their way survive a reload', async () => {
    const server = await begin();
    server.down();
    sendMessage('c1', '一', MADE, null);
    saveDraft('c1', '写到一半');
    close();
    expect(openDrafts('d1')).toMatchObject([{ text: '一' }]);
    const next = fakeServer();
    next.server.log.push(...server.log);
    close = connectDrill('d1', next.transport);
    expect(draftOf('c1')).toBe('写到一半');
    next.server.up();
    await flush();
    expect(next.server.commands('message:send').map((sent) => sent.payload.text)).toEqual(['一']);
  });

  it('a draft is stored a moment after the last key, or when the page goes', async () => {
    await begin();
    const stored = () => localStorage.getItem('kefu.drill.d1') ?? '';
    saveDraft('c1', '在');
    expect(stored()).not.toContain('在');
    await vi.advanceTimersByTimeAsync(250);
    expect(stored()).toContain('在');
    saveDraft('c1', '在的亲');
    window.dispatchEvent(new Event('pagehide'));
    expect(stored()).toContain('在的亲');
  });

  it('another drill has its own drafts', () => {
    openDrafts('d1');
    saveDraft('c1', '甲');
    openDrafts('d2');
    expect(draftOf('c1')).toBe('');
    openDrafts('d1');
    expect(draftOf('c1')).toBe('甲');
  });

  it('[T1] typing is told at most every two seconds', async () => {
    const server = await begin();
    for (let i = 0; i < 10; i++) noteTyping('c1');
    expect(server.commands('message:typing')).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2000);
    noteTyping('c1');
    expect(server.commands('message:typing')).toHaveLength(2);
    // The server of the next drill knows nothing of it.
    close();
    const next = await begin();
    noteTyping('c1');
    expect(next.commands('message:typing')).toHaveLength(1);
  });
});

describe('a server that is gone', () => {
  const away = async (isOnline: boolean) => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(isOnline);
    const server = await begin();
    await vi.advanceTimersByTimeAsync(4000);
    server.down();
    await vi.advanceTimersByTimeAsync(5000);
    return server;
  };
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('[X75] stops the clock at once where it doesn’t answer, and lets it run on where the network is gone', async () => {
    await away(true);
    expect(drillNow()).toBe(14_000);
    close();
    await away(false);
    expect(drillNow()).toBe(19_000);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(drillNow()).toBe(24_000);
  });

  it('[X75] shows no moment twice for the second and a half that the server lost as it went down', async () => {
    const server = await away(true);
    server.now = 12_700;
    server.running = false;
    server.up();
    await vi.advanceTimersByTimeAsync(400);
    expect(useDrillClock.getState().now).toBe(14_000);
    server.running = true;
    server.now = 15_000;
    server.push(said('c1', 15_000, '在？'));
    await vi.advanceTimersByTimeAsync(400);
    expect(useDrillClock.getState().now).toBeGreaterThanOrEqual(15_000);
  });
});
