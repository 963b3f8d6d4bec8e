/** Stretches of one to three neighbouring clauses of a reply, and how near each comes to each wording. */

import type { WeightedUnits, Wording } from '#language/points/wordings/wording.ts';
import type { ComparedReply } from './compared-reply.ts';
import { AGREED, BIGRAMS, CHARS, MASKS_PER_CELL, type Match, OPPOSED, PARTNERED, TURNED } from './match.ts';

/** The most clauses a window has: no fact is spread over more. */
export const LONGEST_WINDOW = 3;

export type Window = { readonly from: number; readonly to: number };

/** Sum of the weights whose bits are set. */
export const weightOfBits = ({ weights }: WeightedUnits, bits: number): number => {
  let sum = 0;
  let remaining = bits;
  while (remaining !== 0) {
    const bit = 31 - Math.clz32(remaining);
    sum += weights[bit] as number;
    remaining ^= 1 << bit;
  }
  return sum;
};

/** The weights of single units, pairs and concepts beside each other. */
const CHAR_WEIGHT = 0.8;
const BIGRAM_WEIGHT = 1;
const CONCEPT_WEIGHT = 1.2;
/** The weight of a character that only stands for the wording's (掏 for 付). */
const PARTNER_WEIGHT = 0.6;

/** The weight of all units of a wording together. */
export const totalWeight = ({ chars, bigrams, concepts }: Wording): number => {
  return CHAR_WEIGHT * chars.total + BIGRAM_WEIGHT * bigrams.total + CONCEPT_WEIGHT * concepts.total;
};

/** How the clauses `from` to `to` meet the wording in a slot; worked out once. */
export const matchOf = (reply: ComparedReply, slot: number, from: number, to: number): Match => {
  if (to - from >= LONGEST_WINDOW) return computeMatch(reply, slot, from, to);
  const position = (slot * reply.clauses.length + from) * LONGEST_WINDOW + to - from;
  const cached = reply.matches[position];
  if (cached) return cached;
  const match = computeMatch(reply, slot, from, to);
  reply.matches[position] = match;
  return match;
};

const computeMatch = (reply: ComparedReply, slot: number, from: number, to: number): Match => {
  const wording = reply.wordingIndex.wordings[slot] as Wording;
  const clauseCount = reply.clauses.length;
  let charBits = 0;
  let bigramBits = 0;
  let straightBits = 0;
  let agreedBits = 0;
  let partneredBits = 0;
  let opposedBits = 0;
  let weight = 0;
  for (let clause = from; clause <= to; clause++) {
    const cell = (slot * clauseCount + clause) * MASKS_PER_CELL;
    charBits |= reply.masks[cell + CHARS] as number;
    straightBits |= (reply.masks[cell + CHARS] as number) & ~(reply.masks[cell + TURNED] as number);
    bigramBits |= reply.masks[cell + BIGRAMS] as number;
    agreedBits |= reply.masks[cell + AGREED] as number;
    opposedBits |= reply.masks[cell + OPPOSED] as number;
    partneredBits |= reply.masks[cell + PARTNERED] as number;
    weight += (reply.clauses[clause]?.weight ?? 0) as number;
  }
  const partnerBits = partneredBits & ~charBits;
  const saidCharWeight =
    weightOfBits(wording.chars, charBits) + PARTNER_WEIGHT * weightOfBits(wording.chars, partnerBits);
  const saidShare =
    (CHAR_WEIGHT * saidCharWeight +
      BIGRAM_WEIGHT * weightOfBits(wording.bigrams, bigramBits) +
      CONCEPT_WEIGHT * weightOfBits(wording.concepts, agreedBits)) /
    Math.max(totalWeight(wording), 0.5);
  const precision = weight > 0 ? Math.min(1, saidCharWeight / weight) : 0;
  return {
    slot,
    charBits,
    turnedBits: charBits & ~straightBits,
    partnerBits,
    bigramBits,
    agreedBits,
    opposedBits,
    saidShare,
    score: saidShare * (0.45 + 0.55 * precision),
  };
};

/** The windows that meet any of these wordings best, the best first; at most `limit`, each other than the rest. */
export const bestWindows = (
  reply: ComparedReply,
  slots: readonly number[],
  limit: number,
): (Window & { match: Match })[] => {
  const found: (Window & { match: Match })[] = [];
  for (const slot of slots) {
    if (reply.touchedSlots[slot] === 0) continue;
    const best = bestWindow(reply, slot);
    if (!best) continue;
    const sameWindow = found.findIndex(({ from, to }) => from === best.from && to === best.to);
    if (sameWindow >= 0) {
      if ((found[sameWindow]?.match.score ?? 0) < best.match.score) found[sameWindow] = best;
    } else found.push(best);
  }
  return found.sort((a, b) => b.match.score - a.match.score || a.from - b.from || a.to - b.to).slice(0, limit);
};

/** The window that matches one wording best. Its first and its last clause both share something with it. */
export const bestWindow = (reply: ComparedReply, slot: number): (Window & { match: Match }) | null => {
  const clauseCount = reply.clauses.length;
  let best: (Window & { match: Match }) | null = null;
  for (let from = 0; from < clauseCount; from++) {
    if (!hasUnits(reply, slot, from)) continue;
    for (let to = from; to < Math.min(clauseCount, from + LONGEST_WINDOW); to++) {
      if (!hasUnits(reply, slot, to)) continue;
      const match = matchOf(reply, slot, from, to);
      if (!best || match.score > best.match.score + 1e-9) best = { from, to, match };
    }
  }
  return best;
};

const hasUnits = ({ masks, clauses }: ComparedReply, slot: number, clauseIndex: number): boolean => {
  const cell = (slot * clauses.length + clauseIndex) * MASKS_PER_CELL;
  return (masks[cell] || masks[cell + 1] || masks[cell + 2] || masks[cell + 3] || masks[cell + 4]) !== 0;
};
