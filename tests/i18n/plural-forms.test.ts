import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import { plural } from '#client/lib/plural.ts';
import { sentencesOf, valuesIn } from '#scripts/messages/types-text.ts';

/** A sentence of the catalogues as a page says it, all its values the same number. */
const said = (text: string, n: number): string => {
  const fresh = i18next.createInstance();
  void fresh.init({ lng: 'en', resources: {}, initAsync: false, interpolation: { escapeValue: false } });
  fresh.services.formatter?.add('plural', plural);
  return fresh.services.interpolator.interpolate(
    text,
    Object.fromEntries(valuesIn(text).map((name) => [name, n])),
    'en',
    {},
  );
};

describe('words that agree with a number', () => {
  const agreeing = [...sentencesOf('en')].filter(([, text]) => text.includes('plural('));

  it.each(agreeing)('%s', (_, text) => {
    const [one, two] = [said(text, 1), said(text, 2)];
    for (const sentence of [one, two]) {
      expect(sentence).not.toMatch(/[{}]|plural|undefined|\bone:|\bother:/);
      expect(sentence).not.toMatch(/ {2}|\s$/);
    }
    expect(one.replaceAll('1', '2')).not.toBe(two);
  });
});
