/** Every shop's phrases are worth reading before Enter, and the law stands in the same words wherever one works. */
import { describe, expect, it } from 'vitest';
import { library } from '#tests/support/library.ts';

const { shops } = library.files;
const shopsPhrases = shops.map(({ folder, quickReplies }) => [folder, quickReplies.value ?? []] as const);
const twice = (texts: readonly string[]) => texts.filter((text, index) => texts.indexOf(text) !== index);
const known = new Set([...library.rubrics.values()].flatMap(({ findings }) => findings.map(({ code }) => code)));

describe.each(shopsPhrases)('the phrases of %s', (_, phrases) => {
  const traps = phrases.filter(({ trap }) => trap !== undefined);
  const open = phrases.filter(({ trap, text }) => trap === undefined && /\{.+?\}/.test(text));

  it('are eighty at least, each with a short code of its own', () => {
    expect(phrases.length).toBeGreaterThanOrEqual(80);
    expect(twice(phrases.map(({ code }) => code))).toEqual([]);
  });

  it('are to be read first: a fifth to a quarter wants filling in, as many are traps', () => {
    for (const some of [traps, open]) {
      expect(some.length / phrases.length).toBeGreaterThanOrEqual(0.2);
      expect(some.length / phrases.length).toBeLessThanOrEqual(0.25);
    }
  });

  it('lay their traps in most groups, so that the group gives none away', () => {
    const groups = new Set(phrases.map(({ group }) => group));
    expect(new Set(traps.map(({ group }) => group)).size / groups.size).toBeGreaterThanOrEqual(0.7);
    expect(traps.filter(({ trap }) => !known.has(trap?.finding ?? ''))).toEqual([]);
  });
});

describe('across the shops', () => {
  it('no sentence of one is in use at another', () => {
    expect(twice(shopsPhrases.flatMap(([, phrases]) => phrases.map(({ text }) => text)))).toEqual([]);
  });

  it('the cards every shop has are the same to the letter', () => {
    const common = shops.map(({ policies }) => (policies.value ?? []).filter(({ id }) => id.startsWith('c-')));
    expect(common[0]).toHaveLength(22);
    for (const cards of common) expect(cards).toEqual(common[0]);
  });
});
