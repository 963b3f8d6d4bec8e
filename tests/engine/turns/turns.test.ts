import { describe, expect, it } from 'vitest';
import { typingNotices } from '#engine/model/typing.ts';
import { readingMs } from '#engine/turns/turns.ts';
import {
  act,
  at,
  drive,
  judged,
  lines,
  of,
  reactions,
  say,
  shutWindows,
  tick,
  typing,
  words,
} from '#tests/engine/support/drive.ts';
import { ENDINGS, SAID, SHIP, SIZE, shipBeat, shoes, shoesWith, sizeBeat } from '#tests/engine/support/shoes.ts';
import { beat, contentOf, line, noReacts, question, windowOf } from '#tests/engine/support/tiny.ts';

const closedAt = (log: Parameters<typeof of>[0]): number[] => of(log, 'turn-closed').map((e) => e.at);

describe('turns', () => {
  it('[T1] reading takes 4 characters a second, 4 s at least and 10 s at most', () => {
    expect([0, 1, 16, 17, 30, 40, 500].map((n) => readingMs('字'.repeat(n)))).toEqual([
      4000, 4000, 4000, 4250, 7500, 10_000, 10_000,
    ]);
    expect(closedAt(drive(shoes, [say(10_000, SAID.size), tick(99_000)]).log)[0]).toBe(14_000);
  });

  it('[T1] each further message restarts the reading of the joined text', () => {
    const { log } = drive(shoes, [say(10_000, SAID.here), say(13_000, SAID.size), tick(30_000)]);
    expect(closedAt(log)).toEqual([17_000]);
    expect(judged(log).text).toBe(`${SAID.here}\n${SAID.size}`);
    const long = '这双鞋的鞋楦偏瘦一点，鞋面是网布的，穿起来比较贴脚，跑步的时候不容易晃动的呢';
    expect(closedAt(drive(shoes, [say(10_000, long), say(11_000, '亲'), tick(30_000)]).log)).toEqual([21_000]);
  });

  it('[T1] typing puts the reaction off until 3 s after the last key', () => {
    const read = (...keys: number[]): number | undefined =>
      closedAt(drive(shoes, [say(10_000, SAID.size), ...keys.map((k) => typing(k)), tick(60_000)]).log)[0];
    expect(read(10_500)).toBe(14_000);
    expect(read(13_900)).toBe(16_900);
    expect(read(13_900, 16_000)).toBe(19_000);
  });

  it('[T1] the reaction comes at the latest 12 s after the first message was read', () => {
    const keys = Array.from({ length: 40 }, (_, i) => typing(11_000 + i * 1000));
    expect(closedAt(drive(shoes, [say(10_000, SAID.size), ...keys, tick(60_000)]).log)[0]).toBe(26_000);
    const messages = Array.from({ length: 6 }, (_, i) => say(10_000 + i * 3000, SAID.here));
    expect(closedAt(drive(shoes, [...messages, tick(60_000)]).log)[0]).toBe(26_000);
  });

  it('[T1] a turn gets one reaction, and a message still joins it until the reaction’s first bubble', () => {
    const { log } = drive(shoes, [
      say(10_000, SAID.insult),
      say(11_000, SAID.wrongSize),
      say(13_999, SAID.vague),
      tick(18_500),
    ]);
    expect(reactions(log)).toEqual(['red-line']);
    expect(of(log, 'turn-judged')).toHaveLength(1);
    expect(judged(log).messages).toHaveLength(3);
  });

  it("[T1] no reaction comes before the customer's own burst is out, and bubbles are 1–2.5 s apart", () => {
    const talker = contentOf([
      shoesWith({
        beats: [beat({ ...sizeBeat(), says: '在吗 ⏎ 我想问下 ⏎ 就是 ⏎ 那个 ⏎ 这双我穿几码', then: 'kept' })],
      }),
    ]);
    const { log } = drive(talker, [say(500, SAID.size), tick(60_000)]);
    const times = lines(log).map(([t]) => t);
    const gaps = times.slice(1, 5).map((t, i) => t - (times[i] ?? 0));
    for (const gap of gaps) {
      expect(gap).toBeGreaterThanOrEqual(1000);
      expect(gap).toBeLessThanOrEqual(2500);
    }
    expect(closedAt(log)[0]).toBe(times[4]);
  });

  it('[T1] windows and the ladder wait while a turn is being read', () => {
    const { log } = drive(shoes, [say(39_000, SAID.here), tick(90_000)]);
    // Read and nodded to at 43 s, and then forty seconds of patience.
    expect(of(log, 'nudged').map((e) => e.at)).toEqual([83_000]);
    const story = contentOf([
      shoesWith({ beats: [beat({ id: 'a', says: '嗯', window: windowOf('order-prompt', '20s'), then: 'gone' })] }),
    ]);
    expect(shutWindows(drive(story, [say(19_000, SAID.prompt), tick(60_000)]).log)).toEqual([
      ['order-prompt', 'taken'],
    ]);
  });

  it('[T1] quotes keep their message and offset', () => {
    const { log } = drive(shoes, [say(10_000, '亲亲'), say(11_000, `好的，${SAID.size}哦`), tick(30_000)]);
    const quote = judged(log).points[0]?.quote;
    expect(quote?.message).toBe('c1-m11000');
    expect(`好的，${SAID.size}哦`.slice(quote?.start, quote?.end)).toContain('39.5');
  });

  it('[T1] the first human message stops the response clock', () => {
    expect(at(drive(shoes, [tick(5000)])).waitingSince).toBe(0);
    expect(at(drive(shoes, [say(5000, SAID.here)])).waitingSince).toBeNull();
    expect(at(drive(shoes, [act(5000, 'remark')])).waitingSince).toBe(0);
  });

  it('[T1] the customer is seen typing before a bubble', () => {
    const { drill } = drive(shoes, [say(10_000, SAID.size)]);
    expect(typingNotices(drill)).toEqual([{ conversation: 'c1', from: 11_500, until: 14_000 }]);
  });

  it('[X73] a customer who is done is seen typing only before words that come', () => {
    const story = [say(10_000, SAID.size), say(30_000, SAID.ship)];
    const over = drive(shoes, [...story, say(60_000, SAID.bye)]);
    expect(at(over).ending).not.toBeNull();
    expect(at(over).turn).not.toBeNull();
    expect(typingNotices(over.drill)).toEqual([]);
    expect(typingNotices(drive(shoes, story).drill)).toHaveLength(1);
  });

  it('[T2] a question opens at its own bubble, or else at the last bubble of its burst', () => {
    const opened = (bubble: number | null): [string, number][] => {
      const story = contentOf([
        shoesWith({
          beats: [
            beat({
              ...sizeBeat(),
              says: '这双我穿几码 ⏎ 别家都39 ⏎ 在吗',
              asks: [{ ...SIZE, at: bubble }],
              then: 'kept',
            }),
          ],
        }),
      ]);
      const { log } = drive(story, [tick(20_000)]);
      const open = of(log, 'question-opened');
      return open.map((e) => [e.question, of(log, 'customer-said').findIndex((s) => s.id === e.bubbleId) + 1]);
    };
    expect(opened(1)).toEqual([['q-size', 1]]);
    expect(opened(2)).toEqual([['q-size', 2]]);
    expect(opened(null)).toEqual([['q-size', 3]]);
  });

  it('[T2] words before the question are never evasion, but may cross a red line', () => {
    const slow = contentOf([
      shoesWith({ beats: [beat({ ...sizeBeat(), says: '在吗 ⏎ 这双我穿几码', then: 'kept' })] }),
    ]);
    const early = drive(slow, [say(300, '您好亲，本店正品保证，请您放心选购哦'), tick(30_000)]).log;
    expect(reactions(early)).toEqual(['none']);
    expect(judged(early).questions).toEqual([{ question: 'q-size', answer: 'untouched' }]);
    expect(judged(early).owed).toBe(false);
    expect(reactions(drive(slow, [say(300, SAID.insult), tick(30_000)]).log)).toEqual(['red-line']);
  });

  it('[T2] an apology said twice gives the question no answer, not even a doubtful one', () => {
    const story = contentOf([
      shoesWith({ beats: [sizeBeat({ asks: [{ ...SIZE, text: '鞋码是假的吗' }] }), shipBeat()] }),
    ]);
    const { log } = drive(story, [say(10_000, SAID.sorry), say(40_000, SAID.sorry), tick(60_000)]);
    expect(of(log, 'turn-judged').map((e) => e.judgement.questions[0]?.answer)).toEqual(['untouched', 'untouched']);
    expect(of(log, 'question-opened').map((e) => e.question)).toEqual(['q-size']);
  });

  it("[T3] the next beat's points count before they are asked, and its question is passed over", () => {
    const silent = { ...noReacts, slots: { resolved: { ...line(), bursts: null } } };
    const story = contentOf([shoesWith({ beats: [sizeBeat({ reacts: silent }), shipBeat()] })], {
      persona: { reacts: { ...noReacts, slots: { passed: line('嗯 说过') } } },
    });
    const { log } = drive(story, [say(10_000, `${SAID.size}，${SAID.ship}`), tick(30_000)]);
    expect(judged(log).points.map((p) => [p.point, p.state, p.asked])).toEqual([
      ['size', 'covered', true],
      ['ship', 'covered', false],
    ]);
    expect(of(log, 'beat-left').map((e) => [e.beat, e.how])).toEqual([
      ['size', 'resolved'],
      ['ship', 'passed'],
    ]);
    expect(words(log)).toEqual(['这双我穿几码', '嗯 说过']);
    expect(of(log, 'ending-reached')[0]?.ending).toBe('kept');
  });

  it('[T3] one passed line is said for all in a row, and none after a resolved line', () => {
    const again = (id: string) =>
      beat({ id, says: '今天能发吗', asks: [{ ...SHIP, id: `q-${id}` }], then: id === 'ship' ? 'more' : 'kept' });
    const beats = [sizeBeat(), again('ship'), again('more')];
    const both = say(10_000, `${SAID.size}，${SAID.ship}`);
    const after = drive(contentOf([shoesWith({ beats })]), [both, tick(30_000)]).log;
    expect(words(after).slice(1)).toEqual(['resolved 1']);
    const bare = contentOf([shoesWith({ beats })], {
      persona: { reacts: { ...noReacts, slots: { passed: line('说过', '又说') } } },
    });
    expect(words(drive(bare, [both, tick(30_000)]).log).slice(1)).toEqual(['说过']);
  });

  it('[T3] no passed line is said in the breath of a failed one: 算不明白 isn’t followed by 这个懂啦', () => {
    const slots = { resolved: { ...line(), bursts: null }, failed: line('算不明白') };
    const unsure = sizeBeat({ tolerates: 0, reacts: { ...noReacts, slots } });
    const leads = { ...unsure, then: { ...unsure.then, failed: 'ship' } };
    const story = contentOf([shoesWith({ beats: [leads, shipBeat()] })], {
      persona: { reacts: { ...noReacts, slots: { passed: line('这个懂啦') } } },
    });
    const wordsAfter = (text: string) => words(drive(story, [say(10_000, text), tick(30_000)]).log);
    expect(wordsAfter(`${SAID.size}，${SAID.ship}`)).toContain('这个懂啦');
    const failed = wordsAfter(`${SAID.wrongSize}，${SAID.ship}`);
    expect(failed).toContain('算不明白');
    expect(failed).not.toContain('这个懂啦');
  });

  it('[T3] an unasked point told wrong is recorded, and changes neither reaction nor story', () => {
    const { log } = drive(shoes, [say(10_000, `${SAID.size}，${SAID.wrongShip}`), tick(30_000)]);
    expect(judged(log).points.map((p) => [p.point, p.state, p.asked])).toContainEqual(['ship', 'wrong', false]);
    expect(reactions(log)).toEqual(['resolved']);
    expect(words(log)).toContain('今天能发吗');
  });

  it('[T3] a window taken in the turn that leads to it is passed over', () => {
    const hovers = beat({
      id: 'ship',
      says: '嗯…',
      window: windowOf('order-prompt', '45s'),
      then: { taken: 'kept', missed: 'gone' },
    });
    const story = contentOf([shoesWith({ beats: [sizeBeat(), hovers] })]);
    const { log } = drive(story, [say(10_000, `${SAID.size}，${SAID.prompt}`), tick(30_000)]);
    expect(shutWindows(log)).toContainEqual(['order-prompt', 'taken']);
    expect(words(log)).not.toContain('嗯…');
  });

  it('[T3] a point of a failed beat stays open and can still be answered', () => {
    const story = contentOf([
      shoesWith({
        beats: [sizeBeat({ tolerates: 1 }), { ...shipBeat(), id: 'sour' }],
        endings: ENDINGS.filter((e) => e.id !== 'sour'),
      }),
    ]);
    const { log } = drive(story, [say(10_000, SAID.vague), say(30_000, SAID.size), tick(40_000)]);
    expect(of(log, 'beat-left')[0]?.how).toBe('failed');
    expect(judged(log, 2).points[0]).toMatchObject({ point: 'size', state: 'covered', asked: true });
  });

  it('[T3] a turn that stacks phrases covers no point', () => {
    const { log } = drive(shoes, [say(10_000, '39.5码 39码半 16点前付款今天发 满99包邮 脚背高'), tick(30_000)]);
    expect(judged(log)).toMatchObject({ stacking: true, points: [] });
    expect(reactions(log)).not.toContain('resolved');
  });

  it('[T10] an instant 在的亲 is a human message and answers nothing', () => {
    const played = drive(shoes, [say(3000, SAID.here), tick(9000)]);
    expect(reactions(played.log)).toEqual(['none']);
    expect(at(played).ledger['q-size']?.state).toBe('open');
    expect(at(played).waitingSince).toBeNull();
  });

  it('[T10] the log keeps both clocks: the first bubble, and where the question opened', () => {
    const two = question({ ...SIZE, at: null });
    const story = contentOf([
      shoesWith({ beats: [beat({ ...sizeBeat(), says: '在吗 ⏎ 亲 ⏎ 这双我穿几码', asks: [two], then: 'kept' })] }),
    ]);
    const { log } = drive(story, [tick(9000)]);
    expect(of(log, 'customer-said')[0]?.at).toBe(0);
    expect(of(log, 'question-opened')[0]?.at).toBe(of(log, 'customer-said').at(-1)?.at);
  });
});
