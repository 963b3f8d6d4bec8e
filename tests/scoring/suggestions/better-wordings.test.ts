/** Better wordings are true at their moment, in the author's words, and shown once. Real cases, real judgements. */
import { describe, expect, it } from 'vitest';
import type { Report } from '#contract/report.ts';
import { halfOfModel } from '#scoring/suggestions/model-parts.ts';
import { inTurn } from '#tests/learning/support/in-turn.ts';
import { CASES, library, play, repliesOf } from '#tests/learning/support/play.ts';

const GIFT = 'return-dispute/partial-return-gift';
const SHOE = 'product-advice/shoe-half-size';
const COUPON = 'promotion/coupon-stack';
const SOLD_OUT = 'order-change/incident-sold-out';
const PARCEL = 'logistics-complaint/signed-not-seen';
const UNPAID = 'payment-reminder/unpaid-forgot';

const reportOf = (id: string, trainee: string): Report => play([id], repliesOf(id, trainee)).report;
const betters = (report: Report, code: string): (string | null)[] =>
  report.findings.filter((f) => f.code === code).map((f) => f.better);

describe('a better wording', () => {
  const poor = reportOf(SHOE, 'poor');

  it('asks for what has to be known first, and only for what is still unknown', () => {
    const [rigid] = betters(poor, 'canned-rigid');
    expect(rigid).toBe('您脚长量过吗，多少厘米？脚背高不高，系鞋带勒不勒？');
    expect(poor.findings.find((f) => f.quote === '一般按平时的码拍就可以的')?.better).toBe(
      // The size table pasted before is no question, whatever words stand in it.
      '您脚长量过吗，多少厘米？脚背高不高，系鞋带勒不勒？',
    );
  });

  it('in the ledger has nothing beyond what was told by then', () => {
    const { ledger } = reportOf(SHOE, 'silent');
    expect(ledger.find((q) => q.question === 'q-size')?.better).toBe(
      '您脚长量过吗，多少厘米？脚背高不高，系鞋带勒不勒？',
    );
    expect(poor.ledger.find((q) => q.question === 'q-trust')?.better).toContain('39.5才不压');
  });

  it('looks up first what has to be looked up', () => {
    expect(betters(reportOf(PARCEL, 'paste-happy'), 'wrong-fact')[0]).toContain('我先点开物流轨迹');
  });

  it('doesn’t give a customer who came back the answer of the day before', () => {
    // These findings came after the customer's return, so the old answer would be false by now.
    const back = reportOf(SOLD_OUT, 'poor').findings.filter((f) => f.at > 149_000 && f.betterIn === null);
    expect(back.length).toBeGreaterThan(2);
    for (const { better } of back) expect(better ?? '').not.toContain('要等18号');
  });
});

describe('a better wording that the author wrote is shown:', () => {
  it.each([
    [PARCEL, 'middling', 'no-follow-up', '您先开会，工单建好了，后天下午三点前给您结论，中间有信我先喊您'],
    [COUPON, 'middling', 'no-order-prompt', '两件一起放购物车里结，满减和券自己会扣，拍好我给您对一遍数'],
    [SHOE, 'poor', 'no-confirm-order', '这双39脚背会勒。还没打包，我给您改成39.5，行吗？'],
    [SOLD_OUT, 'middling', 'no-goodbye', '39四点前就走，祝阿姨生日快乐，穿着挤不挤您都来跟我说一声'],
    [SHOE, 'poor', 'no-goodbye', '是我当时没问脚背，让您白跑一趟；退款您已经提了，我这边跟着办'],
  ])('%s %s: %s', (id, trainee, code, line) => {
    expect(betters(reportOf(id, trainee), code)).toEqual([line]);
  });

  it('an operation that the customer waits for is named in spoken words, with its fields', () => {
    expect(betters(reportOf(UNPAID, 'middling'), 'late-round')).toContain('我这就给您改成黑色 L，半分钟内回您');
  });

  it('the words for a note stand beside the button’s name', () => {
    expect(betters(reportOf(SHOE, 'poor'), 'missing-action')).toContain('点「备注」，写「39.5，脚长24.5，脚背高」');
  });

  it('a forbidden operation is replaced by another one, after the question that has to come first', () => {
    expect(betters(reportOf(GIFT, 'poor'), 'forbidden-action')).toEqual([
      '不点「全额退款」；先问「送的腰包还在您手上吗？」，再点「同意退货」',
    ]);
  });
});

describe('a reply that was right and came late', () => {
  const late = betters(reportOf(SOLD_OUT, 'middling'), 'late-round');

  it('is shown with its own first half, and what more could be said', () => {
    expect(late).toContain('先发「脚宽选39合适」，再添一句「头一回换码两头邮费算店里」');
  });

  it('is shown the answer to the round’s question, though it was told before', () => {
    expect(betters(reportOf(COUPON, 'middling'), 'late-round')).toContain('券跟满减不打架，可以同时用');
  });

  it('a promise beyond the desk’s authority is never shortened to the bare promise', () => {
    const [line] = betters(reportOf(COUPON, 'poor'), 'late-round');
    expect(line).toContain('差您的10块我报班长退');
    const asked = library.scenarios.get(COUPON)?.beats.flatMap((b) => b.asks) ?? [];
    const question = asked.find((q) => q.id === 'q-word');
    if (!question) throw new Error('the case has no such question');
    const whole = '多付的十块退给您，我这就报班长，十分钟内给您信';
    expect(halfOfModel({ ...question, model: whole }, question.points[0] ?? null, [])).toBe(whole);
    expect(halfOfModel({ ...question, model: '多付的十块退给您，十分钟内到账' }, question.points[0] ?? null, [])).toBe(
      '多付的十块退给您',
    );
  });
});

describe('a better wording for a red line', () => {
  it('answers what the customer was at, and names nothing that doesn’t exist', () => {
    for (const id of [PARCEL, 'complaint-escalation/incident-two-days-silent']) {
      const [line] = betters(reportOf(id, 'poor'), 'red-line:block-complaint');
      expect(line).toMatch(/不拦|只管点|您点您的/);
      expect(line).not.toMatch(/单号|退款和处理/);
    }
  });
});

const spoken = (text: string): string => text.replace(/[\s，。！？、]/g, '');

describe.each(CASES)('%s', (id) => {
  const all = Object.keys(library.testplans.get(id) ?? {});
  const trainees = inTurn(all, id, 0, Math.ceil(all.length / 2));

  it.each(trainees)('%s is shown no wording twice', (trainee) => {
    const { findings } = reportOf(id, trainee);
    const words = findings.filter((f) => f.severity !== 'merit' && f.family !== 'operation' && f.betterIn === null);
    const shown = words.flatMap((f) => (f.better === null ? [] : [spoken(f.better)]));
    expect(new Set(shown).size).toBe(shown.length);
    for (const f of findings.filter(({ betterIn }) => betterIn != null)) {
      const first = findings.find((one) => one.id === f.betterIn);
      expect(first?.betterIn).toBeNull();
      expect(first?.at).toBeLessThanOrEqual(f.at);
    }
  });

  it.each(trainees)('%s is shown no bare label, and no hold that repeats the customer’s 我', (trainee) => {
    for (const { better } of reportOf(id, trainee).findings) {
      expect(better ?? '').not.toContain('细的我接着打');
      expect(better ?? '').not.toMatch(/您问的是.*我.*，我这就查/);
    }
  });
});

it('a customer who had nothing more to wait for is offered no way back', () => {
  const { findings } = reportOf(SHOE, 'poor');
  const left = findings.find((f) => f.code === 'missing-action')?.at ?? 0;
  const after = findings.filter((f) => f.at >= left && f.family !== 'operation');
  expect(after.length).toBeGreaterThan(1);
  // A wording that fitted an earlier moment is shown at that moment, not here.
  for (const { better, betterIn } of after) if (betterIn === null) expect(better).not.toContain('鞋给您调成39.5');
});
