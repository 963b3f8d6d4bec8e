/** The end of a shift: who is still there is handed over to the next one, with a note or without (RULES Q71). */
import { describe, expect, it } from 'vitest';
import { forkLog, silenceAt } from '#engine/fork.ts';
import type { Command } from '#engine/model/commands.ts';
import { handoverMsFor } from '#engine/model/rush.ts';
import { atDesk } from '#engine/state/desk-load.ts';
import { act, end, of, say, shut, take, tick, transfer, typing } from '#tests/engine/support/drive.ts';
import { rushDrive } from '#tests/engine/support/rush-drill.ts';
import { SAID } from '#tests/engine/support/shoes.ts';

/** One minute in which customers come, one to close; two come early and one late, none is answered to the end. */
const SHIFT = { minutes: 1, closingMs: 60_000, capacity: 3, handoverMs: 60_000 };
const COMES = [0, 5000];
const OVER = 120_000;
const talking = [say(8000, SAID.size), say(100_000, SAID.size, 'c2'), say(105_000, SAID.size)];
const NOTE = '小王问39码合不合脚、几时发，答应18:00前回';

it('[Q71] at the end of the closing minutes there is a minute for notes, in which nobody says anything', () => {
  const { log, drill } = rushDrive([...talking, tick(OVER + 59_000)], COMES, SHIFT);
  expect(of(log, 'shift-over')).toEqual([{ kind: 'shift-over', at: OVER, until: OVER + 60_000 }]);
  expect(drill.ended).toBeNull();
  expect(log.filter(({ at, kind }) => at > OVER && kind !== 'shift-over')).toEqual([]);
  const { log: later } = rushDrive([...talking, tick(OVER + 61_000)], COMES, SHIFT);
  expect(of(later, 'drill-ended')).toEqual([{ kind: 'drill-ended', at: OVER + 60_000, why: 'time' }]);
});

it('[Q71] a note closes its customer, and the last one ends the drill at once; the others are cut off', () => {
  const all = rushDrive(
    [...talking, transfer(OVER + 10_000, 'c1', NOTE), transfer(OVER + 20_000, 'c2', '换码')],
    COMES,
    SHIFT,
  );
  expect(all.refusals).toEqual([]);
  const closed = of(all.log, 'conversation-closed');
  expect(closed.map(({ conversation, by, note }) => [conversation, by, note])).toEqual([
    ['c1', 'transfer', NOTE],
    ['c2', 'transfer', '换码'],
  ]);
  expect(of(all.log, 'drill-ended')).toEqual([{ kind: 'drill-ended', at: OVER + 20_000, why: 'time' }]);
  const one = rushDrive([...talking, transfer(OVER + 10_000, 'c1', NOTE), tick(OVER + 90_000)], COMES, SHIFT);
  expect(of(one.log, 'conversation-closed').map(({ conversation, by }) => [conversation, by])).toEqual([
    ['c1', 'transfer'],
    ['c2', 'drill-end'],
  ]);
});

it('[Q71] can be skipped, and comes too where the trainee ends after the minutes are over; a teacher’s end has none', () => {
  const skipped = rushDrive([...talking, end(OVER + 5000)], COMES, SHIFT);
  expect(of(skipped.log, 'drill-ended')).toEqual([{ kind: 'drill-ended', at: OVER + 5000, why: 'time' }]);
  const early = rushDrive([say(8000, SAID.size), end(70_000), end(75_000)], COMES, SHIFT);
  expect(of(early.log, 'shift-over').map(({ at }) => at)).toEqual([70_000]);
  expect(of(early.log, 'drill-ended').map(({ at }) => at)).toEqual([75_000]);
  const before = rushDrive([say(8000, SAID.size), end(30_000)], COMES, SHIFT);
  expect(of(before.log, 'shift-over')).toEqual([]);
  const bell = rushDrive([say(8000, SAID.size), { kind: 'end', at: 70_000, why: 'teacher' }], COMES, SHIFT);
  expect(of(bell.log, 'shift-over')).toEqual([]);
  expect(of(bell.log, 'drill-ended').map(({ why }) => why)).toEqual(['teacher']);
});

it('[Q71] refuses everything but notes, and hangs on no tick', () => {
  const late = OVER + 10_000;
  const { refusals } = rushDrive(
    [
      ...talking,
      say(late, SAID.ship),
      act(late, 'check-order'),
      typing(late),
      take(late, 'c2'),
      transfer(late, 'c1', ' '),
    ],
    COMES,
    SHIFT,
  );
  expect(refusals.map(({ code }) => code)).toEqual([
    ...['shift-over', 'shift-over', 'shift-over', 'shift-over'],
    'note-missing',
  ]);
  const often = Array.from({ length: 100 }, (_, i) => tick(106_000 + i * 1000));
  expect(rushDrive([...talking, ...often], COMES, SHIFT).log).toEqual(
    rushDrive([...talking, tick(206_000)], COMES, SHIFT).log,
  );
});

it('[Q71] isn’t there where nobody is left, nor in a rush without it, and no turn done again has it', () => {
  const nobody = rushDrive([tick(1000)], [0], { ...SHIFT, minutes: 10 });
  expect(of(rushDrive([tick(2_000_000)], [0], { ...SHIFT, minutes: 10 }).log, 'shift-over')).toEqual([]);
  expect(nobody.drill.rush?.handoverUntil).toBeNull();
  const { handoverMs: _, ...without } = SHIFT;
  const older = rushDrive([...talking, tick(OVER + 90_000)], COMES, without);
  expect(of(older.log, 'drill-ended').map(({ at }) => at)).toEqual([OVER]);
  const { log } = rushDrive([...talking, tick(OVER + 61_000)], COMES, SHIFT);
  const since = OVER + 1000;
  const turn = silenceAt(log, 'c2', since)?.turn ?? 0;
  const fork = forkLog(log, { drill: 'd1', conversation: 'c2', turn, since }) ?? expect.fail('no fork');
  expect(fork.events.some(({ kind }) => kind === 'shift-over')).toBe(false);
});

it('[Q71] has time for notes by how many are left, within bounds, and sixty seconds in older logs', () => {
  const handoverEach = { eachMs: 15_000, mostMs: 180_000 };
  expect([0, 1, 4, 5, 12, 40].map((left) => handoverMsFor({ handoverMs: 60_000, handoverEach }, left))).toEqual([
    ...[60_000, 60_000, 60_000, 75_000, 180_000, 180_000],
  ]);
  expect(handoverMsFor({ handoverMs: 60_000 }, 12)).toBe(60_000);
  const six = [0, 1000, 2000, 3000, 4000, 5000];
  const shift = { ...SHIFT, capacity: 8, handoverEach };
  const greeted = six.map((_, i) => say(30_000 + i * 1000, SAID.here, `c${i + 1}`));
  const again = six.map((_, i) => say(90_000 + i * 1000, SAID.here, `c${i + 1}`));
  const { log } = rushDrive([...greeted, ...again, tick(OVER + 1000)], six, shift);
  expect(of(log, 'shift-over')).toEqual([{ kind: 'shift-over', at: OVER, until: OVER + 90_000 }]);
  const older = rushDrive([...greeted, ...again, tick(OVER + 1000)], six, { ...SHIFT, capacity: 8 });
  expect(of(older.log, 'shift-over')).toEqual([{ kind: 'shift-over', at: OVER, until: OVER + 60_000 }]);
});

it('[J168] a promise that is open is handed over though its customer’s story is over, and ends the drill with its note', () => {
  const served = [say(8000, SAID.size), say(20_000, SAID.ship), say(70_000, SAID.hold120)];
  const { log } = rushDrive([...served, tick(OVER + 1000)], [0], SHIFT);
  expect(of(log, 'ending-reached')).toHaveLength(1);
  expect(of(log, 'shift-over')).toEqual([{ kind: 'shift-over', at: OVER, until: OVER + 60_000 }]);
  const noted = rushDrive([...served, transfer(OVER + 10_000, 'c1', '答应两分钟内回')], [0], SHIFT);
  expect(of(noted.log, 'drill-ended')).toEqual([{ kind: 'drill-ended', at: OVER + 10_000, why: 'time' }]);
  // Who was come back to is left to nobody.
  const kept = rushDrive([...served, say(100_000, SAID.followUp), tick(OVER + 1000)], [0], SHIFT);
  expect(of(kept.log, 'shift-over')).toEqual([]);
});

describe('a call back promised in words', () => {
  const CALL = '仓库的事今晚22:00前给您回话';
  const still = [say(8000, SAID.size), say(20_000, SAID.ship), say(22_000, CALL)];
  const served = [...still, say(50_000, SAID.bye)];
  const overOf = (more: readonly Command[]) =>
    of(rushDrive([...served, ...more, tick(OVER + 1000)], [0], SHIFT).log, 'shift-over').length;

  it('[J173] is handed over once the story is over, and a note on who has gone is taken', () => {
    const { log, drill } = rushDrive([...served, tick(OVER + 1000)], [0], SHIFT);
    expect(of(log, 'ending-reached')).toHaveLength(1);
    const over = of(log, 'shift-over')[0] ?? expect.fail('no handover');
    expect(atDesk(drill)).toEqual([]);
    const noted = rushDrive([...served, transfer(over.at + 1000, 'c1', '答应22:00前回话')], [0], SHIFT);
    expect(noted.refusals).toEqual([]);
    expect(of(noted.log, 'drill-ended')).toEqual([{ kind: 'drill-ended', at: over.at + 1000, why: 'time' }]);
    expect(overOf([])).toBe(1);
  });

  it('[J173] is handed over of who was closed by hand, too, and of nobody without it', () => {
    const { log, drill } = rushDrive([...still, shut(40_000), tick(OVER + 1000)], [0], SHIFT);
    expect(drill.conversations.c1?.status).toBe('closed');
    const at = of(log, 'shift-over')[0]?.at ?? expect.fail('no handover');
    const noted = rushDrive([...still, shut(40_000), transfer(at + 1000, 'c1', '答应22:00前回话')], [0], SHIFT);
    expect(noted.refusals).toEqual([]);
    expect(noted.drill.ended).not.toBeNull();
    const unpromised = [say(8000, SAID.size), say(20_000, SAID.ship), shut(40_000)];
    expect(of(rushDrive([...unpromised, tick(OVER + 1000)], [0], SHIFT).log, 'shift-over')).toEqual([]);
    const early = rushDrive([...still, shut(40_000), transfer(41_000, 'c1', '答应22:00前回话')], [0], SHIFT);
    expect(early.refusals.map(({ code }) => code)).toEqual(['conversation-closed']);
  });

  it('[J195] is handed over to nobody where a remark or ticket told by when, before or after the words', () => {
    const noted = (at: number, action: string, note: string) =>
      of(
        rushDrive([...still, act(at, action, { note }), shut(60_000), tick(OVER + 1000)], [0], SHIFT).log,
        'shift-over',
      );
    expect(noted(45_000, 'remark', '仓库的事22:00前回话')).toEqual([]);
    expect(noted(30_000, 'remark', '今晚10点前回')).toEqual([]);
    expect(noted(45_000, 'remark', '问了仓库')).toHaveLength(1);
    expect(noted(45_000, 'check-order', '22:00前回话')).toHaveLength(1);
  });

  it('[J173] is kept by a later visit, and by no goodbye', () => {
    const shift = { ...SHIFT, minutes: 10 };
    const end = 660_000;
    const overAfter = (...more: readonly Command[]) =>
      of(rushDrive([...still, ...more, tick(end + 1000)], [0], shift).log, 'shift-over').length;
    expect(overAfter()).toBe(1);
    expect(overAfter(say(85_000, SAID.bye))).toBe(1);
    expect(overAfter(say(30_000, '好的亲'))).toBe(1);
    expect(overAfter(say(85_000, '仓库回了，您这单已经打包好了'))).toBe(0);
  });
});
