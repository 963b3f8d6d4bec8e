/**
 * Sets of characters of which every match of a regular expression must hold one each, read off the expression itself: a
 * list kept by hand would silently deafen a rule. Knows the part of the syntax the rules use.
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
const MOST_CHARS = 400;
/** Of one group so many sets are followed. */
const MOST_SETS = 4;

function cost(set: ReadonlySet<string>): number {
  let sum = 0;
  for (const char of set) {
    const rank = RANK.get(char);
    sum += rank === undefined ? 1 : 60 - Math.min(rank, 50);
  }
  return sum;
}

function rarest(sets: ReadonlySet<string>[]): Needed {
  return sets.sort((one, other) => cost(one) - cost(other)).slice(0, MOST_SETS);
}

function either(one: Needed, other: Needed): Needed {
  const found: Set<string>[] = [];
  for (let at = 0; at < Math.min(one.length, other.length); at++) {
    const both = new Set([...(one[at] ?? []), ...(other[at] ?? [])]);
    if (both.size <= MOST_CHARS) found.push(both);
  }
  return found;
}

const NOTHING: Needed = [];
const DIGITS = '0123456789';

class Reader {
  private at = 0;
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  read(): Needed {
    return this.alternatives();
  }

  private alternatives(): Needed {
    let found = this.sequence();
    while (this.source.charAt(this.at) === '|') {
      this.at += 1;
      found = either(found, this.sequence());
    }
    return found;
  }

  private sequence(): Needed {
    const found: ReadonlySet<string>[] = [];
    while (this.at < this.source.length && !'|)'.includes(this.source.charAt(this.at))) {
      const atom = this.atom();
      if (!this.optional()) found.push(...atom);
    }
    return rarest(found);
  }

  /** Reads a quantifier, if there is one, and says whether it allows nothing at all. */
  private optional(): boolean {
    const match = /^(?:[?*+]|\{(\d+),?\d*\})\??/.exec(this.source.slice(this.at, this.at + 12));
    if (!match) return false;
    this.at += match[0].length;
    return match[0].startsWith('?') || match[0].startsWith('*') || Number(match[1] ?? 1) === 0;
  }

  private atom(): Needed {
    const char = this.source.charAt(this.at);
    this.at += 1;
    if (char === '(') return this.group();
    if (char === '[') return this.charClass();
    if (char === '\\') return this.oneOf(this.escaped());
    return '.^$'.includes(char) ? NOTHING : [new Set([char])];
  }

  /** What must stand before or behind a match stands in the text too. */
  private group(): Needed {
    const opening = /^\?(?:<?[=!]|:)/.exec(this.source.slice(this.at, this.at + 4))?.[0] ?? '';
    this.at += opening.length;
    const inside = this.alternatives();
    this.at += 1;
    return opening.includes('!') ? NOTHING : inside;
  }

  private oneOf(chars: string | null): Needed {
    return chars === null ? NOTHING : [new Set(chars)];
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

  private charClass(): Needed {
    const excludes = this.source.charAt(this.at) === '^';
    const set = new Set<string>();
    let known = !excludes;
    while (this.source.charAt(this.at) !== ']') {
      const first = this.member();
      if (this.source.charAt(this.at) === '-' && this.source.charAt(this.at + 1) !== ']') {
        this.at += 1;
        const end = this.member();
        const [low, high] = [first?.charCodeAt(0) ?? 0, end?.charCodeAt(0) ?? 0];
        if (high - low > MOST_CHARS) known = false;
        else for (let unit = low; unit <= high; unit++) set.add(String.fromCharCode(unit));
      } else if (first === null) known = false;
      else for (const char of first) set.add(char);
    }
    this.at += 1;
    return known && set.size > 0 ? [set] : NOTHING;
  }

  private member(): string | null {
    const char = this.source.charAt(this.at);
    this.at += 1;
    return char === '\\' ? this.escaped() : char;
  }
}

/** The branches of a pattern's outermost alternation. */
export function branchesOf(source: string): string[] {
  const branches: string[] = [];
  let depth = 0;
  let from = 0;
  let inClass = false;
  for (let at = 0; at < source.length; at++) {
    const char = source.charAt(at);
    if (char === '\\') at += 1;
    else if (inClass) inClass = char !== ']';
    else if (char === '[') inClass = true;
    else if (char === '(') depth += 1;
    else if (char === ')') depth -= 1;
    else if (char === '|' && depth === 0) {
      branches.push(source.slice(from, at));
      from = at + 1;
    }
  }
  branches.push(source.slice(from));
  return branches;
}
