/** The features that tell how well a window matches one wording. */

import type { Wording } from '#language/points/wordings/wording.ts';
import type { ComparedReply } from './compared-reply.ts';
import type { Match } from './match.ts';
import { matchOf, type Window, weightOfBits } from './windows.ts';

export type FeatureWriter = (feature: number) => void;

/** Fourteen features on the nearest wording; noughts without one. */
export const writeMatchFeatures = (
  write: FeatureWriter,
  reply: ComparedReply,
  match: Match | null,
  windowWeight: number,
  windowContent: string,
  commonLength: number,
  windowDenials: number,
): void => {
  if (!match) {
    for (let i = 0; i < 14; i++) write(0);
    return;
  }
  const wording = reply.wordingIndex.wordings[match.slot] as Wording;
  const { chars, bigrams, concepts } = wording;
  const saidCharWeight = weightOfBits(chars, match.charBits);
  const questionBits = reply.questionBits;
  const questionChars = questionBits[match.slot * 3] as number;
  const questionConcepts = questionBits[match.slot * 3 + 2] as number;
  const freshTotal =
    chars.total - weightOfBits(chars, questionChars) + concepts.total - weightOfBits(concepts, questionConcepts);
  const fresh =
    weightOfBits(chars, match.charBits & ~questionChars) + weightOfBits(concepts, match.agreedBits & ~questionConcepts);
  write(match.saidShare);
  write(match.score);
  write(ratio(saidCharWeight, chars.total));
  write(ratio(weightOfBits(bigrams, match.bigramBits), bigrams.total));
  write(ratio(weightOfBits(concepts, match.agreedBits), concepts.total));
  write(ratio(weightOfBits(concepts, match.opposedBits & ~match.agreedBits), concepts.total));
  write(windowWeight > 0 ? Math.min(1, saidCharWeight / windowWeight) : 0);
  write(freshTotal > 0.3 ? Math.min(1.5, fresh / freshTotal) : 0.5);
  write(ratio(weightOfBits(chars, match.charBits | questionChars), chars.total));
  write(commonShare(commonLength, wording));
  write(windowContent.length > 0 ? commonLength / windowContent.length : 0);
  write(Math.max(-3, Math.min(3, windowDenials - wording.denialCount)));
  write(ratio(weightOfBits(chars, match.charBits | match.partnerBits), chars.total));
  write(turnedShareOf(wording, match));
};

const ratio = (part: number, total: number): number => (total > 0 ? part / total : 0);
/** The share (0–1) of a wording's characters that occur in the same order. */
export const commonShare = (commonLength: number, wording: Wording | null): number =>
  wording && wording.plain.length > 0 ? commonLength / wording.plain.length : 0;

/** Of the wording's characters that are said, the share (0–1) said in the other sense. */
export const turnedShareOf = ({ chars }: Wording, match: Match): number => {
  return ratio(weightOfBits(chars, match.turnedBits), weightOfBits(chars, match.charBits));
};

/** Four features on units that only the right, or only the wrong, wordings have. */
export const writeFocusFeatures = (
  write: FeatureWriter,
  reply: ComparedReply,
  slot: number,
  { from, to }: Window,
): void => {
  const { chars, concepts } = reply.wordingIndex.wordings[slot] as Wording;
  if (reply.touchedSlots[slot] === 0) {
    for (let i = 0; i < 4; i++) write(0);
    return;
  }
  const match = matchOf(reply, slot, from, to);
  const questionChars = reply.questionBits[slot * 3] as number;
  write(Math.min(4, weightOfBits(chars, match.charBits)));
  write(Math.min(4, weightOfBits(chars, match.charBits & ~questionChars)));
  write(Math.min(3, weightOfBits(concepts, match.agreedBits)));
  write(Math.min(3, weightOfBits(concepts, match.opposedBits & ~match.agreedBits)));
};
