/** Which sets hold a sign, a character or a pair of neighbours: for finding all sets a text touches in one pass. */
export type SignLists = {
  /** The sets of character `unit` are `list[single[unit]]` up to `list[single[unit + 1]]`. */
  readonly single: Uint16Array;
  /** Likewise for pairs by their hash. Two pairs that share one are taken for each other: a set too many, never too few. */
  readonly pair: Uint16Array;
  readonly list: Uint16Array;
};

const PAIRS = 1 << 15;
/** Places in the list are kept in two bytes. */
const MOST_ENTRIES = 0xffff;

export function hashOfPair(one: number, two: number): number {
  return (Math.imul(one, 0x9e3b) ^ Math.imul(two, 0x1f35)) & (PAIRS - 1);
}

/** `sets` are known by their places. */
export function signLists(sets: readonly Iterable<string>[]): SignLists {
  const bySingle = new Map<number, number[]>();
  const byPair = new Map<number, number[]>();
  for (const [place, set] of sets.entries())
    for (const sign of set) {
      if (sign.length === 1) put(bySingle, sign.charCodeAt(0), place);
      else put(byPair, hashOfPair(sign.charCodeAt(0), sign.charCodeAt(1)), place);
    }
  const list: number[] = [];
  const single = layOut(bySingle, 0x10000, list);
  const pair = layOut(byPair, PAIRS, list);
  if (list.length > MOST_ENTRIES) throw new Error(`${list.length} signs are too many for one index`);
  return { single, pair, list: Uint16Array.from(list) };
}

function put(lists: Map<number, number[]>, key: number, place: number): void {
  const there = lists.get(key);
  if (!there) lists.set(key, [place]);
  else if (there.at(-1) !== place) there.push(place);
}

function layOut(lists: ReadonlyMap<number, readonly number[]>, keys: number, list: number[]): Uint16Array {
  const from = new Uint16Array(keys + 1);
  for (let key = 0; key < keys; key++) {
    from[key] = list.length;
    list.push(...(lists.get(key) ?? []));
  }
  from[keys] = list.length;
  return from;
}
