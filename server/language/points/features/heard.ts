/** Which units of which wordings each clause of a reply says. */

import { areOtherGoods, goodsByClause } from '#language/points/wordings/clause-goods.ts';
import {
  bitOf,
  CHAR,
  kindOf,
  type OpenWordings,
  PARTNER,
  sieveOf,
  slotOf,
  WORD,
} from '#language/points/wordings/open-wordings.ts';
import type { QuestionContext } from '#language/points/wordings/question-context.ts';
import { gramId, loneId, weightOf } from '#language/points/wordings/units.ts';
import { contentOf, denialsOf, payerOf, type Wording } from '#language/points/wordings/wording.ts';
import type { Clause, Reading, Stated } from '#language/reading/clause.ts';
import type { Polarity } from '#language/reading/polarity.ts';
import { valuesOf } from '#language/reading/values-of.ts';
import type { Party } from '#language/terms/party.ts';
import { bareAnswer, refusesToTell } from './bare-answers.ts';
import { AGREED, MASKS, type Match, OPPOSED, PARTNERED, TURNED } from './match.ts';

/** One clause as judged, apart from the units it shares with wordings. */
export type HeardClause = {
  /** Nothing in it tells anything: it asks, gives back the customer's words, or is taken back. */
  readonly mute: boolean;
  readonly asks: boolean;
  readonly content: string;
  readonly signs: Int8Array;
  /** Weight of its characters, and of those the question has too. */
  readonly weight: number;
  readonly echoed: number;
  readonly values: readonly Stated[];
  readonly payer: Party | null;
  readonly actor: Party | null;
  readonly denials: number;
  readonly hedged: boolean;
  readonly conditional: boolean;
  /** 1 or -1 for a yes or no that takes its object from the question; else 0. */
  readonly bare: -1 | 0 | 1;
  readonly start: number;
  readonly end: number;
};

export type HeardReply = {
  readonly reading: Reading;
  readonly question: QuestionContext;
  readonly open: OpenWordings;
  readonly clauses: readonly HeardClause[];
  readonly masks: Int32Array;
  /** Per slot: 1 when any clause has a unit of it. */
  readonly touched: Uint8Array;
  /** Per slot and window the match, once worked out. */
  readonly matches: (Match | undefined)[];
  /** Per point and clause how near its right wordings come, once worked out. */
  readonly nearest: (Float64Array | undefined)[];
  /** Per slot the units the question says: chars, grams, words. */
  readonly given: Int32Array;
  /** Whether a point belongs to a question that is open. */
  readonly isAsked: (point: string) => boolean;
  /** The reply asks something itself. */
  readonly asks: boolean;
  /** The reply is a yes or no and nothing else. */
  readonly alone: boolean;
};

/** Compares a reply with open wordings and with what the customer asked; `asked` null: every point is asked for. */
export function hear(
  reading: Reading,
  question: QuestionContext,
  open: OpenWordings,
  asked: ReadonlySet<string> | null,
): HeardReply {
  const many = reading.clauses.length;
  const slots = open.wordings.length;
  const isAlone = bareAnswer(reading) !== null;
  const object = objectOf(reading, question, isAlone);
  const clauses = reading.clauses.map((clause, index) => heardClause(reading, question, clause, index, object));
  const heard: HeardReply = {
    reading,
    question,
    open,
    clauses,
    masks: new Int32Array(slots * many * MASKS),
    touched: new Uint8Array(slots),
    matches: [],
    nearest: [],
    given: givenIn(question, open),
    isAsked: (point) => asked?.has(point) ?? true,
    asks: reading.clauses.some((clause) => clause.question),
    alone: isAlone,
  };
  if (slots === 0) return heard;
  const things = goodsByClause(reading);
  const isSkipped = (clause: Clause, index: number, slot: number): boolean => {
    const wording = open.wordings[slot] as Wording;
    if (things && areOtherGoods(things[index], open.all[open.owners[slot] as number]?.things ?? [])) return true;
    if (clause.retracted && !wording.echoes) return true;
    if (clause.otherCase && !wording.otherCase) return true;
    return clause.under.length > 0 && !clause.under.some((id) => question.given.has(id) || wording.cases.has(id));
  };
  const note = (id: number, index: number, clause: Clause, said: Polarity | null, sign = 0): void => {
    if (open.sieve[sieveOf(id)] === 0) return;
    const places = open.postings.get(id);
    if (!places) return;
    for (const place of places) {
      const slot = slotOf(place);
      if (isSkipped(clause, index, slot)) continue;
      const kind = kindOf(place);
      const bit = bitOf(place);
      const mask = maskOf(kind, () => agrees(open.wordings[slot] as Wording, bit, said));
      const cell = (slot * many + index) * MASKS + mask;
      heard.masks[cell] = (heard.masks[cell] as number) | (1 << bit);
      heard.touched[slot] = 1;
      if (kind !== CHAR || sign === 0 || ((open.wordings[slot] as Wording).charSigns[bit] ?? 0) !== -sign) continue;
      const turnedCell = cell - mask + TURNED;
      heard.masks[turnedCell] = (heard.masks[turnedCell] as number) | (1 << bit);
    }
  };
  clauses.forEach(({ content, signs, mute, bare }, index) => {
    const clause = reading.clauses[index] as Clause;
    if (mute && !clause.retracted) return;
    if (clause.question) return;
    noteContent(content, signs, (id, sign) => note(id, index, clause, null, sign));
    if (bare === 0 || !object) return;
    for (const token of object.tokens) note(token.id, index, clause, { sign: bare, explicit: true, axis: 'fact' });
  });
  for (const token of reading.tokens) {
    const clause = reading.clauses[token.clause];
    if (clause && !clause.question) note(token.id, token.clause, clause, token);
  }
  return heard;
}

function noteContent(content: string, signs: Int8Array, note: (id: number, sign: number) => void): void {
  for (let index = 0; index < content.length; index++) {
    const unit = content.charCodeAt(index);
    note(loneId(unit), signs[index] as number);
    if (index > 0) note(gramId(content.charCodeAt(index - 1), unit), 0);
  }
}

function maskOf(kind: number, agreed: () => boolean): number {
  if (kind === WORD) return agreed() ? AGREED : OPPOSED;
  return kind === PARTNER ? PARTNERED : kind;
}

/** Whether a word has the sense of the wording: 能退 and 不能退 differ. Two senses differ only if one is said outright. */
function agrees(wording: Wording, bit: number, said: Polarity | null): boolean {
  const own = wording.signs[bit];
  if (!own || !said) return true;
  if (own.axis !== said.axis) return own.sign === said.sign || !(said.explicit && said.sign < 0);
  if (own.sign === said.sign) return true;
  return !(own.explicit || said.explicit);
}

type BareObject = {
  readonly clause: number;
  readonly content: string;
  readonly values: readonly Stated[];
  readonly tokens: readonly { id: number }[];
};

/** 能放冰箱吗 — 不可以的哈: a bare yes or no takes its object from the question when only one thing is asked. */
function objectOf(reading: Reading, question: QuestionContext, isAlone: boolean): BareObject | null {
  const first = reading.clauses.findIndex((clause) => clause.bare?.axis === 'fact');
  const asked = question.reading;
  if (first < 0 || !asked) return null;
  for (let index = 0; index < first; index++) if ((reading.clauses[index]?.weight ?? 0) > 0) return null;
  if (isAlone && refusesToTell(reading, question)) return null;
  const objects = (isAlone ? question.objects : [question.objectOf]).filter((object) => object >= 0);
  if (objects.length === 0) return null;
  const isTurned = asked.tokens.some(
    (token) => objects.includes(token.clause) && token.explicit && token.axis === 'fact' && token.sign < 0,
  );
  const clauses = objects.flatMap((index) => asked.clauses[index] ?? []);
  return {
    clause: first,
    content: objects.map((index, place) => contentOf(asked, clauses[place] as Clause, index).text).join(''),
    values: asked.values.filter((value) => objects.includes(value.clause)),
    tokens: isTurned ? [] : asked.tokens.filter((token) => objects.includes(token.clause)),
  };
}

function heardClause(
  reading: Reading,
  question: QuestionContext,
  clause: Clause,
  index: number,
  object: BareObject | null,
): HeardClause {
  const takesObject = object !== null && object.clause === index;
  const own = contentOf(reading, clause, index);
  const content = takesObject ? object.content : own.text;
  const signs = takesObject ? new Int8Array(content.length).fill(clause.bare?.sign ?? 1) : own.signs;
  let weight = 0;
  let echoed = 0;
  for (let index = 0; index < content.length; index++) {
    const unit = content.charCodeAt(index);
    weight += weightOf(unit);
    if (question.units.has(unit)) echoed += weightOf(unit);
  }
  const sign = takesObject ? (clause.bare?.sign ?? 0) : 0;
  const values = valuesOf(reading, index);
  return {
    mute: clause.question || clause.retracted,
    asks: clause.question,
    content,
    signs,
    weight,
    echoed,
    values: takesObject && sign > 0 ? [...values, ...object.values] : values,
    payer: payerOf(clause),
    actor: clause.actor,
    denials: denialsOf(clause),
    hedged: clause.hedged,
    conditional: clause.conditional,
    bare: sign,
    start: clause.start,
    end: clause.end,
  };
}

const GIVEN = new WeakMap<QuestionContext, WeakMap<OpenWordings, Int32Array>>();

/** Kept, because a question comes with the same open points again and again. */
function givenIn(question: QuestionContext, open: OpenWordings): Int32Array {
  const sets = GIVEN.get(question) ?? new WeakMap<OpenWordings, Int32Array>();
  GIVEN.set(question, sets);
  const known = sets.get(open);
  if (known) return known;
  const given = new Int32Array(open.wordings.length * 3);
  open.wordings.forEach((wording, slot) => {
    [wording.chars, wording.grams, wording.words].forEach(({ ids }, kind) => {
      ids.forEach((id, bit) => {
        if (question.given.has(id)) given[slot * 3 + kind] = (given[slot * 3 + kind] as number) | (1 << bit);
      });
    });
  });
  sets.set(open, given);
  return given;
}
