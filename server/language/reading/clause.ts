/** The form a reply is read into: clauses, the words that tell something, and values. */
import type { Party } from '#language/terms/party.ts';
import type { Polarity, PolarityWord } from './polarity.ts';
import type { Value } from './value.ts';

export type Token = {
  id: number;
  weight: number;
  group: number;
  start: number;
  end: number;
  clauseIndex: number;
} & Polarity;

/** `isAgreedTo`: the customer named it, and the reply says yes; its place is that of the yes. */
export type StatedValue = Value & Polarity & { clauseIndex: number; isAgreedTo?: boolean };

export type Clause = {
  start: number;
  end: number;
  isQuestion: boolean;
  /** 如果 / …的话: the clause sets a condition. */
  isConditional: boolean;
  /** 质量问题才是我们出: speaks of a case that need not be this customer's. */
  isOfOtherCase: boolean;
  isHedged: boolean;
  /** Taken back, or said of another time, thing or person: it tells nothing of this case. */
  isRetracted: boolean;
  /** Who is to act; null where nobody or both are named. */
  actor: Party | null;
  /** Kinds of case it names (有质量问题, 发错); `holdsUnder`: kinds of case under which it holds. */
  caseKinds: readonly number[];
  holdsUnder: readonly number[];
  /** A yes or no without an object: 不可以的哈. */
  barePolarity: Polarity | null;
  /** The weight of all words in it. */
  weight: number;
  /** The denials and affirmations in it, which also give words outside the lexicon their sign. */
  polarityWords: readonly PolarityWord[];
  /** Who bears the cost it speaks of; null where it tells of none. */
  payer: Party | null;
  /** Folded text without particles, for bigrams. */
  plain: string;
};

export type Reading = {
  text: string;
  clauses: Clause[];
  tokens: Token[];
  values: StatedValue[];
  /** Every word of the lexicon in the text, token states and harmless words included. */
  lexiconWords: readonly { start: number; end: number }[];
};
