/**
 * A regular expression that knows which characters every match must hold, so that it is run only where they stand.
 * The characters are read off the expression itself: a list kept by hand would silently deafen a rule.
 */
export type Pattern = { readonly regex: RegExp; readonly needs: readonly Need[] };
type Need = { readonly word: number; readonly bit: number };

/** Characters so common that asking for them spares little. */
const COMMON = '的您我们不一是了在有好这个就可以给到下要还没来会发上么呢哦吗吧哈啊呀点多什那看能付拍货快对再';
const BITS = 32;
const sets: ReadonlySet<string>[] = [];
/** Where in `rows` the words of a character begin that anything needs; 0 for all others. */
let rowOf = new Uint16Array(0);
let rows = new Int32Array(0);
let words = 0;

export function pattern(regex: RegExp): Pattern {
  const needs = new Parser(regex.source).all().map((set) => {
    sets.push(set);
    return { word: Math.floor((sets.length - 1) / BITS), bit: 1 << ((sets.length - 1) % BITS) };
  });
  return { regex, needs };
}

/** Which sets of needed characters `text` touches. */
export function cuesOf(text: string, start: number, end: number): Int32Array {
  if (words * BITS < sets.length) layOut();
  const cues = new Int32Array(words);
  for (let at = start; at < end; at++) {
    const row = rowOf[text.charCodeAt(at)] as number;
    if (row === 0) continue;
    for (let word = 0; word < words; word++) cues[word] = (cues[word] as number) | (rows[row + word] as number);
  }
  return cues;
}

/** Whether `found` can match at all in a text with these cues. */
export function possible(found: Pattern, cues: Int32Array): boolean {
  for (const need of found.needs) if (((cues[need.word] as number) & need.bit) === 0) return false;
  return true;
}

function layOut(): void {
  words = Math.ceil(sets.length / BITS);
  const characters = [...new Set(sets.flatMap((set) => [...set]))];
  rowOf = new Uint16Array(0x10000);
  rows = new Int32Array((characters.length + 1) * words);
  for (const [index, char] of characters.entries()) rowOf[char.charCodeAt(0)] = (index + 1) * words;
  for (const [index, set] of sets.entries()) {
    const word = Math.floor(index / BITS);
    for (const char of set) {
      const at = (rowOf[char.charCodeAt(0)] ?? 0) + word;
      rows[at] = (rows[at] ?? 0) | (1 << (index % BITS));
    }
  }
}

/** Sets of which a match holds a character each, the rarest first. */
type Needed = readonly ReadonlySet<string>[];
const MOST_SETS = 3;

function cost(set: ReadonlySet<string>): number {
  let sum = 0;
  for (const char of set) sum += COMMON.includes(char) ? 30 : 1;
  return sum;
}

function rarest(sets: Needed): Needed {
  return sets.length <= 1 ? sets : [...sets].sort((a, b) => cost(a) - cost(b)).slice(0, MOST_SETS);
}

/** Reads as much of the syntax as the acts use: groups, looks, classes, quantifiers, alternatives. */
class Parser {
  private at = 0;
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  all(): Needed {
    return this.alternatives();
  }

  private alternatives(): Needed {
    let found: Needed | null = null;
    do {
      if (this.source[this.at] === '|') this.at += 1;
      const next = this.sequence();
      found = found === null ? next : either(found, next);
    } while (this.source[this.at] === '|');
    return found;
  }

  private sequence(): Needed {
    const found: ReadonlySet<string>[] = [];
    while (this.at < this.source.length && this.source[this.at] !== '|' && this.source[this.at] !== ')') {
      const atom = this.atom();
      if (this.quantified()) found.push(...atom);
    }
    return rarest(found);
  }

  /** Reads a quantifier; whether what it stands behind must occur. */
  private quantified(): boolean {
    const hit = /^(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/.exec(this.source.slice(this.at, this.at + 12));
    if (!hit) return true;
    this.at += hit[0].length;
    return hit[0][0] === '+' || Number(hit[1] ?? 0) > 0;
  }

  private atom(): Needed {
    const char = this.source[this.at] ?? '';
    this.at += 1;
    if (char === '(') return this.group();
    if (char === '[') return this.class();
    if (char === '\\') {
      const escaped = this.source[this.at] ?? '';
      this.at += 1;
      return /[a-zA-Z0-9]/.test(escaped) ? (escaped === 'n' ? [new Set('\n')] : []) : [new Set(escaped)];
    }
    return char === '^' || char === '$' || char === '.' ? [] : [new Set(char)];
  }

  private group(): Needed {
    const looks = /^\?<?[=!]/.test(this.source.slice(this.at, this.at + 3));
    const kind = /^\?(?::|<?[=!])/.exec(this.source.slice(this.at, this.at + 3));
    if (kind) this.at += kind[0].length;
    const found = this.alternatives();
    this.at += 1;
    return looks ? [] : found;
  }

  private class(): Needed {
    const end = this.source.indexOf(']', this.at);
    const inside = this.source.slice(this.at, end);
    this.at = end + 1;
    // A class that shuts out, or spans a range, may be nearly anything.
    return /^\^|\\|.-./.test(inside) ? [] : [new Set(inside)];
  }
}

function either(a: Needed, b: Needed): Needed {
  const found: Set<string>[] = [];
  for (let at = 0; at < Math.min(a.length, b.length); at++) found.push(new Set([...(a[at] ?? []), ...(b[at] ?? [])]));
  return found;
}
