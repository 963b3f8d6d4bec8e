/**
 * Clauses that say a point's words with the other sign: 来回运费您自己掏 against 来回运费我们掏, 不能叠 against 能叠. A clause and a
 * wording are compared without the characters that only affirm, deny or name a party: if the rest is the same and the
 * sign, the payer or the figure differs, the clause says the opposite, however alike the two are.
 */

import type { Clause, Reading, Stated } from '#language/reading/clause.ts';
import { readReply } from '#language/reading/read-reply.ts';
import { rivals, sameValue } from '#language/reading/same-value.ts';
import type { Value } from '#language/reading/value.ts';
import { valuesOf } from '#language/reading/values-of.ts';
import type { Compiled, SignedClause, SignedClauses } from './compiled.ts';
import { isWithin } from './window-values.ts';
import { payerOf, spokenOf } from './wording.ts';

const anyOf = (words: string): RegExp => new RegExp(words.split(' ').join('\u007c'), 'g');

/** Words with a denying character that deny nothing. */
const NO_DENIAL = anyOf(
  '差不多 不好意思 不客气 没关系 没问题 没事 没错 不过 不错 不同 不管 不但 不仅 不如 不然 要不 无理由 无论 非常 特别 别的 别家 别人 未来',
);
const UNDER = /[不没].*就/;
const DENIES = anyOf('没有 自费 不 没 无 未 别 勿 非');
/** Left out of the comparison with the denials: auxiliaries that only affirm. */
const AFFIRMS = anyOf('没有 能够 可以 必须 需要 [不没无未别勿非能会要得有是就都也还再来用费免自，。！？、,!?]');
/** Parties, left out where the payer is known. Without one they stay: 快递钱都是店里的 says more than 快递钱. */
const PARTIES = anyOf('这边 那边 自己 我们 我方 咱们 咱家 店里 店铺 商家 卖家 买家 [咱您你们我]');
/** With fewer characters left than this there is nothing to compare. */
const MIN_CHARS = 2;
/** Characters besides figures needed to compare these: in 四点前 and 七点前 alone the two may be of different things. */
const ABOUT = 2;

/** Stands in the text for each figure, so that the words around it can be compared. */
const FIGURE = '#';

function signOf(reading: Reading, clause: Clause, index: number) {
  // 不还就扣59: 不还 is the condition and denies nothing of the rest.
  const isCondition = UNDER.test(reading.text.slice(clause.start, clause.end));
  if ([clause.question, clause.retracted, clause.conditional, isCondition].includes(true)) return null;
  const values = valuesOf(reading, index).toSorted((a, b) => a.start - b.start);
  let text = '';
  let at = clause.start;
  for (const { start, end } of values) {
    text += reading.text.slice(at, Math.max(at, start)) + FIGURE;
    at = Math.max(at, end);
  }
  const said = spokenOf(text + reading.text.slice(at, clause.end)).replace(NO_DENIAL, '');
  const payer = payerOf(clause);
  const affirmed = said.replace(AFFIRMS, '');
  const rest = payer === null ? affirmed : affirmed.replace(PARTIES, '');
  if (rest.length < MIN_CHARS) return null;
  const denials = said.match(DENIES)?.length ?? 0;
  const told = rest.length < ABOUT + values.length ? [] : values;
  const sign: SignedClause = { denied: denials % 2 === 1, payer, values: told };
  return { rest, sign };
}

/** The signs of all clauses of these texts, by the text that is left of each. */
export function signedClauses(texts: readonly string[]): SignedClauses {
  const found = new Map<string, SignedClause[]>();
  for (const text of texts) {
    const { reading } = readReply(text);
    for (const [index, clause] of reading.clauses.entries()) {
      const signed = signOf(reading, clause, index);
      if (signed) found.set(signed.rest, [...(found.get(signed.rest) ?? []), signed.sign]);
    }
  }
  return found;
}

/** Whether two clauses oppose each other: by a figure; else by the payer where both name one, else by the denial. */
function opposes(signed: SignedClause, other: SignedClause, allowed: readonly Value[]): boolean {
  // 20:00前回您 differs from 10分钟内回您, yet is right where another right wording has it.
  const others = signed.values.filter((value) => !allowed.some((right) => sameValue(right, value)));
  if (signed.values.some((value, index) => others.includes(value) && isOther(value, other.values[index]))) return true;
  return signed.payer !== null && other.payer !== null ? signed.payer !== other.payer : signed.denied !== other.denied;
}

function isOther(said: Stated, right?: Stated): boolean {
  if (said.kind !== right?.kind) return false;
  const areRivals = said.kind === 'number' ? true : rivals(said, right);
  return areRivals && !sameValue(said, right) && !isWithin(said, right);
}

const KNOWN = new WeakMap<Reading, readonly ReturnType<typeof signOf>[]>();

/** The clauses of a reply, by index, that say the opposite of what these signs belong to. */
export function oppositeClauses(reading: Reading, { signs, allowed }: Pick<Compiled, 'signs' | 'allowed'>): number[] {
  if (signs.size === 0) return [];
  const all = KNOWN.get(reading) ?? reading.clauses.map((clause, index) => signOf(reading, clause, index));
  KNOWN.set(reading, all);
  return all.flatMap((signed, index) => {
    const known = signed === null ? undefined : signs.get(signed.rest);
    return signed !== null && known?.every((sign) => opposes(signed.sign, sign, allowed)) ? [index] : [];
  });
}
