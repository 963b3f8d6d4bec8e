/** What a case has as the right answer to a report, and what a lead's answer is worth beside it. */
import { describe, expect, it } from 'vitest';
import { asksIn } from '#drills/leads/asks.ts';
import { judgeAnswer, leadFigures } from '#drills/leads/judge-answer.ts';
import { rightAnswer } from '#drills/leads/right-answer.ts';
import { sumIn } from '#drills/leads/sum-asked.ts';
import type { Need, Scenario } from '#engine/model/content.ts';
import type { LeadAnswer } from '#engine/model/lead.ts';
import { DEFAULT_LEAD_RULES } from '#library/schema/rubric.ts';
import { askedCase, askedContent } from '#tests/engine/support/asked.ts';
import { act, drive, end } from '#tests/engine/support/drive.ts';
import { beat, forbid, need } from '#tests/engine/support/tiny.ts';

type Reported = { fields?: Partial<Scenario>; report?: Partial<Need>; action?: string; first?: readonly string[] };

/** The right answer to a report made ten seconds after the customer asked. `first`: operations done before it. */
const right = ({ fields = {}, report = {}, action = 'escalate', first = [] }: Reported = {}) => {
  const scenario = askedCase(fields, report);
  const content = askedContent([scenario]);
  const before = first.map((one, n) => act(6000 + n * 1000, one));
  const { log } = drive(content, [...before, act(10_000, action, { note: '要30元' }), end(20_000)], {
    lead: { answerMs: 120_000 },
  });
  const read = asksIn([{ seq: 0, at: 1000, events: log } as never]);
  const [ask] = read?.asks ?? [];
  if (ask === undefined) throw new Error('nothing was reported');
  return rightAnswer(content, scenario, ask.events.slice(0, ask.asked), ask.id);
};

const PHOTO = { after: [{ do: 'request-photo' }] } as const;
const granted = (amount: number | null, words = '破损属实，照退'): LeadAnswer => ({ how: 'granted', amount, words });
const verdict = (answer: LeadAnswer | null, key = right()) => judgeAnswer(answer, key, DEFAULT_LEAD_RULES).verdict;

describe('[J48] what is right', () => {
  it('a report that the case wants at the level of a 班长 is granted, by the card’s own words', () => {
    expect(right()).toEqual({ how: 'granted', amount: null, why: ['50元以内报班长'], limit: 5000, isAbove: false });
    expect(right({ report: { ground: [] } }).why).toEqual(['50元以内的退差，报班长，10分钟内回']);
  });

  it('one for the manager is passed up, whichever operation reported it', () => {
    for (const action of ['escalate', 'escalate-up'])
      expect(right({ report: { do: 'escalate-up' }, action })).toMatchObject({ how: 'passed-up', isAbove: true });
  });

  it('one before what the case wants first is asked back, and granted once that is done', () => {
    expect(right({ report: PHOTO })).toMatchObject({ how: 'asked-back', why: ['request-photo'] });
    expect(right({ report: PHOTO, first: ['request-photo'] })).toMatchObject({ how: 'granted' });
  });

  it('one that nothing wants, or that the case forbids, is refused with its reason', () => {
    expect(right({ report: { do: 'remark' } })).toMatchObject({ how: 'refused', why: [] });
    const forbids = [forbid({ do: 'escalate', because: '斤两是够的，没有要班长定的事' })];
    expect(right({ fields: { forbids } })).toMatchObject({ how: 'refused', why: ['斤两是够的，没有要班长定的事'] });
  });

  it('the sum is that of the operation which follows the report', () => {
    const [first] = askedCase().beats;
    const paid = need({ do: 'refund', with: { amount: 3000 }, after: [{ do: 'escalate' }] });
    const beats =
      first === undefined ? [] : [first, beat({ id: 'paid', says: '退多少', needs: [paid], then: 'waits' })];
    expect(right({ fields: { beats } })).toMatchObject({ how: 'granted', amount: 3000 });
  });
});

describe('[J48] what an answer is worth', () => {
  it('a grant within the card is right, above it beyond, and an exception needs no sum', () => {
    expect([verdict(granted(5000)), verdict(granted(5001)), verdict(granted(null))]).toEqual([
      'right',
      'beyond',
      'right',
    ]);
  });

  it('a sum is held against the one the case names', () => {
    const key = { ...right(), amount: 3000 };
    expect([2000, 3000, 4000].map((amount) => verdict(granted(amount), key))).toEqual([
      ...['too-little', 'right', 'too-much'],
    ]);
  });

  it('each other answer is told by its own name', () => {
    const said = (how: 'refused' | 'asked-back' | 'passed-up') => ({ how, words: '再看看情况' });
    const all = (key: Parameters<typeof verdict>[1]) => [
      verdict(granted(1000), key),
      ...(['refused', 'asked-back', 'passed-up'] as const).map((how) => verdict(said(how), key)),
    ];
    expect(all(right())).toEqual(['right', 'refused-wrongly', 'asked-needlessly', 'passed-needlessly']);
    expect(all({ ...right(), how: 'refused' })).toEqual(['granted-wrongly', 'right', 'right', 'passed-needlessly']);
    expect(all({ ...right(), how: 'asked-back' })).toEqual([
      ...['granted-unchecked', 'refused-wrongly', 'right', 'passed-needlessly'],
    ]);
    expect(all({ ...right(), how: 'passed-up', isAbove: true })).toEqual([
      ...['beyond', 'refused-wrongly', 'asked-needlessly', 'right'],
    ]);
  });

  it('marks are the rubric’s: none for no answer, and a bare 同意 gives no reason', () => {
    const marks = (answer: LeadAnswer | null) => judgeAnswer(answer, right(), DEFAULT_LEAD_RULES).marks;
    expect([marks(granted(3000)), marks(granted(3000, '同意')), marks(granted(9000)), marks(null)]).toEqual([
      ...[100, 90, 30, 0],
    ]);
    const judged = [granted(3000), null].map((answer) => judgeAnswer(answer, right(), DEFAULT_LEAD_RULES));
    expect(leadFigures(judged)).toEqual({ requests: 2, inTime: 1, right: 1, within: 1, reasoned: 1, score: 50 });
    expect(leadFigures([]).score).toBeNull();
  });
});

describe('[J47] the sum that is asked for', () => {
  it('is the note’s, else what the customer named last; a figure without money is none', () => {
    const lines = [
      { by: 'customer', text: '赔我80块' },
      { by: 'colleague', text: '最多10元' },
      { by: 'customer', text: '三十块行了吧' },
      { by: 'customer', text: '39码的' },
    ] as const;
    expect(sumIn(['要50元', '照片有了'], lines)).toBe(5000);
    expect(sumIn(['照片有了'], lines)).toBe(3000);
    expect(sumIn([], [{ by: 'customer', text: '39码的' }])).toBeNull();
  });
});
