/** The queue of a rush: who is given to the desk, who leaves, and what the trainee decides about it. */
import { describe, expect, it } from 'vitest';
import { MAX_CUSTOMERS as ON_THE_WIRE } from '#contract/commands.ts';
import { forkLog } from '#engine/fork.ts';
import { MAX_CUSTOMERS } from '#engine/model/rush.ts';
import { at, drive, end, of, say, shutWindows, take, tick, transfer } from '#tests/engine/support/drive.ts';
import { atTheDoor, opened, rushDrive } from '#tests/engine/support/rush-drill.ts';
import { ENDINGS, SAID, shipBeat, shoes, shoesWith, sizeBeat } from '#tests/engine/support/shoes.ts';
import { beat, contentOf, ending, span, windowOf } from '#tests/engine/support/tiny.ts';

/** Comes back two days after a size that was wrong. */
const regret = contentOf([
  shoesWith({
    beats: [
      sizeBeat({ tolerates: 9 }),
      shipBeat({ tolerates: 9 }),
      beat({ id: 'pinch', says: '39夹脚', window: windowOf('follow-up', '30s'), then: 'sour' }),
    ],
    endings: [
      ending({ id: 'kept', outcome: 'paid', later: { left: 'says-39', unmet: null, after: span('2d'), to: 'pinch' } }),
      ...ENDINGS.filter(({ id }) => id !== 'kept'),
    ],
  }),
]);

/** Serves a customer to the end: after it leave is taken. */
const served = (from: number, conversation = 'c1') => [
  say(from, SAID.size, conversation),
  say(from + 15_000, SAID.ship, conversation),
  say(from + 30_000, SAID.bye, conversation),
];

describe('the queue', () => {
  it('[Q1] takes who comes while the seat is full, and gives them to the desk in order once there is room', () => {
    const played = rushDrive([...served(8000), tick(80_000)], [0, 10_000, 20_000]);
    const leave = of(played.log, 'window-closed').find(({ windowKind }) => windowKind === 'goodbye');
    expect(leave?.how).toBe('taken');
    expect(atTheDoor(played.log)).toEqual([
      '0 given c1',
      '10000 queued c2',
      '20000 queued c3',
      `${leave?.at} given c2`,
    ]);
  });

  it('[C6] counts its seconds apart: the clock of the first response starts at the desk', () => {
    const played = rushDrive([...served(8000), tick(80_000)], [0, 10_000]);
    const [, second] = of(played.log, 'customer-arrived');
    expect(second?.queuedMs).toBe((second?.at ?? 0) - 10_000);
    expect(second?.queuedMs).toBeGreaterThan(20_000);
    expect(at(played, 'c2').waitingSince).toBeGreaterThanOrEqual(second?.at ?? Number.POSITIVE_INFINITY);
  });

  it('[Q1] holds nobody where there is room, and a log without a rush has nothing of it', () => {
    expect(atTheDoor(rushDrive([tick(30_000)], [0, 10_000, 20_000], { capacity: 3 }).log)).toEqual([
      '0 given c1',
      '10000 given c2',
      '20000 given c3',
    ]);
    const plain = drive(shoes, [tick(1000)]);
    expect(JSON.stringify(plain.log)).not.toMatch(/rush|patience|customer-queued/);
    expect(plain.drill.rush).toBeNull();
  });

  it('[Q1] takes who comes back, too, and their return is served in its turn', () => {
    const [first, second] = ['c1', 'c2'];
    const unsure = [say(8000, SAID.size), say(23_000, SAID.wrongSize), say(38_000, SAID.ship), say(53_000, SAID.bye)];
    // While they are away the next customer has the desk.
    const played = drive(regret, [...unsure, tick(200_000), transfer(201_000, second), tick(210_000)], {
      rush: opened(),
      customers: [
        { scenario: 'product-advice/shoes', arrivesAt: 0, patienceMs: 300_000 },
        { scenario: 'product-advice/shoes', arrivesAt: 30_000, patienceMs: 300_000 },
      ],
    });
    const [due] = of(played.log, 'return-due');
    const door = atTheDoor(played.log);
    expect(door.filter((one) => one.endsWith(first ?? ''))).toEqual([
      '0 given c1',
      `${due?.dueAt} queued c1`,
      `${(due?.dueAt ?? 0) + 90_000} colleague c1`,
    ]);
    const served = drive(regret, [...unsure, tick(100_000), transfer(101_000, second), tick(110_000)], {
      rush: opened(),
      customers: [
        { scenario: 'product-advice/shoes', arrivesAt: 0, patienceMs: 300_000 },
        { scenario: 'product-advice/shoes', arrivesAt: 30_000, patienceMs: 300_000 },
      ],
    });
    expect(of(served.log, 'customer-arrived').at(-1)).toMatchObject({
      conversation: first,
      at: 101_000,
      returning: true,
    });
  });

  it('[Q3] is left by who has used up their patience, and by who has waited long enough to a colleague', () => {
    const played = rushDrive([tick(200_000)], [0, [10_000, 40_000], [20_000, 400_000]]);
    expect(atTheDoor(played.log).slice(0, 5)).toEqual([
      '0 given c1',
      '10000 queued c2',
      '20000 queued c3',
      '50000 gave-up c2',
      '110000 colleague c3',
    ]);
    expect(at(played, 'c2').status).toBe('closed');
  });

  it('[Q3] has no way back: who is gone can be written to by nobody, nor taken', () => {
    const gone = rushDrive([tick(60_000), say(61_000, SAID.here, 'c2'), take(62_000, 'c2')], [0, [10_000, 40_000]]);
    expect(gone.refusals.map(({ code }) => code)).toEqual(['conversation-not-here', 'not-in-queue']);
  });

  it('[Q4] is void when the minutes are over, and who is at the desk is served to the end', () => {
    const played = rushDrive([tick(175_000), ...served(181_000), tick(400_000)], [170_000, 175_000], { minutes: 3 });
    expect(atTheDoor(played.log)).toEqual(['170000 given c1', '175000 queued c2', '180000 rush-over c2']);
    expect(of(played.log, 'rush-over').map((e) => e.at)).toEqual([180_000]);
    expect(of(played.log, 'drill-ended')[0]).toMatchObject({ why: 'finished' });
  });

  it('[Q4] ends with its closing minutes, as at the bell, whoever is still there', () => {
    const busy = Array.from({ length: 40 }, (_, i) => say(5000 + i * 12_000, SAID.hold30));
    const played = rushDrive([...busy, tick(500_000)], [0], { minutes: 3, closingMs: 60_000 });
    const [ended] = of(played.log, 'drill-ended');
    expect(ended?.at).toBeLessThanOrEqual(240_000);
    const late = rushDrive([tick(900_000)], [[239_000, 1]], { minutes: 3, closingMs: 61_000 });
    expect(of(late.log, 'drill-ended')).toMatchObject([{ at: 241_000, why: 'time' }]);
    expect(of(late.log, 'question-changed').at(-1)?.to).toBe('void');
  });
});

describe('a customer taken out of the queue', () => {
  it('[Q2] may be any of them, one above the capacity, and no second one', () => {
    const played = rushDrive([take(30_000, 'c3'), take(31_000, 'c2'), tick(40_000)], [0, 10_000, 20_000]);
    expect(atTheDoor(played.log)).toContain('30000 taken c3');
    expect(played.refusals.map(({ code }) => code)).toEqual(['desk-full']);
  });

  it('[Q2] leaves the others where they are: none is given to the desk before it has room again', () => {
    const played = rushDrive([take(30_000, 'c3'), ...served(31_000), tick(95_000)], [0, 10_000, 20_000]);
    expect(atTheDoor(played.log).filter((one) => one.includes(' given '))).toEqual(['0 given c1']);
  });

  it('[Q2] is refused where there is no such customer, no queue and no rush', () => {
    const odd = rushDrive([take(1000, 'c9'), take(1000, 'constructor'), take(1000, 'c1')], [0, 10_000]);
    expect(odd.refusals.map(({ code }) => code)).toEqual([
      'unknown-conversation',
      'unknown-conversation',
      'not-in-queue',
    ]);
    expect(drive(shoes, [take(1000, 'c1')]).refusals.map(({ code }) => code)).toEqual(['not-a-rush']);
  });

  it('[Q2] never makes more than twelve, which the wire and the engine both call the most', () => {
    const comes = Array.from({ length: 14 }, (_, i) => i * 100);
    const played = rushDrive([take(5000, 'c13'), tick(6000)], comes, { capacity: 12 });
    expect(played.refusals.map(({ code }) => code)).toEqual(['desk-full']);
    expect(ON_THE_WIRE).toBe(MAX_CUSTOMERS);
  });
});

describe('a transfer', () => {
  it('[Q7] closes the conversation with its note, makes room, and nothing falls due in it any more', () => {
    const played = rushDrive([transfer(12_000), tick(20_000)], [0, 10_000]);
    expect(of(played.log, 'conversation-closed')).toMatchObject([{ by: 'transfer', note: '换码，答应四点前回' }]);
    expect(atTheDoor(played.log)).toEqual(['0 given c1', '10000 queued c2', '12000 given c2']);
    const after = rushDrive([transfer(12_000), tick(400_000)], [0]);
    const own = after.log.filter((e) => 'conversation' in e && e.conversation === 'c1' && e.at > 12_000);
    expect(own).toEqual([]);
    expect(of(after.log, 'drill-ended')[0]).toMatchObject({ why: 'finished' });
  });

  it('[Q7] voids what was still in time and misses what was not, with the words said just before judged', () => {
    const early = rushDrive([say(9000, SAID.size), transfer(9500)], [0]);
    expect(of(early.log, 'turn-judged')).toHaveLength(1);
    expect(of(early.log, 'customer-said').filter((e) => e.at >= 9000)).toEqual([]);
    const waiting = rushDrive([transfer(9500)], [0]);
    expect(of(waiting.log, 'question-changed').map((e) => e.to)).toEqual(['void']);
    const late = rushDrive([transfer(75_000)], [0]);
    expect(of(late.log, 'question-changed').map((e) => e.to)).toEqual(['unanswered']);
    expect(shutWindows(late.log)).toEqual([]);
  });

  it('[Q7] is for good: who would have come back comes back to the colleague', () => {
    const unsure = [say(8000, SAID.size), say(23_000, SAID.wrongSize), say(38_000, SAID.ship), say(53_000, SAID.bye)];
    const options = { rush: opened(), customers: [{ scenario: 'product-advice/shoes', arrivesAt: 0 }] };
    const planned = drive(regret, [...unsure, tick(58_000)], options);
    expect(of(planned.log, 'return-due')).toHaveLength(1);
    const played = drive(regret, [...unsure, transfer(58_500), tick(300_000)], options);
    expect(played.refusals).toEqual([]);
    expect(of(played.log, 'customer-arrived')).toHaveLength(1);
    expect(of(played.log, 'drill-ended')).toHaveLength(1);
  });

  it('[Q7] needs a line for the colleague, somebody at the desk, and a rush', () => {
    const odd = [transfer(1000, 'c1', '  '), transfer(1100, 'c2'), transfer(1200, '__proto__')];
    expect(rushDrive(odd, [0, 500]).refusals.map(({ code }) => code)).toEqual([
      'note-missing',
      'conversation-not-here',
      'unknown-conversation',
    ]);
    expect(drive(shoes, [transfer(1000)]).refusals.map(({ code }) => code)).toEqual(['not-a-rush']);
    const twice = rushDrive([transfer(1000), transfer(2000)], [0]);
    expect(twice.refusals.map(({ code }) => code)).toEqual(['conversation-closed']);
  });
});

describe('a greeting by machine', () => {
  const greeting = '您好，正在排队，前面的接完马上来';
  const commands = [...served(8000), ...served(60_000, 'c2'), end(200_000)];

  it('[Q5] is sent to who waits at once, and to nobody who is served at once', () => {
    const played = rushDrive(commands, [0, 10_000], { greeting });
    expect(of(played.log, 'greeting-sent')).toEqual([
      { kind: 'greeting-sent', at: 10_000, conversation: 'c2', text: greeting },
    ]);
  });

  it('[Q5] changes nothing else: no reply, no clock, no mood', () => {
    const greeted = rushDrive(commands, [0, 10_000], { greeting });
    const plain = rushDrive(commands, [0, 10_000]);
    const rest = greeted.log.filter(({ kind }) => kind !== 'greeting-sent' && kind !== 'drill-opened');
    expect(rest).toEqual(plain.log.filter(({ kind }) => kind !== 'drill-opened'));
    const waiting = (more: Parameters<typeof rushDrive>[2]) => rushDrive([tick(20_000)], [0, 10_000], more).drill;
    expect(waiting({ greeting }).conversations).toEqual(waiting({}).conversations);
  });
});

it('[N7] a turn of a rush done again is one customer alone, without queue or dial', () => {
  const played = rushDrive([...served(8000), tick(60_000)], [0, 10_000], { greeting: '您好' });
  const forked = forkLog(played.log, { drill: 'd1', conversation: 'c1', turn: 1, since: null });
  expect(JSON.stringify(forked)).not.toMatch(/"rush"|dial-turned|rush-over/);
});
