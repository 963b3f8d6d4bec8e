/**
 * The language of the pages: the address's (`?lang=en`), else the one chosen on this device, else the server's. The
 * choice is a cookie, so that downloads and the socket get it too. A page keeps its language until it is loaded again.
 */
export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What `lang` attributes say. */
const LANG_ATTRIBUTES: Record<Language, string> = { zh: 'zh-CN', en: 'en' };

const COOKIE = 'kefu_lang';
const YEAR_S = 31_536_000;

const languageNamed = (text: string | null | undefined): Language | null =>
  LANGUAGES.find((language) => language === text) ?? null;

const chosenLanguage = (): Language | null =>
  languageNamed(new RegExp(`(?:^|; )${COOKIE}=(\\w+)`).exec(document.cookie)?.[1]);

const storeChoice = (language: Language): void => {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store isn't in the oldest browsers the build is made for.
  document.cookie = `${COOKIE}=${language}; path=/; max-age=${YEAR_S}; samesite=lax`;
};

const startLanguage = (): Language => {
  const askedLanguage = languageNamed(new URLSearchParams(location.search).get('lang'));
  if (askedLanguage !== null && askedLanguage !== chosenLanguage()) storeChoice(askedLanguage);
  // Without a choice the server's own language (`UI_LANG`) counts; it is the `lang` attribute of the page.
  const language = askedLanguage ?? chosenLanguage() ?? (document.documentElement.lang === 'en' ? 'en' : 'zh');
  document.documentElement.lang = LANG_ATTRIBUTES[language];
  return language;
};

/** This page's language. */
export const LANGUAGE: Language = startLanguage();

/** The page language's `lang` attribute, for our own words inside an element marked as Chinese. */
export const PAGE_LANG: string = LANG_ATTRIBUTES[LANGUAGE];

/** Stores the choice and loads the page again in that language; drafts are kept as at any reload. */
export const chooseLanguage = (language: Language): void => {
  storeChoice(language);
  const address = new URL(location.href);
  address.searchParams.delete('lang');
  if (address.href === location.href) location.reload();
  else location.replace(address.href);
};
