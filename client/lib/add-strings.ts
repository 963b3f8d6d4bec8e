import i18next from 'i18next';

export type Strings = { readonly [key: string]: string | Strings };

/** Strings of a feature that is loaded only when it is opened: a trainee's phone never fetches the teacher's. */
export const addStrings = (namespace: string, zh: Strings): void => {
  i18next.addResourceBundle('zh', namespace, zh);
};
