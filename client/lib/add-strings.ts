import i18next from 'i18next';
import { LANGUAGE } from './language.ts';

export type Strings = { readonly [key: string]: string | Strings };

/**
 * Strings of a feature that loads when it is opened, so that a trainee's phone never fetches the teacher's. English
 * ones are fetched only if the page is English, and the feature waits for them. In a test the feature may load before
 * the app's own strings; its strings are then added after those.
 */
export const addStrings = async (
  namespace: string,
  zh: Strings,
  english: () => Promise<{ default: Strings }>,
): Promise<void> => {
  const en = LANGUAGE === 'en' ? (await english()).default : null;
  const add = () => {
    i18next.addResourceBundle('zh', namespace, zh);
    if (en !== null) i18next.addResourceBundle('en', namespace, en);
  };
  if (i18next.isInitialized) add();
  else i18next.on('initialized', add);
};
