/** What a reply is read into: clauses, the words that carry it, and its figures. */
import type { Govern, Polarity } from './polarity.ts';
import type { Value } from './value.ts';

export type Token = {
  id: number;
  weight: number;
  group: number;
  start: number;
  end: number;
  clause: number;
} & Polarity;

/** `limit`: 六点前, 两小时内. */
export type Stated = Value & Polarity & { clause: number; limit?: boolean };

export type Clause = {
  start: number;
  end: number;
  question: boolean;
  /** 如果 / …的话: what follows holds for one case. */
  conditional: boolean;
  /** 质量问题才是我们出: speaks of a case that need not be this customer's. */
  otherCase: boolean;
  hedged: boolean;
  /** Taken back, or said of something else: it tells nothing of this case. */
  retracted: boolean;
  /** Who is to act: 1 the shop, -1 the customer. */
  actor: 1 | -1 | 0;
  /** Kinds of case it speaks of (有质量问题, 发错), and those the clause it follows from sets as a condition. */
  cases: readonly number[];
  under: readonly number[];
  /** A yes or no without an object: 不可以的哈. */
  bare: Polarity | null;
  /** Weight of everything said in it. */
  weight: number;
  /** What rules the words of the clause that the lexicon doesn't know. */
  govern: readonly Govern[];
  payer: 1 | -1 | 0;
  /** Folded text without particles, for bigrams. */
  plain: string;
};

export type Reading = {
  text: string;
  clauses: Clause[];
  tokens: Token[];
  values: Stated[];
  /** Every word the lexicon knows, marks and harmless ones included. */
  known: readonly { start: number; end: number }[];
};
