/** Joins parts of a sentence as the page's language does: only the program's own sentences, never what somebody wrote. */
import { languageSaid } from './messages.ts';

const isEnglish = (): boolean => languageSaid() === 'en';

/** 甲、乙、丙 in Chinese, “a, b, c” in English. */
export const listed = (parts: readonly string[]): string => parts.join(isEnglish() ? ', ' : '、');

/** Joins sentences: with nothing between them in Chinese, with a space in English. */
export const joined = (sentences: readonly string[]): string =>
  sentences.filter((sentence) => sentence !== '').join(isEnglish() ? ' ' : '');
