import { describe, expect, it } from 'vitest';
import { forkLog, silenceAt } from '#engine/fork.ts';
import { emptyDrill } from '#engine/model/drill.ts';
import { fold } from '#engine/state/evolve.ts';
import { act, at, drive, judged, of, reactions, say, tick, typing, withdraw } from '#tests/engine/support/drive.ts';
import { rushDrive } from '#tests/engine/support/rush-drill.ts';
import { SAID, shoes } from '#tests/engine/support/shoes.ts';

const M10 = 'c1-m10000';
const nudges = (log: Parameters<typeof of>[0]): number[] => of(log, 'nudged').map((event) => event.at);
const withoutEvents = (log: ReturnType<typeof drive>['log']) =>
  log.filter(({ kind }) => !['trainee-said', 'message-withdrawn', 'status-changed'].includes(kind));

describe('words taken back before they are read', () => {
  it('[E21] nothing is heard of them, and the story is where it was', () => {
    const played = drive(shoes, [say(10_000, SAID.size), withdraw(12_000, M10), tick(30_000)]);
    expect(of(played.log, 'message-withdrawn')).toEqual([
      { kind: 'message-withdrawn', at: 12_000, conversation: 'c1', message: M10, heard: false, empties: true },
    ]);
    expect(of(played.log, 'turn-judged')).toEqual([]);
    expect(at(played)).toMatchObject({ turn: null, turns: 0, points: {}, said: [], withdrawn: [M10] });
    expect(at(played).beat?.id).toBe('size');
  });
  it('[E21] a red line taken back was never crossed, and its words stay in the log', () => {
    const { log } = drive(shoes, [
      say(10_000, SAID.insult),
      say(11_000, SAID.size),
      withdraw(12_000, M10),
      tick(60_000),
    ]);
    expect(judged(log)).toMatchObject({ text: SAID.size, messages: ['c1-m11000'], redLines: [], firstAt: 11_000 });
    expect(reactions(log)[0]).not.toBe('red-line');
    expect(of(log, 'trainee-said')[0]?.text).toBe(SAID.insult);
  });
  it('[E21] the rest of the turn is heard, from where its words stand', () => {
    const { log } = drive(shoes, [
      say(10_000, SAID.size),
      say(11_000, SAID.vague),
      withdraw(12_000, M10),
      tick(60_000),
    ]);
    expect(judged(log).points.filter(({ state }) => state === 'covered')).toEqual([]);
    expect(judged(log).text).toBe(SAID.vague);
  });
  it('[E21] the customer’s silence counts from before, and they wait a moment for what comes instead', () => {
    const alone = nudges(drive(shoes, [tick(60_000)]).log);
    const [first = 0] = alone;
    expect(nudges(drive(shoes, [say(10_000, SAID.here), withdraw(12_000, M10), tick(60_000)]).log)).toEqual(alone);
    // The nudge fell due while they read: it comes as if the trainee had been typing.
    const late = [say(first - 2000, SAID.here), withdraw(first + 1000, `c1-m${first - 2000}`), tick(first + 30_000)];
    expect(nudges(drive(shoes, late).log)[0]).toBe(first + 6000);
  });
  it('[E21] words that are left are read three seconds more, as while somebody types', () => {
    const closedAt = (...more: Parameters<typeof drive>[1]): number | undefined =>
      of(drive(shoes, [say(10_000, SAID.here), say(11_000, SAID.size), ...more, tick(60_000)]).log, 'turn-closed')[0]
        ?.at;
    expect(closedAt(withdraw(14_500, M10))).toBe(closedAt(typing(14_500)));
  });
  it('[E21] words sent again are no repetition of those taken back', () => {
    const again = drive(shoes, [say(10_000, SAID.vague), withdraw(11_000, M10), say(12_000, SAID.vague), tick(60_000)]);
    const once = drive(shoes, [say(12_000, SAID.vague), tick(60_000)]);
    const late = (log: typeof once.log) => withoutEvents(log).filter((event) => event.at >= 12_000);
    expect(late(again.log)).toEqual(late(once.log));
  });
});

describe('a rush with words taken back', () => {
  const played = (...commands: Parameters<typeof drive>[1]) => rushDrive(commands, [0], { dial: true, capacity: 2 });

  it('[E21] the dial knows no reply of them, and the customer’s wait goes on from its beginning', () => {
    const { drill } = played(say(10_000, SAID.here), withdraw(12_000, M10));
    expect(drill.rush).toMatchObject({ replies: [], repliesSince: 0 });
    expect(drill.conversations.c1?.waitingSince).toBe(0);
  });
  it('[E21] words that are left are the answer, and go the same way when they are taken back', () => {
    const both = [say(10_000, SAID.here), say(11_000, SAID.size), withdraw(12_000, M10)] as const;
    expect(played(...both).drill.conversations.c1?.waitingSince).toBeNull();
    expect(played(...both, withdraw(13_000, 'c1-m11000')).drill.conversations.c1?.waitingSince).toBe(0);
  });
  it('[E22] the dial keeps the reply where it was read', () => {
    const { drill } = played(say(10_000, SAID.here), tick(20_000), withdraw(21_000, M10));
    expect(drill.rush?.replies).toHaveLength(1);
  });
});

describe('words taken back after they were read', () => {
  it('[E22] stay heard: the log differs by the taking back alone', () => {
    const heard = [say(10_000, SAID.insult), say(11_000, SAID.size)];
    const kept = drive(shoes, [...heard, tick(20_000), tick(60_000)]);
    const taken = drive(shoes, [...heard, tick(20_000), withdraw(20_500, M10), tick(60_000)]);
    expect(of(taken.log, 'message-withdrawn')).toMatchObject([{ heard: true, empties: false }]);
    expect(taken.log.filter(({ kind }) => kind !== 'message-withdrawn')).toEqual(kept.log);
    const { withdrawn, ...rest } = at(taken);
    expect(withdrawn).toEqual([M10]);
    expect(rest).toEqual({ ...at(kept), withdrawn: undefined });
  });
});

describe('what can’t be taken back', () => {
  const codes = (...commands: Parameters<typeof drive>[1]) => drive(shoes, commands).refusals.map(({ code }) => code);
  it('[E24] words older than two minutes; at two minutes they can', () => {
    expect(codes(say(10_000, SAID.size), withdraw(130_001, M10))).toEqual(['withdraw-too-late']);
    expect(codes(say(10_000, SAID.size), withdraw(130_000, M10))).toEqual([]);
  });
  it('[E24] words nobody said, the customer’s, a card, and words of another conversation', () => {
    const { log } = drive(shoes, [tick(5000)]);
    const theirs = of(log, 'customer-said')[0]?.id ?? '';
    expect(theirs).not.toBe('');
    expect(codes(tick(5000), withdraw(6000, 'm9'), withdraw(6000, theirs))).toEqual([
      'unknown-message',
      'unknown-message',
    ]);
    expect(codes(say(10_000, SAID.size), withdraw(11_000, M10, 'c9'))).toEqual(['unknown-conversation']);
    expect(codes(say(10_000, SAID.size), withdraw(11_000, M10, 'constructor'))).toEqual(['unknown-conversation']);
  });
  it('[E24] the same words twice, heard or not', () => {
    expect(codes(say(10_000, SAID.size), withdraw(11_000, M10), withdraw(12_000, M10))).toEqual(['already-withdrawn']);
    expect(codes(say(10_000, SAID.size), tick(20_000), withdraw(21_000, M10), withdraw(22_000, M10))).toEqual([
      'already-withdrawn',
    ]);
  });
  it('[E24] anything while the clock stands, or after the end', () => {
    const paused = drive(
      shoes,
      [say(10_000, SAID.size), { kind: 'stop', at: 11_000, why: 'pause' }, withdraw(11_000, M10)],
      { mode: 'practice' },
    );
    expect(paused.refusals.map(({ code }) => code)).toEqual(['drill-paused']);
    expect(codes(say(10_000, SAID.size), { kind: 'end', at: 11_000, why: 'trainee' }, withdraw(11_500, M10))).toEqual([
      'drill-ended',
    ]);
  });
});

describe('a turn taken back whole', () => {
  it('[E25] hadn’t begun: the next one has its number, and a retry of it begins there', () => {
    const { log } = drive(shoes, [
      say(10_000, SAID.insult),
      withdraw(11_000, M10),
      say(12_000, SAID.size),
      tick(20_000),
    ]);
    expect(judged(log)).toMatchObject({ turn: 1, messages: ['c1-m12000'] });
    const fork = forkLog(log, { drill: 'd', conversation: 'c1', turn: 1, since: null });
    expect(fork?.events[0]).toMatchObject({ redo: { fromAt: 12_000 } });
    expect(fold(emptyDrill, fork?.events ?? []).conversations.c1).toMatchObject({ turn: null, turns: 0, said: [] });
  });
  it('[E25] was no reply to a silence: a retry of the silence has the same turn to do', () => {
    const silence = (...commands: Parameters<typeof drive>[1]) =>
      silenceAt(drive(shoes, commands).log, 'c1', 20_000)?.turn;
    expect(silence(say(10_000, SAID.here), withdraw(11_000, M10), tick(30_000))).toBe(1);
    expect(silence(say(18_000, SAID.here), withdraw(18_500, 'c1-m9'), tick(19_000))).toBe(2);
  });
  it('[E25] an operation beside the words stays, and an internal note is reacted to by nobody', () => {
    const looked = drive(shoes, [act(9000, 'remark'), say(10_000, SAID.size), withdraw(11_000, M10), tick(35_000)]);
    const alone = drive(shoes, [act(9000, 'remark'), tick(35_000)]);
    expect(of(looked.log, 'turn-closed')).toEqual(of(alone.log, 'turn-closed'));
    expect(at(looked).turn).toMatchObject({ messages: [], dueAt: null, actions: [{ action: 'remark' }] });
  });
  it('[E25] the same commands give the same log, and folding it gives the same state', () => {
    const commands = [say(10_000, SAID.insult), say(11_000, SAID.size), withdraw(12_000, M10), tick(90_000)];
    const one = drive(shoes, commands, { seed: 7 });
    const other = drive(shoes, commands, { seed: 7 });
    expect(JSON.stringify(other.log)).toBe(JSON.stringify(one.log));
    expect(fold(emptyDrill, JSON.parse(JSON.stringify(one.log)))).toEqual(one.drill);
  });
});
