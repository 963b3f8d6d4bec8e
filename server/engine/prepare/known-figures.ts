/**
 * The figures that a case and its shop know: what `knownFiguresOf` compiles and the judge holds a turn's figures against
 * (tests/engine/judge/wrong-figures.test.ts, named-figures.test.ts).
 */
import type { Value } from '#language/reading/value.ts';
import type { TopicWeights } from './matters.ts';

/** A figure with what it is told of. */
export type KnownFigure = {
  /** The card, the product or the order that has it; null where none may be cited. */
  citedAs: string | null;
  /**
   * Of goods that the case isn't about, or denied where it stands: it may clear a figure that is told, but never proves
   * one wrong.
   */
  neverProvesWrong: boolean;
  /** Whether it stands in a right wording of one of this case's points. */
  isPointWording: boolean;
  topics: TopicWeights;
  value: Value;
  /** As it is written there. */
  text: string;
};

export type KnownFigures = {
  /** All figures by kind, and by `figureKey` of kind and one word of their matter. */
  byKind: ReadonlyMap<string, readonly KnownFigure[]>;
  byWord: ReadonlyMap<string, readonly KnownFigure[]>;
  /** Amounts that may be cited: of the order, the case's goods and points, the shop's policies and coupons. */
  citable: readonly KnownFigure[];
  /** In cents: sums of the order, of the case's goods and points, and what adding, sharing and multiplying them gives. */
  sums: ReadonlySet<number>;
  /** In cents: what this customer paid for each row of their orders. */
  paid: readonly number[];
  /** All goods of the shop by name, folded and without blanks, with their prices in cents. */
  prices: ReadonlyMap<string, number>;
  /** By `figureKey` of kind and named matter: figures told of the matter (`own`), and all figures in texts that name it (`beside`). */
  byName: ReadonlyMap<string, { own: readonly KnownFigure[]; beside: readonly KnownFigure[] }>;
  /** By `figureKey` of kind and a measure that stands in one clause with them: 10分钟 of 空烧200度10分钟. */
  byMeasure: ReadonlyMap<string, readonly KnownFigure[]>;
  /**
   * The latest time of day by which this case or its cards have anything answered; null where the case itself names
   * none.
   */
  answeredBy: { minuteOfDay: number; told: KnownFigure } | null;
};

/** The key of a figure of one kind by what it is told of: a word, a named matter or a measure. */
export const figureKey = (kind: string, toldOf: string): string => `${kind} ${toldOf}`;
