/** The open points of a turn made ready together, so that one walk over a reply marks every key of every point. */
import type { CompiledPoint } from '../judgement.ts';
import { nameOf } from '../reading/same-value.ts';
import type { Key, Part } from './keys.ts';
import type { Compiled } from './point-judging.ts';

export type OpenPoints = {
  readonly all: readonly Compiled[];
  readonly keys: readonly Key[];
  /** Where a key stands in `keys`, and whose it is. */
  readonly slots: ReadonlyMap<Key, number>;
  readonly owners: Int16Array;
  /** Per point the slots of its right and of its wrong wordings, in their order. */
  readonly wordings: readonly { readonly right: readonly number[]; readonly wrong: readonly number[] }[];
  /** The values the keys state, each once: many wordings state the same. */
  readonly valued: readonly Valued[];
  /** Slots of the keys about who pays. */
  readonly paid: readonly number[];
  /** Part id → every place that demands it, as `placeOf` packs it. */
  readonly postings: ReadonlyMap<number, Int32Array>;
  /** 1 where some part id falls on this place (`sieveOf`): 0 is a sure miss. */
  readonly sieve: Uint8Array;
  /** A word that tells topics apart → the only point that has it, or -1 when several do. */
  readonly claims: ReadonlyMap<number, number>;
  /** A word of some right wording → the points (as bits) whose right wordings have it. */
  readonly right: ReadonlyMap<number, number>;
  /** A kind of value → the points that speak of one. */
  readonly kinds: ReadonlyMap<string, readonly number[]>;
};

/** A value and where it is stated, as slots and as places among the key's own values. */
type Valued = { readonly value: Key['values'][number]; readonly slots: number[]; readonly places: number[] };

const SIEVE = 4096;
/** Of one key so many values are looked for. */
const MOST_VALUES = 30;

export const PART_DENIED = 1;
export const PART_EXPLICIT = 2;
export const PART_PAYS = 4;
export const KEY_OF_CASE = 8;
export const KEY_ECHOES = 16;

/** A part's place and all that marking it asks of part and key, in one number: slot, index (5 bits), five flags. */
function placeOf(slot: number, key: Key, index: number, part: Part): number {
  const flags =
    (part.sign < 0 ? PART_DENIED : 0) |
    (part.explicit ? PART_EXPLICIT : 0) |
    (part.axis === 1 ? PART_PAYS : 0) |
    (key.otherCase ? KEY_OF_CASE : 0) |
    (key.echoes ? KEY_ECHOES : 0);
  return (((slot << 5) | index) << 5) | flags;
}

/** The place of an id in the sieve. */
export function sieveOf(id: number): number {
  return (Math.imul(id, 0x9e3779b1) >>> 20) & (SIEVE - 1);
}

const BY_LIST = new WeakMap<readonly CompiledPoint[], OpenPoints>();
const BY_FIRST = new WeakMap<object, OpenPoints[]>();
/** The same points stay open from one turn to the next; more sets than this with one first point never are at once. */
const MOST_SETS = 32;

/** The index of a set of points; made once for a set, whoever asks. */
export function openPoints(points: readonly CompiledPoint[]): OpenPoints {
  const known = BY_LIST.get(points);
  if (known && known.all.length === points.length) return known;
  const all = points.map((point) => point.compiled as Compiled);
  const [first] = all;
  const sets = first ? (BY_FIRST.get(first) ?? []) : [];
  const same = sets.find((set) => set.all.length === all.length && set.all.every((one, at) => one === all[at]));
  const open = same ?? indexOf(all);
  if (!same && first) {
    sets.push(open);
    if (sets.length > MOST_SETS) sets.shift();
    BY_FIRST.set(first, sets);
  }
  BY_LIST.set(points, open);
  return open;
}

function indexOf(all: readonly Compiled[]): OpenPoints {
  const keys: Key[] = [];
  const owners: number[] = [];
  const slots = new Map<Key, number>();
  const postings = new Map<number, number[]>();
  const claims = new Map<number, number>();
  const kinds = new Map<string, number[]>();
  const right = new Map<number, number>();
  for (const [owner, one] of all.entries()) {
    for (const key of [
      ...one.right,
      ...one.wrong.map((each) => each.key),
      ...one.about,
      ...one.yes,
      ...one.no,
      ...one.unless,
      one.focus.plus,
      one.focus.minus,
      one.focus.shared,
      one.focus.polar,
    ]) {
      if (slots.has(key)) continue;
      slots.set(key, keys.length);
      for (const [index, part] of key.parts.entries()) put(postings, part.id, placeOf(keys.length, key, index, part));
      keys.push(key);
      owners.push(owner);
    }
    if (owner < 31)
      for (const key of one.right)
        for (const { id, weight } of key.parts) if (weight > 0.3) right.set(id, (right.get(id) ?? 0) | (1 << owner));
    for (const id of one.strong) claims.set(id, claims.has(id) ? -1 : owner);
    for (const kind of one.kinds) put(kinds, kind, owner);
  }
  const sieve = new Uint8Array(SIEVE);
  for (const id of postings.keys()) sieve[sieveOf(id)] = 1;
  return {
    all,
    keys,
    slots,
    owners: Int16Array.from(owners),
    wordings: all.map(({ right: good, wrong }) => ({
      right: good.map((key) => slots.get(key) ?? -1),
      wrong: wrong.map(({ key }) => slots.get(key) ?? -1),
    })),
    valued: valuesOf(keys),
    paid: slotsOf(keys, (key) => key.payer !== 0),
    postings: new Map([...postings].map(([id, places]) => [id, Int32Array.from(places)])),
    sieve,
    claims,
    kinds,
    right,
  };
}

function valuesOf(keys: readonly Key[]): Valued[] {
  const found = new Map<string, Valued>();
  for (const [slot, key] of keys.entries())
    for (const [place, value] of key.values.slice(0, MOST_VALUES).entries()) {
      const same = `${nameOf(value)} ${value.denied}`;
      const known = found.get(same) ?? { value, slots: [], places: [] };
      known.slots.push(slot);
      known.places.push(place);
      found.set(same, known);
    }
  return [...found.values()];
}

function slotsOf(keys: readonly Key[], wanted: (key: Key) => boolean): number[] {
  return keys.flatMap((key, slot) => (wanted(key) ? [slot] : []));
}

function put<K>(lists: Map<K, number[]>, key: K, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
