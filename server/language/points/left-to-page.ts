/**
 * Clauses that leave the answer to where it is written: 详情页有写, 里面有写的, 说明书上标着呢, 您看下商品页. They name a place and tell
 * nothing of what stands there (RULES T155).
 */
import type { Clause, Reading } from '#language/reading/clause.ts';

const PAGE =
  '(?:(?:商品|活动|规则|订单|宝贝)?(?:详情)?(?:页面?|介绍|参数表?)|详情|规则|链接|说明书?|标签|包装盒?|主图|图片|图|尺码表|清单|公告|首页|评论区)';
const SPOT = '(?:[上下里]面?|里头|顶上|底下|那[里儿]|最[上下]面)';
const WRITTEN =
  '(?:都|全|也|就|会|应该)*(?:有?写(?:明|清)?(?:了|着|得?很?清楚)?|有?标(?:明|注)?(?:了|着)?|列(?:了|着|出来)|有?(?:说明|介绍|注明)了?|印着)';
const LOOK = '(?:自己|先|再|去|可以|麻烦|直接)*(?:看|翻|瞧|往下拉|往下划|划到底)(?:一?下|看|翻|一看)?';
const END = '(?:[的了哈哦呢啊呀哟嘛，。~\\s亲]|清清楚楚|很清楚|一下)*$';
/** A page at which it is written, where something is written, or a page that the customer is to look at. 里面有 alone answers. */
const LEAVES = new RegExp(
  `(?:(?:这个|咱们?|我们|下面?|那个)*${PAGE}(?:的|最)*${SPOT}?(?:${WRITTEN}|都?有)|${SPOT}${WRITTEN}|有写|${LOOK}(?:这个|咱们?|我们)?${PAGE}${SPOT}?)${END}`,
);
/** Beside such a clause: 您看下, 您翻翻, 上面有的. */
const GOES_ON = new RegExp(`^[亲您你\\s]*(?:${LOOK}|${SPOT}都?有)${END}`);
const SPEAKS = new RegExp(`${PAGE}|${SPOT}${WRITTEN}`);
/** Before it stand the customer, the matter it is about, or what is asked: 尺码, 带不带滤网. More is told of it than a matter. */
const NOTHING_TOLD =
  /^(?:[亲您你\s~，]|麻烦|可以|这个|那个?|咱们?|我们|家|配件|尺码|成分|规格|参数|赠品|保质期|用法)*$/;
const ASKS = /啥|什么|哪|几|多少|怎么|怎样|吗|([\u3400-\u9fff]{1,2})[不没]\1|是否/;

/** Whether words speak of where something is written: a point that says so is told by such words. */
export const speaksOfPage = ({ text }: Reading): boolean => SPEAKS.test(text);

/** Whether a clause does nothing but leave the answer to a page. Where nothing is written (页面没写) is told, and so is what stands before it. */
const leaves = ({ text, values }: Reading, { start, end, polarityWords }: Clause, clauseIndex: number): boolean => {
  const found = text.slice(start, end).match(LEAVES);
  if (found === null) return false;
  const before = text.slice(start, start + (found.index ?? 0));
  const isTold = !NOTHING_TOLD.test(before) && !ASKS.test(before);
  if (isTold || values.some((value) => value.clauseIndex === clauseIndex)) return false;
  return polarityWords.every(({ sign, start: at }) => sign >= 0 || at < start + before.length);
};

/** The clauses of a reply that leave the answer to a page, and those beside them that go on so. */
export const leftToPageIn = (reading: Reading): { start: number; end: number }[] => {
  const { text, clauses } = reading;
  const left = clauses.map((clause, index) => leaves(reading, clause, index));
  return clauses.filter(
    ({ start, end }, index) =>
      left[index] || ((left[index - 1] || left[index + 1]) && GOES_ON.test(text.slice(start, end))),
  );
};
