/** Parts of a sentence put together as the language of the pages has it: said words only, never what somebody wrote. */
import i18next from 'i18next';

const english = (): boolean => i18next.language === 'en';

/** 甲、乙、丙 in Chinese, “a, b, c” in English. */
export const listed = (parts: readonly string[]): string => parts.join(english() ? ', ' : '、');

/** Sentences one after the other: nothing between two in Chinese, a space in English. */
export const joined = (sentences: readonly string[]): string =>
  sentences.filter((one) => one !== '').join(english() ? ' ' : '');
