/** What became of a window, over the whole conversation. */
import { describe, expect, it } from 'vitest';
import type { Act } from '#language/terms/verdicts.ts';
import { makeReport } from '#scoring/report.ts';
import type { Log } from '#tests/scoring/support/log.ts';
import { all, asked, codes, one } from '#tests/scoring/support/reading.ts';
import { beat, content, contentWith, need } from '#tests/scoring/support/shoe-shop.ts';

const answered = (): Log =>
  asked()
    .replies(5, '39.5', { answers: { 'q-size': 'answered' }, points: [{}], reaction: 'resolved' })
    .changes(9, 'q-size', 'answered', 1);

/** Says `text` at `s` into an order that is waiting to be paid from 20 to 60 s. */
const reminded = (s: number, text: string, acts: Act[] = []): Log => {
  const log = answered();
  if (s < 20) log.replies(s, text, { acts });
  log.opensWindow(20, 'payment-reminder', 60);
  if (s >= 20 && s < 60) log.replies(s, text, { acts });
  log.closesWindow(60, 'payment-reminder', 'missed');
  return s >= 60 ? log.replies(s, text, { acts }) : log;
};

describe('[V4] an act that a window asks for', () => {
  it.each(['您主要怕啥嘞,怕红还是怕闷', '屏幕上跳出来啥字', '是忙忘了，还是尺码拿不准呀'])(
    'is done as a reminder by any question what keeps the customer: %s',
    (text) => expect(codes(reminded(30, text).events)).not.toContain('no-payment-reminder'),
  );

  it('is surely missing in silence', () => {
    const log = answered().opensWindow(20, 'payment-reminder', 60).closesWindow(60, 'payment-reminder', 'missed');
    expect(one(log.events, 'no-payment-reminder')).toMatchObject({ unsure: false, seconds: 40 });
  });

  it('is done by a question before it with a word in the window, and not without that word', () => {
    const askedFirst = (): Log => answered().replies(12, '您是哪儿犹豫了呀').opensWindow(20, 'payment-reminder', 60);
    const spoke = askedFirst().replies(30, '好您先开会').closesWindow(60, 'payment-reminder', 'missed');
    expect(codes(spoke.events)).not.toContain('no-payment-reminder');
    const silent = askedFirst().closesWindow(60, 'payment-reminder', 'missed');
    expect(codes(silent.events)).toContain('no-payment-reminder');
  });

  it('is in doubt, and left out of the marks, where words may have been it', () => {
    const found = one(reminded(30, '这款面料很软的，很多跑友都在穿').events, 'no-payment-reminder');
    expect(found).toMatchObject({ unsure: true, marks: 0 });
  });

  it('[M182] costs half when it came too late, and the finding says how long after the customer’s words', () => {
    const late = one(reminded(70, '亲还没付哦', ['payment-reminder']).events, 'no-payment-reminder');
    const never = one(reminded(70, '晚上凉').events, 'no-payment-reminder');
    expect(late.why).toContain('过了 50 秒 才说');
    expect(late.marks).toBeLessThan(never.marks);
    expect(late.marks).toBeGreaterThan(0);
  });

  it('isn’t late when the trainee was typing as the window closed', () => {
    const log = reminded(63, '亲还没付哦', ['payment-reminder']);
    expect(codes(log.events)).not.toContain('no-payment-reminder');
  });

  it('earns no merit where the engine didn’t hear it', () => {
    const found = all(reminded(30, '您主要怕啥嘞').events).map((f) => f.code);
    expect(found).not.toContain('merit:payment-reminder');
  });
});

describe('[V4] a goodbye', () => {
  const farewell = (log: Log): Log => log.opensWindow(40, 'goodbye', 100).closesWindow(100, 'goodbye', 'missed');

  it("counts before the customer's last word, once no question is open", () => {
    expect(codes(farewell(answered().replies(20, '好，有事喊我')).events)).not.toContain('no-goodbye');
    const asksAgain = answered().replies(20, '好，有事喊我').says(30, '几点发', { opens: 'q-ship' });
    expect(codes(farewell(asksAgain).events)).toContain('no-goodbye');
  });

  it('may be short words after the ending that ask nothing, but not 好的 alone', () => {
    const closing = (text: string): Log =>
      answered().opensWindow(40, 'goodbye', 100).replies(50, text).closesWindow(100, 'goodbye', 'missed');
    expect(codes(closing('脚背那儿松一格').events)).not.toContain('no-goodbye');
    expect(codes(closing('好的').events)).toContain('no-goodbye');
  });

  it('makes the pause behind it owe nothing, neither a window nor a reply', () => {
    const log = answered()
      .replies(20, '您先忙，有事再找我')
      .says(30, '我去瞅一眼')
      .opensWindow(30, 'follow-up', 100, 'unsure')
      .closesWindow(100, 'follow-up', 'missed')
      .ends(100, 'gone', 'lost');
    expect(codes(log.events)).not.toContain('no-follow-up');
    expect(codes(log.events)).not.toContain('unanswered');
  });
});

describe('[V4] a reminder too early', () => {
  const early = (text: string): Log =>
    answered()
      .opensWindow(20, 'payment-reminder', 60)
      .replies(21, text)
      .closesWindow(25, 'payment-reminder', 'spoiled', 'too-early');

  it('urges, and doesn’t confirm or ask', () => {
    expect(codes(early('尽快付款哦').events)).toContain('too-early');
    expect(codes(early('L的 没错').events)).not.toContain('too-early');
    expect(codes(early('还没付，是尺码拿不准吗').events)).not.toContain('too-early');
  });

  it("may be urging in the customer's pause", () => {
    const pause = (text: string): Log =>
      answered().says(20, '锅里炖着').opensWindow(20, 'follow-up', 80, 'unsure').replies(30, text);
    expect(one(pause('快点付 不然没货了').events, 'too-early').quote).toBe('快点付 不然没货了');
    expect(codes(pause('不急，炖好再付').events)).not.toContain('too-early');
  });
});

describe('[M21] operations', () => {
  const refund = contentWith({
    beats: [
      ...content.scenarios.flatMap((s) => s.beats).slice(0, 1),
      beat('pay', { needs: [need({ do: 'refund-partial', with: { amount: 5900 } })] }),
      beat('again', { needs: [need({ do: 'refund-partial', with: { amount: 5900 } })] }),
    ],
  });
  const played = (amount: number | null): Log => {
    const log = asked().enters(10, 'pay');
    if (amount !== null) log.acts(15, 'refund-partial', { with: { amount } });
    return log.leaves(20, 'pay').enters(20, 'again').leaves(30, 'again').ends(60, 'kept', 'paid').finishes(70);
  };
  const ofRefund = (log: Log) =>
    makeReport(refund, log.events).findings.filter(
      (f) => ['missing-action', 'wrong-amount'].includes(f.code) && /退/.test(f.title),
    );

  it('that two needs ask for in one click are one finding when they are missing', () => {
    expect(ofRefund(played(null)).map((f) => f.code)).toEqual(['missing-action']);
  });

  it('with another sum are a wrong amount and no missing click', () => {
    expect(ofRefund(played(450))).toMatchObject([{ code: 'wrong-amount', why: expect.stringContaining('59.00') }]);
  });
});
