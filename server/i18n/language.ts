/** The language of what a person reads: one for each request or command, Chinese where nobody has asked for another. */
import { AsyncLocalStorage } from 'node:async_hooks';

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const asked = new AsyncLocalStorage<Language>();
let usual: Language = 'zh';

/** The language a sentence is said in just now. */
export const language = (): Language => asked.getStore() ?? usual;

/** Runs `work`, and whatever it starts and awaits, in this language. */
export const inLanguage = <T>(wanted: Language, work: () => T): T => asked.run(wanted, work);

/** Sets the language of all that follows, for a process that speaks to one person: a command. */
export function speak(wanted: Language): void {
  usual = wanted;
}

/** The language a text names (`en`, `zh`), or null. */
export const languageNamed = (text: string | null | undefined): Language | null =>
  LANGUAGES.find((one) => one === text) ?? null;
