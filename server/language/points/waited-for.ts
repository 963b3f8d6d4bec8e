/**
 * Regret for the wait: 让您久等了, 久等啦, 让您等这么久. It says that somebody waited and tells nothing of what they asked: 久等了
 * neither admits a late parcel nor asks to wait on (RULES T176).
 */
import type { Reading } from '#language/reading/clause.ts';

const LED_BY = '(?:[亲哎哟啊哈\\s~]|来[了啦]|在的?|不好意思|抱歉|对不住|对不起|真是?|实在|是我们)*';
const WAITED =
  '(?:(?:让|叫|害|劳)[您你](?:一直|白|干|苦|久|多)?等(?:候)?(?:了?(?:这么|那么|好)?(?:久|半天|一会儿?))?|[您你]?久等|[您你]?等(?:这么|那么)?久)';
const REGRETS = new RegExp(`^${LED_BY}${WAITED}[了啦咯]*[的呀哈哦呢啊\\s~]*$`);

/** The clauses of a reply that only regret the wait. */
export const regretsIn = ({ text, clauses }: Reading): { start: number; end: number }[] =>
  clauses
    .filter(({ start, end, isQuestion }) => !isQuestion && REGRETS.test(text.slice(start, end)))
    .map(({ start, end }) => ({ start, end }));

/** Whether words regret the wait: a point that asks for it is told by such words. */
export const regretsWait = (reading: Reading): boolean => regretsIn(reading).length > 0;
