/** Lines that speak of money spent, of not buying, or of a hedge, are said only where the story stands so (RULES T43). */

import type { Burst, Order } from '#engine/model/content.ts';
import type { Conversation } from '#engine/model/drill.ts';

type Row = { says: RegExp; holds: (conversation: Conversation) => boolean };

const isPaid = ({ status }: Order): boolean => status === 'paid' || status === 'shipped' || status === 'signed';
/** Whether something was bought in this conversation: what was paid before may be another purchase. */
export const hasBought = ({ deeds }: Conversation): boolean =>
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

/** 路上是哪段路, 应该没事是还能付: what stands before 是 is thrown back. 到底是, 那是 ask by themselves. */
const ASKED_ABOUT = /^(?!到底|究竟|所以|那)(?:又是|你说的)?([^\s，]{2,5}?)是(?:什么|哪|几|多|怎么|谁|还|问)/;
/** 应该能拦住是拦没拦住, 大概是能退还是不能: a hedge of which the customer asks the one or the other (RULES J208). */
const ASKED_WHETHER =
  /^(?:又是|你说的)?(应该|可能|大概|估计|差不多|尽量|一般)[^\s，]{0,4}?是(?:啥|(.)[^\s]{0,2}?(?:还是)?[没不]\2)/;
/** Hedges wherever they stand: 又是尽快, 别大概. */
const HEDGES = /尽快|看情况|差不多|大概|大约|会处理|酌情|快了|过几天|过两天|理解|质量好/g;
/** 又是可能: the word said before. 又是这套 quotes nothing. */
const AGAIN = /^又是(?!这|那)([^\s，是]+)$/;
/** Hedges where they are the whole line or passed on: 你再说说 and 正常的呀 throw nothing back. */
const WHOLE_LINE = /^(应该(?:可以)?|可能|一般|回头|正常|估计|马上|稍后|再说|反馈)(?:给谁.*)?$/;
const thrownBack = (text: string): readonly string[] => [
  ...(text.match(HEDGES) ?? []),
  ...[ASKED_ABOUT, ASKED_WHETHER, AGAIN, WHOLE_LINE].flatMap((form) => form.exec(text)?.[1] ?? []),
];
/** The number of latest messages that count as just said. */
const JUST_SAID = 4;

/** Whether a burst throws back only hedges that the trainee has used. */
export const quotesOnlySaidHedges = (conversation: Pick<Conversation, 'said'>, burst: Burst): boolean => {
  const said = conversation.said.slice(-JUST_SAID);
  const isSaid = (hedge: string): boolean => said.some(({ text }) => text.includes(hedge));
  return burst.every((bubble) => bubble.kind !== 'text' || thrownBack(bubble.text).every(isSaid));
};

/** 要等多久呀, 要等好久嘛, 报个秒数. */
const ASKS_HOW_LONG = /多久|等好久(?!了)|多长时间|几分钟|报个?秒|几点|什么时候/;

/** 十分钟, 30秒, 半小时, 八点. */
const NAMES_TIME = /[\d一二两三四五六七八九十半]+个?(?:秒|分钟?|刻钟|钟头|小时|点)/;

/** 要等多久呀, 几点: whether a line asks how long or until when. */
export const asksHowLong = (burst: Burst): boolean =>
  burst.some((bubble) => bubble.kind === 'text' && ASKS_HOW_LONG.test(bubble.text));

/** Whether a line doesn't ask for the time that the trainee has just named: 要等多久呀 doesn't follow 十分钟内回您. */
export const asksNoTimeJustNamed = (conversation: Pick<Conversation, 'said'>, burst: Burst): boolean =>
  !asksHowLong(burst) || !conversation.said.slice(-JUST_SAID).some(({ text }) => NAMES_TIME.test(text));

/** 15块, 满20, 十五元: a figure that may be money; 20点前 and 2小时 are none. */
const MONEY =
  /(?<![\d.:：])\d{1,5}(?:\.\d+)?(?![\d.:：]|个?(?:点|小时|钟头|分钟|天|号|日|月|码|工作日))|(?:[二两三四五六七八九十百]|[一二两三四五六七八九十百]{2,})(?:块|元|毛)/;

/** What a doubt names, and what must have been said for it: 价钱不一样诶 supposes that a price was named (RULES J177). */
export const DOUBT_SUPPOSES: readonly { names: RegExp; told: RegExp }[] = [
  { names: /价(?:钱|格)?(?:不|对不)|几块[？?]?$/, told: MONEY },
  { names: /天数|日子|日期/, told: /[\d一二两三四五六七八九十半](?:个?工作日|天|日|号|月)|[今明后]天/ },
  { names: /[点钟]对/, told: /[\d一二两三四五六七八九十半]个?(?:点|钟头|小时|分钟)|[:：]\d\d/ },
];

/** Whether a doubt supposes only what was just said. */
export const supposesOnlySaid = (conversation: Pick<Conversation, 'said'>, burst: Burst): boolean => {
  const said = conversation.said.slice(-JUST_SAID).map(({ text }) => text);
  return burst.every(
    (bubble) =>
      bubble.kind !== 'text' ||
      DOUBT_SUPPOSES.every(({ names, told }) => !names.test(bubble.text) || said.some((text) => told.test(text))),
  );
};
