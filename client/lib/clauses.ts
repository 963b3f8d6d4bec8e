/** Facts in one line, joined by the commas of the page's language. */
import { languageSaid } from './messages.ts';

const isEnglish = (): boolean => languageSaid() === 'en';

/** 甲，乙 in Chinese, “a, b” in English. Empty and missing ones are left out. */
export const clauses = (parts: readonly (string | null | undefined)[]): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join(isEnglish() ? ', ' : '，');

/** Joins remarks that contain commas: 甲；乙 in Chinese, “a; b” in English. */
export const remarks = (parts: readonly string[]): string => parts.join(isEnglish() ? '; ' : '；');
