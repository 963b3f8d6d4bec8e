/** Whether a figure of a turn is told as the shop's own, so that it can be held against the trainee. */

import { DENIED_BEFORE, isEscalated, kindIn, STOCK, type TopicWeights } from '#engine/prepare/matters.ts';
import * as patterns from '#language/cards/card-patterns.ts';
import type { Clause, StatedValue } from '#language/reading/clause.ts';
import { containsAny } from '#language/reading/either.ts';
import type { Value } from '#language/reading/value.ts';

/** Up to so many pieces (两件, 三个) are as often what was bought or broken as a figure of the shop's. */
const MAX_PIECES = 3;
/** Least sum in yuan that is held against anybody. */
const MIN_SUM = 2;

/** Whether a clause is sure of its figure: 大概3到7个工作日 only rounds, 应该3天 isn't sure. */
const isSure = ({ isQuestion, isConditional, isRetracted, isHedged }: Clause, text: string): boolean =>
  !(isQuestion || isConditional || isRetracted || (isHedged && containsAny(text, patterns.GUESS_WORDS)));

/** 在平台申请 says where something is done, not whose figure it is. */
const ON_PLATFORM = /[在到去]平台/;
/** What stands before a part of a number, of a table row or of a size. */
const NUMBERED = /(?:号|电话|打|拨|[0-9a-z/+x*×.-])$/;
const IN_A_ROW = /^[0-9a-z/.*×]/;
const LOOKED_UP = /^(?:对|穿|选)/;
/** A number without 元 is a sum beside such words. */
const OF_SUMS = ['#paid', '#less', '#together', '#alone', '#back', '#gift', '#difference', '#coupon'];
/** 库存130: the number stands behind its word. */
const IN_STOCK = /(?:库存|现有|现货|存货|后台).{0,4}$/;
/** 两款现货, 两个都有货: how many kinds are spoken of, not how many pieces lie in stock. */
const KINDS = ['款', '种', '样', '色'];
const ALL_OF_THEM = /^[现存]?货?[都也]/;
const HAS_LASTED = /了$/;
/** Clock times that a shop fixes: till when what is paid goes out, and when an order was made. */
const TIMED = ['#sent', '#ordered', '#paid'];

/** 视频八点您照发: the customer posts a video here, no goods are sent. */
const CUSTOMER_SENDS = /(?<![给帮为替跟])[您你]照?样?发/;

/** 20元的券, 20元无门槛券, 券20元: a coupon's own sum. 减40再用券, 减40可以跟券一起用: another offer's, the coupon has its own. */
const COUPON_BEHIND = /^的?[^,再用领叠加减拿发跟和与同]{0,3}券(?!(?:是|有|面值|再?减)?\d)/;
/** 加券是399, 用上券399: what is paid with the coupon, no sum of its own. */
const COUPON_BEFORE = /(?<![加用领减扣叠][了上完张]?)券(?:是|有|面值)?$/;
/** A clause, its text before and after the figure, and whether its time is when the customer hears back. */
export type FigureContext = { before: string; after: string; text: string; isCallBack: boolean };

/** Whether a figure is told flatly, and of this shop. */
export const isToldOfShop = (
  value: StatedValue,
  clause: Clause,
  { text, before, after, isCallBack }: FigureContext,
  topics: TopicWeights,
): boolean => {
  if (!isSure(clause, text) || (value.sign < 0 && DENIED_BEFORE.test(before))) return false;
  if (value.kind === 'duration') {
    const isCounted = HAS_LASTED.test(before) || (patterns.COUNTED.test(before) && !/至少还?有?$/.test(before));
    if (isCounted || patterns.COUNTED_BEHIND.test(after) || (isCallBack && !isEscalated(topics))) return false;
  }
  return !(
    containsAny(text.replace(ON_PLATFORM, ''), patterns.OTHERS_FIGURE) ||
    containsAny(text, patterns.CONDITION_WORDS) ||
    containsAny(before, patterns.DENIALS)
  );
};

/** Whether a figure can be held wrong by the words it stands beside. */
export const mayBeHeld = (
  value: StatedValue,
  { text, before, after, isCallBack }: FigureContext,
  topics: TopicWeights,
): boolean => {
  if (value.kind === 'date' || value.kind === 'size') return false;
  const kind = kindIn(value, topics);
  if (value.kind === 'number') {
    if (NUMBERED.test(before) || IN_A_ROW.test(after)) return false;
    return kind === STOCK ? IN_STOCK.test(before) && value.quantity > 0 : OF_SUMS.some((ofSum) => topics.has(ofSum));
  }
  if (value.kind === 'amount') return value.quantity >= MIN_SUM && !/^[毛角\d]/.test(after);
  if (value.kind === 'clock')
    return (
      TIMED.some((word) => topics.has(word)) &&
      !(isCallBack || CUSTOMER_SENDS.test(text)) &&
      !patterns.ROUNDED.test(before)
    );
  // Minutes are far more often how long something takes (煮10分钟) than a time of the shop's.
  if (value.kind === 'duration') return kind !== 'minutes';
  if (kind === STOCK && (KINDS.includes(value.unit) || ALL_OF_THEM.test(after))) return false;
  return !LOOKED_UP.test(after) && (kind === STOCK || value.kind !== 'measure' || value.quantity > MAX_PIECES);
};

/** Whether a sum is a coupon's own. */
export const isOfCoupon = ({ before, after }: FigureContext): boolean =>
  COUPON_BEHIND.test(after) || COUPON_BEFORE.test(before);

/** 6月19日, 20号（后天）, 明天 right before an hour: a bracket is a clause of its own. */
const NAMED_DAY = /(?:\d[日号]|[明后][天日早晚])(?:[（(][^）)]{1,4}[）)])?[早晚上下夜午里 ]*$/;
const TOMORROW = /[明后][天日早晚][早晚上下夜午里 ]*$/;
/** 前付款, 前拍下: what the customer does by it holds for each day, and tomorrow as well. */
const DONE_BY_CUSTOMER = /^之?前[^发出寄到]{0,3}[付拍下买]/;

/**
 * Whether an hour is that by which something is done on a named day (最晚6月19日20:01前发出, 明天20:12前出库), and no daily hour such as
 * 17:00前付款当天发. `after`: the clause behind it.
 */
export const isLimitOfNamedDay = ({ kind, start }: Value, text: string, after: string): boolean => {
  const before = text.slice(0, start);
  if (kind !== 'clock' || !NAMED_DAY.test(before) || !patterns.BEFORE_TIME.test(after)) return false;
  return !(TOMORROW.test(before) && DONE_BY_CUSTOMER.test(after));
};
