/** Words that are no sure fault may still earn no merit: ill-mannered, wrong, or perhaps a red line. */
import { describe, expect, it } from 'vitest';
import { playDrill } from '#authoring/play-drill.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { contentFor } from '#library/load.ts';
import type { Reply } from '#library/schema/testplan.ts';
import { makeReport } from '#scoring/report.ts';
import { library } from '#tests/support/library.ts';

const CASE = 'complaint-escalation/three-agents';
const any = (say: readonly string[], act?: Reply['do'][number]): Reply => ({
  to: 'any',
  afterS: 8,
  do: act ? [act] : [],
  say: say.map((text) => ({ text })),
  repeat: false,
});

it('[M7] words that dare a customer to complain earn no merit when the customer is calmer afterwards', () => {
  const { data, hash } = contentFor(library, [CASE]);
  const replies = [
    any(['亲您好，您反馈的问题已收到，今天肯定给您退的，请放心哦']),
    any(['这个是财务那边在审核，亲耐心等一等呢，我们也催了']),
    any(['上一个客服怎么说的我不清楚，那是他的事，你急也没用啊']),
    any(['好了 已经给你退了599', '锅也送你 三倍我们做不了的'], { action: 'refund-full', with: { amount: 59900 } }),
    any(['锅我做主的，明天就给您寄出，亲放心']),
    any(['三倍那个要报主管，已经给您报了，等通知吧'], { action: 'escalate-3', with: {} }),
    any(['您要投诉请便，主管2小时内会回您，钱已经退了，1-3个工作日到账']),
    any(['说了2小时内，我姓李，亲还有其他问题吗']),
    any(['亲，退款已办理，主管会联系您，祝您生活愉快']),
  ];
  const events = playDrill(prepare(data), {
    scenarios: [CASE],
    replies,
    seed: 1,
    mode: 'lesson',
    contentHash: hash,
  });
  expect(events.some((e) => e.kind === 'trainee-said' && e.text.includes('请便'))).toBe(true);
  const merits = makeReport(data, events).findings.filter(({ severity }) => severity === 'merit');
  expect(merits.filter(({ quote }) => quote.includes('请便'))).toEqual([]);
});

describe('[M80] a regular is recognised', () => {
  /** Whether the model trainee is praised for it, whose first words are these. */
  const isPraised = (id: string, text: string): boolean => {
    const { data, hash } = contentFor(library, [id]);
    const [first, ...others] = library.testplans.get(id)?.model?.replies ?? [];
    if (first === undefined) throw new Error(id);
    const replies = [{ ...first, say: [{ text }] }, ...others];
    const events = playDrill(prepare(data), { scenarios: [id], replies, seed: 1, mode: 'lesson', contentHash: hash });
    return makeReport(data, events).findings.some(({ code }) => code === 'merit:recognised-regular');
  };

  it.each([
    ['third-pair', '您回来啦，上次那双逐峰3是42码的吧，跑得怎么样'],
    ['third-pair', '您回来啦，上次那双逐峰3跑得怎么样，这次前头顶的话拿42.5'],
    ['third-pair', '您回来啦，上次那双逐峰3跑得怎么样'],
    ['callback-after-exchange', '您好，上周给您换的那台咖啡机，这几天用着漏不漏了？'],
  ])('by what they bought: %s %s', (id, text) => expect(isPraised(`returning-customer/${id}`, text)).toBe(true));

  it.each([
    ['third-pair', '您回来啦，上次那双逐峰3是43码的吧，跑得怎么样'],
    ['third-pair', '您回来啦，上次那双逐峰3，41码，前头顶不顶'],
    ['callback-after-exchange', '您好，上周给您换的那台破壁机，这几天用着漏不漏了？'],
  ])('by nothing that isn’t so: %s %s', (id, text) => expect(isPraised(`returning-customer/${id}`, text)).toBe(false));
});
