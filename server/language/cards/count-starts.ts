/** From when a reply counts a card's days: 七天从发货算 against 签收次日起算第1天. The order, and no figure, is told otherwise. */
import { statesFact } from '#language/deeds/deeds.ts';
import type { Clause, Reading } from '#language/reading/clause.ts';
import { readText } from '#language/reading/clauses.ts';
import { containsAny } from '#language/reading/either.ts';
import { folded } from '#language/reading/folded.ts';
import type { Value } from '#language/reading/value.ts';
import { valuesIn } from '#language/reading/values.ts';
import { RULE_CONFIDENCE } from '#language/terms/thresholds.ts';
import { CONDITION_WORDS, OTHERS_FIGURE } from './card-patterns.ts';
import type { Contradicted } from './card-wordings.ts';

/** What days are counted from, and words for it. */
const EVENTS = {
  receipt: ['签收', '收货', '收到', '到货', '到手', '拿到'],
  dispatch: ['发货', '发出', '寄出', '出库', '揽收', '发走'],
  payment: ['付款', '下单', '拍下', '支付', '成交'],
} as const;
type Event = keyof typeof EVENTS;

const OF_THE_DAY = '(?:的|那|当|之|次|第二|天|日|时间|时候|后|开始|就|来|才)*';
/** 从发货那天开始算; 签收次日起. */
const patternOf = (words: readonly string[]): RegExp => {
  const event = `(?:${words.join('|')})货?`;
  return new RegExp(`[从自按以打][^,。!?]{0,3}?${event}${OF_THE_DAY}[算起计数]|${event}${OF_THE_DAY}起(?![来码])`);
};
const PATTERNS = Object.entries(EVENTS).map(([event, words]) => ({ event: event as Event, pattern: patternOf(words) }));
/** 签收当天算第一天: the day itself is the first of them. */
const SAME_DAY_FIRST = new RegExp(
  `(?:${EVENTS.receipt.join('|')})货?的?(?:当天|那天|当日)[^,。!?]{0,3}算[^,。!?]{0,2}(?:第[一1]|头一)天`,
);
/** 2号当天算第1天: so, where 2号 is told as the day of receipt. */
const DATE_FIRST = /[\d一二三四五六七八九十][号日](?:当天|那天|当日)?[^,。!?]{0,3}算[^,。!?]{0,2}(?:第[一1]|头一)天/;
const NEXT_DAY = /次日|第二天/;
/** A clause that names another matter counts that one's days. */
const OTHER_MATTER = ['质保', '保修', '价保', '保价', '保质', '差价', '时效', '过敏'];
const DENIED = /[不没别]/;
/** 你是从寄出那天数的: how the customer counted. 您从寄出那天算 tells them to. */
const THEIR_COUNT = /[您你](?:可能|大概)?(?:是|以为)$/;

/** Returns for no reason: words for them mean the card that has the word too, whatever else is counted in as many days. */
const NO_REASON = '无理由';

/** Days a card counts, from what, whether from the day after it, and whether it is that of returns for no reason. */
export type CountStart = { card: string; days: number; event: Event; isNextDay: boolean; isNoReason: boolean };

const A_DAY_S = 24 * 60 * 60;
/** 48小时 and 两天 are how soon goods go and come. */
const MIN_DAYS = 3;
const daysIn = (values: readonly Value[]): number[] =>
  values.flatMap(({ kind, quantity }) =>
    kind === 'duration' && quantity >= MIN_DAYS * A_DAY_S ? [quantity / A_DAY_S] : [],
  );

const startIn = (text: string): { event: Event; at: number } | null => {
  for (const { event, pattern } of PATTERNS) {
    const at = text.search(pattern);
    if (at >= 0) return { event, at };
  }
  return null;
};

/** The cards that say from when their days are counted. */
export const countStartsOf = (cards: readonly { id: string; text: string }[]): CountStart[] => {
  return cards.flatMap(({ id, text }) => {
    const { text: plain, values } = readText(folded(text));
    const [days] = daysIn(values);
    const start = startIn(plain);
    return days === undefined || start === null
      ? []
      : [
          {
            card: id,
            days,
            event: start.event,
            isNextDay: NEXT_DAY.test(plain),
            isNoReason: plain.includes(NO_REASON),
          },
        ];
  });
};

/** The days a clause counts: its own (unless it only says which is the first), else the last before, else the customer's. */
const daysMeant = (reading: Reading, index: number, customerText: string, numbersOne: boolean): number | undefined => {
  const before = reading.values.filter(({ clauseIndex }) => clauseIndex <= index);
  const own = before.filter(({ clauseIndex, kind }) => clauseIndex === index && kind === 'duration');
  if (own.length > 0 && !numbersOne) return daysIn(own)[0];
  const { start, end } = reading.clauses[index] as Clause;
  if (containsAny(reading.text.slice(start, end), OTHER_MATTER)) return undefined;
  return daysIn(before).at(-1) ?? daysIn(valuesIn(customerText)).at(-1);
};

/** Whether a clause counts a date as the first day that it or an earlier one tells as the day of receipt. */
const countsReceiptDate = (reading: Reading, index: number): boolean => {
  const dateOf = (at: number): number | undefined =>
    reading.values.find(({ clauseIndex, kind }) => clauseIndex === at && kind === 'date')?.quantity;
  const { start, end } = reading.clauses[index] as Clause;
  const date = dateOf(index);
  const text = reading.text.slice(start, end);
  // 签收第二天6号才算第1天 counts from the day after.
  if (date === undefined || !DATE_FIRST.test(text) || NEXT_DAY.test(text)) return false;
  return reading.clauses
    .slice(0, index + 1)
    .some(
      (clause, at) => dateOf(at) === date && containsAny(reading.text.slice(clause.start, clause.end), EVENTS.receipt),
    );
};

/**
 * The cards a clause counts the days of: those of as many days; where it tells no number, that of returns for no reason which
 * it names (七天无理由从发货算), or those counted from the day after receipt where it counts the day itself.
 */
const cardsMeant = (
  starts: readonly CountStart[],
  days: number | undefined,
  { isOfNoReason, isSameDay }: { isOfNoReason: boolean; isSameDay: boolean },
): CountStart[] => {
  if (isOfNoReason) return starts.filter((card) => card.isNoReason && (days === undefined || card.days === days));
  if (days !== undefined) return starts.filter((card) => card.days === days);
  return isSameDay ? starts.filter(({ event, isNextDay }) => event === 'receipt' && isNextDay) : [];
};

/** Clauses that count a card's days from something else than the card does (RULES T69). */
export const countedOtherwise = (
  reading: Reading,
  starts: readonly CountStart[],
  rightTexts: readonly { text: string }[],
  customerText: string,
): Contradicted[] => {
  return reading.clauses.flatMap(({ start, end, isHedged }, index): Contradicted[] => {
    const text = reading.text.slice(start, end);
    const told = startIn(text);
    const isSameDay = SAME_DAY_FIRST.test(text) || countsReceiptDate(reading, index);
    if ((told === null && !isSameDay) || !statesFact(reading, index)) return [];
    // 当天就算第一天 isn't 就算 for even if.
    if (containsAny(text, OTHERS_FIGURE) || containsAny(text.replace('就算第', '算第'), CONDITION_WORDS)) return [];
    if (told !== null && [DENIED, THEIR_COUNT].some((other) => other.test(text.slice(0, told.at)))) return [];
    if (isSameDay && DENIED.test(text)) return [];
    const days = daysMeant(reading, index, customerText, isSameDay);
    if (rightTexts.some((right) => told !== null && startIn(right.text)?.event === told.event)) return [];
    // Of another matter (质保从发货算, 从发货算48小时内到) only a number of its own says which card is meant.
    const isOther = (): boolean =>
      containsAny(text, OTHER_MATTER) ||
      (!isSameDay && reading.values.some(({ clauseIndex, kind }) => clauseIndex === index && kind === 'duration'));
    if (days === undefined && isOther()) return [];
    const isOfNoReason = [text, customerText].some((words) => words.includes(NO_REASON));
    const ofThese = cardsMeant(starts, days, { isOfNoReason, isSameDay });
    const card = ofThese.find(({ event }) => event === 'receipt') ?? ofThese[0];
    if (!card) return [];
    const isOtherwise = isSameDay
      ? ofThese.some(({ event, isNextDay }) => event === 'receipt' && isNextDay)
      : ofThese.every(({ event }) => event !== told?.event);
    const chance = isHedged ? RULE_CONFIDENCE.softened : RULE_CONFIDENCE.plain;
    return isOtherwise ? [{ card: card.card, chance, start, end }] : [];
  });
};
