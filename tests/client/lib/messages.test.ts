import i18next from 'i18next';
import { afterEach, describe, expect, it } from 'vitest';
import { LANGUAGES } from '#client/lib/language.ts';
import { addArea, say, sayIn } from '#client/lib/messages.ts';
import { plural, spelled } from '#client/lib/plural.ts';
import { CLIENT_AREAS, sentencesOf, valuesIn } from '#scripts/messages/types-text.ts';

/** What somebody may have typed, and what a sentence must therefore show as it is; and numbers words agree with. */
const VALUES = ['满300减30，<b>', '{{n}}', '$t(ui:save)', 0, 1, 2.5, null];

afterEach(() => sayIn('zh'));

describe.each(LANGUAGES)('a sentence a page says in %s', (language) => {
  const sentences = [...sentencesOf(language)].filter(([key]) => CLIENT_AREAS.some((one) => key.startsWith(`${one}:`)));
  const library = i18next.createInstance();
  void library.init({ lng: language, resources: {}, initAsync: false, interpolation: { escapeValue: false } });
  library.services.formatter?.add('plural', plural);
  library.services.formatter?.add('spelled', spelled);
  for (const area of CLIENT_AREAS) {
    const tree: Record<string, object | string> = {};
    for (const [key, text] of sentences.filter(([one]) => one.startsWith(`${area}:`))) {
      const steps = key.slice(area.length + 1).split('.');
      let node: Record<string, unknown> = tree;
      for (const step of steps.slice(0, -1)) {
        node[step] ??= {};
        node = node[step] as Record<string, unknown>;
      }
      node[steps.at(-1) ?? ''] = text;
    }
    addArea(language, area, tree as never);
    library.addResourceBundle(language, area, tree);
  }

  it.each(VALUES)('reads as i18next fills it with %s', (value) => {
    sayIn(language);
    const differ = sentences.filter(([key, text]) => {
      const values = Object.fromEntries(valuesIn(text).map((name) => [name, value]));
      return say(key, values) !== library.t(key, values);
    });
    expect(sentences.length).toBeGreaterThan(3000);
    expect(differ.map(([key]) => key)).toEqual([]);
  });
});
