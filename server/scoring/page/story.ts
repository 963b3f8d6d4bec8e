/** What a customer met because of a fault, in one sentence of the verdict. Every word of it stands in the record. */
import type { ReportFinding } from '#contract/report.ts';
import type { FindingCode } from '#scoring/facts/codes.ts';
import { asksSomething, secondsText, shortened } from '#scoring/log/phrasing.ts';
import { timesOf } from '#scoring/marks/lead.ts';
import type { Replies } from '#scoring/marks/next-goal.ts';

/** `you`: the trainee's words, where there are any; `what`: what ends the finding's title. */
type Told = { finding: ReportFinding; customer: string; you: string; what: string; times: number };

const waited = ({ finding }: Told): string => (finding.seconds === null ? '后来' : secondsText(finding.seconds));

/** 客户问 before a question, else 客户说; empty where the customer had said nothing. */
function asked({ customer }: Told): string {
  if (customer === '') return '';
  // 那我等着吧 asks nobody anything.
  const asks = asksSomething(customer) && !customer.endsWith('吧');
  return `客户${asks ? '问' : '说'}「${customer}」`;
}
const after = (told: Told, then: string): string => (asked(told) === '' ? then : `${asked(told)}，${then}`);
const heard = (told: Told, then: string): string =>
  told.you === '' ? after(told, told.finding.quote) : after(told, `${then}「${told.you}」`);
const wrong = (told: Told): string => `你说「${told.you}」${told.what === '' ? '' : `，${told.what}`}`;

/** Clicked after all, it was too late and not never. */
function claimed({ you, what }: Told): string {
  const [deed = '', late] = what.split('，');
  return `你说「${you}」，${late === undefined ? `系统里「${deed}」没有点` : `「${deed}」${late}`}`;
}

/** The wait began before the customer's last words, so these are its last and not its first; 稍等 isn't nothing. */
function leftWaiting({ customer, what }: Told): string {
  const [, wait = '', only = '没有等到一句'] = /^([^，]*)(?:，(.*))?$/.exec(what) ?? [];
  const last = customer === '' ? '' : `，「${customer}」${only.startsWith('只') ? '' : '也'}`;
  return `客户${wait}${last === '' ? '，' : last}${only}`;
}

const STORIES: { readonly [code in FindingCode]?: (told: Told) => string } = {
  unanswered: (t) => after(t, `${waited(t)}没有一句回音`),
  'customer-left': leftWaiting,
  'walked-out': (t) => after(t, '这以后你没有再出声'),
  'ended-early': (t) => `客户的事没办完，你提前结束了，${t.what}`,
  'canned-off-topic': (t) => heard(t, '来的短语里没有这一样：'),
  'canned-rigid': (t) => after(t, `来的是一整段短语，${t.what}`),
  'canned-repeated': (t) =>
    `「${t.you}」发了 ${t.times + 1} 遍${t.customer === '' ? '' : `，客户说的已经是「${t.customer}」`}`,
  'unfilled-variable': (t) => `「${t.you}」没有填，原样发给了客户`,
  'no-follow-up': (t) => after(t, `${waited(t)}没有一句跟进`),
  'no-order-prompt': (t) => after(t, '没有请客户拍'),
  'no-payment-reminder': () => '单子拍了没付，没有问一句卡在哪',
  'regular-as-stranger': () => '老客进来，开口没有提上次买的',
  'no-goodbye': (t) => after(t, '你没有回'),
  'no-confirm-order': (t) => after(t, '说定的几样没有念一遍'),
  pestering: (t) => heard(t, '又追了一句'),
  'too-early': (t) => heard(t, '没到时候就问了'),
  'no-cross-sell': (t) => after(t, '没有顺手提一件配得上的'),
  'no-return': (t) => `说了稍等，${waited(t)}没有回来`,
  'bare-hold': (t) => `「${t.you}」说了不止一次，没有一次带时间`,
  ignored: (t) => `客户问「${t.what}」，到最后没有一句答它`,
  evaded: (t) => heard(t, '等来的是'),
  vague: (t) => heard(t, '听到的是'),
  'asked-again': (t) => `客户给过的又要了一遍：「${t.you}」`,
  'answered-partly': (t) => after(t, `答了一半，${t.what}`),
  'wrong-fact': wrong,
  'self-contradiction': (t) => `前面答对了，后面又说成「${t.you}」`,
  'against-card': (t) => `你顺口说「${t.you}」，和卡上不一样`,
  'false-promise': (t) => `你许了「${t.you}」，后来没有做到`,
  'beyond-authority': (t) => `你许了「${t.you}」，权限里没有这一样`,
  'cross-talk': (t) => `「${t.you}」是给别的客户的，发错了人`,
  stacking: (t) => after(t, '来的是一串规则'),
  'missing-action': (t) => after(t, `「${t.what}」一直没办`),
  'claimed-undone': claimed,
  'forbidden-action': (t) => (t.you === '' ? t.finding.quote : `你说「${t.you}」，${t.what}`),
  'unverified-action': (t) => `没有先问到，就点了「${t.what}」`,
  'wrong-amount': (t) => `「${t.what}」的金额填得不对`,
  cold: (t) => heard(t, '你回的是'),
  impatient: (t) => heard(t, '你回的是'),
  hostile: (t) => heard(t, '你回的是'),
  'no-empathy': (t) => after(t, '没有一句应它'),
};

const LATE = ['late-first', 'late-round', 'slow-handling'];

export function storyOf(finding: ReportFinding, replies: Replies): string {
  const said = finding.customer.split('\n').filter((line) => line !== '' && !line.startsWith('〔'));
  const told: Told = {
    finding,
    customer: shortened(said.at(-1) ?? ''),
    you: finding.quoteAt === null ? '' : shortened(finding.quote),
    what: finding.title.split('：').slice(1).join('：'),
    times: timesOf([finding]),
  };
  if (LATE.includes(finding.code)) return lateStory(told, replies);
  if (finding.code.startsWith('red-line:'))
    return told.you === ''
      ? finding.quote
      : `「${finding.quote}」碰了${finding.title.split('：').slice(0, 2).join('：')}`;
  const story = Object.entries(STORIES).find(([code]) => code === finding.code)?.[1];
  return story === undefined ? finding.title : story(told);
}

/** Whether the story counts the late replies of the whole drill: then it is no one customer's. */
export const isCounted = ({ code }: ReportFinding, { all, late }: Replies): boolean =>
  LATE.includes(code) && late > 1 && all > 0;

/** Many late ones are one thing told once. */
function lateStory(told: Told, replies: Replies): string {
  const { all, late, lineS } = replies;
  if (isCounted(told.finding, replies)) return `${all} 句里 ${late} 句过了 ${lineS} 秒`;
  return after(told, `${waited(told)}才有回音，线是 ${lineS} 秒`);
}
