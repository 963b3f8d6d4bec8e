/** A customer doesn’t leave in the middle of a talk (RULES T95). */
import { describe, expect, it } from 'vitest';
import type { Outcome } from '#engine/model/content.ts';
import { drive, of, say, tick, words } from '#tests/engine/support/drive.ts';
import { ENDINGS, INSTEP, SAID, shipBeat, shoesWith, sizeBeat } from '#tests/engine/support/shoes.ts';
import { beat, contentOf, ending, line, noReacts, span, windowOf } from '#tests/engine/support/tiny.ts';

const knowing = { customer: { knows: [INSTEP] } as never };
const waiting = contentOf([
  shoesWith({
    ...knowing,
    beats: [
      beat({
        id: 'waits',
        says: '我再想想',
        window: windowOf('payment-reminder', '40s'),
        then: { taken: 'ship', missed: 'gone' },
      }),
      shipBeat(),
    ],
  }),
]);

describe('a customer', () => {
  const leftAt = (...said: ReturnType<typeof say>[]): number[] =>
    of(drive(waiting, [...said, tick(300_000)]).log, 'ending-reached').map(({ at }) => at);

  it('[T95] who has just answered waits for the reply', () => {
    const [left] = leftAt();
    expect(left).toBeLessThan(50_000);
    const { log } = drive(waiting, [say(30_000, SAID.instep), tick(300_000)]);
    const answered = of(log, 'customer-said').findLast(({ why }) => why.kind === 'fact')?.at ?? 0;
    expect(answered).toBeGreaterThan(30_000);
    expect(of(log, 'ending-reached').map(({ at }) => at)).toEqual([answered + 45_000]);
  });

  it('[T95] who has left and answers all the same gives one sign to what is said next', () => {
    const gone = contentOf([shoesWith({ ...knowing, beats: [sizeBeat({ tolerates: 0 }), shipBeat()] })]);
    const said = words(
      drive(gone, [
        say(10_000, SAID.insult),
        say(30_000, SAID.insult),
        say(60_000, SAID.instep),
        say(80_000, SAID.here),
        say(100_000, SAID.here),
        tick(120_000),
      ]).log,
    );
    expect(said.slice(said.indexOf('我脚背高') + 1)).toHaveLength(1);
  });
});

describe('[J244] a customer who is offline with their last words', () => {
  const lastWords = (outcome: Outcome, says: string): string[] =>
    words(
      drive(
        contentOf([
          shoesWith({
            beats: [sizeBeat({ reacts: { ...noReacts, slots: { resolved: line(says) } } })],
            endings: [...ENDINGS, ending({ id: 'ship', outcome })],
          }),
        ]),
        [say(10_000, SAID.size), tick(40_000)],
      ).log,
    );
  it.each(['行 听着呢', '我看了再说', '看下日子再说'])('doesn’t promise to listen or to look: %s', (says) => {
    expect(lastWords('escalated', says)).not.toContain(says);
    expect(lastWords('lost', says).length).toBeGreaterThan(1);
    expect(lastWords('kept', says)).toContain(says);
  });
  it('says what an author wrote for going', () =>
    expect(lastWords('escalated', '行 明早我看')).toContain('行 明早我看'));
});

describe('[J245] what was told before', () => {
  it('is taken up no second time as if it were news', () => {
    const log = drive(
      contentOf([
        shoesWith({
          beats: [
            sizeBeat(),
            beat({
              id: 'ship',
              says: '我先忙',
              quiet: { for: span('90s') },
              then: { resolved: 'kept', failed: 'sour', silent: 'kept' },
            }),
          ],
        }),
      ]),
      [say(10_000, SAID.size), say(30_000, SAID.size), tick(50_000)],
    ).log;
    const nods = of(log, 'burst-planned').flatMap(({ used }) => used);
    expect(nods).toContain('nod');
    expect(nods).not.toContain('nod:settled');
  });
});
