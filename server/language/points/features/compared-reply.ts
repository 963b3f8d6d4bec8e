/** A reply beside the open wordings: its clauses, and which units of which wordings each says. */

import type { QuestionContext } from '#language/points/wordings/question-context.ts';
import type { WordingIndex } from '#language/points/wordings/wording-index.ts';
import type { Reading, StatedValue } from '#language/reading/clause.ts';
import type { PolarityValue } from '#language/reading/lexicon.ts';
import type { Party } from '#language/terms/party.ts';
import type { Match } from './match.ts';

/** One clause as judged, apart from the units it shares with wordings. */
export type ComparedClause = {
  /** Nothing in it tells anything: it asks, gives back the customer's words, or is taken back. */
  readonly isMute: boolean;
  readonly isQuestion: boolean;
  readonly isOfOtherCase: boolean;
  readonly content: string;
  readonly charSigns: Int8Array;
  /** Weight of its characters, and of those the question has too. */
  readonly weight: number;
  readonly echoedWeight: number;
  readonly values: readonly StatedValue[];
  readonly payer: Party | null;
  readonly actor: Party | null;
  readonly denialCount: number;
  readonly isHedged: boolean;
  readonly isConditional: boolean;
  /** 1 or -1 for a yes or no that takes its object from the question; else 0. */
  readonly bareSign: PolarityValue;
  readonly start: number;
  readonly end: number;
};

export type ComparedReply = {
  readonly reading: Reading;
  readonly question: QuestionContext;
  readonly wordingIndex: WordingIndex;
  readonly clauses: readonly ComparedClause[];
  readonly masks: Int32Array;
  /** Per slot: 1 when any clause has a unit of it. */
  readonly touchedSlots: Uint8Array;
  /** Per slot and window the match, once worked out. */
  readonly matches: (Match | undefined)[];
  /** Per point and clause how near its right wordings come, once worked out. */
  readonly scoresByPoint: (Float64Array | undefined)[];
  /** Per slot the units the question says: chars, grams, words. */
  readonly questionBits: Int32Array;
  /** Whether a point belongs to a question that is open. */
  readonly isAsked: (point: string) => boolean;
  /** The reply asks something itself. */
  readonly hasQuestion: boolean;
  /** The reply is a yes or no and nothing else. */
  readonly isBareAnswer: boolean;
};
