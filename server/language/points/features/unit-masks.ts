/** Sets which units of which wordings each clause of a reply says, one bit a unit. */

import { areOtherGoods, goodsByClause } from '#language/points/wordings/clause-goods.ts';
import { rivalClauses } from '#language/points/wordings/rival-names.ts';
import { bigramId, charId } from '#language/points/wordings/text-units.ts';
import type { Wording } from '#language/points/wordings/wording.ts';
import {
  bitOf,
  CHAR,
  CONCEPT,
  kindOf,
  PARTNER,
  sievePlace,
  slotOf,
  type WordingIndex,
} from '#language/points/wordings/wording-index.ts';
import type { Clause, Reading } from '#language/reading/clause.ts';
import type { Polarity } from '#language/reading/polarity.ts';
import type { BareObject } from './bare-answers.ts';
import type { ComparedReply } from './compared-reply.ts';
import { AGREED, MASKS_PER_CELL, OPPOSED, PARTNERED, TURNED } from './match.ts';

type UnitSetter = (id: number, clauseIndex: number, polarity: Polarity | null, sign?: number) => void;

/** Fills `masks` and `touchedSlots` of a reply: its characters, pairs and concepts, and those a bare yes or no takes from the question. */
export const setUnitBits = (reply: ComparedReply, bareObject: BareObject | null): void => {
  const setUnit = unitSetter(reply);
  const { reading } = reply;
  reply.clauses.forEach(({ content, charSigns, bareSign }, index) => {
    if (reading.clauses[index]?.isQuestion !== false) return;
    eachUnit(content, (id, position) => setUnit(id, index, null, position < 0 ? 0 : charSigns[position]));
    if (bareSign === 0 || !bareObject) return;
    for (const { id } of bareObject.tokens) setUnit(id, index, { sign: bareSign, isExplicit: true, axis: 'fact' });
  });
  for (const token of reading.tokens)
    if (reading.clauses[token.clauseIndex]?.isQuestion === false) setUnit(token.id, token.clauseIndex, token);
};

const unitSetter = (reply: ComparedReply): UnitSetter => {
  const { wordingIndex, masks, touchedSlots, clauses } = reply;
  const isSkipped = clauseFilter(reply);
  return (id, clauseIndex, polarity, sign = 0) => {
    if (wordingIndex.sieve[sievePlace(id)] === 0) return;
    const places = wordingIndex.postings.get(id);
    if (!places) return;
    for (const place of places) {
      const slot = slotOf(place);
      if (isSkipped(clauseIndex, slot)) continue;
      const wording = wordingIndex.wordings[slot] as Wording;
      const kind = kindOf(place);
      const bit = bitOf(place);
      const mask = maskOf(kind, () => agrees(wording, bit, polarity));
      const cell = (slot * clauses.length + clauseIndex) * MASKS_PER_CELL;
      masks[cell + mask] = (masks[cell + mask] as number) | (1 << bit);
      touchedSlots[slot] = 1;
      if (kind === CHAR && sign !== 0 && (wording.charSigns[bit] ?? 0) === -sign)
        masks[cell + TURNED] = (masks[cell + TURNED] as number) | (1 << bit);
    }
  };
};

/**
 * Tells whether a clause can't say the wording of a slot: it speaks of other goods, another case, names what only wrong
 * wordings name, or is taken back.
 */
const clauseFilter = ({ reading, wordingIndex, question }: ComparedReply) => {
  const goods = goodsByClause(reading);
  const rivals = rivalsBySlot(reading, wordingIndex);
  return (clauseIndex: number, slot: number): boolean => {
    const clause = reading.clauses[clauseIndex] as Clause;
    const wording = wordingIndex.wordings[slot] as Wording;
    const goodsOfPoint = wordingIndex.points[wordingIndex.pointOfSlot[slot] as number]?.goods ?? [];
    if (goods && areOtherGoods(goods[clauseIndex], goodsOfPoint)) return true;
    if (rivals.get(slot)?.[clauseIndex]) return true;
    if (clause.isRetracted && !wording.isRetracted) return true;
    if (clause.isOfOtherCase && !wording.isOfOtherCase) return true;
    const { holdsUnder } = clause;
    return holdsUnder.length > 0 && !holdsUnder.some((id) => question.unitIds.has(id) || wording.caseKinds.has(id));
  };
};

/** The right wordings of points with the clauses that speak of a rival of theirs. */
const rivalsBySlot = (reading: Reading, { points, slotsByPoint }: WordingIndex) => {
  const bySlot = new Map<number, readonly (boolean | null)[]>();
  points.forEach(({ rivalNames }, index) => {
    const rivals = rivalClauses(rivalNames, reading);
    if (rivals) for (const slot of slotsByPoint[index]?.right ?? []) bySlot.set(slot, rivals);
  });
  return bySlot;
};

/** Calls `take` with each character and pair of a text; `position`: the character's place, -1 for a pair. */
const eachUnit = (content: string, take: (id: number, position: number) => void): void => {
  for (let index = 0; index < content.length; index++) {
    const charCode = content.charCodeAt(index);
    take(charId(charCode), index);
    if (index > 0) take(bigramId(content.charCodeAt(index - 1), charCode), -1);
  }
};

const maskOf = (kind: number, doesAgree: () => boolean): number => {
  if (kind === CONCEPT) return doesAgree() ? AGREED : OPPOSED;
  return kind === PARTNER ? PARTNERED : kind;
};

/** Whether a word has the sense of the wording: 能退 and 不能退 differ. Two senses differ only if one is said outright. */
const agrees = (wording: Wording, bit: number, polarity: Polarity | null): boolean => {
  const right = wording.conceptPolarities[bit];
  if (!right || !polarity) return true;
  if (right.axis !== polarity.axis) return right.sign === polarity.sign || !(polarity.isExplicit && polarity.sign < 0);
  if (right.sign === polarity.sign) return true;
  return !(right.isExplicit || polarity.isExplicit);
};
