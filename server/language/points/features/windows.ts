/** Stretches of one to three neighbouring clauses of a reply, and how near each comes to each wording. */

import type { Units, Wording } from '#language/points/wordings/wording.ts';
import type { HeardReply } from './heard.ts';
import { AGREED, CHARS, GRAMS, MASKS, type Match, OPPOSED, PARTNERED, TURNED } from './match.ts';

/** The most clauses a window has: no fact is spread over more. */
export const LONGEST_WINDOW = 3;

export type Window = { readonly from: number; readonly to: number };

/** Sum of the weights whose bits are set. */
export function weigh({ weights }: Units, bits: number): number {
  let sum = 0;
  let rest = bits;
  while (rest !== 0) {
    const bit = 31 - Math.clz32(rest);
    sum += weights[bit] as number;
    rest ^= 1 << bit;
  }
  return sum;
}

/** The weights of single units, pairs and concepts beside each other. */
const CHAR = 0.8;
const GRAM = 1;
const CONCEPT = 1.2;
/** The weight of a character that only stands for the wording's (掏 for 付). */
const STANDS_FOR = 0.6;

/** The weight of all units of a wording together. */
export function worthOf({ chars, grams, words }: Wording): number {
  return CHAR * chars.total + GRAM * grams.total + CONCEPT * words.total;
}

/** How the clauses `from` to `to` meet the wording in a slot; worked out once. */
export function matchOf(heard: HeardReply, slot: number, from: number, to: number): Match {
  if (to - from >= LONGEST_WINDOW) return madeMatch(heard, slot, from, to);
  const place = (slot * heard.clauses.length + from) * LONGEST_WINDOW + to - from;
  const known = heard.matches[place];
  if (known) return known;
  const made = madeMatch(heard, slot, from, to);
  heard.matches[place] = made;
  return made;
}

function madeMatch(heard: HeardReply, slot: number, from: number, to: number): Match {
  const wording = heard.open.wordings[slot] as Wording;
  const many = heard.clauses.length;
  let chars = 0;
  let grams = 0;
  let straight = 0;
  let agreed = 0;
  let partnered = 0;
  let opposed = 0;
  let weight = 0;
  for (let clause = from; clause <= to; clause++) {
    const cell = (slot * many + clause) * MASKS;
    chars |= heard.masks[cell + CHARS] as number;
    straight |= (heard.masks[cell + CHARS] as number) & ~(heard.masks[cell + TURNED] as number);
    grams |= heard.masks[cell + GRAMS] as number;
    agreed |= heard.masks[cell + AGREED] as number;
    opposed |= heard.masks[cell + OPPOSED] as number;
    partnered |= heard.masks[cell + PARTNERED] as number;
    weight += (heard.clauses[clause]?.weight ?? 0) as number;
  }
  const partners = partnered & ~chars;
  const charsSaid = weigh(wording.chars, chars) + STANDS_FOR * weigh(wording.chars, partners);
  const said =
    (CHAR * charsSaid + GRAM * weigh(wording.grams, grams) + CONCEPT * weigh(wording.words, agreed)) /
    Math.max(worthOf(wording), 0.5);
  const precision = weight > 0 ? Math.min(1, charsSaid / weight) : 0;
  return {
    slot,
    chars,
    turned: chars & ~straight,
    partners,
    grams,
    agreed,
    opposed,
    said,
    score: said * (0.45 + 0.55 * precision),
  };
}

/** The windows that meet any of these wordings best, the best first; at most `most`, each other than the rest. */
export function bestWindows(heard: HeardReply, slots: readonly number[], most: number): (Window & { match: Match })[] {
  const found: (Window & { match: Match })[] = [];
  for (const slot of slots) {
    if (heard.touched[slot] === 0) continue;
    const top = bestOf(heard, slot);
    if (!top) continue;
    const same = found.findIndex(({ from, to }) => from === top.from && to === top.to);
    if (same >= 0) {
      if ((found[same]?.match.score ?? 0) < top.match.score) found[same] = top;
    } else found.push(top);
  }
  return found.sort((a, b) => b.match.score - a.match.score || a.from - b.from || a.to - b.to).slice(0, most);
}

/** The window that matches one wording best. Its first and its last clause both share something with it. */
export function bestOf(heard: HeardReply, slot: number): (Window & { match: Match }) | null {
  const many = heard.clauses.length;
  let top: (Window & { match: Match }) | null = null;
  for (let from = 0; from < many; from++) {
    if (!hasUnits(heard, slot, from)) continue;
    for (let to = from; to < Math.min(many, from + LONGEST_WINDOW); to++) {
      if (!hasUnits(heard, slot, to)) continue;
      const match = matchOf(heard, slot, from, to);
      if (!top || match.score > top.match.score + 1e-9) top = { from, to, match };
    }
  }
  return top;
}

function hasUnits({ masks, clauses }: HeardReply, slot: number, clause: number): boolean {
  const cell = (slot * clauses.length + clause) * MASKS;
  return (masks[cell] || masks[cell + 1] || masks[cell + 2] || masks[cell + 3] || masks[cell + 4]) !== 0;
}
