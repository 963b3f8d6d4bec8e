import { memoize } from '#language/reading/memoize.ts';

/** What just happened on the desk, as far as the customer's text tells. */
export type Moment = {
  unpaid: boolean;
  silent: boolean;
  received: boolean;
  /** The order was called off: asking for a new one is then no payment reminder. */
  cancelled: boolean;
  /** All is settled and only a goodbye is left: （聊完了）. */
  settled: boolean;
  /** The customer only called: 在吗, 有人不, 客服. */
  calls: boolean;
  /** The customer asks when something will be done: 明天上午 alone is then a promise. */
  asksWhen: boolean;
  /** The customer asks where something is (在哪, 在里面吗): 在的 is then an answer, not a greeting. */
  asksWhere: boolean;
};

/** The named features of a moment, in the order the weights know them. */
export const MOMENTS = [
  'unpaid',
  'silent',
  'received',
  'settled',
  'cancelled',
  'calls',
  'asksWhen',
  'asksWhere',
] as const satisfies readonly (keyof Moment)[];

/** The first four change what the same words do: after the customer's silence 还要吗 takes up the conversation again. */
export const EVENT_MOMENTS = 4;

const CALL =
  /^(?:亲|老板|店家|掌柜的?|客服|你好|您好|喂+|歪+|请问|哈喽|嗨|hi|hello|[,!?~。\s]){0,6}(?:(?:在|有人|有客服|人在|还在)[线吗么不嘛没的在呀啊人]{0,8}|有没有人|人呢|呼叫|滴滴|客服|老板|店家|掌柜的?|你好呀?|您好|喂|歪|hi|hello|嗨|哈喽|[早晚下上中]上?午?好|早)[呀啊哈吗么不,!?~。\s]{0,12}$/;

const WHEN = '(?:什么时候|什么时间|啥时候?|何时|几时|几号|几点|哪天|多久|几天|多长时间|好久)';
const DEED = '(?:发|到|送|修|补|退|寄|来|回|处理|解决|安排|上门|结果|弄好|搞定|装|出单|换|查|有货|上架|改|答复|联系)';
const ASKS_WHEN = new RegExp(
  `${WHEN}[^,。!?\\n]{0,8}${DEED}|${DEED}[^,。!?\\n]{0,6}${WHEN}|(?:今|明|后)[天晚早][^,。!?\\n]{0,4}(?:能|会|可以)?${DEED}[^,。!?\\n]{0,4}[吗么不嘛没?]|(?:能|会)不能?[^,。!?\\n]{0,6}前${DEED}`,
);

/** Reads what happened from the events in brackets in the customer's text: （未付款）, （2天没回复）, （签收后）. */
export const momentOf = memoize((customer): Moment => {
  const events = customer.includes('(')
    ? [...customer.matchAll(/\(([^()\n]{1,40})\)/g)].map((hit) => hit[1] ?? '').join(' ')
    : '';
  const eventText = events === '' && customer.length <= 4 ? customer : events;
  const head = customer.slice(0, 40);
  return {
    unpaid:
      /未付|待付|没付|未支付|待支付|没支付|未完成(?:付|支)|拍下?了?(?:没|未)|付款失败/.test(events) &&
      !/已付|已支付|取消|关闭/.test(events),
    silent:
      /静默|不说话|没说话|没回|不回|未回|无回[应复]|沉默|没有?回复|没反应|浏览|已读|没消息|没动静|没再|久未|离开|加购|收藏|没吭声|不吭声|没下文/.test(
        eventText,
      ),
    received: /签收|收货|收到|到货后|使用后|送达|妥投|已送到|用了/.test(events),
    cancelled: /取消|关闭/.test(events),
    settled: /聊完|说完|结束/.test(events),
    calls: head.length < 40 && CALL.test(head),
    asksWhen: ASKS_WHEN.test(customer.slice(-60)),
    asksWhere:
      /(?:^|[^不])在(?:哪|里|盒|箱|包|袋|上|下|仓|那|这|路|店|家|一起|同|保|第)|还在(?![吗么不嘛没线]|$)|[^你您亲人服板家哈喽喂请问还不吗么嘛没了的,!?~。\s]还?在[吗么不嘛]/.test(
        head,
      ),
  };
});
