import { type Reading, readText } from '../reading/clauses.ts';
import { normalise } from '../reading/normalise.ts';
import { isParticle } from '../reading/particles.ts';
import { type Sign, signAt } from '../reading/polarity.ts';
import { type Value, valuesIn } from '../reading/values.ts';

/** One thing a key demands: a concept (id below 65,536), a bigram, or a single left-over character. */
export type Part = { id: number; weight: number; group: number } & Sign;

export type Key = {
  text: string;
  /** The wording after normalising. */
  plain: string;
  /** The same without the particles that close a sentence. */
  bare: string;
  parts: readonly Part[];
  values: readonly (Value & { denied: boolean; weight: number })[];
  /** The key speaks of who pays: a clause that doesn't can't cover it. */
  payer: 1 | -1 | 0;
  /** Both pay a part: 寄回您付，换好发出我们付. */
  split: boolean;
  /** The key is itself about a condition (要有质量问题才退). */
  otherCase: boolean;
  /** Kinds of case it names, and who is to act in it. */
  cases: ReadonlySet<number>;
  actor: 1 | -1 | 0;
  /** It speaks of another time itself: 减50是去年的. */
  echoes: boolean;
  total: number;
  /** Total of `parts` alone. */
  partTotal: number;
};

const MOST_PARTS = 30;
const GRAM_WEIGHT = 0.55;
const LONE_WEIGHT = 0.4;
const VALUE_WEIGHT = 1.3;
/** 两件都能退: how many pieces is seldom what a sentence is about. */
const COUNT_WEIGHT = 0.5;
const COUNTED = /^[件个双只单款样次]$/;
const PAYER_WEIGHT = 1.2;
/** Characters too common to carry a topic by themselves. */
const FAINT = new Set([...'不没别无一是有好看说做想看对可能行样点时事人下后前才只从用帮算然话真']);

/** 鞋拆盒试过，可以退: what leads up to the verdict weighs less than the verdict. */
const BACKGROUND = 0.6;
function backgroundClauses(reading: Reading): Set<number> {
  const firm = new Set(reading.tokens.filter((token) => token.explicit).map((token) => token.clause));
  if (firm.size === 0) return firm;
  return new Set(
    reading.clauses.map((_, index) => index).filter((index) => !firm.has(index) && !reading.clauses[index]?.bare),
  );
}

/** Two characters as one id; it fits a small integer, and no pair of characters met in chat shares an id with a concept. */
export function gramId(first: number, second: number): number {
  return (((first & 0x7fff) << 16) | second) ^ (0x2600 << 16);
}

export function loneId(unit: number): number {
  return 0x10000 + unit;
}

const CLOSING = /[的了呢哦啊呀哈啦嘛吧哒滴咯哟喔噢]/g;

/** A text without the particles that close a sentence. */
export function bareOf(text: string): string {
  return text.replace(CLOSING, '');
}

/** Compiles one wording into what a reply must contain to say the same. */
export function compileKey(wording: string): Key {
  const text = normalise(wording).text;
  const reading = readText(text);
  const parts = new Map<number, Part>();
  const add = (part: Part) => {
    const known = parts.get(part.id);
    if (!known || known.weight < part.weight) parts.set(part.id, part);
  };
  const plain = backgroundClauses(reading);
  for (const token of reading.tokens) {
    const weight = plain.has(token.clause) ? token.weight * BACKGROUND : token.weight;
    add({
      id: token.id,
      weight,
      group: token.group,
      sign: token.sign,
      explicit: token.explicit,
      axis: token.axis,
    });
  }
  for (const part of leftOvers(reading)) add(part);
  const chosen = [...parts.values()].sort((a, b) => b.weight - a.weight).slice(0, MOST_PARTS);
  const values = reading.values.map((value) => ({
    ...value,
    denied: value.explicit && value.sign < 0,
    weight: COUNTED.test(value.unit) ? COUNT_WEIGHT : VALUE_WEIGHT,
  }));
  const endOfDay = values.some((value) => value.kind === 'date');
  const counted = values.filter((value) => !(endOfDay && value.kind === 'clock' && value.is % (12 * 60) === 0));
  const payer =
    reading.tokens.find((token) => token.axis === 1)?.sign ??
    reading.clauses.find((one) => one.bare?.axis === 1)?.bare?.sign ??
    0;
  const partTotal = chosen.reduce((sum, part) => sum + part.weight, 0);
  return {
    text: wording,
    plain: text,
    bare: bareOf(text),
    parts: chosen,
    values: counted,
    payer,
    split: SPLIT.test(text) || (bears(reading, 1) && bears(reading, -1)),
    otherCase: reading.clauses.some((clause) => clause.otherCase),
    cases: new Set(reading.clauses.flatMap((clause) => [...clause.cases, ...clause.under])),
    echoes: reading.clauses.some((clause) => clause.retracted),
    actor: reading.clauses.find((clause) => clause.actor !== 0)?.actor ?? 0,
    partTotal,
    total: partTotal + counted.reduce((sum, value) => sum + value.weight, 0) + (payer === 0 ? 0 : PAYER_WEIGHT),
  };
}

export { PAYER_WEIGHT };

const SPLIT = /各(?:付|出|担|承担|自)|一人(?:出|付|掏|担|承担)?一(?:半|趟|程|边)|对半|平摊|分摊/;

function bears(reading: Reading, payer: 1 | -1): boolean {
  return reading.clauses.some((clause) => (clause.payer || (clause.bare?.axis === 1 ? clause.bare.sign : 0)) === payer);
}

/** Bigrams and lone characters no word of the lexicon covers: 耳后, 敏感肌 of a shop's own vocabulary. */
function leftOvers(reading: Reading): Part[] {
  const covered = new Uint8Array(reading.text.length);
  for (const word of reading.known) covered.fill(1, word.start, word.end);
  for (const value of reading.values) covered.fill(1, value.start, value.end);
  const parts: Part[] = [];
  for (const clause of reading.clauses) {
    let run = '';
    for (let at = clause.start; at <= clause.end; at++) {
      const char = at < clause.end ? reading.text.charAt(at) : '';
      const left =
        char !== '' && covered[at] === 0 && !isParticle(char) && /[\u3400-\u9fffa-z0-9]/.test(char) && !FAINT.has(char);
      if (left) {
        run += char;
        continue;
      }
      if (run !== '') parts.push(...partsOfRun(run, signAt(clause.govern, at - run.length, at, clause.payer)));
      run = '';
    }
  }
  return parts;
}

function partsOfRun(run: string, sign: Sign): Part[] {
  if (run.length === 0) return [];
  if (run.length === 1) return [{ id: loneId(run.charCodeAt(0)), weight: LONE_WEIGHT, group: 0, ...sign }];
  const parts: Part[] = [];
  for (let at = 0; at + 1 < run.length; at++) {
    parts.push({ id: gramId(run.charCodeAt(at), run.charCodeAt(at + 1)), weight: GRAM_WEIGHT, group: 0, ...sign });
  }
  return parts;
}

/** The typed right answer an author wrote, e.g. `{kind: amount, is: 29元}`; null when it can't be read as that kind. */
export function typedValue(kind: string, is: string): Value | null {
  const found = valuesIn(normalise(is).text);
  const units: Record<string, string> = {
    amount: '元',
    duration: '天',
    date: '号',
    percent: '折',
    size: '码',
    clock: '点',
  };
  const fitting = found.find((value) => value.kind === kind);
  if (fitting) return fitting;
  const unit = units[kind];
  if (unit === undefined) return null;
  return valuesIn(normalise(`${is.trim()}${unit}`).text).find((value) => value.kind === kind) ?? null;
}
