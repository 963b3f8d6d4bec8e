import { describe, expect, test, vi } from 'vitest';
import { drillEventsSchema } from '#contract/wire-events.ts';
import { GRACE_MS } from '#drills/runner/attendance.ts';
import { deskRequest } from '#drills/runner/requests.ts';
import { deskRoom, opened, type Room, say, start, started, tab } from '#tests/drills/support/desk-room.ts';
import { ANSWER_MS } from '#tests/drills/support/toy-engine.ts';

describe('the runner', () => {
  test('stores, publishes and then acknowledges', async () => {
    const room = await deskRoom();
    const desk = tab('t1');
    const drillId = await started(room, desk);
    await room.clock.advance(1000);
    const before = desk.heard.length;
    const reply = await say(room, drillId, desk, 'm1', '39码');
    expect(reply).toEqual({ ok: true, value: { seq: 6, now: 1000 } });
    expect(desk.heard.slice(before)).toEqual([
      {
        drillId,
        after: 4,
        upTo: 6,
        now: 1000,
        running: true,
        events: [
          {
            seq: 5,
            event: {
              kind: 'trainee-said',
              at: 1000,
              conversation: 'c1',
              id: 'm1',
              text: '39码',
              quickReply: null,
              edited: 0,
            },
          },
        ],
      },
    ]);
    expect(await room.storage.read(drillId, 4)).toHaveLength(1);
  });

  test('[C1] due things happen at their own time, by the runner’s timer', async () => {
    const room = await deskRoom();
    const desk = tab('t1');
    const drillId = await started(room, desk);
    await room.clock.advance(1000);
    await say(room, drillId, desk, 'm1', '39码');
    await room.clock.advance(ANSWER_MS - 1);
    expect(desk.seen().filter(({ kind }) => kind === 'customer-said')).toHaveLength(1);
    await room.clock.advance(1);
    expect(desk.seen().at(-1)).toMatchObject({ kind: 'customer-said', at: 1000 + ANSWER_MS, id: 're-m1' });
  });

  test('[N1] every message is contiguous, and fits the contract', async () => {
    const room = await deskRoom();
    const desk = tab('t1');
    const drillId = await started(room, desk, ['product-advice/toy', 'product-advice/other']);
    for (const id of ['m1', 'm2', 'm3']) {
      await say(room, drillId, desk, id, '在的', id === 'm2' ? 'c2' : 'c1');
      await room.clock.advance(3000);
    }
    let last = 0;
    for (const message of desk.heard) {
      drillEventsSchema.parse(message);
      expect(message.after).toBe(last);
      last = message.upTo;
    }
  });

  test('[N1] joining again sends what was missed as one message', async () => {
    const room = await deskRoom();
    const first = tab('t1');
    const drillId = await started(room, first);
    await say(room, drillId, first, 'm1', '39码');
    const upTo = first.heard.at(-1)?.upTo ?? 0;
    room.runner.leave('t1', room.clock.now());
    await room.clock.advance(ANSWER_MS);
    const second = tab('t2');
    const reply = await room.runner.join(drillId, second, upTo, true);
    expect(reply).toMatchObject({ ok: true, value: { mine: true, running: true, now: ANSWER_MS } });
    expect(second.heard).toMatchObject([{ after: upTo, events: [{ event: { id: 're-m1' } }] }]);
    const fresh = tab('t3');
    await room.runner.join(drillId, fresh, 0, false);
    expect(fresh.seen()).toEqual([...first.seen(), ...second.seen()]);
  });

  test('[N2] a command that comes again gets its first acknowledgement and has no second effect', async () => {
    const room = await deskRoom();
    const desk = tab('t1');
    const drillId = await started(room, desk);
    const [first, twin] = await Promise.all([
      say(room, drillId, desk, 'm1', '39码'),
      say(room, drillId, desk, 'm1', '39码'),
    ]);
    await room.clock.advance(60_000);
    const late = await say(room, drillId, desk, 'm1', '另一句');
    expect(first.ok).toBe(true);
    expect(twin).toEqual(first);
    expect(late).toEqual(first);
    expect(desk.seen().filter(({ kind }) => kind === 'trainee-said')).toHaveLength(1);
  });

  test('[N2] a command that would be refused by now, or would change nothing, is answered as it was then', async () => {
    const room = await deskRoom();
    const desk = tab('t1');
    const drillId = await started(room, desk);
    const submit = (kind: 'drill:pause' | 'drill:resume' | 'drill:end', commandId: string) =>
      room.runner.submit(drillId, 't1', commandId, deskRequest(kind, { drillId, commandId }));
    await submit('drill:pause', 'p');
    await room.clock.advance(1000);
    const resumed = await submit('drill:resume', 'r');
    await room.clock.advance(1000);
    const said = await say(room, drillId, desk, 'm1', '39码');
    // It runs: nothing to resume.
    expect(await submit('drill:resume', 'r')).toEqual(resumed);
    expect(await submit('drill:resume', 'again')).not.toEqual(resumed);
    await submit('drill:end', 'e');
    expect(await say(room, drillId, desk, 'm1', '39码')).toEqual(said);
    expect(await say(room, drillId, desk, 'm2', '39码')).toMatchObject({ ok: false, error: { code: 'drill-ended' } });
  });

  test('[N2] a refusal isn’t stored: a resend is decided afresh', async () => {
    const room = await deskRoom();
    const desk = tab('t1');
    const drillId = await opened(room);
    await room.runner.join(drillId, desk, 0, true);
    expect(await say(room, drillId, desk, 'm1', '39码')).toMatchObject({ ok: false, error: { code: 'drill-paused' } });
    await start(room, drillId, desk);
    expect(await say(room, drillId, desk, 'm1', '39码')).toMatchObject({ ok: true });
  });

  test('[N3] commands sent at once are decided one after the other', async () => {
    const room = await deskRoom();
    const desk = tab('t1');
    const drillId = await started(room, desk);
    const replies = await Promise.all([1, 2, 3, 4, 5].map((n) => say(room, drillId, desk, `m${n}`, `第${n}句`)));
    expect(replies.map((reply) => (reply.ok ? reply.value.seq : reply.error.code))).toEqual([6, 8, 10, 12, 14]);
  });

  test('[N6] the newest tab is the desk, and the older one reads on and is told', async () => {
    const room = await deskRoom();
    const older = tab('t1');
    const drillId = await started(room, older);
    const newer = tab('t2');
    expect(await room.runner.join(drillId, newer, 0, true)).toMatchObject({ ok: true, value: { mine: true } });
    expect(older.lost).toEqual([drillId]);
    expect(await say(room, drillId, older, 'm1', '在')).toMatchObject({ ok: false, error: { code: 'desk-elsewhere' } });
    expect(await say(room, drillId, newer, 'm2', '在')).toMatchObject({ ok: true });
    expect(older.seen().at(-1)).toMatchObject({ kind: 'trainee-said', id: 'm2' });
    expect(await room.runner.join(drillId, older, 0, true)).toMatchObject({ ok: true, value: { mine: true } });
    expect(newer.lost).toEqual([drillId]);
  });

  test('a tab that never joined has no desk and can say nothing', async () => {
    const room = await deskRoom();
    const drillId = await opened(room);
    expect(await say(room, drillId, tab('t9'), 'm1', '在')).toMatchObject({ error: { code: 'desk-elsewhere' } });
    expect(await say(room, 'nowhere', tab('t9'), 'm1', '在')).toMatchObject({ error: { code: 'unknown-drill' } });
  });

  test('a bug in one command is answered with internal, changes nothing, and the drill goes on', async () => {
    const room = await deskRoom();
    const desk = tab('t1');
    const drillId = await started(room, desk);
    expect(await say(room, drillId, desk, 'm1', '坏')).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(await say(room, drillId, desk, 'm1', '好')).toMatchObject({ ok: true });
  });

  test('typing is announced before the customer’s line and taken back when the clock stops', async () => {
    const room = await deskRoom();
    const desk = tab('t1');
    const drillId = await started(room, desk);
    await say(room, drillId, desk, 'm1', '39码');
    expect(desk.typed).toEqual([{ drillId, conversation: 'c1', from: 0, until: ANSWER_MS }]);
    await room.runner.submit(drillId, 't1', 'p', deskRequest('drill:pause', { drillId, commandId: 'p' }));
    expect(desk.typed.at(-1)).toEqual({ drillId, conversation: 'c1', from: 0, until: null });
  });

  test('an ended drill has a score and a report', async () => {
    const room = await deskRoom();
    const desk = tab('t1');
    const drillId = await started(room, desk);
    await say(room, drillId, desk, 'm1', '39码');
    expect(await room.runner.report(drillId)).toMatchObject({ ok: false, error: { code: 'report-not-ready' } });
    await room.runner.submit(drillId, 't1', 'e', deskRequest('drill:end', { drillId, commandId: 'e' }));
    expect(await room.runner.report(drillId)).toMatchObject({ ok: true, value: { score: 1 } });
    await room.clock.settle();
    expect(await room.storage.drill(drillId)).toMatchObject({ state: 'ended', score: 1 });
    expect(await say(room, drillId, desk, 'm2', '在')).toMatchObject({ ok: false, error: { code: 'drill-ended' } });
  });
});

describe('memory', () => {
  /** Loading a drill reads its log from the start. */
  const loads = (room: Room, drillId: string) =>
    vi.mocked(room.storage.read).mock.calls.filter(([id]) => id === drillId).length;

  test('a drill that nobody watches is dropped from memory once its clock stands, and read again when wanted', async () => {
    const room = await deskRoom();
    const drillId = await started(room, tab('t1'));
    room.runner.leave('t1', room.clock.now());
    vi.spyOn(room.storage, 'read');
    await room.clock.advance(GRACE_MS / 2);
    await room.runner.join(drillId, tab('t2'), 4, true);
    expect(loads(room, drillId)).toBe(0);
    room.runner.leave('t2', room.clock.now());
    await room.clock.advance(GRACE_MS);
    await room.runner.join(drillId, tab('t3'), 4, true);
    expect(loads(room, drillId)).toBe(1);
  });
});
