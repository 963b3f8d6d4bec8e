/** The figures that tell how well a window matches one wording. */

import type { Wording } from '#language/points/wordings/wording.ts';
import type { HeardReply } from './heard.ts';
import type { Match } from './match.ts';
import { matchOf, type Window, weigh } from './windows.ts';

export type FeatureWriter = (figure: number) => void;

/** Fourteen figures on the nearest wording; noughts without one. */
export function writeMatchFeatures(
  put: FeatureWriter,
  heard: HeardReply,
  match: Match | null,
  weight: number,
  content: string,
  commonly: number,
  denials: number,
): void {
  if (!match) {
    for (let i = 0; i < 14; i++) put(0);
    return;
  }
  const wording = heard.open.wordings[match.slot] as Wording;
  const { chars, grams, words } = wording;
  const charsSaid = weigh(chars, match.chars);
  const given = heard.given;
  const givenChars = given[match.slot * 3] as number;
  const givenWords = given[match.slot * 3 + 2] as number;
  const freshOf = chars.total - weigh(chars, givenChars) + words.total - weigh(words, givenWords);
  const fresh = weigh(chars, match.chars & ~givenChars) + weigh(words, match.agreed & ~givenWords);
  put(match.said);
  put(match.score);
  put(part(charsSaid, chars.total));
  put(part(weigh(grams, match.grams), grams.total));
  put(part(weigh(words, match.agreed), words.total));
  put(part(weigh(words, match.opposed & ~match.agreed), words.total));
  put(weight > 0 ? Math.min(1, charsSaid / weight) : 0);
  put(freshOf > 0.3 ? Math.min(1.5, fresh / freshOf) : 0.5);
  put(part(weigh(chars, match.chars | givenChars), chars.total));
  put(share(commonly, wording));
  put(content.length > 0 ? commonly / content.length : 0);
  put(Math.max(-3, Math.min(3, denials - wording.denials)));
  put(part(weigh(chars, match.chars | match.partners), chars.total));
  put(turnedShare(wording, match));
}

const part = (of: number, total: number): number => (total > 0 ? of / total : 0);
/** The share (0–1) of a wording's characters that occur in the same order. */
export const share = (commonly: number, wording: Wording | null): number =>
  wording && wording.plain.length > 0 ? commonly / wording.plain.length : 0;

/** Of the wording's characters that are said, the share (0–1) said in the other sense. */
export function turnedShare({ chars }: Wording, match: Match): number {
  return part(weigh(chars, match.turned), weigh(chars, match.chars));
}

/** Four figures on units that only the right, or only the wrong, wordings have. */
export function writeFocusFeatures(put: FeatureWriter, heard: HeardReply, slot: number, { from, to }: Window): void {
  const { chars, words } = heard.open.wordings[slot] as Wording;
  if (heard.touched[slot] === 0) {
    for (let i = 0; i < 4; i++) put(0);
    return;
  }
  const match = matchOf(heard, slot, from, to);
  const givenChars = heard.given[slot * 3] as number;
  put(Math.min(4, weigh(chars, match.chars)));
  put(Math.min(4, weigh(chars, match.chars & ~givenChars)));
  put(Math.min(3, weigh(words, match.agreed)));
  put(Math.min(3, weigh(words, match.opposed & ~match.agreed)));
}
