import type { Stated } from '#language/reading/clause.ts';
/** A point's wordings made ready for judging. */
import type { Value } from '#language/reading/value.ts';

import type { Wording } from './wording.ts';

export type WrongWording = { readonly id: string | undefined; readonly wording: Wording };

export type Compiled = {
  readonly id: string;
  readonly right: readonly Wording[];
  readonly wrong: readonly WrongWording[];
  /** Whole sentences that count (`yes`) or that a person has ruled to say nothing (`no`): matched strictly. */
  readonly exemplars: { readonly yes: readonly Wording[]; readonly no: readonly Wording[] };
  /** The signs its right words and sentences are said with. */
  readonly signs: SignedClauses;
  /** The author's words near what the point is about. */
  readonly about: readonly Wording[];
  readonly yes: readonly Wording[];
  readonly no: readonly Wording[];
  /** Another case the author named. */
  readonly unless: readonly Wording[];
  /** What only right, and what only wrong wordings say. */
  readonly plus: Wording;
  readonly minus: Wording;
  /** Values that make the answer right: typed by the author, or in at least half of the right wordings. */
  readonly essential: readonly Value[];
  /** Every value of any right wording: none of them can be a wrong answer. */
  readonly allowed: readonly Value[];
  /** Values only wrong wordings state. */
  readonly misled: readonly Value[];
  readonly typed: Value | null;
  /** The shop's word to come back by a time: an earlier time keeps it too. 15天内可以价保 is a right, and seven days are less. */
  readonly answersBy: boolean;
  /** How the right figure reads. */
  readonly figure: string;
  /** Who pays, by most right wordings; 0 where the point is about something else. */
  readonly payer: -1 | 0 | 1;
  readonly split: boolean;
  /** A typed side or yes-no. */
  readonly side: -1 | 0 | 1;
  readonly answer: -1 | 0 | 1;
  /** Kinds of goods (鞋, 包) that most right wordings name: the point is about these. */
  readonly things: readonly number[];
};

export type SignedClause = { readonly denied: boolean; readonly payer: number; readonly values: readonly Stated[] };

/** By what is left of a clause: the signs it is said with in right wordings. */
export type SignedClauses = ReadonlyMap<string, readonly SignedClause[]>;
