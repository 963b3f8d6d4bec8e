/** A point's wordings made ready for judging. */
import type { StatedValue } from '#language/reading/clause.ts';
import type { Value } from '#language/reading/value.ts';
import type { Party } from '#language/terms/party.ts';
import type { RivalName } from './rival-names.ts';
import type { Wording } from './wording.ts';

/** A wrong wording, with the id of the author's wrong answer it belongs to, if that has one. */
export type WrongWording = { readonly id: string | undefined; readonly wording: Wording };

/** What the author typed as the right answer: a value, who pays, or a yes or no. */
export type TypedAnswer =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'payer'; readonly party: Party }
  | { readonly kind: 'yes-no'; readonly isYes: boolean };

export type CompiledWordings = {
  readonly id: string;
  readonly rightWordings: readonly Wording[];
  readonly wrongWordings: readonly WrongWording[];
  /** Whole sentences that say the point, and those that staff ruled to say nothing of it. They are compared strictly. */
  readonly exemplars: { readonly covering: readonly Wording[]; readonly ruledOut: readonly Wording[] };
  /** For each clause of its right words and sentences whether it affirms or denies, and who pays. */
  readonly signedClauses: SignedClauses;
  /** The author's words for what the point is about; beside these, words that alone make an answer right or wrong. */
  readonly aboutWordings: readonly Wording[];
  readonly yesWordings: readonly Wording[];
  readonly noWordings: readonly Wording[];
  /** Another case the author named. */
  readonly unlessWordings: readonly Wording[];
  /** Units that only right wordings have, and units that only wrong ones have. */
  readonly onlyRight: Wording;
  readonly onlyWrong: Wording;
  /** Values that make the answer right: typed by the author, or in at least half of the right wordings. */
  readonly essentialValues: readonly Value[];
  /** Every value of any right wording: none of them can be a wrong answer. */
  readonly allowedValues: readonly Value[];
  /** Values that right and wrong wordings state: 七天过了 and 还在七天内 are told apart by other words. */
  readonly sharedValues: readonly Value[];
  /** Values only wrong wordings state. */
  readonly wrongOnlyValues: readonly Value[];
  readonly typed: TypedAnswer | null;
  /** The point is the shop's promise to answer by a time: an earlier time keeps it. Not so 15天内可以价保: 7天 grants less. */
  readonly isReplyDeadline: boolean;
  /** Such a promise whose right wordings mostly name an hour or a length of time: who names none hasn't given it (RULES T219). */
  readonly needsHour: boolean;
  /** The right figure as the author writes it; '' without one. */
  readonly figureText: string;
  /** Who pays, by most right wordings; null where the point is about something else. */
  readonly payer: Party | null;
  /** Each party pays a part, by most right wordings. */
  readonly isCostSplit: boolean;
  /** Kinds of goods (鞋, 包) that most right wordings name: the point is about these. */
  readonly goods: readonly number[];
  /** Names that only wrong wordings have, in the place of a right one. */
  readonly rivalNames: readonly RivalName[];
};

/** Whether a clause denies, who pays by it, and its values; `saysLittle`: it has too few words beside them to compare these. */
export type SignedClause = {
  readonly isDenied: boolean;
  readonly payer: Party | null;
  readonly values: readonly StatedValue[];
  readonly saysLittle: boolean;
};

/** For the text left of a clause (see `opposite.ts`), the signs right wordings give it. */
export type SignedClauses = ReadonlyMap<string, readonly SignedClause[]>;
