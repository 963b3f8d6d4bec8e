/** Words about an unpaid order: asking what keeps the customer from paying, and urging them to pay or order now. */

/** Words agents use for what keeps customers from paying. */
const OBSTACLES =
  '犹豫|顾虑|担心|怕|拿不准|没定|纠结|卡(?:在|住)|不踏实|不放心|忘|忙|没想好|想再看|比着|哪儿?不|哪里不|啥问题|什么问题|遇到|不会付|付不(?:了|出|上)|跳|提示|弹|原因|怎么没|为(?:啥|什么)|因为|差(?:在|哪)';
const ASKS = '[?？]|吗|呢|么|嘛|啥|什么|哪|还是|咋|怎么|是不是|有没有';
const ASKS_WHAT_HOLDS = new RegExp(
  `(?:${OBSTACLES})[^。！!\\n]{0,18}(?:${ASKS})|(?:${ASKS})[^。！!\\n]{0,14}(?:${OBSTACLES})`,
);

/** Whether a reply asks what keeps the customer from paying, in any words. */
export const asksPaymentObstacle = (text: string): boolean => ASKS_WHAT_HOLDS.test(text);

const HURRY = '尽快|赶紧|赶快|快点|快|抓紧|马上|立刻|立即|现在就|别等了?|及时|最后';
const PAY_OR_ORDER = '付(?!款卡|密码)|支付(?!密码)|拍(?!照|清|一?张|下来)|下单|买单|入手';
const SCARCE = '手慢|(?:就|只)剩|快没(?:货|了)|(?:即将|就要|马上)(?:自动)?(?:关闭|结束|涨价)|涨回';
const URGES = new RegExp(
  `(?:${HURRY})(?:去|把|就|来|完成|您|你|[的地]){0,3}(?:${PAY_OR_ORDER})|(?:${PAY_OR_ORDER}).{0,12}(?:${SCARCE})|(?:付|拍)了没(?:有)?$`,
);

const EASES = /不急|不着急|[别不]用?急|慢慢|不催|不用抢|不赶/;

/** Whether a reply urges somebody to pay or order now. Confirming, explaining and answering is no urging. */
export const urgesToPay = (text: string): boolean =>
  URGES.test(text) && !EASES.test(text) && !asksPaymentObstacle(text);
