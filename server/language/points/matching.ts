import { rivals } from '../reading/same-value.ts';
import { type Key, PAYER_WEIGHT } from './keys.ts';
import { AGREE, FIRM, type Listening, MARKS, OPPOSE, ofAnotherCase, UNCLEAR, VALUES } from './listening.ts';

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
/** A key of which little more than a lone character is left tells nothing unless it is said word for word. */
const LEAST_KEY = 0.6;
const WIDEST = 3;
const NOWHERE: { best: Found | null; topical: Found | null } = { best: null, topical: null };

/**
 * Looks a key up in windows of one to three clauses; null when nothing of it is there.
 * `self` is the point's bit in `claims`; `topical` prefers the window that says most about the topic, whatever it says.
 */
export function findKey(heard: Listening, key: Key, self: number, topical = false): Found | null {
  const slot = heard.open.slots.get(key) ?? -1;
  const known = heard.found[slot] ?? look(heard, key, slot, self);
  heard.found[slot] = known;
  return topical ? known.topical : known.best;
}

function look(heard: Listening, key: Key, slot: number, self: number): typeof NOWHERE {
  const { touched, room, reading } = heard;
  const last = reading.clauses.length;
  const first = (heard.from[slot] ?? 0) - 1;
  if (slot < 0 || first < 0) return NOWHERE;
  if (key.total < LEAST_KEY && !reading.text.includes(key.plain)) return NOWHERE;
  const both: typeof NOWHERE = { best: null, topical: null };
  const known: Known = { key, row: slot * room, self, given: heard.given[slot] ?? 0, asked: heard.asked[slot] ?? 0 };
  for (let from = first; from < last; from++) {
    if (touched[slot * room + from] === 0) continue;
    for (let to = from; to < from + WIDEST && to < last; to++) {
      if (to > from && touched[slot * room + to] === 0) continue;
      const found = weigh(heard, known, from, to);
      if (!found) continue;
      if (!both.best || rank(found) > rank(both.best)) both.best = found;
      if (!both.topical || topicRank(found) > topicRank(both.topical)) both.topical = found;
    }
  }
  return both;
}

// Of two windows that say as much, the narrower speaks more surely of one thing.
function rank(found: Found): number {
  return found.score + found.topic * 0.1 - (found.to - found.from) * 0.005;
}

function topicRank(found: Found): number {
  return found.topic + found.opposed * 0.3 - (found.to - found.from) * 0.005;
}

/** A key with what the question already says of it, as bits of its parts. */
type Known = { key: Key; row: number; self: number; given: number; asked: number };

function weigh(heard: Listening, { key, row, self, given, asked }: Known, from: number, to: number): Found | null {
  const { marks } = heard;
  const keyGiven = key.parts.length === 0 || given !== 0;
  let agree = 0;
  let firm = 0;
  let oppose = 0;
  let unclear = 0;
  let values = 0;
  let payer = 0;
  let claims = 0;
  let plainly = 0;
  let otherCase = false;
  let conditional = 0;
  for (let index = from; index <= to; index++) {
    const clause = heard.reading.clauses[index];
    const at = (row + index) * MARKS;
    // 您先出 alone answers 邮费谁出, and says nothing to a key the question doesn't touch.
    const borne = clause && !ofAnotherCase(heard, clause, key) && (!clause.bare || keyGiven);
    if (borne) payer = heard.payers[index] || payer;
    claims |= heard.claims[index] ?? 0;
    plainly |= heard.plainly[index] ?? 0;
    agree |= marks[at + AGREE] ?? 0;
    firm |= marks[at + FIRM] ?? 0;
    oppose |= marks[at + OPPOSE] ?? 0;
    unclear |= marks[at + UNCLEAR] ?? 0;
    values |= marks[at + VALUES] ?? 0;
    otherCase ||= clause?.otherCase === true && !key.otherCase;
    if (clause?.conditional) conditional += clause.weight;
  }
  // 拆了影响二次销售，不退的: the verdict in the next clause isn't left out by a narrower window.
  const after = (row + to + 1) * MARKS + OPPOSE;
  const nearby = (marks[after] ?? 0) | (marks[after + MARKS] ?? 0);
  const elsewhere = claims !== 0 && (claims & self) === 0;
  let agreed = 0;
  let opposed = 0;
  let vague = 0;
  let owed = 0;
  let taken = 0;
  let answered = 0;
  let fresh = 0;
  let strayed = false;
  for (let index = 0; index < key.parts.length; index++) {
    const part = key.parts[index];
    if (!part) continue;
    const bit = 1 << index;
    if ((oppose | nearby) & bit && !(firm & bit) && (oppose | agree) & bit) opposed += part.weight;
    else if (agree & bit) {
      agreed += part.weight;
      if (asked & bit) answered += part.weight;
      if (!(given & bit)) fresh += part.weight;
    } else if (unclear & bit) {
      vague += part.weight;
      if (part.axis === 1) owed += part.weight;
    } else {
      if (nearby & bit) opposed += part.weight * 0.7;
      else if (!elsewhere && given & bit) taken += part.weight * GIVEN;
      strayed ||= part.group !== 0 && namesAnother(heard, part.id, part.group, from, to);
    }
  }
  const said = weightOf(values, key);
  // Who pays for what nobody has named tells a key nothing.
  const named = key.parts.length === 0 || (agree | oppose | unclear | given | values) !== 0;
  const paid = key.payer !== 0 && payer === key.payer && named ? PAYER_WEIGHT : 0;
  if (paid > 0 && !otherCase) {
    // 头一回换码，来回的邮费我们掏: what is paid for may stand in the clause before.
    agreed += owed;
    vague -= owed;
  }
  const own = agreed + said + paid;
  const direct = own + opposed + vague;
  if (direct <= 0 || key.total <= 0) return null;
  let score = (own + taken) / key.total;
  const unsaid = key.values.length > 0 && (values === 0 || saysAnother(heard, key, values, from, to));
  const missing = unsaid || (key.payer !== 0 && paid === 0);
  // Saying the question's own words again, without a yes or a no, tells nothing; nor does leaning on it for the rest.
  const parroted = own < key.total * 0.3 || (fresh + said + paid === 0 && agreed < key.total * 0.5 && plainly === 0);
  if (missing || parroted || opposed > agreed * 0.5) score = Math.min(score, 0.5);
  if (elsewhere) score *= 0.8;
  if (strayed) score *= 0.5;
  const partTotal = Math.max(key.partTotal, 0.1);
  return {
    key,
    score,
    answers: answered > 0.5 && opposed === 0 && plainly !== 0 && own >= key.total * 0.45,
    topic: ((direct + taken) / key.total) * (strayed ? 0.5 : 1),
    partTopic: strayed ? 0 : (agreed + opposed + vague + taken) / partTotal,
    direct: direct / key.total,
    agreed: agreed / partTotal,
    opposed: opposed / partTotal,
    otherCase: otherCase || conditional > direct + 1,
    from,
    to,
    start: heard.reading.clauses[from]?.start ?? 0,
    end: heard.reading.clauses[to]?.end ?? 0,
  };
}

/** The window, or else the question, names another of the same group: 灰色 where the key says 黑色. */
function namesAnother(heard: Listening, id: number, group: number, from: number, to: number): boolean {
  if (heard.question.givenGroups.has(group) && !heard.question.given.has(id)) return true;
  for (let clause = from; clause <= to; clause++) if (heard.groups.has(clause * 256 + group)) return true;
  return false;
}

/** 今晚九点前 where the key says 今晚八点前: the day is said, the hour is another, and nothing says the right one. */
function saysAnother(heard: Listening, key: Key, said: number, from: number, to: number): boolean {
  const { values } = key;
  return values.some((value, index) => {
    if (said & (1 << index) || value.denied || value.kind === 'date') return false;
    if (values.some((other, at) => said & (1 << at) && other.kind === value.kind)) return false;
    return heard.reading.values.some(
      (one) => one.clause >= from && one.clause <= to && !(one.explicit && one.sign < 0) && rivals(value, one),
    );
  });
}

function weightOf(bits: number, key: Key): number {
  let weight = 0;
  for (let index = 0; index < key.values.length; index++)
    if (bits & (1 << index)) weight += key.values[index]?.weight ?? 0;
  return weight;
}
