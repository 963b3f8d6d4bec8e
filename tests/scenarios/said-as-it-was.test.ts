/** What a report says of a trainee's words is what they said: plays of short customers by strangers. */
import { describe, expect, it } from 'vitest';
import { playDrill } from '#authoring/play-drill.ts';
import type { Report } from '#contract/report.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { contentFor } from '#library/load.ts';
import { type AuthoredReply, toReplies } from '#library/schema/testplan.ts';
import { cardOfSeed } from '#library/variations/card.ts';
import { makeReport } from '#scoring/report.ts';
import { threadLines } from '#scripts/play/as-trainee.ts';
import { library } from '#tests/support/library.ts';

const played = (id: string, card: number, ...replies: readonly Omit<AuthoredReply, 'to'>[]) => {
  const { data, hash } = contentFor(library, [id], cardOfSeed(card));
  const content = prepare(data);
  const authored = replies.map((reply): AuthoredReply => ({ to: 'any', after: '12s', ...reply }));
  const drill = { scenarios: [id], replies: toReplies(authored), seed: 1, mode: 'lesson', contentHash: hash } as const;
  const events = playDrill(content, drill);
  return { events, report: makeReport(data, events), lines: threadLines(content, events) };
};
const codes = ({ findings }: Report): string[] => findings.map(({ code }) => code);

describe('a report', () => {
  it('[T29] takes how far two figures are apart for no figure of the shop’s', () => {
    const say = ['机身宽44厘米，左右各要留5厘米散热，加起来得54厘米', '您那儿48，差6厘米，不建议放那儿'];
    const { report } = played('product-advice/will-it-fit-guchui', 4, { say }, { say: '好嘞，有事再来找我' });
    expect(codes(report)).not.toContain('against-card');
  });

  it('praises nobody for correcting what the customer had doubted', () => {
    const { report } = played(
      'order-change/add-one-guchui',
      8,
      { do: [{ action: 'check-order' }], say: '没打包，您另拍一单，同一个收件人，我备注并一个包裹，饭盒109' },
      { say: '哎我说错了，是119，以页面119为准' },
    );
    expect(codes(report)).not.toContain('merit:corrected');
  });

  it('says that there was no goodbye, and not that nobody answered, where somebody did', () => {
    const { report } = played(
      'return-dispute/return-fee-suibu',
      1,
      { say: '装满水底下渗，这属于质量问题，来回运费都我们出，麻烦拍张渗水的地方发我' },
      { say: '应该的，照片啥时候方便啥时候发，退还是换到时候看您' },
    );
    expect(report.verdict).not.toContain('你没有回');
  });

  it('calls a wrong number of days wrong beside words that sound right', () => {
    const { events } = played('returning-customer/invoice-suibu', 4, {
      say: '亲亲，发票统一7个工作日出哈，耐心等就行',
    });
    const states = events.flatMap((event) =>
      event.kind === 'turn-judged' ? event.judgement.points.map(({ state }) => state) : [],
    );
    expect(states).toContain('wrong');
  });
});

describe('a player step by step', () => {
  it('says goodbye after a bare nod, and is shown the story’s day and clock', () => {
    const { lines, report } = played(
      'promotion/two-together-poshang',
      5,
      { do: [{ action: 'send-coupon', coupon: 'cp2' }], say: '券一单只能用一张，59块8减2，您掏57块8' },
      { say: '两样放一起一块儿拍就行，券点一下领了再付，有哪步不会再问我' },
      { say: '好嘞，有事随时找我，再见' },
    );
    expect(lines.some((line) => /此刻　+ \d{4}-\d\d-\d\d \d\d:\d\d/.test(line))).toBe(true);
    expect(lines.findLast((line) => line.includes('客户'))).not.toContain('再见');
    expect(lines.some((line) => line.includes('再见'))).toBe(true);
    expect(codes(report)).not.toContain('no-goodbye');
  });
});
