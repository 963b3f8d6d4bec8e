/** Whether a turn does what a window asks for, beyond what the engine heard while the window was open (RULES V4). */
import type { WindowKind } from '#engine/model/content.ts';
import type { Rubric } from '#engine/model/rubric.ts';
import { inLanguage } from '#i18n/language.ts';
import { tellsOrdering } from '#language/acts/bids.ts';
import { judge } from '#language/judge.ts';
import { readText } from '#language/reading/clauses.ts';
import { normalise } from '#language/reading/normalise.ts';
import { saysLeave } from '#language/windows/closings.ts';
import { speaksOfEarlier } from '#language/windows/earlier-purchase.ts';
import { asksPaymentObstacle, urgesToPay } from '#language/windows/payment.ts';
import {
  BEFORE_LOG,
  type ConversationHistory,
  type TurnHistory,
  type WindowHistory,
} from '#scoring/log/conversation-history.ts';
import { figuresIn } from '#scoring/log/figures-of-text.ts';
import type { DrillHistory } from '#scoring/log/history.ts';
import { asksSomething, bubbleText, messageText } from '#scoring/log/phrasing.ts';
import { atOnce, tierFor } from './concurrency.ts';
import {
  isEarnest,
  isShortLeave,
  letsChoose,
  letsCustomerThink,
  type WindowInPlay,
  waitedFrom,
  wasLetGo,
} from './parting.ts';
import { hasOwnPhrasing } from './turn-grade.ts';

/** Clicked with a turn, or since the turn before it. */
const clicksWith = ({ conversation }: WindowInPlay, turn: TurnHistory): typeof conversation.clicks => {
  const indexBefore = conversation.turns.findLast(({ index }) => index < turn.index)?.index ?? BEFORE_LOG;
  return conversation.clicks.filter(({ index }) => index > indexBefore && index < turn.index);
};

/**
 * Whether a turn may have taken a window, for a person to decide. For confirm-order only words that agree, name a
 * figure or promise a time may.
 */
export const mayBeDone = ({ window }: WindowInPlay, turn: TurnHistory): boolean => {
  const { text, acts } = turn.judgement;
  if (!isEarnest(turn)) return false;
  return (
    window.kind !== 'confirm-order' || AGREES.test(text) || figuresIn(text).length > 0 || acts.includes('promise-time')
  );
};
const AGREES = /^(?:嗯|好的?|哎)?[，,\s]*(?:对|没错|没变|是的|不会|放心|没多)/;

type Evidence = (inPlay: WindowInPlay, turn: TurnHistory) => boolean;

const reminds = (inPlay: WindowInPlay, turn: TurnHistory): boolean => {
  const { acts, asked, text } = turn.judgement;
  return (
    acts.includes('payment-reminder') ||
    asked.length > 0 ||
    asksPaymentObstacle(text) ||
    clicksWith(inPlay, turn).some(({ action }) => action === 'remind-pay')
  );
};

/** Whether a turn reads back a point of the window, or a figure of what was agreed. */
const readsBack = ({ conversation, caseFacts, window, spec }: WindowInPlay, turn: TurnHistory): boolean => {
  const points = spec?.points ?? [];
  if (points.some((id) => isTold(turn, id))) return true;
  const customerMessages = conversation.customerMessages.filter(
    ({ index, at }) => index >= window.index - EVENTS_BEFORE_WINDOW && index < turn.index && at >= window.openedAt,
  );
  const agreed = [
    ...points.flatMap((id) => caseFacts.point(id)?.point.says ?? []),
    spec?.model ?? '',
    // These texts are judged, not shown: Chinese keeps the figures the same in every language of the reader.
    ...inLanguage('zh', () => customerMessages.map(({ bubble }) => bubbleText(bubble, caseFacts))),
  ];
  const agreedFigures = new Set(agreed.flatMap(figuresIn));
  return figuresIn(turn.judgement.text).some((figure) => agreedFigures.has(figure));
};

const namesPast = ({ caseFacts, spec }: WindowInPlay, turn: TurnHistory): boolean => {
  if ((spec?.points ?? []).some((id) => isTold(turn, id))) return true;
  const { text } = turn.judgement;
  const { customer, orders } = caseFacts.scenario;
  const boughtItems = [...customer.past, ...orders.flatMap(({ items }) => items)];
  const boughtNames = boughtItems.flatMap(({ product }) => caseFacts.product(product)?.name ?? []);
  return (
    greetsByName(customer.name, text) || (speaksOfEarlier(text) && boughtNames.some((name) => sharesName(name, text)))
  );
};

/**
 * Whether a turn offers another product of the shop: its card, or its price beside a character of its name. What the
 * customer came for doesn't count.
 */
const recommends = (inPlay: WindowInPlay, turn: TurnHistory): boolean => {
  const { caseFacts } = inPlay;
  const { acts, text } = turn.judgement;
  if (acts.includes('cross-sell')) return true;
  const atIssue = productsAtIssue(inPlay);
  if (
    clicksWith(inPlay, turn).some(
      (click) => click.action === 'send-product' && !atIssue.has(String(click.with.product)),
    )
  )
    return true;
  const namesAtIssue = [...atIssue].flatMap((id) => caseFacts.product(id)?.name ?? []).join(' ');
  const figures = new Set(readText(normalise(text).text).values.map(({ quantity }) => quantity * FEN_A_YUAN));
  return caseFacts.shop.products.some(
    ({ id, name, price }) =>
      !atIssue.has(id) &&
      figures.has(price) &&
      charsOf(name).some((char) => !namesAtIssue.includes(char) && text.includes(char)),
  );
};

/** Products the conversation is about: shown by the customer, ordered before or in this drill. */
const productsAtIssue = ({ conversation, caseFacts }: WindowInPlay): Set<string> => {
  const shownProducts = conversation.customerMessages.flatMap(({ bubble }) =>
    bubble.kind === 'product' ? [bubble.product] : [],
  );
  const orderedProducts = caseFacts.scenario.orders.flatMap(({ items }) => items.map((i) => i.product));
  const placedProducts = caseFacts.scenario.beats.flatMap((beat) =>
    beat.does.flatMap((deed) => (deed.deed === 'place-order' ? [deed.product] : [])),
  );
  return new Set([...shownProducts, ...orderedProducts, ...placedProducts]);
};

/** Two characters of a name that stand in the words: 逐峰 of 逐峰3 缓震跑鞋. */
const sharesName = (name: string, text: string): boolean => {
  const pairs = Array.from({ length: Math.max(0, name.length - 1) }, (_, index) => name.slice(index, index + 2));
  return pairs.some((pair) => /^\p{Script=Han}{2}$/u.test(pair) && text.includes(pair));
};

/** Whether a message of a turn bids to order when it is heard by itself: 拍42.5黑色 behind 那是该换了. */
const isBidAlone = (conversation: ConversationHistory, { judgement: { messages, customer } }: TurnHistory): boolean =>
  messages.length > 1 &&
  messages.some((id) => judge({ reply: messageText(conversation, id) ?? '', customer }).acts.includes('order-prompt'));

/** Words and deeds that take a window while it is open, or within a few seconds after it. */
const EVIDENCE_INSIDE: Readonly<Record<WindowKind, Evidence>> = {
  goodbye: (inPlay, turn) =>
    saysLeave(turn.judgement) || isShortLeave(turn) || letsCustomerThink(inPlay, turn) || letsChoose(inPlay, turn),
  'follow-up': (inPlay, turn) => isEarnest(turn) || clicksWith(inPlay, turn).length > 0,
  'order-prompt': ({ conversation }, turn) =>
    turn.judgement.acts.includes('order-prompt') ||
    tellsOrdering(turn.judgement.text) ||
    isBidAlone(conversation, turn),
  'payment-reminder': (inPlay, turn) =>
    reminds(inPlay, turn) || turn.judgement.acts.includes('ask-info') || asksSomething(turn.judgement.text),
  'recognise-regular': (inPlay, turn) => namesPast(inPlay, turn),
  'confirm-order': (inPlay, turn) => readsBack(inPlay, turn),
  'cross-sell': (inPlay, turn) => recommends(inPlay, turn),
  return: () => false,
};

/** Whether a turn took leave for good: 谢谢您惦记~ 我查下，1分钟内回您 comes back, and no goodbye is said by it (RULES M221). */
const hasTakenLeave = ({ judgement }: TurnHistory): boolean => judgement.hold === null && saysLeave(judgement);

/** Words and deeds that take a window before it opens: only what is plainly the deed itself. */
const EVIDENCE_AHEAD: Readonly<Record<WindowKind, Evidence>> = {
  ...EVIDENCE_INSIDE,
  goodbye: (inPlay, turn) => hasTakenLeave(turn) || wasLetGo(inPlay, turn),
  'follow-up': (_, turn) => hasTakenLeave(turn),
  'payment-reminder': (inPlay, turn) => reminds(inPlay, turn),
  'confirm-order': ({ spec }, turn) => (spec?.points ?? []).some((id) => isTold(turn, id)),
};

// The engine hears a quick reply where it fits; the report makes no more of it.
export const isDoneInside = (inPlay: WindowInPlay, turn: TurnHistory): boolean =>
  hasOwnPhrasing(turn.judgement) && EVIDENCE_INSIDE[inPlay.window.kind](inPlay, turn);
export const isDoneAhead = (inPlay: WindowInPlay, turn: TurnHistory): boolean =>
  hasOwnPhrasing(turn.judgement) && EVIDENCE_AHEAD[inPlay.window.kind](inPlay, turn);

/** A wrong figure read back is read back: its own finding says that it is wrong. */
const isTold = (turn: TurnHistory, id: string): boolean => turn.judgement.points.some(({ point }) => point === id);

const FEN_A_YUAN = 100;
const SECOND_MS = 1000;
const charsOf = (name: string): string[] => name.match(/\p{Script=Han}/gu) ?? [];
/** Events before the window's opening that may still hold the customer's lines of its beat. */
const EVENTS_BEFORE_WINDOW = 12;

/** 敏姐, 阿敏姐: part of their name with a word for kin is said to a regular; a whole nickname is said to anybody. */
const greetsByName = (name: string, text: string): boolean =>
  [...text.matchAll(/(\p{Script=Han})[姐哥叔姨婶嫂妹弟]/gu)].some(
    ([, characterBefore = '']) => !/[大小老亲的这那位个好]/.test(characterBefore) && name.includes(characterBefore),
  );

/** Whether what came too early urged: only that spoils (RULES V2); an answer or a check doesn't. */
export const isRightlySpoiled = ({ conversation, window, spec }: WindowInPlay): boolean => {
  const { closed } = window;
  if (closed?.why !== 'too-early') return true;
  if (spec !== null && spec.from === null) return false;
  const turn = conversation.turns.findLast(({ index }) => index <= closed.index);
  const hasClicked = conversation.clicks.some(
    ({ action, index }) => action === 'remind-pay' && index > window.index && index < closed.index,
  );
  return hasClicked || turn === undefined || urgesToPay(turn.judgement.text);
};

/** Whether an operation was done in a pause: it takes the window, whatever is said with it. */
export const isClicked = ({ conversation, window }: WindowInPlay): boolean =>
  window.kind === 'follow-up' &&
  conversation.clicks.some(({ index, at }) => index > window.index && at <= (window.closed?.at ?? 0));

/**
 * Until when words for a window are in time, and whether the drill ended before. The engine's customer waits 60 s for a goodbye
 * however many there are; a trainee has as long for it as the number at the desk gives any other reply (RULES M260).
 */
export const allowedOf = (
  history: DrillHistory,
  conversation: ConversationHistory,
  window: WindowHistory,
  rubric: Rubric,
): WindowInPlay['allowed'] => {
  const { kind, closed, untilAt } = window;
  if (kind !== 'goodbye' || closed === null) return { until: closed?.at ?? untilAt, isCutOff: false };
  const from = waitedFrom(conversation, window);
  const until = Math.max(closed.at, from + tierFor(rubric, atOnce(history, from, closed.at)).passS * SECOND_MS);
  return { until, isCutOff: history.ended !== null && until > Math.max(closed.at, history.ended.at) };
};
