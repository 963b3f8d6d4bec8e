/** Where one clause ends and the next begins. */
import { isDigit } from './numerals.ts';

const BREAK_KINDS = new Uint8Array(0x10000);
const ALWAYS = 1;
/** A space breaks unless Latin letters or digits stand on both sides; : and . unless digits do: 10:30, 1.5. */
const SPACE = 2;
const COLON_OR_POINT = 3;
for (const char of ',。;!?\n~…—()【】“”"|\ue000\ue001\ue002\ue003') BREAK_KINDS[char.charCodeAt(0)] = ALWAYS;
for (const char of ':.') BREAK_KINDS[char.charCodeAt(0)] = COLON_OR_POINT;
BREAK_KINDS[0x20] = SPACE;

/** 两只378，减40: what is taken off goes on from its sum. */
const TAKES_OFF = /^[\d元块],再?[减扣][掉去了]?\d/;

export const isBreak = (text: string, index: number): boolean => {
  const kind = BREAK_KINDS[text.charCodeAt(index)];
  if (kind === SPACE) return text.charCodeAt(index - 1) > 0x7f || text.charCodeAt(index + 1) > 0x7f;
  if (kind === COLON_OR_POINT) return !isDigit(text, index + 1) || !isDigit(text, index - 1);
  return kind === ALWAYS && !(index > 0 && TAKES_OFF.test(text.slice(index - 1, index + 5)));
};

/** What may turn out badly with goods: 放不下, 不合适, 小了, 坏了. 不影响您退 is no such condition. */
const FAULT =
  /(?:不(?:[下了上够]|进去?|合[适脚身]|适合.{0,3}|喜欢|满意|好[用穿吃看使])|[小大长短紧松厚薄坏破漏裂]了|偏[大小])(?:的话)?$/;
/** The customer's way out of it: 您退, 您再换, 你找我. 您退了吧 and 您换大一码 give advice. */
const WAY_OUT =
  /^,?[您你](?:自己|[就再]|随时|直接|只管)?(?:[退换](?:货|回来?|给我)?|(?:来?找|喊|联系)我[退换]?)(?:[哈呀啊哦嘛呗]|就[行是好])*(?=$|[,。;!~\n ])/;
/** The longest clause that names only a fault. */
const LONGEST_FAULT = 12;

/** Whether `[start, end)` is a condition without 如果: in 放不下您退 nothing says that it doesn't fit (RULES T149). */
export const isCondition = (text: string, start: number, end: number): boolean =>
  end - start > 1 &&
  end - start <= LONGEST_FAULT &&
  /[,您你]/.test(text.charAt(end)) &&
  WAY_OUT.test(text.slice(end, end + LONGEST_FAULT)) &&
  FAULT.test(text.slice(start, end));
