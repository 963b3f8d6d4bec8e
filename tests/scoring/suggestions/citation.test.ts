/** A finding cites what it is about: the shop's own card before a law about something else. */
import { describe, expect, it } from 'vitest';
import { contentFor } from '#library/load.ts';
import { caseFactsOf } from '#scoring/log/case-facts.ts';
import {
  citationOf,
  citationOfPoint,
  citationOfQuestion,
  citationOfRule,
  lawOfAnswers,
} from '#scoring/suggestions/citation.ts';
import {
  citationOfAction,
  citationOfNeed,
  citationOfRedLine,
  citationOfWindow,
} from '#scoring/suggestions/fault-citations.ts';
import { library, play, repliesOf } from '#tests/learning/support/play.ts';

const factsOf = (id: string) => caseFactsOf(contentFor(library, [id]).data, id);
const shoes = factsOf('product-advice/shoe-half-size');
const parcel = factsOf('logistics-complaint/signed-not-seen');

it('[M89] a source tells its date once', () => {
  const dates = shoes.shop.policies.map(({ id }) => citationOf(shoes, id)?.source ?? '');
  expect(dates.filter((source) => source.split('2026-11-01').length > 2)).toEqual([]);
  expect(dates.some((source) => source.includes('2026-11-01'))).toBe(true);
  const rule = { code: 'late-round', title: '', why: '' } as Parameters<typeof citationOfRule>[0];
  const rubric = { id: '2026-11', date: '2026-11-01' } as Parameters<typeof citationOfRule>[1];
  expect(citationOfRule(rule, rubric).source).toBe('评分标准 2026-11-01');
});

describe('the law on answers', () => {
  it('is cited for a question about the goods, and for none about freight or complaints', () => {
    const size = citationOfQuestion(shoes, shoes.question('q-size'));
    expect(lawOfAnswers('evaded', size)).toContain('消费者权益保护法第20条第2款');
    const freight = citationOfQuestion(shoes, shoes.question('q-exchange'));
    expect(lawOfAnswers('evaded', freight)).toBe('');
    expect(lawOfAnswers('late-first', size)).toBe('');
  });

  it('is cited by no finding that rests on a card about something else', () => {
    const cases = [
      'complaint-escalation/incident-two-days-silent',
      'promotion/coupon-stack',
      'logistics-complaint/signed-not-seen',
    ];
    for (const id of cases)
      for (const { code, why } of play([id], repliesOf(id, 'poor')).report.findings)
        expect(why, `${id} ${code}`).not.toContain('第20条第2款');
  });
});

describe('a question that cites a card and a page', () => {
  it('rests on the card, the shop’s own rule', () => {
    expect(citationOfQuestion(shoes, shoes.question('q-pinch'))?.id).toBe('s-ex');
  });
});

describe('red lines', () => {
  it("rest on the shop's card that fits the words", () => {
    expect(citationOfRedLine(shoes, 'block-complaint', '您先别投诉', null)?.id).toBe('s-comp');
    expect(citationOfRedLine(shoes, 'final-interpretation', '最终解释权归本店', null)?.id).toBe('s-word');
    expect(citationOfRedLine(shoes, 'false-claim', '就剩最后两件，手慢无', null)?.id).toBe('s-stock');
    expect(citationOfRedLine(shoes, 'offsite', '加微信说', null)?.id).toBe('c-own');
  });

  it('rest on the law for that kind of claim where the shop has no card', () => {
    const cure = citationOfRedLine(shoes, 'false-claim', '穿了脚气就治好', null);
    expect(cure).toMatchObject({ kind: 'rule', source: expect.stringContaining('广告法第17条') });
    const best = citationOfRedLine(shoes, 'false-claim', '全网第一', null);
    expect(best?.source).toContain('电子商务法第17条');
  });

  it('quote whole clauses', () => {
    const { findings } = play(
      ['logistics-complaint/signed-not-seen'],
      repliesOf('logistics-complaint/signed-not-seen', 'poor'),
    ).report;
    expect(findings.find((f) => f.code === 'red-line:block-complaint')?.quote).toBe(
      '您先别投诉，投诉了就不好给您处理了',
    );
  });
});

describe('operations and windows', () => {
  it('rest on the card that names them', () => {
    expect(citationOfAction(parcel, 'carrier-ticket', [])?.id).toBe('s-lost');
    expect(citationOfAction(parcel, 'escalate-3', [])?.id).toBe('s-pre');
    expect(citationOfAction(shoes, 'send-product', [])).toBeNull();
    expect(citationOfWindow(shoes, 'payment-reminder')?.id).toBe('s-night');
    expect(citationOfWindow(shoes, 'goodbye')).toBeNull();
  });
});

describe('a point that was missed', () => {
  const swap = shoes.point('swap-free')?.point;

  it('rests on the words a trainee could have read, not on the whole card', () => {
    const basis = swap ? citationOfPoint(shoes, swap) : null;
    expect(basis).toMatchObject({ kind: 'card', id: 's-ex', title: '首次换码' });
    expect(basis?.text).toContain('首次换码来回运费店铺出');
    expect(basis?.text).not.toContain('鞋底脏了');
    expect(basis?.text.length).toBeLessThan(shoes.card('s-ex')?.text.length ?? 0);
  });

  it('rests on the whole card it cites where its words are not known', () => {
    const old = swap ? citationOfPoint(shoes, { policy: swap.policy }) : null;
    expect(old?.text).toBe(shoes.card('s-ex')?.text);
  });

  it('rests on the card that its ground names, rather than the one its question cites', () => {
    const times = citationOfPoint(shoes, { policy: 's-ex', ground: [{ at: 'c-when', words: '报班长10分钟内' }] });
    expect(times?.id).toBe('c-when');
    expect(times?.text).toContain('报班长10分钟内');
    const spoken = citationOfPoint(shoes, { policy: 's-ex', ground: [{ at: 'customer', words: '万一大了' }] });
    expect(spoken?.id).toBe('s-ex');
  });

  it('is cited in the report by those words', () => {
    const all = repliesOf('bargaining/rival-forty', 'model');
    const before = all.filter(({ to }) => to === 'why');
    const [asked] = all.filter(({ to }) => to === 'match');
    if (!asked) throw new Error('no reply');
    const half = play(['bargaining/rival-forty'], [...before, { ...asked, say: [{ text: '单价我改不了' }] }]).report;
    const missing = half.findings.find((f) => f.code === 'answered-partly');
    expect(missing?.basis).toMatchObject({ id: 'g-pp', text: expect.stringMatching(/^价保30天[^。]*。$/) });
  });
});

describe('an operation that was owed', () => {
  it('rests on the words from which a trainee could know it', () => {
    const note = shoes.scenario.duties.find((need) => need.do === 'remark');
    expect(note && citationOfNeed(shoes, note, null)).toMatchObject({
      id: 'c-note',
      text: '说定的规格、地址、日子、几点回话，写进备注。',
    });
  });
});
