/** What customers know without a story: whether they have paid, what they ordered, what came into the chat (RULES T52). */
import type { Burst, Order } from '#engine/model/content.ts';
import type { Conversation } from '#engine/model/drill.ts';

type KnownAnswer = { asks: RegExp; says: (conversation: Conversation) => string | null };

const isUnpaid = ({ status }: Order): boolean => status === 'unpaid';
const hasHappened = (conversation: Conversation, action: string): boolean =>
  conversation.done.some((operation) => operation.action === action);
const QUESTION_END = '(?:了|过|好|完|上)?(?:没有?|吗|不|么)';

const KNOWN_ANSWERS: readonly KnownAnswer[] = [
  // 付了没, 拍好了吗: of the order at the desk, or the one to come. 能拍了不 urges, 到底拍不拍 asks what they want.
  {
    asks: new RegExp(`(?<![能要会以])(?:付|付款|拍|下单)${QUESTION_END}(?![拍付下了上成出])`),
    says: ({ orders }) => {
      if (orders.length === 0) return '还没呢';
      return orders.some(isUnpaid) ? '还没付' : '付了';
    },
  },
  // 鞋拍的多少码, 选的啥颜色: as in the order; a customer who hasn't ordered hasn't chosen.
  {
    asks: /(?:拍|买|下单|选).{0,4}(?:码|色|款|规格)/,
    says: ({ orders }) => {
      const chosen = (orders.at(-1)?.items ?? []).flatMap(({ sku }) => sku ?? []);
      return chosen.length === 0 ? null : chosen.join('，');
    },
  },
  // 收件人还是原来那个吧, 电话变了没: what they gave with the order stands, unless a case has a word of its own on it.
  {
    asks: /^(?!.*(?:员|小哥|站|班长|快递|[他她]|对方)).*(?:收[件货]人|姓名|名字|(?:电话|手机)号?码?|联系方式)(?:是|您的?)?.{0,3}(?:还是|原来|一样|[变换改对]|什么|多少|哪个)/,
    says: ({ orders }) => (orders.length > 0 ? '跟单子上一样' : null),
  },
  {
    asks: /券.*(?:收|看|领|拿)到?/,
    says: (conversation) => (hasHappened(conversation, 'send-coupon') ? '收到了' : '没看到'),
  },
];

/** The customer's answer to what a clause asks, or null where only the story could have it. */
export const knownAnswer = (conversation: Conversation, clause: string): Burst | null => {
  for (const { asks, says } of KNOWN_ANSWERS) {
    const text = asks.test(clause) ? says(conversation) : null;
    if (text !== null) return [{ kind: 'text', text }];
  }
  return null;
};
