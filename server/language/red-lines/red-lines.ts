import type { RedLine } from '#language/terms/verdicts.ts';
import { FALSE_CLAIM } from './claims.ts';
import { type Unmasked, unmask } from './disguise.ts';
import {
  asksIfGiven,
  isActDenied,
  isDenied,
  isDeniedBefore,
  isDeniedBehind,
  isLeftOpen,
  isNewsOrPayment,
  isOfSpeaker,
  isQuotedAway,
  isRefusalOpen,
  isSentByUs,
  stretchAround,
} from './guards.ts';
import { BLOCK, FINAL, INSULT, THREAT } from './manners.ts';
import { OFFSITE } from './offsite.ts';
import { PAID_REVIEW, UNAUTHORISED } from './promises.ts';
import { CUSTOMER_WORDS, type FoundRedLine, RED_LINE_WORDS, type RedLineRule } from './red-line-rule.ts';
import { CREDENTIAL, PRIVACY } from './secrets.ts';
import { shapesIn } from './shapes.ts';
import type { WordSpan } from './words.ts';
/** A row whose words occur, denied or not; offsets are into the canonical form. */
export type MatchedRule = { index: number; code: RedLine; denied: boolean; start: number; end: number };
/** `rows` and `about` (topics the customer named) are for the classifier. `plain`: the canonical form, if it differs. */
export type MatchedRules = { told: FoundRedLine[]; rows: MatchedRule[]; about: number[]; plain: string | null };

const ROWS: readonly RedLineRule[] = [
  ...OFFSITE,
  ...INSULT,
  ...CREDENTIAL,
  ...PRIVACY,
  ...FALSE_CLAIM,
  ...PAID_REVIEW,
  ...UNAUTHORISED,
  ...THREAT,
  ...BLOCK,
  ...FINAL,
];
/** Word lists of topics the customer must have named for a row to count. */
const ASKED = [...new Set(ROWS.flatMap(({ customerList }) => customerList ?? []))];
const MASKED_CODES = new Map<string, RedLine>([
  ['微信', 'offsite'],
  ['qq', 'offsite'],
]);
const ON_PLATFORM = /支付|付款|退回|零钱|登录|型号|款|接口|版本|功率|电压|规格/;
const CLAUSE = /[,。;!?\n ]/;
const SENTENCE = /[。;!?\n]/;
const DIGIT = /\d/;
const NEAR_CHARS = 12;
/** Characters to each side in which a row's other words are looked for, within the sentence. */
const REACH = 30;

const DENIED_INSIDE = /[不没别][^,。;!?\n]{0,2}[加扫聊谈说给发报念转返送补]/;
/** 转不了: what can't be done isn't offered. */
const CANNOT = /[加扫聊谈说给发报念转返送补付收]不(?:了(?!多)|成|得(?!了))/;

/** Offences that ask the customer to do something: refused or not done, they aren't committed. */
const LEADING_CODES = new Set<RedLine>(['offsite', 'credential']);

type FoundWords = ReadonlyMap<number, readonly WordSpan[]>;
const NONE: readonly WordSpan[] = [];

/** Red lines of one reply by word lists: object × act, unless the same clause denies it or warns of it. Spans are in `text`. */
export const redLinesIn = (text: string, customer: string): FoundRedLine[] => {
  return matchRules(text, customer).told;
};

/** As `redLinesIn`, with the rows and topics for the classifier. */
export const matchRules = (text: string, customer: string): MatchedRules => {
  const plain = unmask(text);
  const read = plain?.text ?? text;
  const heard = RED_LINE_WORDS.findIn(read);
  const asked = customer === '' ? new Map() : CUSTOMER_WORDS.findIn(customer);
  const told: FoundRedLine[] = [];
  const rows: MatchedRule[] = [];
  const known = new Set<RedLine>();
  for (const [index, row] of ROWS.entries()) {
    const found = heard.has(row.objectList) ? nearestMatch(row, read, heard, asked) : null;
    if (!found) continue;
    // Marks are left out of `read`, so quotations are looked for in the text itself.
    const span = spanOf(plain, found);
    const denied = found.denied || isQuotedAway(text, span.start, span.end);
    rows.push({ index, code: row.code, ...found, denied });
    if (denied) continue;
    known.add(row.code);
    const { code, name, isSure, isLoose } = row;
    // With a number beside the words (尾号3316) the data are disclosed, however the sentence sounds.
    const shown = code === 'privacy' && DIGIT.test(read.slice(found.start, found.end + NEAR_CHARS));
    told.push({
      code,
      confidence: 'high',
      ...spanOf(plain, found),
      rule: name,
      sure: isSure,
      ...(isLoose && { loose: isLoose }),
      ...(shown && { shown }),
    });
  }
  for (const shape of shapesIn(read, known.has('privacy'))) {
    known.add(shape.code);
    rows.push({ index: ROWS.length, code: shape.code, denied: false, start: shape.start, end: shape.end });
    told.push({ ...shape, ...spanOf(plain, shape) });
  }
  const masked = maskedIn(plain);
  if (plain && masked) {
    rows.push({ index: ROWS.length + 1, code: masked.code, denied: false, ...masked.found });
    const rule = '变着写法的外部联系方式';
    told.push({ code: masked.code, confidence: 'high', ...spanOf(plain, masked.found), rule, sure: true });
  }
  const about = ASKED.flatMap((list, topic) => (asked.has(list) ? [topic] : []));
  return { told, rows, about, plain: plain === null || plain.text === text ? null : plain.text };
};

/** The first place where a row's words match and nothing speaks against it; else the first place where something does. */
const nearestMatch = (
  row: RedLineRule,
  text: string,
  foundWords: FoundWords,
  customerWords: FoundWords,
): (WordSpan & { denied: boolean }) | null => {
  if (row.customerList !== null && !customerWords.has(row.customerList)) return null;
  let deniedMatch: WordSpan | null = null;
  let refusedObject = -1;
  for (const { object, act, ...found } of wordPairs(row, text, foundWords)) {
    if (object === refusedObject) continue;
    const { first, last } = stretchAround(text, found.start, found.end, SENTENCE, REACH);
    const hasWordOf = (list: number | null): boolean =>
      list !== null &&
      (foundWords.get(list) ?? NONE).some(
        ({ start, end }) =>
          start >= first && end <= last && !(list === row.requiredList && DENIED_LACK.test(text.slice(0, end))),
      );
    if (row.requiredList !== null && !hasWordOf(row.requiredList)) continue;
    const isUndoneAct =
      row.isDeniable && LEADING_CODES.has(row.code) && isNotDone(row, text, { act, object }, found.end);
    const asksElsewhere =
      row.code === 'credential' &&
      (asksIfGiven(text, found.start, found.end) || isSentByUs(text, act) || isNewsOrPayment(text, { act, object }));
    const isExcused =
      isUndoneAct ||
      asksElsewhere ||
      saysNothing(row.code, text, { ...found, act }) ||
      (row.isDeniable && isRefused(text, found));
    // 跳出来什么字？念给我听听: words that hand over what only the customer named may have their object in the question before.
    const asksBefore = row.customerList !== null && text.charAt(first - 1) === '?';
    const from = asksBefore ? stretchAround(text, first - 1, first - 1, SENTENCE, REACH).first : first;
    const isSpared = (foundWords.get(row.excludedList ?? -1) ?? NONE).some(
      ({ start, end }) => start >= from && end <= last,
    );
    if (!isExcused && !isSpared) return { ...found, denied: false };
    // 不加微信 有事就在这说: an object refused with one act isn't offered with the next act, nor in the next clause: 微信没走过，聊天都在这.
    if (isUndoneAct && object === found.start) refusedObject = object;
    if (isExcused && object > found.start && !CLAUSE.test(text.slice(found.start, object))) refusedObject = object;
    deniedMatch ??= found;
  }
  return deniedMatch === null ? null : { ...deniedMatch, denied: true };
};

/** 没断货, 不会涨: no shortage is told, so that a count beside it (RULES T150) is none either. */
const DENIED_LACK = /(?:没有?|不会?)(?:断货|停产|绝版|下架|涨)$/;

/** Whether the words are denied from outside or between them: 微信不能加. */
const isRefused = (text: string, { start, end }: WordSpan): boolean => {
  return isDenied(text, start, end) || DENIED_INSIDE.test(text.slice(start, end));
};

/** That goods last is a false claim as an absolute (百分百不会坏); merely vowed, it stands against the card that asks for no vows (RULES T156). */
const LASTING_VOW = /^保证.*(?:坏|掉|褪|磨|球|变形|漏|生锈)$/;

/** Whether the words say nothing: a way that can't be used, a claim or refusal left open, an insult to oneself. */
const saysNothing = (code: RedLine, text: string, found: WordSpan & { act: number }): boolean => {
  if (code === 'block-complaint') return isRefusalOpen(text, found.act);
  if (code === 'false-claim') return isLeftOpen(text, found) || LASTING_VOW.test(text.slice(found.start, found.end));
  if (code === 'insult') return isOfSpeaker(text, found.start);
  return LEADING_CODES.has(code) && CANNOT.test(text.slice(found.start, found.end + 2));
};

type Places = { readonly act: number; readonly object: number };

const isNotDone = ({ actList }: RedLineRule, text: string, { act, object }: Places, end: number): boolean => {
  if (actList === null) return isDeniedBehind(text, end);
  return isActDenied(text, act, end) || (act < object && isDeniedBefore(text, object, end));
};

function* wordPairs(
  row: RedLineRule,
  text: string,
  foundWords: FoundWords,
): Generator<WordSpan & { object: number; act: number }> {
  const objects = foundWords.get(row.objectList) ?? NONE;
  if (row.actList === null) {
    for (const found of objects) yield { ...found, object: found.start, act: found.start };
    return;
  }
  for (const object of objects)
    for (const act of foundWords.get(row.actList) ?? NONE) {
      const isBehind = act.start >= object.end;
      if (!isBehind && (row.isActBehind || act.end > object.start)) continue;
      const [from, to] = isBehind ? [object.end, act.start] : [act.end, object.start];
      if (to - from > row.maxGap || SENTENCE.test(text.slice(from, to))) continue;
      yield {
        start: Math.min(object.start, act.start),
        end: Math.max(object.end, act.end),
        object: object.start,
        act: act.start,
      };
    }
}

/** A disguised 微信 or qq needs no act beside it: nobody writes v❤ except to pass a filter. */
const maskedIn = (plain: Unmasked | null): { code: RedLine; found: WordSpan } | null => {
  for (const { plain: word, start, end } of plain?.masked ?? []) {
    const code = MASKED_CODES.get(word);
    if (!plain || !code || isDenied(plain.text, start, end)) continue;
    const { first, last } = stretchAround(plain.text, start, end, SENTENCE, REACH);
    if (ON_PLATFORM.test(plain.text.slice(first, last))) continue;
    return { code, found: { start, end } };
  }
  return null;
};

const spanOf = (plain: Unmasked | null, { start, end }: WordSpan): WordSpan => {
  if (!plain) return { start, end };
  return { start: plain.starts[start] ?? 0, end: plain.ends[end - 1] ?? 0 };
};
