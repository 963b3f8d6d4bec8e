/**
 * Sets of signs, characters or pairs of them, of which every match of a regular expression must hold one each, read off
 * the expression itself: a list kept by hand would silently deafen a rule. Knows the part of the syntax the rules use.
 */
export type Needed = readonly ReadonlySet<string>[];

/** The sets of all that `source` cannot match without, the rarest first; none when anything may match. */
export function neededIn(source: string): Needed {
  return new Reader(source).read();
}

/** Common in shop chat, commonest first: a poor sign of anything. */
const COMMON =
  '的您亲了是不一我可以这有在下给到要发哦就好个你们没那单会呢能看后时吗货上天都请帮来快收为说还买对家多很点过件小大用么吧哈啊呀什付拍再';
const RANK = new Map([...COMMON].map((char, rank) => [char, rank]));
/** A larger set is in nearly every text. */
const MOST_SIGNS = 400;
/** Of two neighbours so many pairs are written out. */
const MOST_PAIRS = 160;
/** How much rarer than a character a pair is, about. */
const PAIR = 200;
/** Of one group so many sets are followed. */
const MOST_SETS = 4;

function cost(set: ReadonlySet<string>): number {
  let sum = 0;
  for (const sign of set) {
    const [one = '', two] = sign;
    sum += two === undefined ? costOf(one) : (costOf(one) * costOf(two)) / PAIR;
  }
  return sum;
}

function costOf(char: string): number {
  const rank = RANK.get(char);
  return rank === undefined ? 1 : 60 - Math.min(rank, 50);
}

/** What a part of an expression tells: what it needs, and with which characters it can begin and end (null: unknown). */
type Part = { needed: Needed; first: Chars; last: Chars /** A look or an anchor: takes no room. */; empty?: boolean };
type Chars = ReadonlySet<string> | null;

const ANYTHING: Part = { needed: [], first: null, last: null };
const NO_ROOM: Part = { needed: [], first: null, last: null, empty: true };
const DIGITS = '0123456789';

function oneOf(chars: ReadonlySet<string>): Part {
  return { needed: [chars], first: chars, last: chars };
}

function either(one: Part, other: Part): Part {
  const needed: Set<string>[] = [];
  for (let at = 0; at < Math.min(one.needed.length, other.needed.length); at++) {
    const both = new Set([...(one.needed[at] ?? []), ...(other.needed[at] ?? [])]);
    if (both.size <= MOST_SIGNS) needed.push(both);
  }
  return { needed, first: union(one.first, other.first), last: union(one.last, other.last) };
}

function union(one: Chars, other: Chars): Chars {
  return one && other ? new Set([...one, ...other]) : null;
}

/** A sequence while it is read. */
class Sequence {
  private readonly needed: ReadonlySet<string>[] = [];
  private first: Chars = new Set();
  private begun = false;
  private last: Chars = new Set();

  add(part: Part, optional: boolean): void {
    if (!optional) this.needed.push(...part.needed);
    if (part.empty) return;
    if (!optional && this.begun && this.last && part.first && this.last.size * part.first.size <= MOST_PAIRS)
      this.needed.push(pairsOf(this.last, part.first));
    if (!this.begun) this.first = union(this.first, part.first);
    this.last = optional ? union(this.last, part.last) : part.last;
    this.begun ||= !optional;
  }

  whole(): Part {
    const needed = this.needed.sort((one, other) => cost(one) - cost(other)).slice(0, MOST_SETS);
    return this.begun ? { needed, first: this.first, last: this.last } : { ...ANYTHING, needed };
  }
}

function pairsOf(first: ReadonlySet<string>, second: ReadonlySet<string>): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const one of first) for (const two of second) pairs.add(one + two);
  return pairs;
}

class Reader {
  private at = 0;
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  read(): Needed {
    return this.alternatives().needed;
  }

  private alternatives(): Part {
    let found = this.sequence();
    while (this.source.charAt(this.at) === '|') {
      this.at += 1;
      found = either(found, this.sequence());
    }
    return found;
  }

  private sequence(): Part {
    const found = new Sequence();
    while (this.at < this.source.length && !'|)'.includes(this.source.charAt(this.at))) {
      const atom = this.atom();
      found.add(atom, this.optional());
    }
    return found.whole();
  }

  /** Reads a quantifier, if there is one, and says whether it allows nothing at all. */
  private optional(): boolean {
    const match = /^(?:[?*+]|\{(\d+),?\d*\})\??/.exec(this.source.slice(this.at, this.at + 12));
    if (!match) return false;
    this.at += match[0].length;
    return match[0].startsWith('?') || match[0].startsWith('*') || Number(match[1] ?? 1) === 0;
  }

  private atom(): Part {
    const char = this.source.charAt(this.at);
    this.at += 1;
    if (char === '(') return this.group();
    if (char === '[') return this.charClass();
    if (char === '^' || char === '$') return NO_ROOM;
    if (char === '.') return ANYTHING;
    const chars = char === '\\' ? this.escaped() : char;
    return chars === null ? ANYTHING : oneOf(new Set(chars));
  }

  /** What must stand before or behind a match stands in the text too. */
  private group(): Part {
    const opening = /^\?(?:<?[=!]|:)/.exec(this.source.slice(this.at, this.at + 4))?.[0] ?? '';
    this.at += opening.length;
    const inside = this.alternatives();
    this.at += 1;
    if (opening.includes('!')) return NO_ROOM;
    return opening.includes('=') ? { ...NO_ROOM, needed: inside.needed } : inside;
  }

  /** The characters an escape stands for; null when they are too many to tell. */
  private escaped(): string | null {
    const char = this.source.charAt(this.at);
    this.at += 1;
    if (char === 'u') {
      this.at += 4;
      return String.fromCharCode(Number.parseInt(this.source.slice(this.at - 4, this.at), 16));
    }
    if (char === 'd') return DIGITS;
    if (char === 'n') return '\n';
    return /[a-zA-Z0-9]/.test(char) ? null : char;
  }

  private charClass(): Part {
    const excludes = this.source.charAt(this.at) === '^';
    const set = new Set<string>();
    let known = !excludes;
    while (this.source.charAt(this.at) !== ']') {
      const first = this.member();
      if (this.source.charAt(this.at) === '-' && this.source.charAt(this.at + 1) !== ']') {
        this.at += 1;
        const end = this.member();
        const [low, high] = [first?.charCodeAt(0) ?? 0, end?.charCodeAt(0) ?? 0];
        if (high - low > MOST_SIGNS) known = false;
        else for (let unit = low; unit <= high; unit++) set.add(String.fromCharCode(unit));
      } else if (first === null) known = false;
      else for (const char of first) set.add(char);
    }
    this.at += 1;
    return known && set.size > 0 && set.size <= MOST_SIGNS ? oneOf(set) : ANYTHING;
  }

  private member(): string | null {
    const char = this.source.charAt(this.at);
    this.at += 1;
    return char === '\\' ? this.escaped() : char;
  }
}
