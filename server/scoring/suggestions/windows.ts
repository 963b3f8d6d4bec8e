/** What to say while a window is open: the author's own line, else one made from the case's goods, orders and words. */
import type { WindowKind } from '#engine/model/content.ts';
import type { DrillMs } from '#engine/model/events.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { type Suggestion, stepsOf } from '#scoring/facts/finding-draft.ts';
import type { CaseFacts } from '#scoring/log/case-facts.ts';
import type { ConversationHistory, TurnHistory } from '#scoring/log/conversation-history.ts';
import { yuan } from '#scoring/log/phrasing.ts';
import { goodbyeOf, modelAt, openAt, placeAt } from './model.ts';
import { actionLine } from './operations.ts';

/** The product that the conversation is about: the one the customer is to order, has shown, came from, or has already bought. */
export function productInConversation(
  conversation: ConversationHistory,
  caseFacts: CaseFacts,
): { name: string; sku: string | null } | null {
  const deeds = caseFacts.scenario.beats.flatMap((beat) => beat.does);
  const placed = deeds.find((deed) => deed.deed === 'place-order');
  const cards = conversation.said.flatMap((line) =>
    line.bubble.kind === 'product' ? [caseFacts.product(line.bubble.product)] : [],
  );
  const several = [...new Set(cards.flatMap((product) => (product ? [product.name] : [])))];
  if (several.length > 1) return { name: several.join('和'), sku: null };
  const shown = conversation.said.find((line) => line.bubble.kind === 'product')?.bubble;
  const item = caseFacts.scenario.orders[0]?.items[0];
  const id =
    (placed?.deed === 'place-order' ? placed.product : null) ??
    (shown?.kind === 'product' ? shown.product : null) ??
    caseFacts.scenario.customer.enters ??
    item?.product ??
    null;
  if (id === null) return null;
  const sku = (placed?.deed === 'place-order' ? placed.sku : null) ?? (item?.product === id ? item.sku : null);
  const product = caseFacts.product(id);
  return product ? { name: product.name, sku } : null;
}

/** What to say in a window that opened at `at`. Null only for a hold's window where no question has a model to show. */
export function windowLine(
  kind: WindowKind,
  beat: string | null,
  facts: ConversationFacts,
  at: DrillMs,
): Suggestion | null {
  return authoredLine(kind, beat, facts) ?? madeLine(kind, beat, facts, at);
}

/** 323 没算错吧: no question is open, and the customer waits for what the window asks for. */
export function inWindow(facts: ConversationFacts, { judgement }: TurnHistory): Suggestion | null {
  const { beat, firstAt } = judgement;
  const kind = facts.caseFacts.beat(beat)?.window?.kind;
  return kind === undefined ? null : windowLine(kind, beat, facts, firstAt);
}

/** The window's own model. Where no beat is named, that of the case's first window of the kind. */
function authoredLine(kind: WindowKind, beat: string | null, { caseFacts }: ConversationFacts): Suggestion | null {
  const beats =
    beat === null ? caseFacts.scenario.beats : caseFacts.scenario.beats.filter((other) => other.id === beat);
  const spec = beats.find((beat) => beat.window?.kind === kind)?.window ?? null;
  // A window with `do` is taken by that button: on its platform words would only press the customer.
  const action = spec?.do ?? null;
  if (action === null) return spec?.model ?? null;
  return stepsOf(() => actionLine({ do: action, with: {}, note: null }, caseFacts));
}

function madeLine(kind: WindowKind, beat: string | null, facts: ConversationFacts, at: DrillMs): string | null {
  const { conversation, caseFacts } = facts;
  const product = productInConversation(conversation, caseFacts);
  const named = product ? `${product.name}${product.sku ? ` ${product.sku}` : ''}` : '您看的这件';
  const index = placeAt(conversation, at);
  const asked = conversation.questions.filter((entry) => entry.openedIndex < index).at(-1)?.question ?? '';
  const doubt = caseFacts.question(asked);
  const points = (caseFacts.beat(beat)?.window?.points ?? [])
    .map((id) => caseFacts.point(id)?.point.says)
    .filter((s) => s !== undefined);
  switch (kind) {
    case 'order-prompt':
      return `${named}现在可以拍下了，拍好我跟您核对一遍`;
    case 'follow-up':
      return followUpLine(facts, index, named);
    case 'payment-reminder': {
      const unpaid = caseFacts.scenario.orders.find((order) => order.status === 'unpaid');
      return `${named}这单${unpaid ? ` ${yuan(unpaid.total)} ` : ''}还没付，是规格拿不准，还是付款卡住了？我帮您看`;
    }
    case 'recognise-regular':
      return regularLine(caseFacts, points[0]);
    case 'goodbye':
      return goodbyeOf(
        facts,
        conversation.endings.findLast((ending) => ending.at <= at) ?? null,
        product?.name ?? null,
      );
    case 'return':
      return modelAt(facts, doubt, index);
    case 'confirm-order':
      return points.length > 0
        ? `给您核对一遍：${points.map(asChecked).join('，')}`
        : `给您核对一遍：${named}，收货地址不变`;
    case 'cross-sell':
      return points[0] ?? `您这件是${named}，要是一起用得上，可以看看店里同一用途的那款，一件就够`;
  }
}

/** 我先去开个会: an open question is answered. Where none is open, the line waits and doesn't claim that something was left unsaid. */
function followUpLine(facts: ConversationFacts, index: number, named: string): string {
  const [open] = openAt(facts, index);
  const answer = open ? modelAt(facts, open, index) : null;
  if (answer !== null) return answer;
  return facts.conversation.questions.some((entry) => entry.openedIndex < index)
    ? '您先忙，我在这儿守着，还有哪样要我查的说一声就行'
    : `${named}您还在看吗？是价格、规格，还是到货时间没说清，我接着给您查`;
}

function regularLine(caseFacts: CaseFacts, known: string | undefined): string {
  if (known !== undefined) return `又见到您了，${known}，现在用着还顺吗`;
  const past = caseFacts.scenario.customer.past.at(-1);
  const bought = past ? (caseFacts.product(past.product)?.name ?? past.product) : null;
  return bought && past
    ? `又见到您了，${past.on} 买的${bought}还合用吗${past.note ? `（${past.note}）` : ''}`
    : '又见到您了，上次买的还合用吗';
}

/** 建议您穿39.5码 was advice; read back it is 穿39.5码. */
const asChecked = (says: string): string => says.replace(/^建议您?/, '');
