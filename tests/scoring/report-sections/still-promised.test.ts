/** A promise to come back stays the next shift's until somebody has come back (RULES M168). */
import { describe, expect, it } from 'vitest';
import { callBackIn, putsOff } from '#language/answers/call-back.ts';
import { readText } from '#language/reading/clauses.ts';
import { folded } from '#language/reading/folded.ts';
import { isOvertaken } from '#scoring/log/overtaken.ts';
import { makeReport } from '#scoring/report.ts';
import { act, say, tick, transfer } from '#tests/engine/support/drive.ts';
import { rushDrive } from '#tests/engine/support/rush-drill.ts';
import { SAID, shoes } from '#tests/engine/support/shoes.ts';

const promises = (text: string): boolean => callBackIn(readText(folded(text)), 'next-shift') !== null;

describe('[M168] a promise to come back', () => {
  it.each(['明天10点前不管验没验我都给您留言', '22点前不管有没有结果都给您留言', '今晚8点前派没派都回您'])(
    'is one whichever way it goes: %s',
    (text) => expect(promises(text)).toBe(true),
  );

  it.each(['昨天说8点前没回您', '8点前回您的事没答应过'])('of the past or denied is none: %s', (text) =>
    expect(promises(text)).toBe(false),
  );

  it.each(['嗯，有结果我留言，最晚21:59前', '我接着盯，20:40前再来说', '拦截有结果我给您留言'])(
    '[M160] is one with the hour behind it or none: %s',
    (text) => expect(promises(text)).toBe(true),
  );
  it.each(['拦截结果快递一回我就给您留言', '快递回了我跟您说', '等您照片，班长一回我就留言'])(
    '[M164] is one that waits for somebody’s word: %s',
    (text) => expect(promises(text)).toBe(true),
  );
  it.each(['快递回了您跟我说', '快递一回就退给您'])('[M164] of the customer or of money is none: %s', (text) =>
    expect(promises(text)).toBe(false),
  );
  it.each(['有问题您再来说', '有结果您跟我说一声', '20:40前您再来说也行', '刚才说有结果我留言'])(
    '[M160] of the customer or the past is none: %s',
    (text) => expect(promises(text)).toBe(false),
  );

  it('is kept by words that tell something, and not by those that put off', () => {
    expect(['好的，您等我留言', '有结果我会留言'].map(putsOff)).toEqual([true, true]);
    expect(putsOff('仓库说今天已经发了')).toBe(false);
  });
});

describe('[M268] a word that is offered to who wishes to wait', () => {
  it.each([
    '要等的话我去问仓库，明天10点前在这儿给您留言，您不用守着。',
    '您愿意等的话，我去问，明天10点前给您回话',
    '刚卖完了。您要是想等，我明天10点前给您留言',
  ])('is no promise yet: %s', (text) => expect(promises(text)).toBe(false));
  it.each([
    '好的您等着，明天10点前给您留言',
    '要等两天，明天10点前不管有没有货我都给您留言',
    '您要等的话也行。明天10点前给您留言',
    '您先去忙不用等，明天10点前给您留言',
  ])('is one where they are told to wait or it stands in a sentence of its own: %s', (text) =>
    expect(promises(text)).toBe(true),
  );
});

describe('[M168] the sentence of who was left', () => {
  const OVER = 120_000;
  const said = (...more: Parameters<typeof rushDrive>[0]): string | undefined => {
    const noted = act(118_000, 'remark', { note: '小王问今天发不发货，问仓库，18:00前给客户回话' });
    const commands = [
      say(8000, SAID.here),
      say(95_000, SAID.size),
      say(116_000, '发货的事我问仓库，今天18:00前回您'),
      noted,
    ];
    const shift = { minutes: 1, closingMs: 60_000, capacity: 3, handoverMs: 60_000 };
    const { log } = rushDrive([...commands, ...more, tick(OVER + 90_000)], [0], shift);
    return makeReport(shoes, log).rush?.handover?.said;
  };

  it('says that no note was written where remarks alone tell', () => {
    expect(said()).toBe('下班时要交接的有 1 位，没有另写交接，备注、工单里都写着。');
    expect(said(transfer(OVER + 5000, 'c1', '小王，问今天发不发，答应18:00前回'))).toBe(
      '下班时要交接的有 1 位，交接都写明白了。',
    );
  });

  it('[M233] names nobody who was answered after they had gone', () => {
    const shift = { minutes: 1, closingMs: 300_000, capacity: 3, handoverMs: 60_000 };
    const { log } = rushDrive([say(160_000, SAID.here), tick(500_000)], [0], shift);
    expect(log.some(({ kind }) => kind === 'trainee-said')).toBe(true);
    expect(makeReport(shoes, log).rush?.handover?.said).not.toContain('一句没等到');
  });

  it('[M164] names who left without a word: nobody was to be handed over, and nothing is done for them', () => {
    const shift = { minutes: 1, closingMs: 300_000, capacity: 3, handoverMs: 60_000 };
    const { log } = rushDrive([tick(500_000)], [0], shift);
    const handover = makeReport(shoes, log).rush?.handover;
    expect(handover?.said).toBe(
      '下班时没有要交接的客户。另有 1 位一句没等到就走了（小王），事情没办，下一班可能再来。',
    );
  });
});

describe('[T294] a promise that nobody owes any more', () => {
  const paid = { kind: 'customer-did', deed: { deed: 'pay', order: null }, orders: [], at: 9000, index: 9 } as const;
  const said = (text: string, index: number) => ({ text, index }) as never;
  const isOver = (text: string, ...later: readonly string[]): boolean =>
    isOvertaken(
      { customerDeeds: [], traineeMessages: later.map((each, at) => said(each, 6 + at)) },
      { text, index: 5 },
    );
  const isPaid = (text: string): boolean =>
    isOvertaken({ customerDeeds: [paid as never], traineeMessages: [] }, { text, index: 5 });

  it.each(['付款卡20:30前给您发过来，到时候给您留言', '尾款20点能付，20点前回您'])(
    'is one of paying, once the customer has paid: %s',
    (text) => {
      expect(isPaid(text)).toBe(true);
      expect(isOver(text)).toBe(false);
    },
  );
  it.each(['付款后18:00前回您发没发', '发货的事我问仓库，18:00前回您', '18:00前回您，您先付款也行'])(
    'is none of what comes after paying: %s',
    (text) => expect(isPaid(text)).toBe(false),
  );
  it.each(['不用等我回话了，仓库说今天发', '刚才说的18:00前回您不作数'])('is one taken back: %s', (later) =>
    expect(isOver('发货的事我问仓库，18:00前回您', later)).toBe(true),
  );
  it.each(['您别等太晚，先休息', '不用等我留言，20:00前班长回您', '仓库还没回'])('is none taken back: %s', (later) =>
    expect(isOver('发货的事我问仓库，18:00前回您', later)).toBe(false),
  );
  it('is asked for by no handover', () => {
    const shift = { minutes: 1, closingMs: 60_000, capacity: 3, handoverMs: 60_000 };
    const missing = (...more: Parameters<typeof rushDrive>[0]): readonly string[] | undefined => {
      const promised = [
        say(8000, SAID.here),
        say(95_000, SAID.size),
        say(100_000, '发货的事我问仓库，今天18:00前回您'),
      ];
      const { log } = rushDrive(
        [...promised, ...more, transfer(125_000, 'c1', '小王问今天发不发货'), tick(210_000)],
        [0],
        shift,
      );
      return makeReport(shoes, log).rush?.handover?.left.find(({ conversation }) => conversation === 'c1')?.missing;
    };
    expect(missing()).toEqual(['没写你答应的「今天18:00前回您」，下一班不知道几点前要回。']);
    expect(missing(say(114_000, '不用等我回话了，您先看别的'))).toEqual([]);
  });
});
