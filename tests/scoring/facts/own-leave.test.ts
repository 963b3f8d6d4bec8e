/** What a customer who takes leave, or thinks it over, is owed: neither a goodbye nor a bid on top (RULES M123, M125). */
import { describe, expect, it } from 'vitest';
import type { ReportFinding } from '#contract/report.ts';
import { tellsOrdering } from '#language/acts/bids.ts';
import type { Act } from '#language/terms/verdicts.ts';
import { customerLeaves } from '#language/windows/closings.ts';
import type { Log } from '#tests/scoring/support/log.ts';
import { asked, codes, one } from '#tests/scoring/support/reading.ts';

const answered = (): Log =>
  asked()
    .replies(5, '39.5', { answers: { 'q-size': 'answered' }, points: [{}], reaction: 'resolved' })
    .changes(9, 'q-size', 'answered', 1);

const NOD = { why: { kind: 'nod' } as never };

describe('[M123] a goodbye', () => {
  it.each(['行 到点见', '那就周五见', '拜拜', '先这样吧', '我去催他', '我先去吹头发', '车开了', '嗯 我先下线了'])(
    'is the customer’s own: %s',
    (line) => expect(customerLeaves(line)).toBe(true),
  );
  it.each(['没看见', '哄睡了', '那先这样报', '我去哪儿拿呢', '好嘞 谢谢姐', '我下楼了', '一会儿见得到吗'])(
    'is not: %s',
    (line) => expect(customerLeaves(line)).toBe(false),
  );

  const closing = (words: string, ...lines: string[]): string[] => {
    const log = answered().replies(20, words).ends(30, 'kept', 'paid').opensWindow(30, 'goodbye', 90);
    for (const text of lines) log.says(31, text);
    return codes(log.closesWindow(90, 'goodbye', 'missed').events);
  };

  it('isn’t owed to who took leave behind an earnest answer', () => {
    expect(closing('20点前回您今天派没派', '我看下时间', '到点见')).not.toContain('no-goodbye');
    expect(closing('20点前回您今天派没派', '好的')).toContain('no-goodbye');
    expect(closing('20点前回您今天派没派', '刚才话冲', '到点见')).toContain('no-goodbye');
    expect(closing('在的', '到点见')).toContain('no-goodbye');
  });

  /** A check that passed with `inside` said in it, and the ending in the same silence. */
  const behindCheck = (inside: string | null, ...lines: string[]): Log => {
    const log = answered().opensWindow(20, 'confirm-order', 60);
    if (inside !== null) log.replies(30, inside);
    log.closesWindow(60, 'confirm-order', 'missed').ends(60, 'kept', 'paid').opensWindow(61, 'goodbye', 120);
    for (const text of lines) log.says(62, text);
    return log.closesWindow(120, 'goodbye', 'missed');
  };

  it('is no second charge for one silence', () => {
    expect(codes(behindCheck(null, '谢了').events)).toEqual(expect.arrayContaining(['no-confirm-order']));
    expect(codes(behindCheck(null, '谢了').events)).not.toContain('no-goodbye');
    expect(codes(behindCheck('祝您用得开心', '谢了').events)).not.toContain('no-goodbye');
    expect(one(behindCheck('今天晴天', '谢了').events, 'no-goodbye').why).toContain('只扣一半');
    expect(one(behindCheck(null, '刚才是我急了').events, 'no-goodbye').why).toContain('只扣一半');
  });

  it('[M221] isn’t said by who comes back, nor put off by who has paid since', () => {
    const hold = { hold: { seconds: 60, quote: null } };
    const paid = (first: string, judged = {}): Log =>
      answered()
        .replies(12, first, judged)
        .says(15, '我再转转')
        .pays(20)
        .ends(20, 'kept', 'paid')
        .opensWindow(20, 'goodbye', 80)
        .says(21, '嗯 知道了', NOD)
        .closesWindow(80, 'goodbye', 'missed');
    expect(codes(paid('谢谢您惦记~').events)).not.toContain('no-goodbye');
    const owed = one(paid('谢谢您惦记~ 我查下，1分钟内回您', hold).events, 'no-goodbye');
    expect(owed.why).toContain('只扣一半');
    expect(owed.why).not.toContain('先想想');
  });

  it('isn’t owed where the customer, answered, said no more', () => {
    expect(codes(behindCheck('这双今天给您发出去').events)).not.toContain('no-goodbye');
  });
});

describe('[M125] a bid to order', () => {
  const hovers = (line: string, words: string, acts: Act[] = []): string[] =>
    codes(
      answered()
        .says(20, line)
        .opensWindow(20, 'order-prompt', 65)
        .replies(30, words, { acts })
        .closesWindow(65, 'order-prompt', 'missed').events,
    );

  it('isn’t missing where who puts it off is asked what it hangs on, or told price, size or a point', () => {
    expect(hovers('我再瞅瞅评价', '选4L，329元，4到6人正合适')).not.toContain('no-order-prompt');
    expect(hovers('我再翻翻那家', '您预算是多少呀', ['ask-info'])).not.toContain('no-order-prompt');
    expect(hovers('我再想想', '是尺码上还有顾虑吗')).not.toContain('no-order-prompt');
    expect(hovers('等我看眼余额', '好的您慢慢看，不急', ['empathy'])).not.toContain('no-order-prompt');
    expect(hovers('容我跟钱包商量下', '商量好再来，不催', ['empathy'])).not.toContain('no-order-prompt');
    expect(hovers('我再想想', '今天晴天')).toContain('no-order-prompt');
    expect(hovers('快没了吧', '选4L，329元，4到6人正合适')).toContain('no-order-prompt');
  });

  it('isn’t missing where something is to be seen to first', () => {
    expect(hovers('嗯…', '您先量量柜子，48厘米搁得下再拍')).not.toContain('no-order-prompt');
    expect(hovers('197', '明天问完医生再定')).not.toContain('no-order-prompt');
    expect(hovers('197', '再拍一张图')).toContain('no-order-prompt');
  });

  it('[M188] weighs half where the customer had put it off, and a quarter once something came', () => {
    const silent = (line: string, later: string | null) => {
      const log = answered()
        .says(20, line)
        .opensWindow(20, 'order-prompt', 65)
        .closesWindow(65, 'order-prompt', 'missed');
      if (later !== null) log.replies(90, later, { acts: ['order-prompt'] });
      return one(log.events, 'no-order-prompt');
    };
    // The chance opens while the line it begins with is still being typed.
    const typing = answered().opensWindow(18, 'order-prompt', 65).says(20, '嗯 琢磨一下');
    const opened = typing.events.map((event) =>
      event.kind === 'window-opened' ? { ...event, fromAt: 20_000 } : event,
    );
    typing.events.splice(0, typing.events.length, ...opened);
    expect(one(typing.closesWindow(65, 'order-prompt', 'missed').events, 'no-order-prompt').why).toMatch(/先想想/);
    const [pressing, puttingOff] = [silent('快没了吧', null), silent('等下 我问问家里', null)];
    expect(puttingOff.marks).toBeLessThan(pressing.marks * 0.6);
    expect(puttingOff.why).toContain('客户说了先想想');
    expect(pressing.why).not.toContain('客户说了先想想');
    expect(silent('等下 我问问家里', '39.5给您留着，问好了直接拍').marks).toBeLessThan(pressing.marks * 0.35);
  });

  it.each(['好的您慢慢看，小样下单后给您寄，先不打扰啦~', '好的，您逛~ 两支一单288元，有事喊我', '有事喊我'])(
    '[M217] who put it off and hears a word later costs a quarter, whether it bids or lets them: %s',
    (later) => {
      const late = (line: string, words: string): ReportFinding => {
        const log = answered().says(20, line).opensWindow(20, 'order-prompt', 65);
        return one(log.closesWindow(65, 'order-prompt', 'missed').replies(90, words).events, 'no-order-prompt');
      };
      expect(late('等我看眼余额', later).why).toContain('你后来也应了，只扣四分之一');
      expect(late('等我看眼余额', '今天晴天').why).toContain('只扣一半');
      expect(late('快没了吧', later).why).not.toContain('你后来也应了');
    },
  );

  it.each(['下单时勾上生日券，这盒59元', '拍的时候记得选39.5', '您财务过了直接下40台就行', '从这张卡拍', '那您按点付'])(
    'is made in other words, too: %s',
    (words) => {
      expect(tellsOrdering(words)).toBe(true);
      expect(hovers('嗯 都对', words)).not.toContain('no-order-prompt');
    },
  );
  it.each(['拍的时候把面单也拍进去', '直接拍照发我', '付款的时候报什么错？', '退款的时候选仅退款'])(
    'is none: %s',
    (words) => expect(tellsOrdering(words)).toBe(false),
  );

  it('is heard in one message of a turn, where the turn as a whole hides it', () => {
    const log = answered().says(20, '不等了吧').opensWindow(20, 'order-prompt', 65);
    const first = log.nextMessage;
    log.writes(30, '鞋带都快断啦,那是该换了');
    const second = log.nextMessage;
    log.writes(32, '拍42.5黑色');
    log.judges(32, [first, second], '鞋带都快断啦,那是该换了\n拍42.5黑色');
    expect(codes(log.closesWindow(65, 'order-prompt', 'missed').events)).not.toContain('no-order-prompt');
  });
});
