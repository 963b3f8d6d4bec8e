/** Replies that buy time to look something up, and the names of acts as advice. */
import type { Question } from '#engine/model/content.ts';
import { say } from '#i18n/say.ts';
import type { Act } from '#language/terms/verdicts.ts';
import { isSound } from './sound.ts';

/** 几点你再说一遍 asks to hear it again, so there is nothing to look up. */
const SAY_AGAIN = /再说|一遍|说全|说清/;
/** 今天能不能发 asks, 你改 doesn't: only a question can follow 「您问的是」. */
const ASKS = /[？?吗呢么几哪啥多少谁怎咋]|什么|对吧|([\u4e00-\u9fff])[不没]\1|[不没]$/;
/** 这双我穿几码, repeated by the shop, would be about the shop's own feet. */
const OF_PERSONS = /[我你您咱俺]/;

/** A reply that buys time honestly: it names the topic and promises the seconds. `words`: the customer's own. */
export function holdLine(question: Question | null, words: string | null = null): string {
  const topic = (question?.text ?? words)?.replace(/[？?。]+$/, '');
  if (!topic) return '我看下您这边的记录，半分钟内回您';
  if (!ASKS.test(topic) || SAY_AGAIN.test(topic)) return '看到了，我这就接着办，半分钟内回您';
  const named = `您问的是${topic}，我这就查，半分钟内回您`;
  // Repeated by the shop, 念验证码给您行吗 would ask the customer for the code.
  return OF_PERSONS.test(topic) || !isSound(named) ? '这个我查准了答您，半分钟内回来' : named;
}

/** The name of an act, as advice. */
export const actLine = (act: Act): string => say(`opportunities:act.${act}`);
