/** Losses that count once: a goodbye that was owed, a customer who left by themselves, a slip told twice. */
import { describe, expect, it } from 'vitest';
import type { PointNote } from '#engine/model/turn-judgement.ts';
import { makeReport } from '#scoring/report.ts';
import { type Log, quote } from '#tests/scoring/support/log.ts';
import { all, asked, codes, one } from '#tests/scoring/support/reading.ts';
import { beat, content, contentWith, point, question } from '#tests/scoring/support/shoe-shop.ts';

const answered = (): Log =>
  asked()
    .replies(5, '39.5', { answers: { 'q-size': 'answered' }, points: [{}], reaction: 'resolved' })
    .changes(9, 'q-size', 'answered', 1);

describe('[M26] a missing goodbye', () => {
  /** The customer's closing words after the ending, with no reply to them. */
  const closing = (...lines: string[]): Log =>
    lines
      .reduce((log, text) => log.says(31, text), answered().ends(30, 'kept', 'paid').opensWindow(30, 'goodbye', 90))
      .closesWindow(90, 'goodbye', 'missed');

  it.each([
    ['thanks', ['谢谢您嘞', '东西真好']],
    ['assent', ['成', '那就周五']],
    ['what is to come', ['回头再聊']],
  ])('costs half where the customer closed with %s', (_, lines) => {
    const found = one(closing(...lines).events, 'no-goodbye');
    const whole = one(closing(...lines, '刚才对不住').events, 'no-goodbye');
    expect(found.marks).toBeGreaterThan(0);
    expect(found.marks).toBeCloseTo(whole.marks / 2, 0);
    expect(found.why).toContain('客户自己先收了话');
  });

  it.each([[['谢谢您', '刚才我语气不太好']], [['行吧', '前头那句不是冲你']], [['知道了', '还有人在吗']]])(
    'costs the whole where the customer makes up or asks at the end, thanks or not: %s',
    (lines) => {
      expect(one(closing(...lines).events, 'no-goodbye').why).not.toContain('客户自己先收了话');
    },
  );

  it('costs half behind a window that passed in the same silence', () => {
    const log = (word: boolean): Log => {
      const before = answered().opensWindow(20, 'confirm-order', 60);
      before.closesWindow(60, 'confirm-order', 'missed').ends(60, 'kept', 'paid').says(60, '刚才是我急了');
      if (word) before.replies(62, '39.5没错，付的是419');
      return before.opensWindow(70, 'goodbye', 130).closesWindow(130, 'goodbye', 'missed');
    };
    const [silent, spoken] = [log(false), log(true)].map(({ events }) => one(events, 'no-goodbye'));
    expect(codes(log(false).events)).toContain('no-confirm-order');
    expect(silent?.why).toContain('前面那一段没应已经扣了');
    expect(spoken?.why).not.toContain('一半');
  });

  it('isn’t a broken promise to come back where the customer had gone before it', () => {
    const log = (gone: boolean): Log => {
      const one = answered();
      if (gone) one.ends(20, 'gone', 'lost');
      return one.replies(25, '我问问').opensWindow(30, 'return', 90).closesWindow(90, 'return', 'missed');
    };
    expect(codes(log(true).events)).not.toContain('no-return');
    expect(codes(log(false).events)).toContain('no-return');
  });
});

describe('[M205] a hold from which the trainee came back late', () => {
  const held = (): Log =>
    answered().replies(25, '我问问，一分钟').opensWindow(30, 'return', 100).closesWindow(100, 'return', 'missed');
  const wait = ({ quote: text, seconds }: { quote: string; seconds: number | null }): [string, number | null] => [
    text,
    seconds,
  ];

  it('names the wait until their words, not the limit, and the limit where they never came', () => {
    const late = wait(one(held().says(150, '人呢').replies(174, '问到了，39.5有货').events, 'no-return'));
    const never = wait(one(held().events, 'no-return'));
    expect(never[0]).toContain('1 分 10 秒');
    expect(late[0]).toContain('2 分 24 秒');
    expect((late[1] ?? 0) - (never[1] ?? 0)).toBe(74);
  });
});

describe('[M26] a customer who leaves by themselves', () => {
  const [first, ...rest] = content.scenarios.flatMap((s) => s.beats);
  const next = question('q-wash', '能机洗吗', [point('wash', '只能手洗')], '只能手洗');
  const road = contentWith({
    beats: [
      ...(first ? [{ ...first, then: { ...first.then, resolved: 'leans' } }] : []),
      beat('leans', { then: { resolved: null, failed: null, silent: null, taken: 'later', missed: null } }),
      beat('later', {
        asks: [next],
        then: { resolved: 'kept', failed: null, silent: null, taken: null, missed: null },
      }),
      ...rest,
    ],
  });
  const lost = (log: Log): string[] =>
    makeReport(road, log.events).dimensions.flatMap((d) => d.lost.map(({ text }) => text));
  const leaving = (state: 'answered' | 'unanswered', how: 'missed' | 'failed'): Log =>
    asked()
      .enters(0, 'size')
      .replies(5, '39.5', { answers: { 'q-size': 'answered' }, points: state === 'answered' ? [{}] : [] })
      .changes(9, 'q-size', state, 1)
      .leaves(9, 'size', 'missed')
      .enters(9, 'leans')
      .leaves(50, 'leans', how)
      .ends(50, 'gone', 'lost')
      .finishes(60);

  it('loses nothing ahead once all they asked was answered, but does when driven off or left without answers', () => {
    const ahead = (log: Log): boolean => lost(log).some((text) => text.includes('能机洗吗'));
    expect(ahead(leaving('answered', 'missed'))).toBe(false);
    expect(ahead(leaving('answered', 'failed'))).toBe(true);
    expect(ahead(leaving('unanswered', 'missed'))).toBe(true);
  });
});

describe('[M27] one wrong figure', () => {
  const wrong = (id: string, text: string, words: string): Partial<PointNote> => ({
    point: 'size',
    question: 'q-size',
    state: 'wrong',
    wrongId: 'small',
    quote: quote(id, text, words),
  });
  const told = (...texts: string[]): Log =>
    texts.reduce(
      (log, text, i) =>
        log.replies(5 + i * 20, text, {
          answers: { 'q-size': 'partial' },
          points: [wrong(`m${i + 2}`, text, text)],
          reaction: 'wrong',
        }),
      asked(),
    );

  it('is one finding with both places when it is said again, and another figure is a second finding', () => {
    expect(all(told('拿38码', '说了38码').events).filter((f) => f.code === 'wrong-fact')).toHaveLength(1);
    expect(one(told('拿38码', '说了38码').events, 'wrong-fact').why).toContain('又说了一遍');
    expect(all(told('拿38码', '那就40码').events).filter((f) => f.code === 'wrong-fact')).toHaveLength(2);
  });

  it('costs no more for being said again, in whatever order', () => {
    const marks = (log: Log): number =>
      all(log.events)
        .filter((f) => f.code === 'wrong-fact')
        .reduce((sum, f) => sum + f.marks, 0);
    expect(marks(told('拿38码', '38码'))).toBe(marks(told('38码', '拿38码')));
    expect(marks(told('拿38码', '那就40码'))).toBeGreaterThanOrEqual(marks(told('拿38码', '38码')));
  });

  it('that the trainee repeats is no evasion of the next question', () => {
    const log = (words: string): Log =>
      told('拿38码')
        .says(20, '能当天发吗', { opens: 'q-ship' })
        .replies(25, words, {
          answers: { 'q-ship': 'evaded' },
          reaction: 'evaded',
        });
    expect(codes(log('尽快的，就38码').events)).not.toContain('evaded');
    expect(codes(log('尽快的，您等着').events)).toContain('evaded');
  });
});
