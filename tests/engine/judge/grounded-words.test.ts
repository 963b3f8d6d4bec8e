/** The customer's words rest on what they were told (RULES T27). */
import { describe, expect, it } from 'vitest';
import { withoutThanks } from '#engine/state/thanks.ts';
import { drive, say, tick, words } from '#tests/engine/support/drive.ts';
import { SAID, shipBeat, shoesWith, sizeBeat } from '#tests/engine/support/shoes.ts';
import { beat, burst, contentOf, ending, line, noReacts } from '#tests/engine/support/tiny.ts';

const passing = contentOf(
  [
    shoesWith({
      reacts: { ...noReacts, slots: { passed: line('这个你说过了') } },
      beats: [sizeBeat(), shipBeat()],
    }),
  ],
  { persona: { reacts: { ...noReacts, slots: { passed: line('嗯 行') } } } },
);
const passingAfter = (...said: string[]): string[] =>
  words(drive(passing, [...said.map((text, i) => say(10_000 + i * 15_000, text)), tick(120_000)]).log);

describe('a customer who passes over a question that needs no asking', () => {
  it('[T27] says 这个你说过了 only where an earlier turn told it', () => {
    expect(passingAfter(SAID.ship, SAID.size)).toContain('这个你说过了');
    const atOnce = passingAfter(`${SAID.size}，${SAID.ship}`);
    expect(atOnce).toContain('嗯 行');
    expect(atOnce).not.toContain('这个你说过了');
  });
});

describe('thanks for honesty', () => {
  const thankful = contentOf([
    shoesWith({
      beats: [sizeBeat(), shipBeat()],
      endings: [
        ending({ id: 'kept', says: '我拍了 ⏎ 谢谢你没骗我', outcome: 'paid', sale: 45_900 }),
        ending({ id: 'sour', outcome: 'lost' }),
        ending({ id: 'gone', outcome: 'lost' }),
      ],
    }),
  ]);
  const wordsTo = (...said: string[]): string[] =>
    words(drive(thankful, [...said.map((text, i) => say(10_000 + i * 15_000, text)), tick(120_000)]).log);

  it('[T27] go only to a trainee who told nothing wrong', () => {
    expect(wordsTo(SAID.size, SAID.ship)).toEqual(expect.arrayContaining(['我拍了', '谢谢你没骗我']));
    const misled = wordsTo(SAID.wrongSize, SAID.size, SAID.ship);
    expect(misled).toContain('我拍了');
    expect(misled).not.toContain('谢谢你没骗我');
  });

  it('[T27] leave a nod behind where they were the whole line', () => {
    expect(withoutThanks(burst('起码没糊弄我'), { misled: true, curt: false, scolded: false })).toEqual(burst('嗯'));
    expect(withoutThanks([], { misled: true, curt: false, scolded: false })).toEqual([]);
  });
});

describe('the answer to the last question', () => {
  const orders = beat({
    id: 'orders',
    says: '拍啦 ⏎ 付的459 对吧',
    does: [],
    window: { kind: 'goodbye', from: null, until: { value: 60, unit: 's' }, points: [], do: 'remark' },
    then: { taken: 'kept', missed: 'kept' },
  });
  const asked = contentOf([
    shoesWith({ beats: [{ ...sizeBeat(), then: { ...sizeBeat().then, resolved: 'orders' } }, orders] }),
  ]);
  const asking = contentOf([
    shoesWith({
      beats: [{ ...sizeBeat(), then: { ...sizeBeat().then, resolved: 'kept' } }],
      endings: [
        ending({ id: 'kept', says: '拍啦 ⏎ 39码半 对吧', outcome: 'paid', sale: 45_900 }),
        ending({ id: 'sour', outcome: 'lost' }),
        ending({ id: 'gone', outcome: 'lost' }),
      ],
    }),
  ]);
  const nods = (data: typeof asked, ...said: string[]): number =>
    drive(data, [...said.map((text, i) => say(10_000 + i * 15_000, text)), tick(120_000)]).log.filter(
      (e) => e.kind === 'customer-said' && e.why.kind === 'nod',
    ).length;

  it('[T27] gets a word before the customer goes, whether the ending speaks or is silent', () => {
    expect(nods(asked, SAID.size, '对的，459，祝您穿得舒服，再见')).toBe(1);
    expect(nods(asking, SAID.size, '对，39码半的')).toBe(1);
    expect(nods(asking, SAID.size, '对，39码半的', '有事您再来')).toBe(1);
  });
});
