/** A shop's quick replies have to be read before Enter, and the cards on the law are the same in all shops. */
import { describe, expect, it } from 'vitest';
import { library } from '#tests/support/library.ts';

const { shops } = library.files;
const shopsPhrases = shops.map(({ folder, quickReplies }) => [folder, quickReplies.value ?? []] as const);
const twice = (texts: readonly string[]) => texts.filter((text, index) => texts.indexOf(text) !== index);
const known = new Set([...library.rubrics.values()].flatMap(({ findings }) => findings.map(({ code }) => code)));

describe.each(shopsPhrases)('the quick replies of %s', (_, phrases) => {
  const traps = phrases.filter(({ trap }) => trap !== undefined);
  const open = phrases.filter(({ trap, text }) => trap === undefined && /\{.+?\}/.test(text));

  it('are eighty at least, each with its own short code', () => {
    expect(phrases.length).toBeGreaterThanOrEqual(80);
    expect(twice(phrases.map(({ code }) => code))).toEqual([]);
  });

  it('need reading: a fifth to a quarter has gaps to fill, and as many are traps', () => {
    for (const some of [traps, open]) {
      expect(some.length / phrases.length).toBeGreaterThanOrEqual(0.2);
      expect(some.length / phrases.length).toBeLessThanOrEqual(0.25);
    }
  });

  it('have traps in most groups, so that a group gives none away', () => {
    const groups = new Set(phrases.map(({ group }) => group));
    expect(new Set(traps.map(({ group }) => group)).size / groups.size).toBeGreaterThanOrEqual(0.7);
    expect(traps.filter(({ trap }) => !known.has(trap?.finding ?? ''))).toEqual([]);
  });
});

describe('across all shops', () => {
  it('no quick reply has the same text in two shops', () => {
    expect(twice(shopsPhrases.flatMap(([, phrases]) => phrases.map(({ text }) => text)))).toEqual([]);
  });

  it('the cards that every shop has are equal to the letter', () => {
    const common = shops.map(({ policies }) => (policies.value ?? []).filter(({ id }) => id.startsWith('c-')));
    expect(common[0]).toHaveLength(22);
    for (const cards of common) expect(cards).toEqual(common[0]);
  });
});
