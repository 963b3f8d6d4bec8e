/**
 * Clauses that say a point's words with the other sign: 来回运费您自己掏 against 来回运费我们掏, 不能叠 against 能叠. A clause and a
 * wording are compared without the characters that only affirm, deny or name a party: if the rest is the same and the
 * sign, the payer or the figure differs, the clause says the opposite, however alike the two are.
 */

import type { Clause, Reading, StatedValue } from '#language/reading/clause.ts';
import { readReply } from '#language/reading/read-reply.ts';
import { areRivals, isSameValue } from '#language/reading/same-value.ts';
import type { Value } from '#language/reading/value.ts';
import { valuesOfClause } from '#language/reading/values-of.ts';
import type { CompiledWordings, SignedClause, SignedClauses } from './compiled.ts';
import { inOneMeaning } from './same-meaning.ts';
import { keepsLimit } from './window-values.ts';
import { payerOf, spokenForm } from './wording.ts';

const anyWord = (words: string): RegExp => new RegExp(words.split(' ').join('|'), 'g');

/** Words with a denying character that deny nothing. */
const NO_DENIAL = anyWord(
  '差不多 不好意思 不客气 没关系 没问题 没事 没错 不过 不错 不同 不管 不但 不仅 不如 不然 要不 无理由 无论 非常 特别 别的 别家 别人 未来',
);
const CONDITION_BEFORE_JIU = /[不没].*就/;
const DENIES = anyWord('没有 自费 不 没 无 未 别 勿 非');
/** Left out of the comparison with the denials: auxiliaries that only affirm. */
const AFFIRMS = anyWord('没有 能够 可以 必须 需要 [不没无未别勿非能会要得有是就都也还再来用费免自，。！？、,!?]');
/** Parties, left out where the payer is known. Without one they stay: 快递钱都是店里的 says more than 快递钱. */
const PARTIES = anyWord('这边 那边 自己 我们 我方 咱们 咱家 店里 店铺 商家 卖家 买家 [咱您你们我]');
/** With fewer characters left than this there is nothing to compare. */
const MIN_CHARS = 2;
/** Characters besides figures needed to compare these: in 四点前 and 七点前 alone the two may be of different things. */
const MIN_CHARS_BESIDE_FIGURES = 2;

/** Stands in the text for each figure, so that the words around it can be compared. */
const FIGURE = '#';

const signedClauseOf = (reading: Reading, clause: Clause, index: number) => {
  // 不还就扣59: 不还 is the condition and denies nothing of the rest.
  const isCondition = CONDITION_BEFORE_JIU.test(reading.text.slice(clause.start, clause.end));
  if ([clause.isQuestion, clause.isRetracted, clause.isConditional, isCondition].includes(true)) return null;
  const values = valuesOfClause(reading, index).toSorted((a, b) => a.start - b.start);
  let text = '';
  let position = clause.start;
  for (const { start, end } of values) {
    text += reading.text.slice(position, Math.max(position, start)) + FIGURE;
    position = Math.max(position, end);
  }
  const spoken = spokenForm(text + reading.text.slice(position, clause.end)).replace(NO_DENIAL, '');
  const payer = payerOf(clause);
  const affirmed = spoken.replace(AFFIRMS, '');
  const rest = payer === null ? affirmed : affirmed.replace(PARTIES, '');
  if (rest.length < MIN_CHARS) return null;
  const denials = spoken.match(DENIES)?.length ?? 0;
  const saysLittle = rest.length < MIN_CHARS_BESIDE_FIGURES + values.length;
  const signed: SignedClause = { isDenied: denials % 2 === 1, payer, values, saysLittle };
  return { rest, signed };
};

/** The signs of all clauses of these texts, by the text that is left of each. */
export const signedClausesOf = (texts: readonly string[]): SignedClauses => {
  const byRest = new Map<string, SignedClause[]>();
  for (const text of texts) {
    const { reading } = readReply(inOneMeaning(text).text);
    for (const [index, clause] of reading.clauses.entries()) {
      const signed = signedClauseOf(reading, clause, index);
      if (signed) byRest.set(signed.rest, [...(byRest.get(signed.rest) ?? []), signed.signed]);
    }
  }
  return byRest;
};

/** Whether two clauses oppose each other: by a figure; else by the payer where both name one, else by the denial. */
const opposes = (said: SignedClause, other: SignedClause, allowed: readonly Value[]): boolean => {
  // 20:00前回您 differs from 10分钟内回您, yet is right where another right wording has it.
  const differing = said.values.filter((value) => !allowed.some((right) => isSameValue(right, value)));
  const hasOtherFigure = said.values.some((value, index) => isOfOtherFigure(value, other.values[index]));
  // 拍41.5 beside 别拍41: another figure and another sign at once are no opposite.
  if (hasOtherFigure && (said.saysLittle || said.isDenied !== other.isDenied)) return false;
  if (said.values.some((value, index) => differing.includes(value) && isOtherValue(value, other.values[index])))
    return true;
  return said.payer !== null && other.payer !== null ? said.payer !== other.payer : said.isDenied !== other.isDenied;
};

/** Whether both name a figure that may be of one kind (拍39.5码, 别拍39), and not the same one. */
const isOfOtherFigure = (said: StatedValue, right?: StatedValue): boolean => {
  if (right === undefined || isSameValue(said, right)) return false;
  return said.kind === right.kind || said.kind === 'number' || right.kind === 'number';
};

const isOtherValue = (said: StatedValue, right?: StatedValue): boolean => {
  if (said.kind !== right?.kind) return false;
  const areFiguresApart = said.kind === 'number' ? true : areRivals(said, right);
  return areFiguresApart && !isSameValue(said, right) && !keepsLimit(said, right);
};

const SIGNED_BY_READING = new WeakMap<Reading, readonly ReturnType<typeof signedClauseOf>[]>();

/** The clauses of a reply, by index, that say the opposite of what these signs belong to. */
export const oppositeClauses = (reading: Reading, { signedClauses, allowedValues }: CompiledWordings): number[] => {
  if (signedClauses.size === 0) return [];
  const signedClausesOfReply =
    SIGNED_BY_READING.get(reading) ?? reading.clauses.map((clause, index) => signedClauseOf(reading, clause, index));
  SIGNED_BY_READING.set(reading, signedClausesOfReply);
  return signedClausesOfReply.flatMap((signed, index) => {
    const rightClauses = signed === null ? undefined : signedClauses.get(signed.rest);
    return signed !== null && rightClauses?.every((right) => opposes(signed.signed, right, allowedValues))
      ? [index]
      : [];
  });
};
