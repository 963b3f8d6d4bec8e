/** Lines that speak of money spent, of not buying, or of a hedge, are said only where the story stands so (RULES T43). */

import type { Burst, Order } from '#engine/model/content.ts';
import type { Conversation } from '#engine/model/drill.ts';

type Row = { says: RegExp; holds: (conversation: Conversation) => boolean };

const isPaid = ({ status }: Order): boolean => status === 'paid' || status === 'shipped' || status === 'signed';
/** Whether something was bought in this conversation: what was paid before may be another purchase. */
const hasBought = ({ deeds }: Conversation): boolean =>
  deeds.some((deed) => deed.deed === 'pay' || (deed.deed === 'place-order' && deed.pays));

const ROWS: readonly Row[] = [
  // A customer who has bought in this conversation doesn't say they won't.
  { says: /不(?:买|拍|付|下单)了/, holds: (conversation) => !hasBought(conversation) },
  // 花钱还受气 is said only where money was spent.
  {
    says: /花(?:了)?(?:这)?钱还|钱都(?:付|花)了|白花/,
    holds: (conversation) => hasBought(conversation) || conversation.orders.some(isPaid),
  },
];

/** Whether everything a burst says of buying or spending is true by now. */
export const isTrueByNow = (conversation: Conversation, burst: Burst): boolean =>
  ROWS.every(
    ({ says, holds }) =>
      holds(conversation) || !burst.some((bubble) => bubble.kind === 'text' && says.test(bubble.text)),
  );

/** 尽快是哪天, 应该: a hedge thrown back, alone or asked what it means. */
const HEDGE = /^(尽快|应该|看情况|差不多|大概|可能|一般|回头|正常|估计|马上|稍后|再说)(?:.{0,2}是|$)/;
/** The number of latest messages that count as just said. */
const JUST_SAID = 4;

/** Whether a burst throws back only hedges that the trainee has used. */
export const quotesOnlySaidHedges = (conversation: Conversation, burst: Burst): boolean => {
  const said = conversation.said.slice(-JUST_SAID);
  return burst.every((bubble) => {
    const hedge = bubble.kind === 'text' ? HEDGE.exec(bubble.text)?.[1] : undefined;
    return hedge === undefined || said.some(({ text }) => text.includes(hedge));
  });
};

/** 要等多久呀, 报个秒数. */
const ASKS_HOW_LONG = /多久|多长时间|几分钟|报个?秒|几点|什么时候/;

/** 十分钟, 30秒, 半小时, 八点. */
const NAMES_TIME = /[\d一二两三四五六七八九十半]+个?(?:秒|分钟?|刻钟|钟头|小时|点)/;

/** Whether a line doesn't ask for the time that the trainee has just named: 要等多久呀 doesn't follow 十分钟内回您. */
export const asksNoTimeJustNamed = (conversation: Conversation, burst: Burst): boolean =>
  !burst.some((bubble) => bubble.kind === 'text' && ASKS_HOW_LONG.test(bubble.text)) ||
  !conversation.said.slice(-JUST_SAID).some(({ text }) => NAMES_TIME.test(text));
