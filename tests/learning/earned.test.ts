/** Praise is earned: what holds of every merit in the reports of all planned and all lazy trainees. */
import { describe, expect, it } from 'vitest';
import { everyReport, failing, isMerit, messageOf } from '#tests/learning/support/every-report.ts';

const merits = (report: Parameters<Parameters<typeof failing>[0]>[0]) => report.findings.filter(isMerit);

describe('a merit', () => {
  it('is found in many drills', () => {
    expect(everyReport().filter(({ report }) => merits(report).length > 0).length).toBeGreaterThan(100);
  });

  it('stands in no drill that is 未完成, and with no customer whom the trainee left or who left', () => {
    const left = ['customer-left', 'walked-out', 'ended-early'];
    const isLeft = (conversation: string, report: Parameters<typeof merits>[0]): boolean =>
      report.findings.some((f) => left.includes(f.code) && !f.unsure && f.conversation === conversation);
    expect(
      failing(merits, (f, { report }) => report.cappedBy !== 'unfinished' && !isLeft(f.conversation, report)),
    ).toEqual([]);
  });

  it('with a customer who was lost is one that helped all the same', () => {
    const lost = ['流失', '升级', '走了'];
    const still = ['merit:corrected', 'merit:asked-first'];
    const outcome = (conversation: string, report: Parameters<typeof merits>[0]): string =>
      report.conversations.find((c) => c.conversation === conversation)?.outcome ?? '';
    expect(
      failing(merits, (f, { report }) => !lost.includes(outcome(f.conversation, report)) || still.includes(f.code)),
    ).toEqual([]);
  });

  it('quotes the trainee’s own words, and no quick reply unchanged', () => {
    const phrases = new Set(
      everyReport().flatMap(({ data }) => data.shops.flatMap((s) => s.quickReplies.map((q) => q.text))),
    );
    expect(
      failing(merits, (f, told) => {
        const words = messageOf(f, told);
        return words !== null && !phrases.has(words) && words.slice(f.quoteAt?.start, f.quoteAt?.end) === f.quote;
      }),
    ).toEqual([]);
  });

  it('for points rests on points that stay right to the end', () => {
    const codes = ['merit:full-answer', 'merit:answered-ahead', 'merit:corrected'];
    expect(
      failing(
        (report) => merits(report).filter((f) => codes.includes(f.code)),
        (f, { report }) =>
          !report.ledger
            .flatMap((row) => row.points)
            .some((p) => p.state === 'wrong' && p.quote !== null && f.quote.includes(p.quote)),
      ),
    ).toEqual([]);
  });

  it('for asking rests on a question, not on a request for a picture (拍一张)', () => {
    expect(
      failing(
        (report) => merits(report).filter((f) => f.code === 'merit:asked-first'),
        (f) => !/拍(?!的时候)|发来|发我/.test(f.quote),
      ),
    ).toEqual([]);
  });

  it('for reading an order back isn’t given where the customer asked for it', () => {
    expect(
      failing(
        (report) => merits(report).filter((f) => f.code === 'merit:confirm-order'),
        (f) => !/[？吗吧不]$|核一遍|念一遍|对一遍/m.test(f.customer),
      ),
    ).toEqual([]);
  });

  it('for words in a pause isn’t given for words that fit any pause', () => {
    const anybody = [
      '您先忙，有空说',
      '还有什么问题吗',
      '还有什么疑问吗',
      '您慢慢考虑，还有什么要问的随时找我',
      '好的',
    ];
    expect(
      failing(
        (report) => merits(report).filter((f) => ['merit:follow-up', 'merit:payment-reminder'].includes(f.code)),
        (f) => !anybody.includes(f.quote),
      ),
    ).toEqual([]);
  });

  it('isn’t given in a drill that was rude more than once', () => {
    const rude = ['impatient', 'hostile', 'red-line:insult', 'red-line:threat'];
    expect(
      failing(
        (report) =>
          report.findings.filter((f) => rude.includes(f.code) && !f.unsure).length > 1 ? merits(report) : [],
        () => false,
      ),
    ).toEqual([]);
  });
});
