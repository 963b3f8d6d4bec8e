import { type Entry, type Mark, wordAt } from './lexicon.ts';
import { type Value, valuesIn } from './values.ts';

/** More clauses than anybody types in one turn; the rest of a flood is not read. */
const MOST_CLAUSES = 240;

/** `axis` tells what the sign is about: 1 = who pays (+ the shop), 0 = whether it is so. */
export type Sign = { sign: 1 | -1; explicit: boolean; axis: 0 | 1 };
export type Token = { id: number; weight: number; group: number; start: number; end: number; clause: number } & Sign;
export type Stated = Value & Sign & { clause: number };

export type Clause = {
  start: number;
  end: number;
  question: boolean;
  /** 如果 / …的话: what follows holds for one case. */
  conditional: boolean;
  /** 质量问题才是我们出: speaks of a case that need not be this customer's. */
  otherCase: boolean;
  hedged: boolean;
  /** A yes or no without an object: 不可以的哈. */
  bare: Sign | null;
  /** Weight of everything said in it. */
  weight: number;
  /** Folded text without particles, for bigrams. */
  plain: string;
};

export type Reading = { text: string; clauses: Clause[]; tokens: Token[]; values: Stated[] };

const PARTICLES = new Set([
  ...'的了呢哦啊呀哈啦嘛吧亲您你我们就也都还很是在这那个给把被要到有会去来着得地和跟与及又再先只吗么咱她他它请嗯噢喔哟咯滴哒滴款位',
]);
const QUESTION =
  /\?|吗|是不是|有没有|能不能|可不可以|会不会|要不要|行不行|好不好|多少|什么|为啥|哪[里儿个款种一天边位]|怎么|几[点天号件码个]|么$|没$|不$|没有$|还是.{1,8}呢?$|了没/;
const NOT_A_QUESTION = /没什么|多少都|无论|不管|什么都|都什么|怎么都|多多少少|不多少|为什么都|什么时候都|随便什么|任何|不是不|怎么说|没多少|哪怕/;

const SPACE = 0x20;

export function isParticle(char: string): boolean {
  return PARTICLES.has(char);
}

/** Reads folded text into clauses, concept tokens with their polarity, and typed values. Linear in its length. */
export function readText(text: string): Reading {
  const reading: Reading = { text, clauses: [], tokens: [], values: [] };
  const values = valuesIn(text);
  let from = 0;
  let valueAt = 0;
  while (from < text.length && reading.clauses.length < MOST_CLAUSES) {
    const to = clauseEnd(text, from);
    const own: Value[] = [];
    while (valueAt < values.length && (values[valueAt]?.start ?? 0) < to) {
      const value = values[valueAt];
      if (value && value.start >= from) own.push(value);
      valueAt += 1;
    }
    readClause(reading, from, to, own);
    from = to;
    while (from < text.length && isBreak(text, from)) from += 1;
  }
  passBarePredicatesBack(reading);
  return reading;
}

function clauseEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (isBreak(text, at)) return at;
    if (at > from && wordAt(text, at)?.entry.mark === 'break') return at;
    if (at > from + 1 && wordAt(text, at)?.entry.mark === 'if' && !text.startsWith('的话', at)) return at;
    if (at > from && text.startsWith('的话', at)) return isBreak(text, at + 2) ? at + 2 : at + 2;
  }
  return text.length;
}

const BREAKS = new Set([...',。;!?\n、~…—()【】“”"|']);
export function isBreak(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit === SPACE) return text.charCodeAt(at - 1) > 0x7f || text.charCodeAt(at + 1) > 0x7f;
  if (unit >= 0xe000 && unit <= 0xe003) return true;
  const char = text.charAt(at);
  if (char === ':' || char === '.') return !/[0-9]/.test(text.charAt(at + 1)) || !/[0-9]/.test(text.charAt(at - 1));
  return BREAKS.has(char);
}

type Heard = { mark: Mark; at: number; end: number };

function readClause(reading: Reading, start: number, end: number, values: Value[]): void {
  const index = reading.clauses.length;
  const text = reading.text;
  const marks: Heard[] = [];
  const words: { entry: Entry; start: number; end: number }[] = [];
  let at = start;
  let next = 0;
  let plain = '';
  while (at < end) {
    const value = values[next];
    if (value && at >= value.start) {
      plain += text.slice(at, value.end);
      at = Math.max(value.end, at + 1);
      next += 1;
      continue;
    }
    const found = wordAt(text, at);
    const length = found && at + found.length <= end ? found.length : 1;
    if (found && length === found.length) {
      if (found.entry.mark) marks.push({ mark: found.entry.mark, at, end: at + length });
      if (found.entry.concepts.length > 0) words.push({ entry: found.entry, start: at, end: at + length });
    }
    for (let step = 0; step < length; step++) if (!PARTICLES.has(text.charAt(at + step))) plain += text.charAt(at + step);
    at += length;
  }
  const raw = text.slice(start, Math.min(end + 1, text.length));
  const payer = whoPays(marks, text);
  const govern = governing(marks, payer !== 0, words);
  let weight = 0;
  for (const word of words) {
    const sign = signAt(govern, word.start, word.end, payer);
    const share = Math.min(1, 1.3 / word.entry.concepts.reduce((sum, one) => sum + one.weight, 0));
    for (const { id, weight: full, group } of word.entry.concepts) {
      const own = word.entry.own;
      const flipped = own !== 0 && govern.some((mark) => mark.sign < 0 && mark.end === word.start);
      const signed: Sign =
        own === 0 ? sign : { sign: flipped ? -own as 1 | -1 : own, explicit: true, axis: 0 };
      reading.tokens.push({ id, weight: full * share, group, start: word.start, end: word.end, clause: index, ...signed });
      weight += full * share;
    }
  }
  for (const value of values) {
    reading.values.push({ ...value, ...signAt(govern, value.start, value.end, 0), clause: index });
    weight += 1;
  }
  const has = (mark: Mark) => marks.some((heard) => heard.mark === mark);
  const signs = govern.filter((mark) => mark.sign !== 0);
  const last = signs.at(-1);
  const contentless = words.length === 0 && values.length === 0;
  reading.clauses.push({
    start,
    end,
    question: QUESTION.test(raw) && !NOT_A_QUESTION.test(raw),
    conditional: has('if'),
    otherCase: has('only-if'),
    hedged: has('hedge'),
    bare: !contentless
      ? null
      : payer !== 0
        ? { sign: payer, explicit: true, axis: 1 }
        : last && plain.length <= 6
          ? { sign: last.sign as 1 | -1, explicit: true, axis: 0 }
          : null,
    weight,
    plain,
  });
}

type Govern = { at: number; end: number; sign: 1 | -1; after: boolean };

/** The clause's polarity marks, with 不是 turned into the flip of what follows and 没有X…也能 read as a lack, not a denial. */
function governing(marks: Heard[], paid: boolean, words: { start: number }[]): Govern[] {
  const found: Govern[] = [];
  let flip: Heard | null = null;
  for (const heard of marks) {
    if (heard.mark === 'not-so') {
      flip = heard;
      found.push({ at: heard.at, end: heard.end, sign: -1, after: true });
    } else if (heard.mark === 'negative' || heard.mark === 'denied-after' || heard.mark === 'positive') {
      if (paid && heard.mark === 'positive') continue;
      const sign = heard.mark === 'positive' ? 1 : -1;
      if (flip) {
        found.pop();
        found.push({ at: flip.at, end: heard.end, sign: sign === 1 ? -1 : 1, after: heard.mark !== 'denied-after' });
        flip = null;
      } else if (found.at(-1)?.end === heard.at && heard.mark !== 'denied-after') {
        // 不 + 会, 也 + 能: one predicate; its first part decides unless that was only 有 or 要.
        const before = found.at(-1);
        if (before) {
          before.end = heard.end;
          before.sign = before.sign === -1 || sign === -1 ? -1 : 1;
        }
      } else {
        found.push({ at: heard.at, end: heard.end, sign, after: heard.mark !== 'denied-after' });
      }
    }
  }
  const first = found[0];
  const second = found[1];
  if (first && second && first.sign === -1 && first.after && second.sign === 1 && words.some((word) => word.start >= second.end)) {
    return found.slice(1);
  }
  return found;
}

function signAt(govern: readonly Govern[], start: number, end: number, payer: 1 | -1 | 0): Sign {
  if (payer !== 0) return { sign: payer, explicit: true, axis: 1 };
  let before: Govern | null = null;
  for (const mark of govern) {
    if (mark.end <= start) before = mark;
    else if (mark.at >= end) {
      if (!before || !mark.after) return { sign: mark.sign, explicit: true, axis: 0 };
      break;
    }
  }
  return before ? { sign: before.sign, explicit: true, axis: 0 } : { sign: 1, explicit: false, axis: 0 };
}

/** Who bears the cost, as far as the clause says: 1 the shop, -1 the customer, 0 not said. */
function whoPays(marks: readonly Heard[], text: string): 1 | -1 | 0 {
  let pays: 1 | -1 | 0 = 0;
  for (let at = 0; at < marks.length; at++) {
    const heard = marks[at];
    if (!heard) continue;
    const before = marks[at - 1];
    const denied = before && (before.mark === 'negative' || before.mark === 'not-so') && heard.at - before.end <= 1;
    if (heard.mark === 'free') pays = denied ? -1 : 1;
    if (heard.mark === 'charged') pays = denied ? 1 : -1;
    if (heard.mark === 'pays') pays = payerBefore(marks, at) || pays;
    if (heard.mark === 'on-account-of') {
      const who = marks[at + 1];
      if (who && who.at - heard.end <= 1) pays = who.mark === 'seller' ? 1 : who.mark === 'buyer' ? -1 : pays;
      else if (/^我的?/.test(text.slice(heard.end, heard.end + 2))) pays = 1;
    }
  }
  return pays;
}

function payerBefore(marks: readonly Heard[], verb: number): 1 | -1 | 0 {
  const end = marks[verb]?.at ?? 0;
  let flips = 1;
  for (let at = verb - 1; at >= 0; at--) {
    const heard = marks[at];
    if (!heard || end - heard.end > 6) return 0;
    if (heard.mark === 'negative' || heard.mark === 'not-so') flips = -flips;
    if (heard.mark !== 'seller' && heard.mark !== 'buyer') continue;
    // 您自己 and 个人 + 自己 are one subject.
    const before = marks[at - 1];
    const adjacent = before && heard.at - before.end <= 1;
    if (adjacent && (before.mark === 'negative' || before.mark === 'not-so')) flips = -flips;
    return ((heard.mark === 'seller' ? 1 : -1) * flips) as 1 | -1;
  }
  return 0;
}

/** 防水的话，不支持的: a predicate alone speaks of the clause before it, when that one says nothing itself. */
function passBarePredicatesBack(reading: Reading): void {
  for (let index = 1; index < reading.clauses.length; index++) {
    const bare = reading.clauses[index]?.bare;
    const before = reading.clauses[index - 1];
    if (!bare || !before || before.question || before.bare) continue;
    for (const token of reading.tokens) {
      if (token.clause !== index - 1 || (token.explicit && !(bare.axis === 1 && token.axis === 0))) continue;
      token.sign = bare.sign;
      token.explicit = true;
      token.axis = bare.axis;
    }
  }
}
