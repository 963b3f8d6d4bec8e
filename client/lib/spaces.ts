/** What stands between pieces that are elements of their own, in the language of the pages. */
import { LANGUAGE } from './language.ts';

/** Between two sentences or words: nothing in Chinese. */
export const SPACE = LANGUAGE === 'zh' ? '' : ' ';

/** Between a word and the figure behind it: in Chinese the wide space. */
export const WIDE_SPACE = LANGUAGE === 'zh' ? '　' : ' ';
