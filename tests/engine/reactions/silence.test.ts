/**
 * Every turn gets an answer, the customer waits while the trainee types, and a trainee can't put them off for ever
 * (RULES T7, T15, T16).
 */
import { describe, expect, it } from 'vitest';
import { act, at, drive, lines, of, reactions, say, tick, typing, words } from '#tests/engine/support/drive.ts';
import { SAID, shipBeat, shoes, shoesWith, sizeBeat } from '#tests/engine/support/shoes.ts';
import { beat, contentOf, line, need, noReacts, windowOf } from '#tests/engine/support/tiny.ts';

const nudges = (log: Parameters<typeof of>[0]) => of(log, 'nudged').map((e) => [e.step, e.at]);

describe('silence', () => {
  it('[T15] is counted from the last words of either side', () => {
    expect(nudges(drive(shoes, [tick(50_000)]).log)).toEqual([[1, 40_000]]);
    // Said at 35 s and nodded to at 39 s, so that 在吗 does not come at 40 s.
    expect(nudges(drive(shoes, [say(35_000, SAID.here), tick(90_000)]).log)).toEqual([[1, 79_000]]);
  });

  it('[T15] after a nudge the next step keeps its distance', () => {
    expect(nudges(drive(shoes, [tick(200_000)]).log)).toEqual([
      [1, 40_000],
      [2, 80_000],
      [3, 150_000],
    ]);
    expect(nudges(drive(shoes, [say(70_000, SAID.here), tick(120_000)]).log)).toEqual([
      [1, 40_000],
      [2, 114_000],
    ]);
  });

  it('[T15] waits while the trainee types, for a minute at most', () => {
    const keys = (from: number, until: number) =>
      Array.from({ length: Math.floor((until - from) / 2000) + 1 }, (_, i) => typing(from + i * 2000));
    expect(nudges(drive(shoes, [...keys(30_000, 44_000), tick(60_000)]).log)).toEqual([[1, 49_000]]);
    expect(nudges(drive(shoes, [...keys(30_000, 130_000), tick(130_000)]).log)[0]).toEqual([1, 100_000]);
  });

  it('[T15] isn’t changed by typing long before the nudge is due, and the log doesn’t mention it', () => {
    expect(of(drive(shoes, [typing(3000), tick(20_000)]).log, 'nudge-put-off')).toEqual([]);
  });
});

describe('a hold after a hold', () => {
  const held = (count: number, every = 15_000) =>
    Array.from({ length: count }, (_, i) => say(10_000 + i * every, i % 2 === 0 ? '稍等' : '再稍等一下'));

  it('[T7] is pressed the second time, is no answer the third, and drives the customer away the fourth', () => {
    const { log } = drive(shoes, [...held(4), tick(200_000)]);
    expect(reactions(log)).toEqual(['hold', 'hold', 'vague', 'hold']);
    expect(words(log).slice(1, 5)).toEqual(['hold 1', 'hold 2', 'vague 1', '不等了']);
    expect(of(log, 'ending-reached').map((e) => e.ending)).toEqual(['gone']);
  });

  it('[T7] that promises a longer time again is waited for only a minute more', () => {
    const { log } = drive(shoes, [say(10_000, SAID.hold120), say(30_000, SAID.hold120), tick(60_000)]);
    expect(of(log, 'hold-begun').map((e) => e.untilAt)).toEqual([140_000, 100_000]);
  });

  it('[T7] counts as the first again once something was told or newly done between', () => {
    const told = drive(shoes, [say(10_000, '稍等'), say(25_000, SAID.instep), say(40_000, '稍等'), tick(60_000)]);
    expect(at(told).heldOn).toBe(1);
    const done = drive(shoes, [say(10_000, '稍等'), act(20_000, 'remark'), say(25_000, '稍等'), tick(40_000)]);
    expect(at(done).heldOn).toBe(1);
    const again = drive(shoes, [
      act(5000, 'remark'),
      say(10_000, '稍等'),
      act(20_000, 'remark'),
      say(25_000, '稍等'),
      tick(40_000),
    ]);
    expect(at(again).heldOn).toBe(2);
  });
});

describe('words that change nothing in the story', () => {
  it('[T16] get a nod, which asks nothing and ends no wait', () => {
    const played = drive(shoes, [say(10_000, SAID.here), tick(20_000)]);
    expect(lines(played.log).at(-1)).toEqual([14_000, 'nod 1']);
    expect(reactions(played.log)).toEqual(['none']);
    expect(at(played).waitingSince).toBeNull();
    expect(at(played).lastBurst).not.toContain('nod 1');
  });

  it('[T16] get no nod while the customer was told to wait or is gone', () => {
    expect(words(drive(shoes, [say(10_000, SAID.hold30), tick(20_000)]).log)).toHaveLength(1);
  });

  it('[T16] bring a question by name the second time, and count against the trainee the third', () => {
    const said = [SAID.here, '好的亲', '在的在的', '收到'].map((text, i) => say(10_000 + i * 15_000, text));
    const { log } = drive(shoes, [...said, tick(70_000)]);
    expect(reactions(log)).toEqual(['none', 'none', 'evaded', 'evaded']);
    expect(of(log, 'turn-closed').map((e) => e.bad)).toEqual([false, false, true, true]);
  });

  it('[T16] may, in a window, answer an earlier question, and a wrong answer is minded', () => {
    const waits = beat({
      id: 'waits',
      says: '我想想',
      window: windowOf('cross-sell', '90s'),
      then: { taken: 'gone', missed: 'gone' },
    });
    const story = contentOf([
      shoesWith({ beats: [{ ...sizeBeat({ tolerates: 1 }), then: { ...noThen, failed: 'waits' } }, waits] }),
    ]);
    const heard = (text: string) => {
      const { log } = drive(story, [say(10_000, SAID.vague), say(30_000, text), tick(60_000)]);
      return [reactions(log)[1], words(log).at(-1)];
    };
    expect(heard(SAID.size)).toEqual(['none', 'resolved 1']);
    expect(heard(SAID.wrongSize)).toEqual(['wrong', 'wrong 1']);
  });

  it('[T16] bring no thanks while an answer stands wrong, in a window or where the beat resolves', () => {
    const beats = [sizeBeat({ tolerates: 9 }), shipBeat({ tolerates: 9 })];
    const twice = (text: string) =>
      drive(contentOf([shoesWith({ beats })]), [
        say(10_000, SAID.wrongSize),
        say(30_000, SAID.size),
        say(50_000, SAID.wrongSize),
        say(70_000, text),
        tick(90_000),
      ]).log;
    const log = twice(`${SAID.ship}。${SAID.wrongSize}`);
    expect(reactions(log)).toEqual(['wrong', 'resolved', 'wrong', 'resolved']);
    expect(words(log)).toContain('passed 1');
    expect(words(log)).not.toContain('resolved 2');
  });
});

const noThen = { resolved: null, failed: null, silent: null, taken: null, missed: null };

describe('a customer line said before', () => {
  it('[T5] is not repeated while the case or the persona has another', () => {
    const reacts = { ...noReacts, slots: { vague: line('准话呢') } };
    const story = contentOf([shoesWith({ beats: [sizeBeat({ reacts, tolerates: 9 }), shipBeat()] })]);
    const said = [10, 30, 50].map((s) => say(s * 1000, SAID.vague));
    expect(words(drive(story, [...said, tick(70_000)]).log).slice(1)).toEqual(['准话呢', 'vague 1', 'vague 2']);
  });

  it('[T5] is never said a third time', () => {
    const one = { slots: { ...noReacts.slots, undone: line('快点') } };
    const story = contentOf(
      [shoesWith({ beats: [sizeBeat({ needs: [need({ do: 'change-sku' })], tolerates: 99 }), shipBeat()] })],
      { persona: { reacts: { ...noReacts, ...one, silence: null } } },
    );
    const said = [10, 30, 50, 70].map((s) => say(s * 1000, SAID.size));
    const { log } = drive(story, [...said, tick(90_000)]);
    expect(words(log).filter((text) => text === '快点')).toHaveLength(2);
    expect(words(log).at(-1)).toBe('嗯');
  });
});

describe('[J232] a customer who has been told all they asked, and only waits for an operation', () => {
  it('doesn’t ask it again in the case’s own nudge', () => {
    const silence = [line('有人吗 穿几码'), line('码呢'), line('不等了')] as const;
    const content = contentOf([
      shoesWith({
        beats: [sizeBeat({ needs: [need({ do: 'change-sku' })] }), shipBeat()],
        reacts: { ...noReacts, silence },
      }),
    ]);
    const told = words(drive(content, [say(10_000, SAID.size), tick(100_000)]).log);
    expect(told).toContain('在吗');
    expect(told).not.toContain('有人吗 穿几码');
    expect(words(drive(content, [tick(60_000)]).log)).toContain('有人吗 穿几码');
  });
});
