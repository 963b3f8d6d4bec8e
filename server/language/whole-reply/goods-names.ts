/** Names of goods in a reply: what is rude of a person isn't in the name of a thing (您选丑苹果, 建议您拿风廓). */

import { folded } from '#language/reading/folded.ts';

/** What goods are called in talk, folded: the first word of their names. */
export const goodsNamesOf = (goods: readonly { name: string }[]): string[] =>
  goods.flatMap(({ name }) => folded(name).split(' ', 1));

/** Its end of the name's length stands for the name: words that name any goods and say nothing of anybody. */
const NEUTRAL_NAME = '我们店里正在卖的这一款商品';

/**
 * 他 of another shop, by what only a shop has behind 家 (RULES T118). 家住, 家在, 家地址 and 家那单 stay somebody's home and
 * order.
 */
const OTHER_SHOP = /[他她](?=家(?:[店卖标价贵]|便宜|报价|[那这]一?[台款双件瓶箱盒条支把口种]|的[货价台款双件瓶箱盒]))/g;

/** The shortest name: one character would be in any word. */
const MIN_NAME = 2;

/**
 * The text with goods' names, and another shop's 他家, replaced by neutral words of the same length, so that places in it
 * stay; the same text where there are none.
 */
export const withoutGoodsNames = (text: string, names: readonly string[]): string => {
  let plain = text.replace(OTHER_SHOP, '商');
  for (const name of names)
    if (name.length >= MIN_NAME && plain.includes(name)) plain = plain.replaceAll(name, neutralName(name.length));
  return plain;
};

const neutralName = (length: number): string => NEUTRAL_NAME.slice(-length).padStart(length, '货');
