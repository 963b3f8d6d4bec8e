import i18next from 'i18next';
import { LANGUAGE } from './language.ts';

export type Strings = { readonly [key: string]: string | Strings };

/**
 * Strings of a feature that is loaded only when it is opened: a trainee's phone never fetches the teacher's. English
 * ones are fetched where English is asked for; the feature waits for them.
 * A test may load the feature before the app's own strings; they then wait for those.
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
