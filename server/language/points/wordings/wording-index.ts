/** An index over the wordings of a turn's open points: one walk over a reply finds every unit of every wording. */

import { isSameValue } from '#language/reading/same-value.ts';
import type { Value } from '#language/reading/value.ts';
import type { CompiledPoint } from '#language/terms/verdicts.ts';
import type { CompiledWordings } from './compiled.ts';
import { partnerIds } from './text-units.ts';
import type { Wording } from './wording.ts';

/** What kind of unit an id is in a wording. */
export const CHAR = 0;
export const BIGRAM = 1;
export const CONCEPT = 2;
/** A character that stands for one of the wording's: 掏 for 付. */
export const PARTNER = 3;

export type WordingIndex = {
  readonly points: readonly CompiledWordings[];
  readonly wordings: readonly Wording[];
  readonly pointOfSlot: readonly number[];
  /** Per point the places of its wordings in `wordings`. */
  readonly slotsByPoint: readonly PointSlots[];
  /** Per point whether no other open point has a value of its kind, and whether no other is about who pays. */
  readonly soleTraits: readonly SoleTraits[];
  /** Unit id → the units of wordings it stands for: slot, kind and bit in one number. */
  readonly postings: ReadonlyMap<number, readonly number[]>;
  /** A wording word for word → the slots of the right and wrong wordings that read so. */
  readonly slotsBySpokenForm: ReadonlyMap<string, readonly number[]>;
  /** 1 where at least one id has this place (`sievePlace`); 0: no unit has it, and the map needn't be asked. */
  readonly sieve: Uint8Array;
};

export type SoleTraits = { readonly isSoleValue: boolean; readonly isSolePayer: boolean };

export type PointSlots = {
  readonly right: readonly number[];
  readonly wrong: readonly number[];
  readonly coveringExemplars: readonly number[];
  readonly ruledOutExemplars: readonly number[];
  readonly about: readonly number[];
  readonly yes: readonly number[];
  readonly no: readonly number[];
  readonly unless: readonly number[];
  readonly onlyRight: number;
  readonly onlyWrong: number;
};

const SIEVE_SIZE = 4096;

/** The place of an id in the sieve. */
export const sievePlace = (id: number): number => {
  return (Math.imul(id, 0x9e3779b1) >>> 20) & (SIEVE_SIZE - 1);
};

export const slotOf = (place: number): number => place >> 7;
export const kindOf = (place: number): number => (place >> 5) & 3;
export const bitOf = (place: number): number => place & 31;

const INDEX_BY_LIST = new WeakMap<readonly CompiledPoint[], WordingIndex>();
const INDEXES_BY_FIRST_POINT = new WeakMap<object, WordingIndex[]>();
/** Sets kept for one first point. The same points stay open from turn to turn; never so many sets at once. */
const MAX_INDEXES = 32;

/** The index of a set of points, made once for each set. */
export const wordingIndexOf = (points: readonly CompiledPoint[]): WordingIndex => {
  const cached = INDEX_BY_LIST.get(points);
  if (cached && cached.points.length === points.length) return cached;
  const compiledPoints = points.map((point) => point.compiled as CompiledWordings);
  const [first] = compiledPoints;
  const indexes = first ? (INDEXES_BY_FIRST_POINT.get(first) ?? []) : [];
  const sameIndex = indexes.find(
    (other) =>
      other.points.length === compiledPoints.length && other.points.every((point, i) => point === compiledPoints[i]),
  );
  const index = sameIndex ?? buildIndex(compiledPoints);
  if (!sameIndex && first) {
    indexes.push(index);
    if (indexes.length > MAX_INDEXES) indexes.shift();
    INDEXES_BY_FIRST_POINT.set(first, indexes);
  }
  INDEX_BY_LIST.set(points, index);
  return index;
};

const buildIndex = (points: readonly CompiledWordings[]): WordingIndex => {
  const wordings: Wording[] = [];
  const pointOfSlot: number[] = [];
  const postings = new Map<number, number[]>();
  const addPlace = (id: number, place: number): void => {
    const places = postings.get(id);
    if (places) places.push(place);
    else postings.set(id, [place]);
  };
  const store = (wording: Wording, pointIndex: number): number => {
    wordings.push(wording);
    pointOfSlot.push(pointIndex);
    return wordings.length - 1;
  };
  const addIndexed = (wording: Wording, pointIndex: number): number => {
    const slot = store(wording, pointIndex);
    [wording.chars, wording.bigrams, wording.concepts].forEach(({ ids }, kind) => {
      ids.forEach((id, bit) => {
        addPlace(id, (slot << 7) | (kind << 5) | bit);
      });
    });
    wording.chars.ids.forEach((id, bit) => {
      for (const partner of partnerIds(id)) addPlace(partner, (slot << 7) | (PARTNER << 5) | bit);
    });
    return slot;
  };
  const slotsByPoint = points.map((point, pointIndex): PointSlots => {
    const addAllIndexed = (list: readonly Wording[]): number[] =>
      list.map((wording) => addIndexed(wording, pointIndex));
    // Sentences are compared whole, clause by clause, so their units stay out of the index.
    const storeAll = (list: readonly Wording[]): number[] => list.map((wording) => store(wording, pointIndex));
    return {
      right: addAllIndexed(point.rightWordings),
      wrong: addAllIndexed(point.wrongWordings.map(({ wording }) => wording)),
      coveringExemplars: storeAll(point.exemplars.covering),
      ruledOutExemplars: storeAll(point.exemplars.ruledOut),
      about: addAllIndexed(point.aboutWordings),
      yes: addAllIndexed(point.yesWordings),
      no: addAllIndexed(point.noWordings),
      unless: addAllIndexed(point.unlessWordings),
      onlyRight: addIndexed(point.onlyRight, pointIndex),
      onlyWrong: addIndexed(point.onlyWrong, pointIndex),
    };
  });
  const sieve = new Uint8Array(SIEVE_SIZE);
  for (const id of postings.keys()) sieve[sievePlace(id)] = 1;
  const slotsBySpokenForm = new Map<string, number[]>();
  for (const { right, wrong } of slotsByPoint)
    for (const slot of [...right, ...wrong]) {
      const text = wordings[slot]?.spokenForm ?? '';
      if (text !== '') slotsBySpokenForm.set(text, [...(slotsBySpokenForm.get(text) ?? []), slot]);
    }
  return {
    points,
    wordings,
    pointOfSlot,
    slotsByPoint,
    soleTraits: points.map((point) => soleTraitsOf(point, points)),
    postings,
    slotsBySpokenForm,
    sieve,
  };
};

const soleTraitsOf = (compiled: CompiledWordings, points: readonly CompiledWordings[]): SoleTraits => {
  const otherPoints = points.filter((point) => point !== compiled);
  // A shared value doesn't count: 39.5 as the answer to two questions answers both.
  const isShared = ({ kind, unit }: Value): boolean =>
    otherPoints.some(({ allowedValues }) =>
      allowedValues.some(
        (other) =>
          other.kind === kind &&
          other.unit === unit &&
          !compiled.allowedValues.some((ownValue) => isSameValue(ownValue, other)),
      ),
    );
  return {
    isSoleValue: compiled.essentialValues.some((value) => !isShared(value)),
    isSolePayer: compiled.payer !== null && !otherPoints.some(({ payer }) => payer !== null),
  };
};
