/** Words about an unpaid order: what asks what keeps the customer from paying, and what urges them to pay or order now. */

/** What may keep somebody from paying, as agents name it. */
const OBSTACLES =
  '犹豫|顾虑|担心|怕|拿不准|没定|纠结|卡(?:在|住)|不踏实|不放心|忘|忙|没想好|想再看|比着|哪儿?不|哪里不|啥问题|什么问题|遇到|不会付|付不(?:了|出|上)|跳|提示|弹|原因|怎么没|为(?:啥|什么)|因为|差(?:在|哪)';
const ASKS = '[?？]|吗|呢|么|嘛|啥|什么|哪|还是|咋|怎么|是不是|有没有';
const ASKS_WHAT_HOLDS = new RegExp(
  `(?:${OBSTACLES})[^。！!\\n]{0,18}(?:${ASKS})|(?:${ASKS})[^。！!\\n]{0,14}(?:${OBSTACLES})`,
);

/** Whether a reply asks what keeps the customer from paying, in any words. */
export const asksWhatHolds = (text: string): boolean => ASKS_WHAT_HOLDS.test(text);

const HURRY =
  '尽快|赶紧|赶快|快点?|抓紧|马上|立刻|立即|现在就|即将|别等|早点|及时|请(?:您)?(?:完成|付)|最后|手慢|再不|不然|就剩|只剩|抢';
const PAY_OR_ORDER = '付|拍|下单|支付|买单|入手|带走|关闭|没货|取消';
const URGES = new RegExp(
  `(?:${HURRY})[^。！!\\n]{0,14}(?:${PAY_OR_ORDER})|(?:${PAY_OR_ORDER})[^。！!\\n]{0,10}(?:${HURRY})|付了没|(?:快|去|就)(?:付|拍)(?:吧|了|哦|哈)`,
);

/** Whether a reply urges somebody to pay or order now. Confirming, explaining and answering is no urging. */
export const urgesToPay = (text: string): boolean => URGES.test(text) && !asksWhatHolds(text);
