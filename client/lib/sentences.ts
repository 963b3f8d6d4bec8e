/** What stands between words and sentences in the page's language; the sentences themselves are in `messages`. */
import { LANGUAGE } from './language.ts';

const CHINESE = LANGUAGE === 'zh';

/** 甲、乙、丙 in Chinese, “a, b, c” in English. */
export const listed = (parts: readonly string[]): string => parts.join(CHINESE ? '、' : ', ');

/** Facts about one thing: 电商一班，课堂演练 in Chinese, “Class 1, Lesson drill” in English. */
export const noted = (parts: readonly string[]): string => parts.join(CHINESE ? '，' : ', ');

/** Statements that could each stand alone: 甲；乙 in Chinese, “a; b” in English. */
export const apart = (parts: readonly string[]): string => parts.join(CHINESE ? '；' : '; ');

/** Sentences one after the other: nothing between two in Chinese, a space in English. Empty ones are left out. */
export const joined = (sentences: readonly string[]): string =>
  sentences.filter((one) => one !== '').join(CHINESE ? '' : ' ');

/** Between two pieces that are elements of their own: nothing in Chinese, a space in English. */
export const SPACE = CHINESE ? '' : ' ';

/** Between a word and the figure behind it: the wide space of Chinese, in English a plain one. */
export const WIDE_SPACE = CHINESE ? '　' : ' ';
