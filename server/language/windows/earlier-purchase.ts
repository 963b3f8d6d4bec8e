/** Words for an earlier purchase or visit, by which a regular is recognised. */

/** 上次那双, 三月拿的: words for an earlier purchase, which count beside a name of what was bought. */
const EARLIER_PURCHASE =
  /上[次回趟]|前[次回]|之前|以前|去年|上个?月|上周|[一二三四五六七八九十0-9]+月(?:份|底|初|拿|买|那)|老客|老朋友|那(?:一)?[单次支瓶双台箱盒]|又(?:来|见)|回来(?:啦|了)/;

/** Whether words speak of an earlier purchase or visit. */
export const speaksOfEarlier = (text: string): boolean => EARLIER_PURCHASE.test(text);
