/** Every quote contains what it proves: what holds of all findings in the reports of all planned and all lazy trainees. */
import { describe, expect, it } from 'vitest';
import type { Report, ReportFinding } from '#contract/report.ts';
import { ADMITS, DENIES, HURRIED, VOWED } from '#language/cards/overpromise-patterns.ts';
import { retryPlaces } from '#scoring/practice-advice/retry-places.ts';
import { everyReport, failing, messageOf, type Told } from '#tests/learning/support/every-report.ts';

const of =
  (...codes: string[]) =>
  (report: Report): ReportFinding[] =>
    report.findings.filter((f) => codes.includes(f.code));
const quoted = (report: Report): ReportFinding[] => report.findings.filter((f) => f.quoteAt !== null);

const PAUSE = /[，。！？；、,.!?;:：~～…\s]/;
const before = (f: ReportFinding, told: Told): string => messageOf(f, told)?.charAt((f.quoteAt?.start ?? 0) - 1) ?? '';
const next = (f: ReportFinding, told: Told): string => messageOf(f, told)?.charAt(f.quoteAt?.end ?? 0) ?? '';

/** Another finding quotes the words right beside these, so that each of the two quotes its own part. */
const isBeside = (f: ReportFinding, { report }: Told): boolean =>
  report.findings.some(
    (o) =>
      o !== f &&
      o.quoteAt?.message === f.quoteAt?.message &&
      ((o.quoteAt?.end ?? -9) >= (f.quoteAt?.start ?? 0) - 2 || (o.quoteAt?.start ?? 0) - 2 <= (f.quoteAt?.end ?? 0)),
  );

describe('a quote', () => {
  it('is never empty, and stands in the message at its offsets', () => {
    const wrong = failing(
      (report) => report.findings,
      (f, told) =>
        f.quote.trim() !== '' &&
        (f.quoteAt === null || messageOf(f, told)?.slice(f.quoteAt.start, f.quoteAt.end) === f.quote),
    );
    expect(everyReport().length).toBeGreaterThan(400);
    expect(wrong).toEqual([]);
  });

  it('begins and ends where the speaker paused', () => {
    const whole = (letter: string): boolean => letter === '' || PAUSE.test(letter);
    expect(
      failing(
        quoted,
        (f, told) => (whole(before(f, told)) && (whole(next(f, told)) || /[？?]$/.test(f.quote))) || isBeside(f, told),
      ),
    ).toEqual([]);
  });

  it('stops short of no question mark', () => {
    expect(failing(quoted, (f, told) => !/[？?]/.test(next(f, told)) || isBeside(f, told))).toEqual([]);
  });

  it('is the customer’s line where the fault is that nothing was said', () => {
    const left = of(
      'no-follow-up',
      'no-order-prompt',
      'no-payment-reminder',
      'regular-as-stranger',
      'no-goodbye',
      'no-confirm-order',
      'no-cross-sell',
      'no-return',
      'no-empathy',
      'ignored',
      'unanswered',
      'customer-left',
      'walked-out',
    );
    expect(failing(left, (f) => f.quoteAt === null)).toEqual([]);
  });
});

describe('words quoted', () => {
  it('for 没给准话 have a word in them that avoids', () => {
    const avoid =
      /应该|可能|大概|也许|差不多|情况|要看|尽[快量]|很快|不一定|清楚|不知道|准信|不[准好]说|说不准|一般|好像|估计|到时候|因人而异|第一时间|后续|再[说看]|耐心|规定|相应|会处理|协调|为准/;
    expect(failing(of('vague'), (f) => avoid.test(f.quote))).toEqual([]);
  });

  it('for a false promise refuse nothing', () => {
    expect(failing(of('false-promise'), (f) => !/不能|不赔|退不了|一律不|已经超过/.test(f.quote))).toEqual([]);
  });

  it('against a card have a figure, a vow, a haste or a verdict on what the card leaves open', () => {
    const closes = (said: string): boolean =>
      said.search(VOWED) >= 0 || HURRIED.test(said) || [...DENIES, ...ADMITS].some((word) => said.includes(word));
    const shown = ({ quote }: ReportFinding): boolean => /[\d一二两三四五六七八九十半]/.test(quote) || closes(quote);
    expect(failing(of('against-card'), shown)).toEqual([]);
  });

  it('against a card are not quoted where the same turn already has a wrong point of that card', () => {
    const twice = (f: ReportFinding, { report }: Told): boolean =>
      report.findings.some((o) => o.code === 'wrong-fact' && o.at === f.at && o.basis?.id === f.basis?.id);
    expect(failing(of('against-card'), (f, told) => !twice(f, told))).toEqual([]);
  });

  it('as wrong have the wrong figure in them, where a clause beside them has one', () => {
    const says = (f: ReportFinding, told: Told): boolean => {
      const { start = 0, end = 0 } = f.quoteAt ?? {};
      const text = messageOf(f, told) ?? '';
      const clauses = [
        text
          .slice(0, start)
          .split(/[。！？；]/)
          .at(-1),
        text.slice(end).split(/[。！？；]/)[0],
      ];
      const near = [clauses[0]?.split(/[，,]/).at(-2), clauses[1]?.split(/[，,]/)[1]].join('');
      return /\d/.test(f.quote) || !/\d/.test(near) || isBeside(f, told);
    };
    expect(failing((report) => of('wrong-fact')(report).filter((f) => /\d/.test(f.title)), says)).toEqual([]);
  });
});

describe('没有安抚', () => {
  const uncared = of('no-empathy');
  const NAMES = ['客户怕了', '客户急了', '客户发了火', '客户受了委屈'];

  it('stands at the customer’s own line, named by what they felt', () => {
    const said = (f: ReportFinding, { report }: Told): boolean =>
      report.transcript.some((line) => line.by === 'customer' && line.at === f.at && line.text === f.customer);
    expect(everyReport().some(({ report }) => uncared(report).length > 0)).toBe(true);
    expect(failing(uncared, (f, told) => said(f, told) && NAMES.includes(f.title.split('：')[1] ?? ''))).toEqual([]);
  });

  it('isn’t held against words as calm as 好 or 在吗', () => {
    const calm = ['你好', '行', '好', '在吗', '嗯', '谢谢'];
    expect(failing(uncared, (f) => f.customer.length > 1 && !calm.includes(f.customer))).toEqual([]);
  });

  it('can be done again in a retry', () => {
    const places = (told: Told): Set<string> =>
      new Set(retryPlaces(told.data, told.events, []).flatMap(({ findings }) => findings));
    expect(failing(uncared, (f, told) => places(told).has(f.key))).toEqual([]);
  });
});
