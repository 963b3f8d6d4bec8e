/** The figures that a case and its shop know. */
import type { Value } from '#language/reading/value.ts';
import type { Matter } from './matters.ts';

/** A figure with what it is told of; `ground`: the card, the product or the order that has it, null where none may be cited. */
export type Told = {
  ground: string | null;
  /** Of goods that the case isn't about: it clears, and nothing is held against it. */
  far: boolean;
  /** By a right wording of what this case has answered. */
  point: boolean;
  matter: Matter;
  value: Value;
  /** As it is written there. */
  says: string;
};

export type Universe = {
  /** By kind, and by kind and one word of their matter. */
  byKind: ReadonlyMap<string, readonly Told[]>;
  byWord: ReadonlyMap<string, readonly Told[]>;
  /** The case's own sums, and what comes of them, in cents. */
  own: readonly Told[];
  sums: ReadonlySet<number>;
  /** By kind and named matter: what is told of it, and whatever stands in a text that names it. */
  byName: ReadonlyMap<string, { own: readonly Told[]; beside: readonly Told[] }>;
  /** Figures by a measure that stands in one clause with them: 10分钟 of 空烧200度10分钟. */
  byMeasure: ReadonlyMap<string, readonly Told[]>;
  /** The latest hour by which this case or its cards have anything answered, null where the case itself names none. */
  answeredBy: { hour: number; told: Told } | null;
};
