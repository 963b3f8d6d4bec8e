/** What people who read their report whole found wrong in it (RULES M81, M82, M84, M86, M123, M125). Each play is replayed whole. */
import { describe, expect, it } from 'vitest';
import type { Report } from '#contract/report.ts';
import { toReplies } from '#library/schema/testplan.ts';
import { playedOnce } from '#scripts/fairness/played-once.ts';
import { readRounds } from '#scripts/fairness/stored.ts';
import { library } from '#tests/support/library.ts';

const plays = new Map(readRounds().flatMap(({ round, plays }) => plays.map((play) => [`${round}/${play.id}`, play])));

/** `unsaid`: messages with these words are left out. */
const reportOf = (id: string, unsaid = /(?!)/): Report => {
  const play = plays.get(id);
  if (play === undefined) throw new Error(id);
  const replies = toReplies(play.replies).map((reply) => ({
    ...reply,
    say: reply.say.filter((said) => !('text' in said && unsaid.test(said.text))),
  }));
  const how = { after: play.after, card: play.card };
  return playedOnce(library, [play.scenario], replies, how).report;
};
const findings = (id: string, code: string, unsaid?: RegExp): Report['findings'] =>
  reportOf(id, unsaid).findings.filter((finding) => finding.code === code);
const quotes = (id: string, code: string): string[] => findings(id, code).map(({ quote }) => quote);

describe('[M81] a customer who goes away to think', () => {
  it('is let go, and not to be asked to order', () => {
    for (const id of [
      '0.9.2/p-rival-forty-good',
      '0.9.3/u-coupon-stack-good',
      '0.9.13/z-shoe-half-size-good',
      '0.9.15/k-coupon-usable-suibu-good',
    ])
      expect(findings(id, 'no-order-prompt'), id).toEqual([]);
  });

  it('is still asked where nothing let them go', () => {
    expect(findings('0.8.8/n-apple-two-yuan-good', 'no-order-prompt')).toHaveLength(1);
  });

  it('has heard the closing in 告诉我就行，我在, though no goodbye stands beside it', () => {
    expect(findings('0.9.14/w-incident-deal-ended-good', 'no-goodbye')).toEqual([]);
  });

  it('is owed none after what comes next was told to their last word, and one after silence', () => {
    expect(findings('0.9.16/r-coupon-usable-tinghe-good', 'no-goodbye')).toEqual([]);
    expect(findings('0.9.16/r-coupon-usable-tinghe-good', 'no-goodbye', /看到付款啦/)).toHaveLength(1);
    expect(findings('0.9.15/k-many-less-guchui-middling', 'no-goodbye')).toHaveLength(1);
  });
});

describe('[M123] a goodbye', () => {
  it('is no third charge for one silence, nor owed to who took leave', () => {
    for (const id of [
      '0.8.6/a-unpaid-ten-to-ten-good',
      '0.9.20/c-deposit-cold-feet-middling',
      '0.8.7/g-three-agents-middling',
      '0.8.7/g-late-one-day-good',
    ])
      expect(findings(id, 'no-goodbye'), id).toEqual([]);
  });

  it('is owed as before behind bare assent, thanks, or words inside the window before', () => {
    for (const id of [
      '0.8.11/y7-unpaid-forgot-middling',
      '0.8.6/e-unpaid-double-order-good',
      '0.8.6/c-unpaid-mum-pay-middling',
      '0.8.11/y4-blender-nap-good',
    ])
      expect(findings(id, 'no-goodbye'), id).toHaveLength(1);
  });
});

describe('[M125] a bid to order', () => {
  it('isn’t missing where the doctor, the cupboard or a boss comes first, nor where it was made in other words', () => {
    for (const id of ['0.8.7/h-retinol-pregnant-middling', '0.9.8/l-rival-forty-middling', '0.9.19/b-third-pair-good'])
      expect(findings(id, 'no-order-prompt'), id).toEqual([]);
  });
});

describe('[M82] one wait', () => {
  it('says from when it runs', () => {
    const late = reportOf('0.9.2/p-three-agents-middling').findings.filter(({ code }) => code === 'late-round');
    expect(late.length).toBeGreaterThan(0);
    for (const { quote } of late) expect(quote).toMatch(/^说完 .*才回$/);
  });
});

describe('[M84] the quote of a merit', () => {
  it('of a pause is the message that lets the customer go', () => {
    expect(quotes('0.9.2/q-group-rotten-photo-good', 'merit:follow-up')).toContain('中，您先吃饭，不用守着');
    expect(quotes('0.9.6/d-out-of-stock-truth-middling', 'merit:follow-up').join()).not.toContain('XL');
  });

  it('is none where the words begin another matter, urge, or came before the pause', () => {
    expect(quotes('0.9.7/g-callback-after-exchange-good', 'merit:follow-up').join()).not.toContain('水箱');
    expect(quotes('0.9.10/t-regular-favour-poor', 'merit:follow-up')).toEqual([]);
    expect(quotes('0.9.19/a-colleague-invoice-good', 'merit:follow-up').join()).not.toContain('企业服务17号');
  });

  it('of a read-back is the message that reads back', () => {
    expect(quotes('0.9.11/x-apple-two-yuan-middling', 'merit:confirm-order')).toEqual([
      '看到了，橙子一箱小番茄一箱，56.8没错',
    ]);
  });

  it('tells no minutes that an order was unpaid where the story has jumped', () => {
    const [reminded] = findings('0.9.19/a-unpaid-forgot-good', 'merit:payment-reminder');
    expect(reminded?.why).toBe('单子没付，你问了一句，客户随后付了。');
  });
});

describe('[M86] a note', () => {
  it('is owed of an hour that was named, and quotes it in place of 今天晚点有消息我跟您讲', () => {
    const [note] = findings('0.9.15/n-where-is-it-tinghe-middling', 'missing-action');
    expect(note?.why).toContain('工单18点前我来回一次话');
    expect(note?.why).not.toContain('晚点');
  });

  it('is owed of nothing where nothing was settled', () => {
    const missing = findings('0.9.1/b-callback-after-exchange-poor', 'missing-action');
    expect(missing.filter(({ title }) => title.includes('备注'))).toEqual([]);
  });
});
