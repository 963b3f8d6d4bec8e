/** Social words, which want no answer and are none (RULES T5). */
import type { Act } from '#language/terms/verdicts.ts';

const SOCIAL: readonly Act[] = ['greeting', 'apology', 'thanks', 'empathy', 'hold'];
/** Most characters of small talk: longer social words stand where an answer should. */
const MAX_CHARS = 14;

/** A turn of up to so many characters answers nothing by itself. */
export const MAX_EMPTY_CHARS = 4;
/** 嗯嗯, 好的亲, 在: words that only show that somebody is there and reads. */
const NOTHING =
  /^(?:[好嗯恩哦噢喔额呃啊哈嘿嗨行在对是亲姐哥宝您你请的了呢呀啦哒滴哟唉哎么吗]|收到|稍等|ok|\p{P}|\p{S}|\p{M}|\u200d|\s)*$/iu;

/** 在的亲, an apology, thanks; 嗯嗯 too, whatever acts were heard in it. */
export const isSmallTalk = (text: string, acts: readonly Act[]): boolean =>
  (text.length <= MAX_EMPTY_CHARS && NOTHING.test(text)) ||
  (acts.length > 0 && text.length <= MAX_CHARS && acts.every((act) => SOCIAL.includes(act)));
