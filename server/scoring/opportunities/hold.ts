/** Words for the time it takes to look something up, and acts named as advice. */
import type { Question } from '#engine/model/content.ts';
import type { Act } from '#language/terms/verdicts.ts';
import { isSound } from './sound.ts';

/** 几点你再说一遍 wants it told, not looked up. */
const SAY_AGAIN = /再说|一遍|说全|说清/;
/** 今天能不能发 is asked, 你改 is told: only what asks can be taken up as 「您问的是」. */
const ASKS = /[？?吗呢么几哪啥多少谁怎咋]|什么|对吧|([\u4e00-\u9fff])[不没]\1|[不没]$/;
/** 这双我穿几码 said back by the shop would be the shop's own feet. */
const OF_PERSONS = /[我你您咱俺]/;

/** Words that buy time honestly: the topic named, the seconds promised. `words`: the customer's own. */
export function holdLine(question: Question | null, words: string | null = null): string {
  const topic = (question?.text ?? words)?.replace(/[？?。]+$/, '');
  if (!topic) return '我看下您这边的记录，半分钟内回您';
  if (!ASKS.test(topic) || SAY_AGAIN.test(topic)) return '看到了，我这就接着办，半分钟内回您';
  const named = `您问的是${topic}，我这就查，半分钟内回您`;
  // Said back by the shop, 念验证码给您行吗 would ask for it.
  return OF_PERSONS.test(topic) || !isSound(named) ? '这个我查准了答您，半分钟内回来' : named;
}

/** An act as advice. */
export const actLine = (act: Act): string =>
  ({
    greeting: '先打个招呼，再接上客户的话',
    apology: '先说清差在哪、怪我们，再说怎么办',
    empathy: '先说出客户被耽误的那件事，再说怎么办',
    thanks: '谢一句具体的事',
    'ask-info': '先问清一个事实',
    hold: '说清在查什么、几秒后回',
    'order-prompt': '请客户拍下那一件',
    'payment-reminder': '问一句没付的原因',
    'promise-time': '给一个几点前的时间',
    'follow-up': '问一句卡在哪',
    'cross-sell': '按用途提一件',
    goodbye: '收一句尾',
  })[act];
