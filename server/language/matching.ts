import type { Reading, Sign } from './clauses.ts';
import { gramId, type Key, loneId, PAYER_WEIGHT, VALUE_WEIGHT } from './keys.ts';
import { sameValue, type Value } from './values.ts';

type Place = { clause: number; group: number } & Sign;

/** A reply made ready for looking up keys. */
export type Listening = {
  reading: Reading;
  places: Map<number, Place[]>;
  groups: Map<number, Set<number>>;
  payers: Int8Array;
  /** What the customer's open question already says: it need not be repeated to be answered. */
  given: Set<number>;
  /** What a yes-or-no question asks about: a clear yes or no to it is an answer, however short. */
  asked: Set<number>;
  givenGroups: Set<number>;
  /** Whether another point of the turn has this value as its right one. */
  othersAllow: (value: Value) => boolean;
  givenShare: (keys: readonly Key[]) => boolean;
  /** By clause: which points it names by a word only they have. A clause that names another point isn't about this one. */
  claims: Int32Array;
};

export type Found = {
  key: Key;
  /** 0–1: how much of the key the window says, with its polarity. */
  score: number;
  /** It takes up what a yes-or-no question asked, with a plain yes or no. */
  answers: boolean;
  /** 0–1: how much of its topic is touched, whatever the polarity. */
  topic: number;
  /** The same without values and payer. */
  partTopic: number;
  /** Share said in the reply itself, not taken from the customer's question. */
  direct: number;
  agreed: number;
  opposed: number;
  otherCase: boolean;
  from: number;
  to: number;
  start: number;
  end: number;
};

const GIVEN = 0.7;
const WIDEST = 3;

export function listen(reading: Reading, question: Reading | null): Listening {
  const places = new Map<number, Place[]>();
  const groups = new Map<number, Set<number>>();
  const payers = new Int8Array(reading.clauses.length);
  const put = (id: number, place: Place) => {
    const known = places.get(id);
    if (known) known.push(place);
    else places.set(id, [place]);
  };
  for (const token of reading.tokens) {
    put(token.id, token);
    if (token.axis === 1) payers[token.clause] = token.sign;
    if (token.group !== 0) {
      const key = token.clause * 64 + token.group;
      const known = groups.get(key);
      if (known) known.add(token.id);
      else groups.set(key, new Set([token.id]));
    }
  }
  for (let index = 0; index < reading.clauses.length; index++) {
    const clause = reading.clauses[index];
    if (!clause) continue;
    if (clause.bare?.axis === 1) payers[index] = clause.bare.sign;
    const sign = signOf(reading, index);
    eachGram(clause.plain, (id) => put(id, { clause: index, group: 0, ...sign }));
  }
  const given = new Set<number>();
  for (const token of question?.tokens ?? []) given.add(token.id);
  for (const clause of question?.clauses ?? []) eachGram(clause.plain, (id) => given.add(id));
  const asked = new Set<number>();
  for (const token of question?.tokens ?? []) if (asksYesNo(question, token.clause)) asked.add(token.id);
  return {
    reading,
    places,
    groups,
    payers,
    given,
    asked,
    givenGroups: new Set((question?.tokens ?? []).map((token) => token.group)),
    othersAllow: () => false,
    claims: new Int32Array(reading.clauses.length),
    givenShare: (keys) => keys.some((key) => key.parts.length > 0 && key.parts.every((part) => given.has(part.id))),
  };
}

const YES_NO = /想|我要|帮我|吗|么|是不是|有没有|能不能|可不可以|会不会|不$|没$|没有$|吧/;
const OPEN = /多少|什么|哪|几|怎么|多[久长大重]/;
function asksYesNo(question: Reading | null, index: number): boolean {
  const clause = question?.clauses[index];
  if (!question || !clause) return false;
  const text = question.text.slice(clause.start, clause.end);
  return YES_NO.test(text) && !OPEN.test(text);
}

function signOf(reading: Reading, clause: number): Sign {
  const token =
    reading.tokens.find((one) => one.clause === clause && one.explicit) ??
    reading.tokens.find((one) => one.clause === clause);
  if (token) return { sign: token.sign, explicit: token.explicit, axis: token.axis };
  return reading.clauses[clause]?.bare ?? { sign: 1, explicit: false, axis: 0 };
}

function eachGram(plain: string, put: (id: number) => void): void {
  for (let at = 0; at < plain.length; at++) {
    put(loneId(plain.charCodeAt(at)));
    if (at + 1 < plain.length) put(gramId(plain.charCodeAt(at), plain.charCodeAt(at + 1)));
  }
}

/** 1 they agree, -1 they exclude each other, 0 the reply doesn't tell. */
function relation(wanted: Sign, said: Sign): 1 | 0 | -1 {
  if (wanted.axis === said.axis) {
    if (wanted.sign === said.sign) return 1;
    return wanted.explicit || said.explicit ? -1 : 1;
  }
  if (wanted.axis === 1) return wanted.sign === 1 && said.explicit && said.sign === -1 ? -1 : 0;
  if (wanted.sign === said.sign) return 1;
  return wanted.sign === -1 && said.sign === 1 ? -1 : 0;
}

/** Looks a key up in windows of one to three clauses; null when nothing of it is there. `topical`: for finding opposites. */
export function findKey(heard: Listening, key: Key, bit: number, topical = false): Found | null {
  const clauses = heard.reading.clauses;
  const touched = touchedClauses(heard, key);
  if (touched.size === 0) return null;
  let best: Found | null = null;
  for (const from of touched.keys()) {
    for (let to = from; to < Math.min(from + WIDEST, clauses.length); to++) {
      if (to > from && !touched.has(to)) continue;
      const found = weigh(heard, key, touched, from, to, bit);
      if (found && (!best || rank(found, topical) > rank(best, topical))) best = found;
    }
  }
  return best;
}

function rank(found: Found, topical: boolean): number {
  // Of two windows that say as much, the narrower speaks more surely of one thing.
  return (
    (topical ? found.topic + found.opposed * 0.3 : found.score + found.topic * 0.1) - (found.to - found.from) * 0.005
  );
}

type Touch = { agree: number; firm: number; oppose: number; unclear: number; values: number };

function touchedClauses(heard: Listening, key: Key): Map<number, Touch> {
  const touched = new Map<number, Touch>();
  const at = (clause: number): Touch => {
    const known = touched.get(clause);
    if (known) return known;
    const fresh = { agree: 0, firm: 0, oppose: 0, unclear: 0, values: 0 };
    touched.set(clause, fresh);
    return fresh;
  };
  for (let index = 0; index < key.parts.length; index++) {
    const part = key.parts[index];
    const places = part ? heard.places.get(part.id) : undefined;
    if (!part || !places) continue;
    const bit = 1 << index;
    for (const place of places) {
      const clause = heard.reading.clauses[place.clause];
      if (!clause || clause.question) continue;
      const touch = at(place.clause);
      const said = clause.otherCase && !key.otherCase ? 0 : relation(part, place);
      if (said === 1) {
        touch.agree |= bit;
        if (place.explicit || !part.explicit) touch.firm |= bit;
      } else if (said === -1) touch.oppose |= bit;
      else touch.unclear |= bit;
    }
  }
  for (let index = 0; index < key.values.length && index < 30; index++) {
    const wanted = key.values[index];
    if (!wanted) continue;
    for (const value of heard.reading.values) {
      const clause = heard.reading.clauses[value.clause];
      if (!clause || clause.question || !sameValue(wanted, value)) continue;
      if (value.explicit && value.sign < 0 !== wanted.denied && value.sign < 0) continue;
      at(value.clause).values |= 1 << index;
    }
  }
  if (key.payer !== 0) {
    for (let clause = 0; clause < heard.payers.length; clause++) if (heard.payers[clause] === key.payer) at(clause);
  }
  return touched;
}

function weigh(
  heard: Listening,
  key: Key,
  touched: Map<number, Touch>,
  from: number,
  to: number,
  self: number,
): Found | null {
  let agree = 0;
  let firm = 0;
  let oppose = 0;
  let unclear = 0;
  let values = 0;
  let payer: number = 0;
  let otherCase = false;
  let clauseWeight = 0;
  let claims = 0;
  for (let index = from; index <= to; index++) {
    const touch = touched.get(index);
    const clause = heard.reading.clauses[index];
    // 您先出 alone answers 邮费谁出, and says nothing to a key the question doesn't touch.
    if (!clause?.bare || key.parts.some((part) => heard.given.has(part.id)) || key.parts.length === 0)
      payer = heard.payers[index] || payer;
    claims |= heard.claims[index] ?? 0;
    if (!touch || !clause) continue;
    agree |= touch.agree;
    firm |= touch.firm;
    oppose |= touch.oppose;
    unclear |= touch.unclear;
    values |= touch.values;
    otherCase ||= clause.otherCase && !key.otherCase;
    if (clause.conditional) clauseWeight += clause.weight;
  }
  // 拆了影响二次销售，不退的: the verdict in the next clause isn't left out by a narrower window.
  const nearby = (touched.get(to + 1)?.oppose ?? 0) | (touched.get(to + 2)?.oppose ?? 0);
  let agreed = 0;
  let opposed = 0;
  let vague = 0;
  let unpaidParts = 0;
  let given = 0;
  let strayed = false;
  let answered = 0;
  let fresh = 0;
  const elsewhere = claims !== 0 && (claims & self) === 0;
  for (let index = 0; index < key.parts.length; index++) {
    const part = key.parts[index];
    if (!part) continue;
    const bit = 1 << index;
    if ((oppose | nearby) & bit && !(firm & bit) && (oppose | agree) & bit) opposed += part.weight;
    else if (agree & bit) {
      agreed += part.weight;
      if (heard.asked.has(part.id)) answered += part.weight;
      if (!heard.given.has(part.id)) fresh += part.weight;
    } else if (unclear & bit) {
      vague += part.weight;
      if (part.axis === 1) unpaidParts += part.weight;
    } else {
      if (nearby & bit) opposed += part.weight * 0.7;
      else if (!elsewhere && heard.given.has(part.id)) given += part.weight * GIVEN;
      if (part.group !== 0) {
        const otherAsked = heard.givenGroups.has(part.group) && !heard.given.has(part.id);
        if (otherAsked || namesAnother(heard, part.group, from, to)) strayed = true;
      }
    }
  }
  const said = count(values) * VALUE_WEIGHT;
  const paid = key.payer !== 0 && payer === key.payer ? PAYER_WEIGHT : 0;
  // 头一回换码，来回的邮费我们掏: what is paid for may stand in the clause before.
  if (paid > 0 && !otherCase) agreed += unpaidParts;
  if (paid > 0 && !otherCase) vague -= unpaidParts;
  const direct = agreed + opposed + vague + said + paid;
  if (direct <= 0 || key.total <= 0) return null;
  const start = heard.reading.clauses[from]?.start ?? 0;
  const end = heard.reading.clauses[to]?.end ?? 0;
  const misses = key.values.length > 0 && values === 0;
  const unpaid = key.payer !== 0 && paid === 0;
  let score = (agreed + said + paid + given) / key.total;
  // What the question said doesn't count as an answer: the reply has to bring something of its own.
  if ((agreed + said + paid) / key.total < 0.3) score = Math.min(score, 0.5);
  if (misses || unpaid || opposed > agreed * 0.5) score = Math.min(score, 0.5);
  // Saying the question's own words again, without a yes or a no, tells nothing.
  if (fresh + said + paid === 0 && agreed < key.total * 0.5 && !saidPlainly(heard, from, to))
    score = Math.min(score, 0.5);
  // 可以取消的 to 能取消吗 needs none of the author's further words.
  const answers = answered > 0.5 && opposed === 0 && saidPlainly(heard, from, to);
  if (elsewhere) score *= 0.9;
  if (strayed) score *= 0.5;
  const topic = (direct + given) / key.total;
  return {
    key,
    score,
    answers,
    topic: strayed ? topic * 0.5 : topic,
    partTopic: strayed ? 0 : (agreed + opposed + vague + given) / Math.max(key.partTotal, 0.1),
    direct: direct / key.total,
    agreed: agreed / Math.max(key.partTotal, 0.1),
    opposed: opposed / Math.max(key.partTotal, 0.1),
    otherCase: otherCase || clauseWeight > direct + 1,
    from,
    to,
    start,
    end,
  };
}

function saidPlainly(heard: Listening, from: number, to: number): boolean {
  return heard.reading.tokens.some((token) => token.clause >= from && token.clause <= to && token.explicit);
}

function namesAnother(heard: Listening, group: number, from: number, to: number): boolean {
  for (let clause = from; clause <= to; clause++) if (heard.groups.has(clause * 64 + group)) return true;
  return false;
}

function count(bits: number): number {
  let ones = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) ones += 1;
  return ones;
}
