import i18next from 'i18next';

export type Strings = { readonly [key: string]: string | Strings };

/**
 * Strings of a feature that is loaded only when it is opened: a trainee's phone never fetches the teacher's.
 * A test may load the feature before the app's own strings; they then wait for those.
 */
export const addStrings = (namespace: string, zh: Strings): void => {
  const add = () => void i18next.addResourceBundle('zh', namespace, zh);
  if (i18next.isInitialized) add();
  else i18next.on('initialized', add);
};
