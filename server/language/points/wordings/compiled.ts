import type { Stated } from '#language/reading/clause.ts';
/** A point's wordings made ready for judging. */
import type { Value } from '#language/reading/value.ts';
import type { Party } from '#language/terms/party.ts';

import type { Wording } from './wording.ts';

export type WrongWording = { readonly id: string | undefined; readonly wording: Wording };

export type Compiled = {
  readonly id: string;
  readonly right: readonly Wording[];
  readonly wrong: readonly WrongWording[];
  /** Whole sentences that count (`yes`), or that staff ruled to say nothing (`no`). They are compared strictly. */
  readonly exemplars: { readonly yes: readonly Wording[]; readonly no: readonly Wording[] };
  /** For each clause of its right words and sentences whether it affirms or denies, and who pays. */
  readonly signs: SignedClauses;
  /** The author's words for what the point is about. */
  readonly about: readonly Wording[];
  readonly yes: readonly Wording[];
  readonly no: readonly Wording[];
  /** Another case the author named. */
  readonly unless: readonly Wording[];
  /** Units that only right wordings have, and units that only wrong ones have. */
  readonly plus: Wording;
  readonly minus: Wording;
  /** Values that make the answer right: typed by the author, or in at least half of the right wordings. */
  readonly essential: readonly Value[];
  /** Every value of any right wording: none of them can be a wrong answer. */
  readonly allowed: readonly Value[];
  /** Values only wrong wordings state. */
  readonly misled: readonly Value[];
  readonly typed: Value | null;
  /** The point is the shop's promise to answer by a time: an earlier time keeps it. Not so 15天内可以价保: 7天 grants less. */
  readonly answersBy: boolean;
  /** The right figure as the author writes it. */
  readonly figure: string;
  /** Who pays, by most right wordings; null where the point is about something else. */
  readonly payer: Party | null;
  readonly split: boolean;
  /** The side or the yes or no that the author typed; null for none. */
  readonly side: Party | null;
  readonly answer: 'yes' | 'no' | null;
  /** Kinds of goods (鞋, 包) that most right wordings name: the point is about these. */
  readonly things: readonly number[];
};

export type SignedClause = {
  readonly denied: boolean;
  readonly payer: Party | null;
  readonly values: readonly Stated[];
};

/** For the text left of a clause (see `opposite.ts`), the signs right wordings give it. */
export type SignedClauses = ReadonlyMap<string, readonly SignedClause[]>;
