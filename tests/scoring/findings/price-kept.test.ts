/** A sum that was told and isn't what the customer paid (RULES T91), over the shipped cases and strangers' plays. */
import { describe, expect, it } from 'vitest';
import type { Report, ReportFinding } from '#contract/report.ts';
import { type Reply, toReplies } from '#library/schema/testplan.ts';
import { conversationFacts } from '#scoring/facts/conversation-facts.ts';
import { historyOf } from '#scoring/log/history.ts';
import { paymentsIn } from '#scoring/log/payments.ts';
import { playedOnce } from '#scripts/fairness/played-once.ts';
import { readRounds } from '#scripts/fairness/stored.ts';
import { CASES, library, type Played, play } from '#tests/learning/support/play.ts';

/** A finding of its own, or one on the same sum that says that it was not made good. */
const isOfPrice = ({ code, title, why }: ReportFinding): boolean =>
  (code === 'false-promise' && title.includes('报的是')) || why.includes('没有认');
const ofPrice = ({ findings }: Report): ReportFinding[] => findings.filter(isOfPrice);

const GOOD = 'model';
const goodReplies = (id: string): readonly Reply[] => library.testplans.get(id)?.[GOOD]?.replies ?? [];

const paymentOf = (id: string, { data, events }: Played) => {
  const history = historyOf(events);
  const facts = conversationFacts(data, history, history.conversations[0] as (typeof history.conversations)[number]);
  return paymentsIn(facts.conversation, facts.caseFacts).map((payment) => ({ id, ...payment }))[0];
};

/** Cases whose good trainee is paid while the conversation lasts. */
const PAID = CASES.flatMap((id) => {
  const replies = goodReplies(id);
  if (replies.length === 0) return [];
  const payment = paymentOf(id, play([id], replies));
  return payment ? [payment] : [];
});

/** The good replies with words added to the one whose message was the last before the payment. */
const withLastWords = (id: string, index: number, ...texts: readonly string[]): Reply[] => {
  const { events } = play([id], goodReplies(id));
  const last = events.slice(0, index).findLast((event) => event.kind === 'trainee-said');
  const words = last?.kind === 'trainee-said' ? last.text : '';
  return goodReplies(id).map((reply) =>
    reply.say.some((one) => 'text' in one && one.text === words)
      ? { ...reply, say: [...reply.say, ...texts.map((text) => ({ text }))] }
      : reply,
  );
};

const OFF = 3.3;

describe('[T91] a price told below the one paid', () => {
  it('is held against no good trainee', () => {
    expect(PAID.length).toBeGreaterThan(10);
    for (const { id } of PAID) expect(ofPrice(play([id], goodReplies(id)).report), id).toEqual([]);
  });

  it('is none where it is what one of the products alone would cost, less what the shop takes off', () => {
    const stack = PAID.filter(({ id }) => id === 'promotion/coupon-stack');
    expect(stack).toHaveLength(1);
    for (const { id, index } of stack) {
      const alone = withLastWords(id, index, '够的，到手503', '紧的话先拿鞋也行：459-40-15=404。看您');
      expect(ofPrice(play([id], alone).report)).toEqual([]);
      expect(ofPrice(play([id], withLastWords(id, index, '到手404.5元')).report)).toHaveLength(1);
    }
  });

  it.each(PAID)('is heard once in $id, quotes the sum and costs marks', ({ id, paid, index }) => {
    const told = `到手${paid / 100 - OFF}元`;
    const found = ofPrice(play([id], withLastWords(id, index, told)).report);
    expect(found).toHaveLength(1);
    expect(found[0]?.quote).toContain(told);
    expect(found[0]?.marks).toBeGreaterThan(0);
  });

  it.each(PAID)('is none in $id once the right sum, or the difference, is told', ({ id, paid, index }) => {
    const told = `到手${paid / 100 - OFF}元`;
    for (const mended of [`说错了，到手${paid / 100}元`, `差的${OFF}元我报班长给您退`])
      expect(ofPrice(play([id], withLastWords(id, index, told, mended)).report)).toEqual([]);
  });
});

describe('[T91] of strangers', () => {
  const strangers = readRounds().flatMap(({ round, plays }) =>
    plays.map((one) => ({ ...one, name: `${round} ${one.id}` })),
  );
  const heardIn = (name: string): ReportFinding[] =>
    strangers
      .filter((one) => one.name === name)
      .flatMap(({ scenario, replies, after, card }) =>
        ofPrice(playedOnce(library, [scenario], toReplies(replies), { after, card }).report),
      );

  it('409 told and 459 paid, 389 and 399, 378 and 382 cost marks', () => {
    const quotes = [
      ['0.9.1 b-unpaid-forgot-middling', '算下来大概409吧'],
      ['0.9.1 c-third-pair-poor', '这双减完差不多389'],
      ['0.8.10 x3-unpaid-ten-to-ten-poor', '想好快点 378'],
    ] as const;
    for (const [play, words] of quotes)
      expect(heardIn(play), play).toMatchObject([{ code: 'false-promise', quote: expect.stringContaining(words) }]);
  });

  it('404 told and 419 paid since a coupon was left unused is made good by saying and reporting it', () => {
    expect(heardIn('0.9.2 q-shoe-half-size-good')).toEqual([]);
  });

  it('a sum that was charged as wrong is charged once, and the charge says that it was not made good', () => {
    expect(heardIn('0.8.8 q-live-three-lines-middling')).toMatchObject([
      { code: 'against-card', why: expect.stringContaining('客户后来付的是199元，报的179元没有认') },
    ]);
  });
});
