/** What to say while a window is open: the author's own line, else one made from the case's goods, orders and words. */
import type { WindowKind } from '#engine/model/content.ts';
import type { DrillMs } from '#engine/model/events.ts';
import { putsOff } from '#language/windows/closings.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { type Suggestion, stepsOf } from '#scoring/facts/finding-draft.ts';
import type { CaseFacts } from '#scoring/log/case-facts.ts';
import type { ConversationHistory, TurnHistory } from '#scoring/log/conversation-history.ts';
import { yuan } from '#scoring/log/phrasing.ts';
import { goodbyeOf, modelAt, openAt, placeAt } from './model.ts';
import { actionLine } from './operations.ts';

/** The product that the conversation is about: the one the customer is to order, has shown, came from, or has already bought. */
export const productInConversation = (
  conversation: ConversationHistory,
  caseFacts: CaseFacts,
): { name: string; sku: string | null } | null => {
  const deeds = caseFacts.scenario.beats.flatMap((beat) => beat.does);
  const placedOrder = deeds.find((deed) => deed.deed === 'place-order');
  const cards = conversation.customerMessages.flatMap((line) =>
    line.bubble.kind === 'product' ? [caseFacts.product(line.bubble.product)] : [],
  );
  const shownNames = [...new Set(cards.flatMap((product) => (product ? [product.name] : [])))];
  if (shownNames.length > 1) return { name: shownNames.join('和'), sku: null };
  const shownBubble = conversation.customerMessages.find((line) => line.bubble.kind === 'product')?.bubble;
  const item = caseFacts.scenario.orders[0]?.items[0];
  const id =
    (placedOrder?.deed === 'place-order' ? placedOrder.product : null) ??
    (shownBubble?.kind === 'product' ? shownBubble.product : null) ??
    caseFacts.scenario.customer.enters ??
    item?.product ??
    null;
  if (id === null) return null;
  const sku =
    (placedOrder?.deed === 'place-order' ? placedOrder.sku : null) ?? (item?.product === id ? item.sku : null);
  const product = caseFacts.product(id);
  return product ? { name: product.name, sku } : null;
};

/** What to say in a window that opened at `at`. Null only for a hold's window where no question has a model to show. */
export const windowLine = (
  kind: WindowKind,
  beat: string | null,
  facts: ConversationFacts,
  at: DrillMs,
): Suggestion | null => {
  const authored = authoredLine(kind, beat, facts);
  const isPatient = kind === 'order-prompt' && hasPutOff(facts.conversation, at);
  if (isPatient && (typeof authored !== 'string' || PRESSES.test(authored))) return PATIENT_LINE;
  return authored ?? generatedLine(kind, beat, facts, at);
};

/** Neither hurries who said 我再考虑下 or 等会儿发工资, nor leaves out how to go on (RULES M184). */
const PATIENT_LINE = '不急，您先想着，定了直接拍就行，拍完我给您核一遍';

/** 没别的要问就直接拍, 现在拍: pressed on who said they would think. An author's other words (拍好我给您对一遍) tell how to go on. */
const PRESSES = /直接[拍下付买]|现在就?(?:可以|能)?[拍下付买]|赶紧|抓紧|趁/;

/** Whether the customer's last line by then had put the purchase off. */
const hasPutOff = ({ customerMessages }: ConversationHistory, at: DrillMs): boolean => {
  const last = customerMessages.findLast((line) => line.at <= at && line.bubble.kind === 'text')?.bubble;
  return last?.kind === 'text' && putsOff(last.text);
};

/** 323 没算错吧: no question is open, and the customer waits for what the window asks for. */
export const windowLineAt = (facts: ConversationFacts, { judgement }: TurnHistory): Suggestion | null => {
  const { beat, firstAt } = judgement;
  const kind = facts.caseFacts.beat(beat)?.window?.kind;
  return kind === undefined ? null : windowLine(kind, beat, facts, firstAt);
};

/** The window's own model. Where no beat is named, that of the case's first window of the kind. */
const authoredLine = (kind: WindowKind, beat: string | null, { caseFacts }: ConversationFacts): Suggestion | null => {
  const beats =
    beat === null ? caseFacts.scenario.beats : caseFacts.scenario.beats.filter((other) => other.id === beat);
  const spec = beats.find((beat) => beat.window?.kind === kind)?.window ?? null;
  // A window with `do` is taken by that button: on its platform words would only press the customer.
  const action = spec?.do ?? null;
  if (action === null) return spec?.model ?? null;
  return stepsOf(() => actionLine({ do: action, with: {}, note: null }, caseFacts));
};

const generatedLine = (kind: WindowKind, beat: string | null, facts: ConversationFacts, at: DrillMs): string | null => {
  const { conversation, caseFacts } = facts;
  const product = productInConversation(conversation, caseFacts);
  const productName = product ? `${product.name}${product.sku ? ` ${product.sku}` : ''}` : '您看的这件';
  const index = placeAt(conversation, at);
  const lastAskedId = conversation.questions.filter((entry) => entry.openedIndex < index).at(-1)?.question ?? '';
  const lastQuestion = caseFacts.question(lastAskedId);
  const points = (caseFacts.beat(beat)?.window?.points ?? [])
    .map((id) => caseFacts.point(id)?.point.says)
    .filter((says) => says !== undefined);
  switch (kind) {
    case 'order-prompt':
      return `${productName}现在可以拍下了，拍好我跟您核对一遍`;
    case 'follow-up':
      return followUpLine(facts, index, productName);
    case 'payment-reminder': {
      const unpaid = caseFacts.scenario.orders.find((order) => order.status === 'unpaid');
      return `${productName}这单${unpaid ? ` ${yuan(unpaid.total)} ` : ''}还没付，是规格拿不准，还是付款卡住了？我帮您看`;
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
      return modelAt(facts, lastQuestion, index);
    case 'confirm-order':
      return points.length > 0
        ? `给您核对一遍：${points.map(withoutAdvice).join('，')}`
        : `给您核对一遍：${productName}，收货地址不变`;
    case 'cross-sell':
      return points[0] ?? `您这件是${productName}，要是一起用得上，可以看看店里同一用途的那款，一件就够`;
  }
};

/** 我先去开个会: an open question is answered. Where none is open, the line waits and doesn't claim that something was left unsaid. */
const followUpLine = (facts: ConversationFacts, index: number, productName: string): string => {
  const [openQuestion] = openAt(facts, index);
  const answer = openQuestion ? modelAt(facts, openQuestion, index) : null;
  if (answer !== null) return answer;
  return facts.conversation.questions.some((entry) => entry.openedIndex < index)
    ? '您先忙，我在这儿守着，还有哪样要我查的说一声就行'
    : `${productName}您还在看吗？是价格、规格，还是到货时间没说清，我接着给您查`;
};

const regularLine = (caseFacts: CaseFacts, knownPoint: string | undefined): string => {
  if (knownPoint !== undefined) return `又见到您了，${knownPoint}，现在用着还顺吗`;
  const lastPurchase = caseFacts.scenario.customer.past.at(-1);
  const bought = lastPurchase ? (caseFacts.product(lastPurchase.product)?.name ?? lastPurchase.product) : null;
  return bought && lastPurchase
    ? `又见到您了，${lastPurchase.on} 买的${bought}还合用吗${lastPurchase.note ? `（${lastPurchase.note}）` : ''}`
    : '又见到您了，上次买的还合用吗';
};

/** 建议您穿39.5码 was advice; read back it is 穿39.5码. */
const withoutAdvice = (pointText: string): string => pointText.replace(/^建议您?/, '');
