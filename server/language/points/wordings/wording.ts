/** An author's wording, or words of a testplan's reply, in the form replies are compared with. Made once, when content loads. */

import type { Clause, Reading, StatedValue, Token } from '#language/reading/clause.ts';
import type { PolarityValue } from '#language/reading/lexicon.ts';
import { type PolarityWord, partyOfPolarity, reaches } from '#language/reading/polarity.ts';
import { readReply } from '#language/reading/read-reply.ts';
import { valuesOfClause } from '#language/reading/values-of.ts';
import type { Party } from '#language/terms/party.ts';
import { goodsIn } from './clause-goods.ts';
import { inOneMeaning } from './same-meaning.ts';
import { bigramId, charId, charWeight } from './text-units.ts';

/** The units of one kind in a wording: ids with how much each tells. At most 31, so that hits fit the bits of one number. */
export type WeightedUnits = {
  readonly ids: readonly number[];
  readonly weights: readonly number[];
  readonly total: number;
};

export type Wording = {
  readonly text: string;
  readonly folded: string;
  /** Its clauses joined, without closing particles, and their number: a reply that reads the same says the wording. */
  readonly spokenForm: string;
  readonly clauseCount: number;
  /** Its clauses joined, folded, without particles and values. */
  readonly plain: string;
  readonly chars: WeightedUnits;
  /** For each of `chars.ids`: 1 asserted, -1 denied, 0 both. */
  readonly charSigns: readonly number[];
  readonly bigrams: WeightedUnits;
  /** Concepts of the lexicon; `conceptPolarities` has one entry for each of `concepts.ids`. */
  readonly concepts: WeightedUnits;
  readonly conceptPolarities: readonly ConceptPolarity[];
  readonly values: readonly StatedValue[];
  /** Kinds of goods it names. */
  readonly goods: readonly number[];
  /** Who pays by it; null where it doesn't say. */
  readonly payer: Party | null;
  /** Each pays a part: 寄回您付，换好发出我们付. */
  readonly isCostSplit: boolean;
  readonly actor: Party | null;
  /** The number of its denials (不, 没有, 退不了). */
  readonly denialCount: number;
  /** The wording itself sets a condition (要有质量问题才退); `caseKinds`: the kinds of case it names. */
  readonly isOfOtherCase: boolean;
  readonly caseKinds: ReadonlySet<number>;
  /** The wording itself speaks of another time: 减50是去年的. */
  readonly isRetracted: boolean;
  /** At least one clause of it is a question. */
  readonly isQuestion: boolean;
};

export type ConceptPolarity = Pick<Token, 'sign' | 'isExplicit' | 'axis'>;
type UnitKind = 'chars' | 'bigrams' | 'concepts';

const MAX_UNITS = 31;
const COST_SPLIT = /各(?:付|出|担|承担|自)|一人(?:出|付|掏|担|承担)?一(?:半|趟|程|边)|对半|平摊|分摊/;

/** Reads a wording. Never throws; nothing matches a wording made from a text without content. */
export const wordingOf = (text: string, goodsNames: readonly string[] = []): Wording => {
  return wordingFrom(readReply(inOneMeaning(text).text, goodsNames).reading, text);
};

/** The same from a reading made already. */
export const wordingFrom = (reading: Reading, text: string): Wording => {
  const contents = reading.clauses.map((clause, index) => contentOf(reading, clause, index));
  const { chars, bigrams, charSigns } = collectUnits(contents);
  const concepts = new Map<number, { weight: number; polarity: ConceptPolarity }>();
  for (const token of reading.tokens) {
    const known = concepts.get(token.id);
    if (!known || (token.isExplicit && !known.polarity.isExplicit))
      concepts.set(token.id, { weight: Math.max(token.weight, known?.weight ?? 0), polarity: token });
  }
  const chosen = [...concepts].sort(([, a], [, b]) => b.weight - a.weight).slice(0, MAX_UNITS);
  const payers = reading.clauses.map(payerOf).filter((payer) => payer !== null);
  const charUnits = unitsOf(chars);
  return {
    text,
    folded: reading.text,
    spokenForm: reading.clauses.map(({ start, end }) => spokenForm(reading.text.slice(start, end))).join(''),
    clauseCount: reading.clauses.length,
    plain: contents.map((content) => content.text).join(''),
    chars: charUnits,
    charSigns: charUnits.ids.map((id) => charSigns.get(id) ?? 0),
    bigrams: unitsOf(bigrams),
    concepts: unitsOf(new Map(chosen.map(([id, { weight }]) => [id, weight]))),
    conceptPolarities: chosen.map(
      ([
        ,
        {
          polarity: { sign, isExplicit, axis },
        },
      ]) => ({ sign, isExplicit, axis }),
    ),
    values: reading.values,
    goods: goodsIn(reading.tokens),
    payer: payers[0] ?? payerOfTokens(reading),
    isCostSplit: COST_SPLIT.test(reading.text) || (payers.includes('shop') && payers.includes('customer')),
    actor: reading.clauses.find((clause) => clause.actor !== null)?.actor ?? null,
    denialCount: reading.clauses.reduce((sum, clause) => sum + denialCountOf(clause), 0),
    isOfOtherCase: reading.clauses.some((clause) => clause.isOfOtherCase),
    caseKinds: new Set(reading.clauses.flatMap((clause) => [...clause.caseKinds, ...clause.holdsUnder])),
    isRetracted: reading.clauses.some((clause) => clause.isRetracted),
    isQuestion: reading.clauses.some((clause) => clause.isQuestion),
  };
};

const CLOSING_PARTICLES = /[的了呢哦啊呀哈啦嘛吧哒滴咯哟喔噢\s]/g;

/** A text without its closing particles, so that 是我们漏的 equals 是我们漏了. */
export const spokenForm = (text: string): string => {
  return text.replace(CLOSING_PARTICLES, '');
};

/** Who pays, by one clause. */
export const payerOf = ({ barePolarity, payer }: Clause): Party | null => {
  return barePolarity?.axis === 'payer' ? partyOfPolarity(barePolarity.sign) : payer;
};

/** Who pays by the first word about a cost, where no clause tells it by itself. */
const payerOfTokens = ({ tokens }: Reading): Party | null => {
  const token = tokens.find(({ axis }) => axis === 'payer');
  return token ? partyOfPolarity(token.sign) : null;
};

/** Denials in a clause. */
export const denialCountOf = (clause: Clause): number => {
  let count = 0;
  for (const { sign } of clause.polarityWords) if (sign < 0) count += 1;
  return count;
};

/** A clause without values and particles, and whether each character is asserted (1), denied (-1) or only named (0). */
export type ClauseContent = { readonly text: string; readonly charSigns: Int8Array };

/** The content of a clause: 退426.1元的 leaves 退; 退不了 leaves 退, denied. */
export const contentOf = (reading: Reading, clause: Clause, index: number): ClauseContent => {
  let text = '';
  const charSigns = new Int8Array(clause.end - clause.start);
  let position = clause.start;
  const takeUntil = (end: number): void => {
    for (; position < end; position++) {
      if (charWeight(reading.text.charCodeAt(position)) === 0) continue;
      charSigns[text.length] = charSign(clause.polarityWords, position);
      text += reading.text.charAt(position);
    }
  };
  for (const value of valuesOfClause(reading, index)) {
    takeUntil(Math.max(position, value.start));
    position = Math.max(position, value.end);
  }
  takeUntil(clause.end);
  return { text, charSigns };
};

/** The sign of the character at a place: 退 is denied in 不能退 and 退不了; 剩 in 剩7件没印 is only named: 0. */
const charSign = (polarityWords: readonly PolarityWord[], index: number): PolarityValue => {
  let governing: PolarityWord | null = null;
  for (const word of polarityWords) {
    if ((word.end <= index && reaches(word, index)) || word.start === index) governing = word;
    else if (word.start > index) {
      if (!word.governsAfter) return word.sign;
      return governing ? governing.sign : 0;
    }
  }
  return governing ? governing.sign : 1;
};

/** Weights of all characters and pairs by id, and each character's sign; 0 where it is both asserted and denied. */
const collectUnits = (contents: readonly ClauseContent[]) => {
  const chars = new Map<number, number>();
  const bigrams = new Map<number, number>();
  const charSigns = new Map<number, number>();
  for (const { text, charSigns: signs } of contents)
    for (let index = 0; index < text.length; index++) {
      const charCode = text.charCodeAt(index);
      const id = charId(charCode);
      const sign = signs[index] as number;
      chars.set(id, charWeight(charCode));
      charSigns.set(id, (charSigns.get(id) ?? sign) === sign ? sign : 0);
      if (index === 0) continue;
      const previous = text.charCodeAt(index - 1);
      bigrams.set(bigramId(previous, charCode), (charWeight(previous) + charWeight(charCode)) / 2);
    }
  return { chars, bigrams, charSigns };
};

const unitsOf = (found: ReadonlyMap<number, number>): WeightedUnits => {
  const chosen = [...found].sort(([, a], [, b]) => b - a).slice(0, MAX_UNITS);
  return {
    ids: chosen.map(([id]) => id),
    weights: chosen.map(([, weight]) => weight),
    total: chosen.reduce((sum, [, weight]) => sum + weight, 0),
  };
};

/** The units that `wordings` have and `others` don't, as one wording; `text` names it. */
export const distinguishing = (wordings: readonly Wording[], others: readonly Wording[], text: string): Wording => {
  const unitsOnlyHere = (kind: UnitKind): WeightedUnits => {
    const inOthers = new Set(others.flatMap((wording) => wording[kind].ids));
    return sharedUnits(wordings, kind, (id) => !inOthers.has(id));
  };
  const concepts = unitsOnlyHere('concepts');
  const conceptPolarities = concepts.ids.map((id): ConceptPolarity => {
    const holder = wordings.find((wording) => wording.concepts.ids.includes(id));
    return holder?.conceptPolarities[holder.concepts.ids.indexOf(id)] ?? { sign: 1, isExplicit: false, axis: 'fact' };
  });
  return {
    text,
    folded: '',
    spokenForm: '',
    clauseCount: 0,
    plain: '',
    chars: unitsOnlyHere('chars'),
    charSigns: [],
    bigrams: unitsOnlyHere('bigrams'),
    concepts,
    conceptPolarities,
    values: [],
    goods: [],
    payer: null,
    isCostSplit: false,
    actor: null,
    denialCount: 0,
    isOfOtherCase: wordings.some((wording) => wording.isOfOtherCase),
    caseKinds: new Set(wordings.flatMap((wording) => [...wording.caseKinds])),
    isRetracted: wordings.some((wording) => wording.isRetracted),
    isQuestion: false,
  };
};

/** The units with their weights: one that most wordings have weighs more than one that a single wording has. */
const sharedUnits = (
  wordings: readonly Wording[],
  kind: UnitKind,
  isWanted: (id: number) => boolean,
): WeightedUnits => {
  const found = new Map<number, { weight: number; holders: number }>();
  for (const wording of wordings)
    wording[kind].ids.forEach((id, index) => {
      if (!isWanted(id)) return;
      const known = found.get(id) ?? { weight: 0, holders: 0 };
      found.set(id, { weight: Math.max(known.weight, wording[kind].weights[index] ?? 0), holders: known.holders + 1 });
    });
  return unitsOf(
    new Map([...found].map(([id, { weight, holders }]) => [id, weight * (0.5 + (0.5 * holders) / wordings.length)])),
  );
};
