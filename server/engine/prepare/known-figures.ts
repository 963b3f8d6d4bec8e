/** The figures that a case and its shop know. */
import type { Value } from '#language/reading/value.ts';
import type { Matter } from './matters.ts';

/** A figure with what it is told of; `ground`: the card, the product or the order that has it, null where none may be cited. */
export type Told = {
  ground: string | null;
  /**
   * Of goods that the case isn't about, or denied where it stands: it may clear a figure that is told, but never proves
   * one wrong.
   */
  far: boolean;
  /** Whether it stands in a right wording of one of this case's points. */
  point: boolean;
  matter: Matter;
  value: Value;
  /** As it is written there. */
  says: string;
};

export type Universe = {
  /** All figures by kind, and by kind with one word of their matter. */
  byKind: ReadonlyMap<string, readonly Told[]>;
  byWord: ReadonlyMap<string, readonly Told[]>;
  /** The case's own sums; `sums`: those and all that comes of them, in cents. */
  own: readonly Told[];
  sums: ReadonlySet<number>;
  /** By kind and named matter: figures told of the matter (`own`), and all figures in texts that name it (`beside`). */
  byName: ReadonlyMap<string, { own: readonly Told[]; beside: readonly Told[] }>;
  /** Figures by a measure that stands in one clause with them: 10分钟 of 空烧200度10分钟. */
  byMeasure: ReadonlyMap<string, readonly Told[]>;
  /**
   * The latest hour by which this case or its cards have anything answered, in minutes of the day; null where the case
   * itself names none.
   */
  answeredBy: { hour: number; told: Told } | null;
};
