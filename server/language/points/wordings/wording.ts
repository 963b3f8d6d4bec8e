/** An author's wording, or words of a testplan's reply, in the form replies are compared with. Made once, when content loads. */

import type { Clause, Reading, Stated, Token } from '#language/reading/clause.ts';
import { type PolarityWord, partyOfPolarity, reaches } from '#language/reading/polarity.ts';
import { readReply } from '#language/reading/read-reply.ts';
import { valuesOf } from '#language/reading/values-of.ts';
import type { Party } from '#language/terms/party.ts';
import { goodsIn } from './clause-goods.ts';
import { gramId, loneId, weightOf } from './units.ts';

/** The units of one kind in a wording: ids with how much each tells. At most 31, so that hits fit the bits of one number. */
export type Units = { readonly ids: readonly number[]; readonly weights: readonly number[]; readonly total: number };

export type Wording = {
  readonly text: string;
  readonly folded: string;
  /** Its clauses joined, without closing particles, and their number: a reply that reads the same says the wording. */
  readonly spoken: string;
  readonly clauses: number;
  /** Its clauses joined, folded, without particles and values. */
  readonly plain: string;
  readonly chars: Units;
  /** For each of `chars.ids`: 1 asserted, -1 denied, 0 both. */
  readonly charSigns: readonly number[];
  readonly grams: Units;
  /** Concepts of the lexicon; `signs` has one entry for each of `words.ids`. */
  readonly words: Units;
  readonly signs: readonly WordPolarity[];
  readonly values: readonly Stated[];
  /** Kinds of goods it names. */
  readonly goods: readonly number[];
  /** 1 the shop pays, -1 the customer, 0 the wording doesn't say. */
  readonly payer: Party | null;
  /** Each pays a part: 寄回您付，换好发出我们付. */
  readonly split: boolean;
  readonly actor: Party | null;
  /** The number of its denials (不, 没有, 退不了). */
  readonly denials: number;
  /** The wording itself sets a condition (要有质量问题才退); `cases`: the kinds of case it names. */
  readonly otherCase: boolean;
  readonly cases: ReadonlySet<number>;
  /** The wording itself speaks of another time: 减50是去年的. */
  readonly echoes: boolean;
  /** At least one clause of it is a question. */
  readonly asks: boolean;
};

export type WordPolarity = Pick<Token, 'sign' | 'explicit' | 'axis'>;

const MAX_UNITS = 31;
const SPLIT = /各(?:付|出|担|承担|自)|一人(?:出|付|掏|担|承担)?一(?:半|趟|程|边)|对半|平摊|分摊/;

/** Reads a wording. Never throws; nothing matches a wording made from a text without content. */
export function wordingOf(text: string): Wording {
  return wordingFrom(readReply(text).reading, text);
}

/** The same from a reading made already. */
export function wordingFrom(reading: Reading, text: string): Wording {
  const clauses = reading.clauses.map((clause, index) => contentOf(reading, clause, index));
  const chars = new Map<number, number>();
  const grams = new Map<number, number>();
  const charSigns = new Map<number, number>();
  for (const content of clauses) addUnits(content, chars, grams, charSigns);
  const words = new Map<number, { weight: number; sign: WordPolarity }>();
  for (const token of reading.tokens) {
    const known = words.get(token.id);
    if (!known || (token.explicit && !known.sign.explicit))
      words.set(token.id, { weight: Math.max(token.weight, known?.weight ?? 0), sign: token });
  }
  const chosen = [...words].sort(([, a], [, b]) => b.weight - a.weight).slice(0, MAX_UNITS);
  const payers = reading.clauses.map(payerOf).filter((payer) => payer !== null);
  const own = unitsOf(chars);
  return {
    text,
    folded: reading.text,
    spoken: reading.clauses.map(({ start, end }) => spokenOf(reading.text.slice(start, end))).join(''),
    clauses: reading.clauses.length,
    plain: clauses.map((content) => content.text).join(''),
    chars: own,
    charSigns: own.ids.map((id) => charSigns.get(id) ?? 0),
    grams: unitsOf(grams),
    words: unitsOf(new Map(chosen.map(([id, { weight }]) => [id, weight]))),
    signs: chosen.map(([, { sign }]) => ({ sign: sign.sign, explicit: sign.explicit, axis: sign.axis })),
    values: reading.values,
    goods: goodsIn(reading.tokens),
    payer: payers[0] ?? payerOfTokens(reading),
    split: SPLIT.test(reading.text) || (payers.includes('shop') && payers.includes('customer')),
    actor: reading.clauses.find((clause) => clause.actor !== null)?.actor ?? null,
    denials: reading.clauses.reduce((sum, clause) => sum + denialsOf(clause), 0),
    otherCase: reading.clauses.some((clause) => clause.otherCase),
    cases: new Set(reading.clauses.flatMap((clause) => [...clause.cases, ...clause.under])),
    echoes: reading.clauses.some((clause) => clause.retracted),
    asks: reading.clauses.some((clause) => clause.question),
  };
}

const CLOSING = /[的了呢哦啊呀哈啦嘛吧哒滴咯哟喔噢\s]/g;

/** A text without its closing particles, so that 是我们漏的 equals 是我们漏了. */
export function spokenOf(text: string): string {
  return text.replace(CLOSING, '');
}

/** Who pays, by one clause. */
export function payerOf({ bare, payer }: Clause): Party | null {
  return bare?.axis === 'payer' ? partyOfPolarity(bare.sign) : payer;
}

/** Who pays by the first word about a cost, where no clause tells it by itself. */
function payerOfTokens({ tokens }: Reading): Party | null {
  const token = tokens.find(({ axis }) => axis === 'payer');
  return token ? partyOfPolarity(token.sign) : null;
}

/** Denials in a clause. */
export function denialsOf(clause: Clause): number {
  let many = 0;
  for (const { sign } of clause.polarityWords) if (sign < 0) many += 1;
  return many;
}

/** A clause without values and particles, and whether each character is asserted (1), denied (-1) or only named (0). */
export type ClauseContent = { readonly text: string; readonly signs: Int8Array };

/** The content of a clause: 退426.1元的 leaves 退; 退不了 leaves 退, denied. */
export function contentOf(reading: Reading, clause: Clause, index: number): ClauseContent {
  let text = '';
  const signs = new Int8Array(clause.end - clause.start);
  let at = clause.start;
  const take = (to: number): void => {
    for (; at < to; at++) {
      if (weightOf(reading.text.charCodeAt(at)) === 0) continue;
      signs[text.length] = signOf(clause.polarityWords, at);
      text += reading.text.charAt(at);
    }
  };
  for (const value of valuesOf(reading, index)) {
    take(Math.max(at, value.start));
    at = Math.max(at, value.end);
  }
  take(clause.end);
  return { text, signs };
}

/** The sign of the character at a place: 退 is denied in 不能退 and 退不了; 剩 in 剩7件没印 is only named: 0. */
function signOf(polarityWords: readonly PolarityWord[], index: number): -1 | 0 | 1 {
  let before: PolarityWord | null = null;
  for (const mark of polarityWords) {
    if ((mark.end <= index && reaches(mark, index)) || mark.at === index) before = mark;
    else if (mark.at > index) {
      if (!mark.after) return mark.sign;
      return before ? before.sign : 0;
    }
  }
  return before ? before.sign : 1;
}

function addUnits(
  content: ClauseContent,
  chars: Map<number, number>,
  grams: Map<number, number>,
  signs: Map<number, number>,
): void {
  const { text } = content;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const id = loneId(unit);
    chars.set(id, weightOf(unit));
    // Both asserted and denied: the character tells neither.
    signs.set(id, signs.has(id) && signs.get(id) !== content.signs[index] ? 0 : (content.signs[index] as number));
    if (index === 0) continue;
    const before = text.charCodeAt(index - 1);
    grams.set(gramId(before, unit), (weightOf(before) + weightOf(unit)) / 2);
  }
}

function unitsOf(found: ReadonlyMap<number, number>): Units {
  const chosen = [...found].sort(([, a], [, b]) => b - a).slice(0, MAX_UNITS);
  return {
    ids: chosen.map(([id]) => id),
    weights: chosen.map(([, weight]) => weight),
    total: chosen.reduce((sum, [, weight]) => sum + weight, 0),
  };
}

/** The units that only the wordings of one side (`own`) have, as one wording. */
export function apart(own: readonly Wording[], other: readonly Wording[], text: string): Wording {
  const only = (kind: 'chars' | 'grams'): Units => {
    const strange = new Set(other.flatMap((wording) => wording[kind].ids));
    return sharesOf(own, kind, (id) => !strange.has(id));
  };
  const strange = new Set(other.flatMap(({ words }) => words.ids));
  const words = sharesOf(own, 'words', (id) => !strange.has(id));
  const signs = words.ids.map((id): WordPolarity => {
    const holder = own.find((wording) => wording.words.ids.includes(id));
    return holder?.signs[holder.words.ids.indexOf(id)] ?? { sign: 1, explicit: false, axis: 'fact' };
  });
  return {
    text,
    folded: '',
    spoken: '',
    clauses: 0,
    plain: '',
    chars: only('chars'),
    charSigns: [],
    grams: only('grams'),
    words,
    signs,
    values: [],
    goods: [],
    payer: null,
    split: false,
    actor: null,
    denials: 0,
    otherCase: own.some((wording) => wording.otherCase),
    cases: new Set(own.flatMap((wording) => [...wording.cases])),
    echoes: own.some((wording) => wording.echoes),
    asks: false,
  };
}

/** The units with their weights: one that most wordings have weighs more than one that a single wording has. */
function sharesOf(own: readonly Wording[], kind: 'chars' | 'grams' | 'words', wanted: (id: number) => boolean): Units {
  const found = new Map<number, { weight: number; holders: number }>();
  for (const wording of own)
    wording[kind].ids.forEach((id, index) => {
      if (!wanted(id)) return;
      const known = found.get(id) ?? { weight: 0, holders: 0 };
      found.set(id, { weight: Math.max(known.weight, wording[kind].weights[index] ?? 0), holders: known.holders + 1 });
    });
  return unitsOf(
    new Map([...found].map(([id, { weight, holders }]) => [id, weight * (0.5 + (0.5 * holders) / own.length)])),
  );
}
