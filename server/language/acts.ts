import type { Reading } from './clauses.ts';
import type { Act, Evidence } from './judgement.ts';
import type { Value } from './values.ts';

type Span = { start: number; end: number };

export type Moment = { unpaid: boolean; silent: boolean; received: boolean };

/** What a bracketed event in the customer's text says: （未付款）, （2天没回复）, （签收后）. */
export function momentOf(customer: string): Moment {
  const events = [...customer.matchAll(/\(([^()\n]{1,40})\)/g)].map((hit) => hit[1] ?? '').join(' ');
  const all = events === '' && customer.length <= 4 ? customer : events;
  return {
    unpaid: /未付|待付|没付|未支付|待支付/.test(events),
    silent: /静默|不说话|没回|不回|未回|无回应|沉默|没有回复|没反应|浏览/.test(all),
    received: /签收|收货|收到|到货后|使用后/.test(events),
  };
}

const GREETING =
  /^(?:亲+|亲爱的|尊敬的.{0,6})?[,!~\s]*(?:您好|你好|hi+|hello|哈喽|嗨|在的|在呢|在哦|在哒|我在|小店欢迎|欢迎(?!下次|再)|[早晚]上好|[上中下]午好|好久不见|来啦|来了来了|很高兴为您)|很高兴为您服务|欢迎(?:光临|来到|您(?!下次|再))|^(?:.{0,6})(?:您好|你好)(?:呀|啊|亲|,|!|~)/;
const APOLOGY =
  /抱歉|对不起|不好意思|对不住|歉意|致歉|道歉|过意不去|sorry|原谅|见谅|怪我们?|是我们(?:的错|不对|没做好|把关|疏忽|的问题|失误|晚)|我们的(?:疏忽|失误|不对)|没做到位|给您添麻烦/;
const EMPATHY =
  /理解您|(?:能|很|非常|特别|完全|十分)理解|理解(?:的|亲)|感受|(?:换|搁|放)(?:谁|我|做|成)|谁(?:碰|遇|摊)到|我?(?:知道|明白|懂)您.{0,6}(?:急|难|担心|不容易|失望|生气|心情)|心疼|受委屈|委屈(?:您|了)|遗憾|能?想象|体会|糟心|闹心|抱抱|确实(?:让人|挺|很)?(?:着急|生气|难受|窝火|上火)|也(?:得|会)上火|您的心情|不容易/;
const THANKS_FOR = /(?:感谢|谢谢|多谢).{0,6}理解|不敢|理解错/;
const ORDER =
  /(?:可以|直接|现在|赶紧|喜欢|那就|那您|放心|就|先|快).{0,6}(?:拍(?!照|图|个照|摄|视频|一?张|给|下后|下的|了)|下单(?!后|的)|提交订单)|拍它|拍下(?:吧|哦|啦|即可|就|占)|下单(?:吧|哦|啦)|可以付款(?!方)|结了吧|带走吧|入手吧|心动不如|放进购物车|您直接提交|点立即购买/;
const NOT_ORDER =
  /拍下后|下单后|下单的(?:时候|话)|什么时候拍|几点拍|不(?:建议|用)拍|怎么拍|已经?(?:拍|下单)|拍(?:个|一?张)照/;
const PAYMENT =
  /待付款|未付款?|未支付|没付款|还没付|记得付款|忘(?:记|了)付款|完成(?:付款|支付)|等您(?:付款|支付)|(?:订单|单子|单).{0,8}(?:未付|没付|待付|没支付|挂着|钱没到)|钱没到|付一下款|尽快付款/;
const FOLLOW =
  /还在(?:吗|么|不|看)|考虑(?:得|的)?(?:怎么样|好|清楚)|还考虑|上次(?:您|看|说)|回访|(?:刚才|刚刚|刚|之前|昨天)发(?:您|给您)?的.{0,10}(?:看|瞅|瞧)|有(?:什么|啥)顾虑|看(?:得|的)怎么样|决定好|还需要吗|在忙(?:吗|么)|等您有空|用(?:得|着)(?:还|怎么|舒)|还(?:满意|习惯|合身|舒服|酸)|完好吗/;
const GOODBYE =
  /再见|拜拜|bye|回见|回头见|下次见|改天聊|期待(?:您的?)?(?:下次|再次|光临)|欢迎(?:您)?(?:下次|再次|再来|常来)|祝(?:福)?您.{0,14}(?:愉快|快乐|开心|顺利|多多|兴隆|健康|幸福|美满|如意|发财|锦绣)|祝(?:生意|生活|新年|节日|周末|购物)|生活愉快|不打扰您|您先忙[^,]{0,2}(?:[,。!~]|$)(?!等)|下次(?:再)?(?:光临|聊)/;
const OFFER_HELP =
  /有什么(?:可以|能|需要|问题)?.{0,6}(?:帮|为您|效劳)|还有(?:其他|什么|别的).{0,10}(?:吗|呢|不)|(?:其他|什么).{0,6}(?:帮|服务|效劳|需要)|需要(?:我|小妹).{0,8}(?:吗|么|不)?|需要帮忙|帮(?:您|到您).{0,2}(?:吗|呢)|可以吗$|好吗$|行吗$|您看(?:这样)?(?:可以|行)|好嘛$/;
const REQUEST =
  /(?:提供|发(?!货|票|出|您|走|的)|告诉|报|说|留|拍|填|告知|给(?!您|你))(?:一?下|我|给我|个|张|过来|您的?|你的?|的|咱|给)*.{0,6}(?:订单(?:编?号)?|单号|编号|照片|照|图|截图|视频|地址|电话|手机号?|号码|姓名|尺码|身高|体重|型号|脚长|联系方式|情况|信息)|(?:订单(?:编?号)?|单号|编号|照片|地址|电话|手机号|身高|体重|脚长|截图).{0,6}(?:发(?!票|货)|报|给(?!您)|提供|告诉|说|看下)|量(?:一?下|个)|(?:告诉|跟)我(?:一?声|说)|成功了告诉我|描述一?下/;
const HEDGED = /一般|大概|预计|差不多|约|估计|左右|可能|应该/;
const PROMISED = /发|送|到|回|联系|处理|打|退|补|换|安排|给您|办|装|上门|查|解决|通知|答复|结果|完成|好/;
const CROSS_SELL =
  /搭配|配套(?:买|的|拍)|一起(?:买|拍|带|下单)|加购|顺(?:便|手)(?:带|买|拍)|凑(?:单|个|满)|再(?:拍|带|来|加)(?:一|个|双|件|条|瓶)|配(?:个|一|上|双|条)|还可以(?:配|看看)|推荐(?:您)?(?:再|搭|配|一起)/;

/** The acts a reply performs (DESIGN.md), with the words that show each. */
export function actsIn(reading: Reading, moment: Moment, holds: boolean): { acts: Act[]; evidence: Evidence[] } {
  const text = reading.text;
  const acts: Act[] = [];
  const evidence: Evidence[] = [];
  const add = (act: Act, span: Span | null) => {
    if (!span) return;
    acts.push(act);
    evidence.push({ what: `act:${act}`, start: span.start, end: span.end });
  };
  add('greeting', find(GREETING, text));
  add('apology', find(APOLOGY, text));
  if (!THANKS_FOR.test(text)) add('empathy', find(EMPATHY, text));
  add('thanks', find(/谢谢|感谢|多谢|辛苦您/, text));
  if (holds) acts.push('hold');
  if (moment.unpaid) add('payment-reminder', find(PAYMENT, text) ?? find(/付|支付|订单|单子/, text));
  else {
    add('payment-reminder', find(PAYMENT, text));
    if (!NOT_ORDER.test(text)) add('order-prompt', find(ORDER, text));
  }
  add('follow-up', followUp(text, moment));
  if (!(moment.silent && acts.includes('follow-up'))) add('goodbye', find(GOODBYE, text));
  if (!acts.includes('follow-up')) add('ask-info', asksForFact(reading));
  add('promise-time', promisesTime(reading));
  add('cross-sell', find(CROSS_SELL, text));
  return { acts, evidence };
}

function find(pattern: RegExp, text: string): Span | null {
  const hit = pattern.exec(text);
  return hit ? { start: hit.index, end: hit.index + hit[0].length } : null;
}

function followUp(text: string, moment: Moment): Span | null {
  if (moment.received && !/^(?:好|嗯|在)/.test(text)) return find(/吗|么|不(?:$|[?,。!])|没|怎么样|回访/, text);
  if (moment.silent) return find(FOLLOW, text) ?? find(/吗|没|呢|有空|在忙|先忙/, text);
  return moment.unpaid ? null : find(FOLLOW, text);
}

function asksForFact(reading: Reading): Span | null {
  for (const clause of reading.clauses) {
    const text = reading.text.slice(clause.start, Math.min(clause.end + 1, reading.text.length));
    if (OFFER_HELP.test(text) || /不用|不必|无需|不需要/.test(text)) continue;
    const asked = find(/(?:什么|哪|多少|几[点号个码天]|吗|么|多大|多高|多重|还是|是不是|有没有)/, text);
    const asksBack = asked && clause.question && !/为什么|怎么会|什么都|多少都/.test(text) && asksCustomer(text);
    const hit = asksBack ? asked : find(REQUEST, text);
    if (hit) {
      return { start: hit.start + clause.start, end: hit.end + clause.start };
    }
  }
  return null;
}

/** A question that is one, not 放心吗 for effect: it ends in a question mark or particle. */
function asksCustomer(text: string): boolean {
  return /[?]|吗|呢|呀$|么$|还是|哪|多少|什么/.test(text);
}

function promisesTime(reading: Reading): Span | null {
  for (const value of reading.values) {
    if (!isTime(value)) continue;
    const clause = reading.clauses[value.clause];
    if (!clause || clause.question || clause.conditional) continue;
    const text = reading.text.slice(clause.start, clause.end);
    if (!promising(text, value)) continue;
    if (HEDGED.test(text) || /已经|刚|了没|无理由|保修|质保|试用|不能|没法|无法|不保证/.test(text)) continue;
    const bounded = value.kind === 'clock' || value.kind === 'date' || /内|前|后|就|最晚|最迟|最多/.test(text);
    if (bounded && PROMISED.test(text) && !isPast(value)) return { start: value.start, end: value.end };
  }
  return find(/天黑前|下班前|今天之内|当天(?:发|寄|送)/, reading.text);
}

/** 到货了 tells what happened; 喜欢现在拍今天就能发 says what is possible, and binds nobody. */
function promising(text: string, value: Value): boolean {
  if (/了$|了[,。!]/.test(text) && !/给您|内|前/.test(text)) return false;
  return !(value.kind === 'date' && /^(?:现在|喜欢|拍|下单)/.test(text) && /能/.test(text));
}

function isTime(value: Value): boolean {
  return value.kind === 'duration' || value.kind === 'clock' || value.kind === 'date';
}

function isPast(value: Value): boolean {
  return value.kind === 'date' && value.is === 99;
}
