/** The language of what a person reads: one for each request or command, Chinese where nobody has asked for another. */
import { AsyncLocalStorage } from 'node:async_hooks';

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const languageStore = new AsyncLocalStorage<Language>();
let defaultLanguage: Language = 'zh';

/** The language a sentence is said in just now. */
export const language = (): Language => languageStore.getStore() ?? defaultLanguage;

/** Runs `work`, and whatever it starts and awaits, in this language. Where that is the language anyway, nothing is set. */
export const inLanguage = <T>(wanted: Language, work: () => T): T =>
  language() === wanted ? work() : languageStore.run(wanted, work);

/** Sets the language of all that follows, for a process that speaks to one person: a command. */
export const speak = (wanted: Language): void => {
  defaultLanguage = wanted;
};

/** The language a text names (`en`, `zh`), or null. */
export const languageNamed = (text: string | null | undefined): Language | null =>
  LANGUAGES.find((one) => one === text) ?? null;
