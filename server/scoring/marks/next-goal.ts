/** The goal a report sets for the next drill: one act, counted, in at most thirty characters (RULES M5). */
import type { FindingCode } from '#scoring/facts/codes.ts';

/** Replies that were timed, how many of them were late, and the line they were held to. */
export type Replies = { all: number; late: number; lineS: number };

/** Of the late ones at least this part in time next time: who is asked for all of them at once gives up. */
const NEXT_PART = 0.75;

function inTime({ all, late, lineS }: Replies): string {
  if (all <= 1) return `下一场第一句在 ${lineS} 秒内`;
  // What was reached already is no goal.
  const most = Math.min(all, Math.max(Math.round(all * NEXT_PART), all - late + 1));
  return `下一场 ${all} 句里 ${most} 句在 ${lineS} 秒内`;
}

type Goals = { readonly [code in FindingCode]?: string };

const GOALS: Goals = {
  unanswered: '下一场每位客户，{line} 秒内听到一句',
  'customer-left': '下一场客户第一次催，{line} 秒内开口',
  'walked-out': '下一场接到客户说完为止，句句有回音',
  'ended-early': '下一场接到客户说完为止，一位不落',
  'canned-off-topic': '下一场发的短语，句句带客户问的那样',
  'canned-rigid': '下一场长短语一条也不整段发',
  'canned-repeated': '下一场同一句一次也不重发',
  'unfilled-variable': '下一场发出去的，一个花括号也没有',
  'no-follow-up': '下一场客户走开，{line} 秒内次次应一句',
  'no-order-prompt': '下一场答完，每位客户请拍一次',
  'no-payment-reminder': '下一场没付的单，每单问一次',
  'regular-as-stranger': '下一场老客，第一句次次提上回',
  'no-goodbye': '下一场每位客户收话，都应一句',
  'no-confirm-order': '下一场说定的事，次次念一遍',
  pestering: '下一场客户说了不要，一次也不追',
  'too-early': '下一场没到时候，一次也不催',
  'no-cross-sell': '下一场按用途提一件，只提一次',
  'no-return': '下一场说了几秒，次次按时回来',
  'bare-hold': '下一场说稍等，次次带上几秒',
  ignored: '下一场客户每一问，都有一句答它',
  evaded: '下一场客户每一问，下一句里就有答案',
  vague: '下一场「应该」「尽快」一次也不用',
  'asked-again': '下一场客户给过的，一次也不再要',
  'answered-partly': '下一场每一问要的几样，一句都不缺',
  'wrong-fact': '下一场报数、报规则，次次先看卡',
  'false-promise': '下一场应下来之前，次次看卡和库存',
  'self-contradiction': '下一场同一件事，前后一个说法',
  'beyond-authority': '下一场许什么之前，次次看权限',
  'against-card': '下一场说到天数、钱数，次次看卡',
  'cross-talk': '下一场一句也不发错人',
  stacking: '下一场一句只答一问，一次不堆',
  'missing-action': '下一场该点的操作，一项不落',
  'claimed-undone': '下一场说「办了」之前，次次先点',
  'forbidden-action': '下一场点之前，次次看权限和卡',
  'unverified-action': '下一场点操作之前，次次先问到',
  'wrong-amount': '下一场填金额之前，次次写算式',
  cold: '下一场客户说难处，句句先接半句',
  impatient: '下一场一句也不带嫌和催',
  hostile: '下一场客户发火，一句也不评客户',
  'no-empathy': '下一场客户说怕说气，次次先应它',
  'red-line:offsite': '下一场一句也不往平台外带',
  'red-line:insult': '下一场一句也不评客户这个人',
  'red-line:threat': '下一场一句也不说客户会怎么样',
  'red-line:privacy': '下一场不是下单账号，一个字不说',
  'red-line:credential': '下一场什么码、什么卡号，一次不要',
  'red-line:false-claim': '下一场只说商品页上有的，一句不添',
  'red-line:paid-review': '下一场评价一句也不拿好处换',
  'red-line:unauthorised-promise': '下一场许赔之前，次次先报',
  'red-line:block-complaint': '下一场不劝一句，不拿办事来换',
  'red-line:final-interpretation': '下一场规则次次照卡念',
};

/** `code`: the fault it is set against. */
export function goalFor(code: string, replies: Replies): string {
  const goal = Object.entries(GOALS).find(([one]) => one === code)?.[1];
  return goal === undefined ? inTime(replies) : goal.replace('{line}', String(replies.lineS));
}
