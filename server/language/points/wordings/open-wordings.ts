/** An index over the wordings of a turn's open points: one walk over a reply finds every unit of every wording. */

import { sameValue } from '#language/reading/same-value.ts';
import type { Value } from '#language/reading/value.ts';
import type { CompiledPoint } from '#language/terms/verdicts.ts';
import type { Compiled } from './compiled.ts';
import { partnersOf } from './units.ts';
import type { Wording } from './wording.ts';

/** What kind of unit an id is in a wording. */
export const CHAR = 0;
export const GRAM = 1;
export const WORD = 2;
/** A character that stands for one of the wording's: 掏 for 付. */
export const PARTNER = 3;

export type OpenWordings = {
  readonly all: readonly Compiled[];
  readonly wordings: readonly Wording[];
  readonly owners: readonly number[];
  /** Per point the places of its wordings in `wordings`. */
  readonly slots: readonly PointSlots[];
  /** Per point whether no other open point has a value of its kind, and whether no other is about who pays. */
  readonly sole: readonly Sole[];
  /** Unit id → the units of wordings it stands for: slot, kind and bit in one number. */
  readonly postings: ReadonlyMap<number, readonly number[]>;
  /** A wording word for word → the slots of the right and wrong wordings that read so. */
  readonly spoken: ReadonlyMap<string, readonly number[]>;
  /** 1 where at least one id has this place (`sieveOf`); 0: no unit has it, and the map needn't be asked. */
  readonly sieve: Uint8Array;
};

export type Sole = { readonly value: boolean; readonly payer: boolean };

export type PointSlots = {
  readonly right: readonly number[];
  readonly wrong: readonly number[];
  readonly yesExemplars: readonly number[];
  readonly noExemplars: readonly number[];
  readonly about: readonly number[];
  readonly yes: readonly number[];
  readonly no: readonly number[];
  readonly unless: readonly number[];
  readonly plus: number;
  readonly minus: number;
};

const SIEVE = 4096;

/** The place of an id in the sieve. */
export function sieveOf(id: number): number {
  return (Math.imul(id, 0x9e3779b1) >>> 20) & (SIEVE - 1);
}

export const slotOf = (place: number): number => place >> 7;
export const kindOf = (place: number): number => (place >> 5) & 3;
export const bitOf = (place: number): number => place & 31;

const BY_LIST = new WeakMap<readonly CompiledPoint[], OpenWordings>();
const BY_FIRST = new WeakMap<object, OpenWordings[]>();
/** Sets kept for one first point. The same points stay open from turn to turn; never so many sets at once. */
const MAX_SETS = 32;

/** The index of a set of points, made once for each set. */
export function openWordings(points: readonly CompiledPoint[]): OpenWordings {
  const known = BY_LIST.get(points);
  if (known && known.all.length === points.length) return known;
  const all = points.map((point) => point.compiled as Compiled);
  const [first] = all;
  const sets = first ? (BY_FIRST.get(first) ?? []) : [];
  const knownSet = sets.find((set) => set.all.length === all.length && set.all.every((point, i) => point === all[i]));
  const open = knownSet ?? indexOf(all);
  if (!knownSet && first) {
    sets.push(open);
    if (sets.length > MAX_SETS) sets.shift();
    BY_FIRST.set(first, sets);
  }
  BY_LIST.set(points, open);
  return open;
}

function indexOf(all: readonly Compiled[]): OpenWordings {
  const wordings: Wording[] = [];
  const owners: number[] = [];
  const postings = new Map<number, number[]>();
  const addPlace = (id: number, place: number): void => {
    const places = postings.get(id);
    if (places) places.push(place);
    else postings.set(id, [place]);
  };
  const keep = (wording: Wording, owner: number): number => {
    wordings.push(wording);
    owners.push(owner);
    return wordings.length - 1;
  };
  const add = (wording: Wording, owner: number): number => {
    const slot = keep(wording, owner);
    [wording.chars, wording.grams, wording.words].forEach(({ ids }, kind) => {
      ids.forEach((id, bit) => {
        addPlace(id, (slot << 7) | (kind << 5) | bit);
      });
    });
    wording.chars.ids.forEach((id, bit) => {
      for (const partner of partnersOf(id)) addPlace(partner, (slot << 7) | (PARTNER << 5) | bit);
    });
    return slot;
  };
  const slots = all.map((point, owner): PointSlots => {
    const addAll = (list: readonly Wording[]): number[] => list.map((wording) => add(wording, owner));
    // Sentences are compared whole, clause by clause, so their units stay out of the index.
    const keepAll = (list: readonly Wording[]): number[] => list.map((wording) => keep(wording, owner));
    return {
      right: addAll(point.right),
      wrong: addAll(point.wrong.map(({ wording }) => wording)),
      yesExemplars: keepAll(point.exemplars.yes),
      noExemplars: keepAll(point.exemplars.no),
      about: addAll(point.about),
      yes: addAll(point.yes),
      no: addAll(point.no),
      unless: addAll(point.unless),
      plus: add(point.plus, owner),
      minus: add(point.minus, owner),
    };
  });
  const sieve = new Uint8Array(SIEVE);
  for (const id of postings.keys()) sieve[sieveOf(id)] = 1;
  const spoken = new Map<string, number[]>();
  for (const { right, wrong } of slots)
    for (const slot of [...right, ...wrong]) {
      const text = wordings[slot]?.spoken ?? '';
      if (text !== '') spoken.set(text, [...(spoken.get(text) ?? []), slot]);
    }
  return { all, wordings, owners, slots, sole: all.map((point) => soleOf(point, all)), postings, spoken, sieve };
}

function soleOf(keys: Compiled, all: readonly Compiled[]): Sole {
  const rest = all.filter((point) => point !== keys);
  // A shared value doesn't count: 39.5 as the answer to two questions answers both.
  const isShared = ({ kind, unit }: Value): boolean =>
    rest.some(({ allowed }) =>
      allowed.some(
        (other) => other.kind === kind && other.unit === unit && !keys.allowed.some((own) => sameValue(own, other)),
      ),
    );
  return {
    value: keys.essential.some((value) => !isShared(value)),
    payer: keys.payer !== null && !rest.some(({ payer }) => payer !== null),
  };
}
