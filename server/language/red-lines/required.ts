/**
 * Which characters a text must hold for a branch to match it at all: at least one of either set given back, the more
 * telling set first. Lets a rule be passed over without running it. Knows the part of the syntax the rules use.
 */
export function requiredChars(source: string): readonly [ReadonlySet<string> | null, ReadonlySet<string> | null] {
  const sets = new Reader(source).required();
  return [sets[0] ?? null, sets[1] ?? null];
}

/** Common in shop chat, commonest first: a poor sign of anything. */
const COMMON =
  '的您亲了是不一我可以这有在下给到要发哦就好个你们没那单会呢能看后时吗货上天都请帮来快收为说还买对家多很点过件小收大用';
const MOST_CHARS = 400;

function cost(set: ReadonlySet<string>): number {
  let sum = 0;
  for (const char of set) {
    const rank = COMMON.indexOf(char);
    sum += rank < 0 ? 1 : 60 - Math.min(rank, 50);
  }
  return sum;
}

class Reader {
  private at = 0;
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  /** The sets of the parts that must all be there, the rarest first. The source is one branch. */
  required(): ReadonlySet<string>[] {
    const sets: ReadonlySet<string>[] = [];
    this.sequence((set) => sets.push(set));
    return sets.sort((one, other) => cost(one) - cost(other));
  }

  private alternatives(): ReadonlySet<string> | null {
    const union = new Set<string>();
    let certain = true;
    for (;;) {
      const branch = this.sequence();
      if (branch) for (const char of branch) union.add(char);
      else certain = false;
      if (this.source.charAt(this.at) !== '|') break;
      this.at += 1;
    }
    return certain && union.size <= MOST_CHARS ? union : null;
  }

  private sequence(each?: (set: ReadonlySet<string>) => void): ReadonlySet<string> | null {
    let best: ReadonlySet<string> | null = null;
    while (this.at < this.source.length && !'|)'.includes(this.source.charAt(this.at))) {
      const one = this.atom();
      const optional = this.quantifier();
      if (!one || optional) continue;
      each?.(one);
      if (!best || cost(one) < cost(best)) best = one;
    }
    return best;
  }

  /** Reads a quantifier, if there is one, and says whether it allows nothing at all. */
  private quantifier(): boolean {
    const match = /^(?:[?*+]|\{(\d+),?\d*\})\??/.exec(this.source.slice(this.at, this.at + 12));
    if (!match) return false;
    this.at += match[0].length;
    return match[0].startsWith('?') || match[0].startsWith('*') || match[1] === '0';
  }

  private atom(): ReadonlySet<string> | null {
    const char = this.source.charAt(this.at);
    this.at += 1;
    if (char === '(') return this.group();
    if (char === '[') return this.charClass();
    if (char === '\\') return this.escape();
    return '.^$'.includes(char) ? null : new Set([char]);
  }

  private group(): ReadonlySet<string> | null {
    const opening = /^\?(?:<?[=!]|:)/.exec(this.source.slice(this.at, this.at + 4))?.[0] ?? '';
    this.at += opening.length;
    const inside = this.alternatives();
    this.at += 1;
    return opening.includes('!') ? null : inside;
  }

  private escape(): ReadonlySet<string> | null {
    const char = this.source.charAt(this.at);
    this.at += 1;
    if (char === 'u') {
      const code = this.source.slice(this.at, this.at + 4);
      this.at += 4;
      return new Set([String.fromCharCode(Number.parseInt(code, 16))]);
    }
    if (char === 'd') return new Set('0123456789');
    return /[a-zA-Z]/.test(char) && char !== 'n' ? null : new Set([char === 'n' ? '\n' : char]);
  }

  private charClass(): ReadonlySet<string> | null {
    const end = this.endOfClass();
    const inside = this.source.slice(this.at, end);
    this.at = end + 1;
    if (inside.startsWith('^')) return null;
    const set = new Set<string>();
    for (let at = 0; at < inside.length; at++) {
      if (inside.charAt(at) === '\\') {
        if (inside.charAt(at + 1) !== 'd') return null;
        for (const digit of '0123456789') set.add(digit);
        at += 1;
      } else if (inside.charAt(at + 1) === '-' && at + 2 < inside.length) {
        const last = inside.charCodeAt(at + 2);
        if (last - inside.charCodeAt(at) > MOST_CHARS) return null;
        for (let unit = inside.charCodeAt(at); unit <= last; unit++) set.add(String.fromCharCode(unit));
        at += 2;
      } else set.add(inside.charAt(at));
    }
    return set;
  }

  private endOfClass(): number {
    let end = this.at;
    while (this.source.charAt(end) !== ']') end += this.source.charAt(end) === '\\' ? 2 : 1;
    return end;
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
