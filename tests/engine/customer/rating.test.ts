/** Stars at a story's end, from the mood and how it came out (docs/trade.md §1). */
import { describe, expect, it } from 'vitest';
import { ratingOf } from '#engine/customer/endings.ts';
import type { Outcome } from '#engine/model/content.ts';
import { act, drive, of, say, tick } from '#tests/engine/support/drive.ts';
import { ENDINGS, SAID, shoesWith, sizeBeat } from '#tests/engine/support/shoes.ts';
import { contentOf, ending, need } from '#tests/engine/support/tiny.ts';

it.each([
  ['paid', 5],
  ['lost', 4],
  ['escalated', 2],
] as const)('[M106] whoever leaves content where the outcome is %s gives %i stars', (outcome, stars) => {
  expect(ratingOf(90, outcome)).toBe(stars);
});

it('[M106] whoever leaves angry without buying gives as few as who bought', () => {
  for (const mood of [10, 30, 50]) expect(ratingOf(mood, 'lost')).toBe(ratingOf(mood, 'paid'));
});

describe('[J230] the stars of a customer', () => {
  const starsAfter = (outcome: Outcome, level: number | null, firstWordAt = 10_000): number | undefined => {
    const { log } = drive(
      contentOf(
        [
          shoesWith({
            beats: [sizeBeat({ needs: [need({ do: 'change-sku' })] })],
            endings: [...ENDINGS, ending({ id: 'ship', outcome, level })],
          }),
        ],
        { persona: { mood: 80 } },
      ),
      [say(firstWordAt, SAID.size), act(firstWordAt + 1000, 'change-sku'), tick(firstWordAt + 30_000)],
    );
    return of(log, 'ending-reached').at(-1)?.rating;
  };

  it('who waits for whoever decides go by how they were treated, up to four', () => {
    expect(starsAfter('escalated', null)).toBe(4);
  });

  it('who complains above the desk are two at most', () => {
    expect(starsAfter('escalated', 1)).toBe(2);
  });

  it('who had to ask twice for a word are four at most', () => {
    expect(starsAfter('kept', null)).toBe(5);
    expect(starsAfter('kept', null, 100_000)).toBe(4);
  });
});

describe('[J247] the stars of a customer who leaves', () => {
  const starsFor = (...said: string[]): number | undefined => {
    const { log } = drive(
      contentOf([shoesWith({ beats: [{ ...sizeBeat(), then: { ...sizeBeat().then, resolved: 'gone' } }] })], {
        persona: { mood: 100 },
      }),
      [...said.map((text, i) => say(10_000 + i * 20_000, text)), tick(200_000)],
    );
    return of(log, 'ending-reached').at(-1)?.rating;
  };
  it('are three at most where they never had the answer they came for', () => {
    expect(starsFor(SAID.wrongSize, SAID.wrongSize, SAID.wrongSize)).toBeLessThanOrEqual(3);
    expect(starsFor(SAID.size)).toBe(4);
  });
});
