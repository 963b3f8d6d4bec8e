/** Better wordings for one customer, built from the case: its models, products, past orders and needs. */

import type { Condition, Need, Outcome, Point, Question, WindowKind } from '#engine/content.ts';
import type { DrillMs } from '#engine/events.ts';
import type { Act, RedLine } from '#language/judgement.ts';
import type { CaseFacts } from './case-facts.ts';
import type { ConversationHistory } from './history.ts';
import { yuan } from './words.ts';

/** The question's own better wording. */
export const modelOf = (question: Question | null): string | null => question?.model ?? null;

/** 几点你再说一遍 wants it told, not looked up. */
const SAY_AGAIN = /再说|一遍|说全|说清/;
/** 今天能不能发 is asked, 你改 is told: only what asks can be taken up as 「您问的是」. */
const ASKS = /[？?吗呢么几哪啥多少谁怎咋]|什么|对吧|([\u4e00-\u9fff])[不没]\1|[不没]$/;

/** Words that buy time honestly: the topic named, the seconds promised. `words`: the customer's own. */
export function holdLine(question: Question | null, words: string | null = null): string {
  const topic = (question?.text ?? words)?.replace(/[？?。]+$/, '');
  if (!topic) return '我看下您这边的记录，30 秒内回您';
  return ASKS.test(topic) && !SAY_AGAIN.test(topic)
    ? `您问的是${topic}，我这就查，30 秒内回您`
    : '看到了，我这就接着办，30 秒内回您';
}

/** The answer first and the rest after it: what a quick reply can be. */
export const gistOf = (point: Pick<Point, 'says'>): string => `${point.says}。细的我接着打给您`;

/** The product the talk is about: the one to be ordered, shown, come from, or already bought. */
export function productInTalk(c: ConversationHistory, facts: CaseFacts): { name: string; sku: string | null } | null {
  const deeds = facts.scenario.beats.flatMap((b) => b.does);
  const placed = deeds.find((d) => d.deed === 'place-order');
  const cards = c.said.flatMap((s) => (s.bubble.kind === 'product' ? [facts.product(s.bubble.product)] : []));
  const several = [...new Set(cards.flatMap((p) => (p ? [p.name] : [])))];
  if (several.length > 1) return { name: several.join('和'), sku: null };
  const shown = c.said.find((s) => s.bubble.kind === 'product')?.bubble;
  const item = facts.scenario.orders[0]?.items[0];
  const id =
    (placed?.deed === 'place-order' ? placed.product : null) ??
    (shown?.kind === 'product' ? shown.product : null) ??
    facts.scenario.customer.enters ??
    item?.product ??
    null;
  if (id === null) return null;
  const sku = (placed?.deed === 'place-order' ? placed.sku : null) ?? (item?.product === id ? item.sku : null);
  const product = facts.product(id);
  return product ? { name: product.name, sku } : null;
}

/** Points already right in this conversation, latest last: what can be said again with certainty. */
function lastCovered(c: ConversationHistory, facts: CaseFacts): string | null {
  const covered = c.turns.flatMap((t) =>
    t.judgement.points.filter((p) => p.state === 'covered' && p.question !== null),
  );
  const last = covered.at(-1);
  return last ? (facts.point(last.point)?.point.says ?? null) : null;
}

/** The question the customer last had by then, and whether it was answered. */
function doubtAt(
  c: ConversationHistory,
  facts: CaseFacts,
  at: DrillMs,
): { question: Question; answered: boolean } | null {
  const last = c.questions.filter((q) => q.openedAt <= at).at(-1);
  const question = last ? facts.question(last.question) : null;
  return last && question
    ? { question, answered: last.changes.some((change) => change.to === 'answered' && change.at <= at) }
    : null;
}

function followUpLine(c: ConversationHistory, facts: CaseFacts, at: DrillMs, named: string): string {
  const doubt = doubtAt(c, facts, at);
  if (!doubt) return `${named}您还在看吗？是价格、规格，还是到货时间没说清，我接着给您查`;
  const { question, answered } = doubt;
  if (answered) return `刚才说的${question.text}，还有哪一步没看明白吗？您说，我接着讲`;
  return question.model
    ? `您是还在想${question.text}吗？${question.model}`
    : `您是还在想${question.text}吗？我接着给您查`;
}

const SENT: readonly Outcome[] = ['paid', 'exchanged'];

/** A last line that is true of how the story stands by then. `product`: what the talk was about. */
function goodbyeLine(c: ConversationHistory, product: string | null, at: DrillMs): string {
  const outcome = c.endings.findLast((e) => e.at <= at)?.outcome ?? null;
  if (product !== null && (outcome === null || SENT.includes(outcome)))
    return `${product}这边都办好了，到了先看看，有不合适的随时来找我`;
  if (outcome === 'lost') return '这回没帮上您，是我这边没说清。以后有想知道的，随时来问我';
  if (outcome === 'escalated') return '有结果我在这里告诉您，等的时候有事也随时来找我';
  if (outcome === 'returned' && c.acted.some((a) => a.action === 'approve-return'))
    return '您把东西寄回来，仓库收到我这边就办退款，有事随时来找我';
  return '后面有变化我在这里回您，有事随时来找我';
}

/** What to say when a window is open; `at` = when it opened. */
export function windowLine(
  kind: WindowKind,
  beat: string | null,
  c: ConversationHistory,
  facts: CaseFacts,
  at: DrillMs,
): string {
  const product = productInTalk(c, facts);
  const named = product ? `${product.name}${product.sku ? ` ${product.sku}` : ''}` : '您看的这件';
  const opened = c.questions.map((q) => facts.question(q.question)).filter((q) => q !== null);
  const doubt = opened.at(-1) ?? null;
  const points = (facts.beat(beat)?.window?.points ?? [])
    .map((p) => facts.point(p)?.point.says)
    .filter((s) => s !== undefined);
  switch (kind) {
    case 'order-prompt': {
      const known = lastCovered(c, facts);
      return `${known ? `${known}。` : ''}${named}现在可以拍下了，拍好我跟您核对一遍`;
    }
    case 'follow-up':
      return followUpLine(c, facts, at, named);
    case 'payment-reminder': {
      const unpaid = facts.scenario.orders.find((o) => o.status === 'unpaid');
      const asked = doubtAt(c, facts, at)?.question ?? null;
      return `${named}这单${unpaid ? ` ${yuan(unpaid.total)} ` : ''}还没付，是${asked ? `「${asked.text}」没说清` : '规格拿不准'}，还是付款卡住了？我帮您看`;
    }
    case 'recognise-regular': {
      const past = facts.scenario.customer.past.at(-1);
      if (points[0] !== undefined) return `又见到您了，${points[0]}，现在用着还顺吗`;
      const bought = past ? (facts.product(past.product)?.name ?? past.product) : null;
      return bought && past
        ? `又见到您了，${past.on} 买的${bought}还合用吗${past.note ? `（${past.note}）` : ''}`
        : '又见到您了，上次买的还合用吗';
    }
    case 'goodbye':
      return goodbyeLine(c, product?.name ?? null, at);
    case 'return':
      return doubt ? `「${doubt.text}」查好了：${doubt.model ?? '结果马上发您'}` : '查好了，我把结果说给您听';
    case 'confirm-order':
      return points.length > 0
        ? `跟您核对一遍：${points.map(asChecked).join('，')}，您看对不对`
        : `跟您核对一遍：${named}，收货地址不变，您看对不对`;
    case 'cross-sell':
      return points[0] ?? `您这件是${named}，要是一起用得上，可以看看店里同一用途的那款，一件就够`;
  }
}

/** 建议您穿39.5码 was advice; read back it is 穿39.5码. */
const asChecked = (says: string): string => says.replace(/^建议您?/, '');

/** What to click, with what in it. */
export function actionLine(need: Pick<Need, 'do' | 'with'>, facts: CaseFacts): string {
  const action = facts.action(need.do ?? '');
  const fields = Object.entries(need.with).map(([name, value]) => {
    const field = action?.fields.find((f) => f.name === name);
    const shown =
      field?.kind === 'money' && typeof value === 'number'
        ? yuan(value)
        : field?.kind === 'product'
          ? (facts.product(String(value))?.name ?? String(value))
          : String(value);
    return `${field?.title ?? name}「${shown}」`;
  });
  return `点「${action?.title ?? need.do}」${fields.length > 0 ? `，${fields.join('，')}` : ''}`;
}

/** What should have come first. */
export function conditionLine(condition: Condition, facts: CaseFacts): string {
  if ('ask' in condition) {
    const cue = facts.scenario.customer.knows.find((f) => f.id === condition.ask)?.cues[0];
    return `先问「${cue ?? condition.ask}」`;
  }
  if ('do' in condition) return `先点「${facts.action(condition.do)?.title ?? condition.do}」`;
  return `先说清「${facts.point(condition.point)?.point.says ?? condition.point}」`;
}

const OF_STOCK = /剩|库存|没几|最后|抢|卖完|断货|断码/;

/** 只剩3件了: how many there are is known, and can be said as it is. */
function falseClaimInstead(words: string | null, facts: CaseFacts): string {
  const id = facts.scenario.orders[0]?.items[0]?.product ?? facts.scenario.customer.enters;
  const product = id ? facts.product(id) : null;
  return words !== null && OF_STOCK.test(words) && product?.stock != null
    ? `${product.name}仓里还有 ${product.stock} 件，不用赶，您想好了再定`
    : '商品页上写的我照实说，页面没写的我不敢保证，您看这几样合不合用';
}

/** What can be said instead of each red line (DOMAIN §6). `words`: those that crossed it. */
export function redLineInstead(code: RedLine, facts: CaseFacts, words: string | null = null): string {
  const shop = facts.shop.name;
  const lines: Record<RedLine, string> = {
    offsite: `就在这里说就行，${shop}的事这里都能办，聊天也都有记录`,
    insult: '这件事让您费心了。我现在能办的是这一步，办到哪我都在这里告诉您',
    threat: '您的决定我尊重，我这边能做的先给您办了',
    privacy: '这些信息我只能跟下单的账号说，请本人用下单的账号来找我，我马上接着办',
    credential: '验证码、密码、卡号都不用发，退款原路回到您付款的地方',
    'false-claim': falseClaimInstead(words, facts),
    'paid-review': '评价您照实写就好，您遇到的问题我先给您解决',
    'unauthorised-promise': '这一项我定不了，我现在报上去，主管两小时内在这里给您答复，不算数的话我先不说',
    'block-complaint': '投诉是您的权利，单号和聊天记录我都能给您，退款和处理照常办，不受影响',
    'final-interpretation': '这件事按规则卡上写的来，我把那一条和日期发给您看',
  };
  return lines[code];
}

export const actLine = (act: Act): string =>
  ({
    greeting: '先打个招呼，再接上客户的话',
    apology: '先说清差在哪、怪我们，再说怎么办',
    empathy: '先说出客户被耽误的那件事，再说怎么办',
    thanks: '谢一句具体的事',
    'ask-info': '先问清一个事实',
    hold: '说清在查什么、几秒后回',
    'order-prompt': '请客户拍下那一件',
    'payment-reminder': '问一句没付的原因',
    'promise-time': '给一个几点前的时间',
    'follow-up': '问一句卡在哪',
    'cross-sell': '按用途提一件',
    goodbye: '收一句尾',
  })[act];
