/** Words that close a conversation, whoever hears them: the customer let go is asked for nothing (RULES M118–M120). */
import { describe, expect, it } from 'vitest';
import type { Act } from '#language/terms/verdicts.ts';
import { putsOff } from '#language/windows/closings.ts';
import { Log } from '#tests/scoring/support/log.ts';
import { asked, codes, one } from '#tests/scoring/support/reading.ts';

const answered = (): Log =>
  asked()
    .replies(5, '39.5', { answers: { 'q-size': 'answered' }, points: [{}], reaction: 'resolved' })
    .changes(9, 'q-size', 'answered', 1);

const NOD = { why: { kind: 'nod' } as never };

describe('[M118] whoever is let go is closed with', () => {
  it.each([
    '还没想好呢',
    '我还没定',
    '先放购物车了',
    '先加个购物车',
    '嗯 想想',
    '等会儿收个钱',
    '我再盯它两眼',
    '拿不准',
  ])('puts off: %s', (line) => expect(putsOff(line)).toBe(true));
  it.each(['还有呢', '要是没货呢', '没想好能退吗', '先放冰箱吗', '对', '好 等你信', '今天能发吗'])(
    'puts nothing off: %s',
    (line) => expect(putsOff(line)).toBe(false),
  );

  const closed = (line: string, words: string, acts: Act[] = []): string[] =>
    codes(
      answered()
        .ends(30, 'kept', 'kept')
        .opensWindow(30, 'goodbye', 100)
        .says(33, line, { why: { kind: 'reaction', turn: 1, reaction: 'resolved' } as never })
        .replies(44, words, { acts })
        .closesWindow(61, 'goodbye', 'missed').events,
    );
  const told = '一个人用1.5L够，一次5到6个鸡翅，现在有货214台。以后再有活动没有我说不准，看页面为准。';

  it.each([
    ['还没想好呢', `可惜差了这一会儿。没想好就先放着，买不买随您：${told}`],
    ['我想想', `${told}144元按付款时间算，想好了就可以付。`],
    ['嗯嗯 这样我有数了', `${told}您看好颜色再拍。`],
    ['嗯 够我拿的就成', `好，您慢慢看日子，3台的货够。定了来说一声，我再给您看，${told}`],
  ])('%s → %s', (line, words) => expect(closed(line, words)).not.toContain('no-goodbye'));

  it('not by a question, and not by what only tells to who asks', () => {
    expect(closed('几点发呢', `${told}您看好颜色再拍。`)).toContain('no-goodbye');
    expect(closed('那颜色怎么选呢', told)).toContain('no-goodbye');
  });

  const hovers = (words: readonly string[]): string[] => {
    const log = answered().says(20, '我再逛逛').opensWindow(20, 'order-prompt', 65);
    for (const [i, text] of words.entries()) {
      log.replies(25 + 14 * i, text);
      if (i === 0) log.says(32, '嗯', NOD);
    }
    return codes(log.closesWindow(65, 'order-prompt', 'missed').events);
  };

  it('behind a nod too, where the customer had put it off', () => {
    expect(hovers(['这双有货的', '好的，有事再找我。'])).not.toContain('no-order-prompt');
    expect(hovers(['这双有货的', '今天晴天'])).toContain('no-order-prompt');
  });

  it('by a nod that puts off itself', () => {
    const log = answered().says(20, '423没错吧').says(22, '我看看', NOD).opensWindow(22, 'order-prompt', 65);
    const letGo = log.replies(30, '好，您慢慢看').closesWindow(65, 'order-prompt', 'missed');
    expect(codes(letGo.events)).not.toContain('no-order-prompt');
  });

  it('[M119] how ordering goes, with what comes off by itself, leads there', () => {
    expect(hovers(['点卡片就能领，下单时自动减2元。'])).not.toContain('no-order-prompt');
    expect(hovers(['拍的时候券自己会扣'])).not.toContain('no-order-prompt');
    expect(hovers(['退款的时候自动扣运费'])).toContain('no-order-prompt');
    expect(hovers(['下单时自动减吗？'])).toContain('no-order-prompt');
  });
});

describe('[M120] what a missed window tells', () => {
  it('is the wait from the customer’s last line, though it came behind the ending', () => {
    const log = answered()
      .ends(30, 'kept', 'kept')
      .opensWindow(30, 'goodbye', 100)
      .says(37, '好的呀', { why: { kind: 'reaction', turn: 1, reaction: 'resolved' } as never })
      .closesWindow(67, 'goodbye', 'missed');
    expect(one(log.events, 'no-goodbye')).toMatchObject({ seconds: 30 });
  });

  it('quotes what was said in its place only where nothing else was', () => {
    const log = answered().says(20, '快没了吧').opensWindow(20, 'order-prompt', 65);
    const first = log.replies(25, '这双有货的');
    const why = (of: Log) => one(of.closesWindow(65, 'order-prompt', 'missed').events, 'no-order-prompt').why;
    const two = answered().says(20, '快没了吧').opensWindow(20, 'order-prompt', 65).replies(25, '这双有货的');
    expect(why(first)).toContain('说的是「这双有货的」');
    expect(why(two.replies(40, '鞋面很软'))).not.toContain('说的是');
  });
});

describe('a goodbye', () => {
  const RESOLVED = { why: { kind: 'reaction', turn: 1, reaction: 'resolved' } as never };
  const done = (): Log =>
    answered().ends(30, 'kept', 'kept').opensWindow(30, 'goodbye', 90).says(30, '好嘞 还是你们爽快', RESOLVED);

  it('[M191] is what comes next, behind a word of thanks too, and thanks alone is none', () => {
    const closed = (words: string): string[] =>
      codes(
        done()
          .replies(36, words, { acts: ['thanks'] })
          .closesWindow(90, 'goodbye', 'missed').events,
      );
    expect(closed('谢谢理解，寄出把单号填上就行')).not.toContain('no-goodbye');
    expect(closed('谢谢您的理解')).toContain('no-goodbye');
  });

  it('[M192] that came once the customer had gone is told so, and costs half of none', () => {
    const missed = done().closesWindow(90, 'goodbye', 'missed');
    const never = one(missed.events, 'no-goodbye');
    const late = one(
      done()
        .closesWindow(90, 'goodbye', 'missed')
        .replies(115, '好的，收到有问题随时找我', { acts: ['goodbye'] }).events,
      'no-goodbye',
    );
    expect(late.why).toContain('客户走了 25 秒，才有一句收尾');
    expect(late.why).not.toContain('最后没有一句收尾');
    expect(late.why).toContain('只扣四分之一');
    expect(never.why).toContain('最后没有一句收尾');
    expect(late.marks).toBeLessThan(never.marks);
  });

  it('[M213] that a word came in place of is told as late, and who sends something later has closed nothing', () => {
    const open = () => answered().ends(30, 'kept', 'kept').opensWindow(30, 'goodbye', 90).says(31, '谢谢', RESOLVED);
    const later = () => open().says(32, '现在不方便拍呀 晚点发你', RESOLVED).closesWindow(90, 'goodbye', 'missed');
    const never = one(later().events, 'no-goodbye');
    expect(never.why).toContain('客户说了晚点再发，应一声、说一句发来再办就行，只扣一半');
    expect(never.why).not.toContain('收了话');
    const late = one(later().replies(114, '没事，先放着，方便时拍张发我，15天内给您换新').events, 'no-goodbye');
    expect(late.why).toContain('客户走了 24 秒，才有一句收尾。客户说了晚点再发，你后来也应了，只扣四分之一。');
    expect(late.why).not.toContain('收了话');
  });

  it('[M192] that is missing stands at the customer’s last words, not at words answered since', () => {
    const log = done()
      .replies(53, '抬头要写公司，把抬头和税号发我', { acts: ['ask-info'] })
      .says(63, '这个我得翻一下', { why: { kind: 'nod', turn: 2 } as never })
      .closesWindow(113, 'goodbye', 'missed');
    const found = one(log.events, 'no-goodbye');
    expect(found).toMatchObject({ at: 63_000, seconds: 50, customer: '这个我得翻一下' });
    expect(found.why).not.toContain('里说的是');
    expect(found.why).not.toContain('客户自己先收了话');
    expect(found.why).toContain('先看看');
  });

  it('[M260] is in time as long as any other reply is with so many at the desk', () => {
    const log = (others: number): Log => {
      const rest = Array.from({ length: others }, (_, i) => `c${i + 2}`);
      const full = new Log(['c1', ...rest]).arrives(0).says(0, '穿几码', { opens: 'q-size' });
      for (const key of rest) full.arrives(0, key);
      return full
        .replies(5, '39.5', { answers: { 'q-size': 'answered' }, points: [{}], reaction: 'resolved' })
        .changes(9, 'q-size', 'answered', 1)
        .ends(30, 'kept', 'kept')
        .opensWindow(30, 'goodbye', 90)
        .says(30, '好嘞 还是你们爽快', RESOLVED)
        .closesWindow(90, 'goodbye', 'missed')
        .status(90, 'away');
    };
    const said = (s: number, others: number) =>
      log(others).replies(s, '好的，收到有问题随时找我', { acts: ['goodbye'] }).events;
    expect(codes(said(115, 11))).not.toContain('no-goodbye');
    expect(one(said(115, 1), 'no-goodbye').why).toContain('客户走了 25 秒');
    expect(one(said(130, 11), 'no-goodbye').why).toContain('客户走了 40 秒');
    expect(one(log(11).events, 'no-goodbye')).toMatchObject({ seconds: 90 });
    // What isn't past its threshold at the end is void.
    expect(codes(log(11).finishes(110, ['c1']).events)).not.toContain('no-goodbye');
    expect(codes(log(1).finishes(110, ['c1']).events)).toContain('no-goodbye');
  });
});
