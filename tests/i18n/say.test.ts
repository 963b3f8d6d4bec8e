import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import { plural, spelled } from '#client/lib/plural.ts';
import { inLanguage, LANGUAGES } from '#i18n/language.ts';
import { type MessageKey, say } from '#i18n/say.ts';
import { CLIENT_AREAS, sentencesOf, valuesIn } from '#scripts/messages/types-text.ts';

/** What a trainee may have typed, and what a sentence must therefore show as it is. */
const VALUES = ['3', '{{n}}', '$t(errors:internal)', '满300减30，<b>'];

describe.each(LANGUAGES)('a sentence the server says in %s', (language) => {
  const sentences = [...sentencesOf(language)].filter(
    ([key]) => !CLIENT_AREAS.some((one) => key.startsWith(`${one}:`)),
  );
  const library = i18next.createInstance();
  void library.init({ lng: language, resources: {}, initAsync: false, interpolation: { escapeValue: false } });
  library.services.formatter?.add('plural', plural);
  library.services.formatter?.add('spelled', spelled);

  it.each(VALUES)('reads as i18next fills it with %s', (value) => {
    const differ = sentences.filter(([key, text]) => {
      const values = Object.fromEntries(valuesIn(text).map((name) => [name, value]));
      const own = inLanguage(language, () => say(key as MessageKey, values as never));
      return own !== library.services.interpolator.interpolate(text, values, language, {});
    });
    expect(sentences.length).toBeGreaterThan(1000);
    expect(differ.map(([key]) => key)).toEqual([]);
  });
});
