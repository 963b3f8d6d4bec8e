import type { Clause, Reading, Stated, Token } from '../reading/clauses.ts';
import type { Sign } from '../reading/polarity.ts';
import { sameValue } from '../reading/same-value.ts';
import { bareSign, refusesToTell } from './bare-answers.ts';
import type { Heard as HeardQuestion } from './hearing-question.ts';
import { gramId, type Key, loneId } from './keys.ts';
import type { Found } from './matching.ts';
import { KEY_ECHOES, KEY_OF_CASE, type OpenPoints, PART_EXPLICIT, sieveOf } from './open-points.ts';
import { relation } from './relation.ts';
import { type SaidBefore, saidBefore } from './said-before.ts';
import { areOthers, thingsNamed } from './things.ts';

/** A reply with every part of every open key marked where it is said, beside what the customer's question already says. */
export type Listening = SaidBefore & {
  readonly reading: Reading;
  readonly open: OpenPoints;
  /** Per clause and group (clause × 256 + group): a member of the group is named. */
  readonly groups: ReadonlySet<number>;
  readonly payers: number[];
  /** Per clause: something in it stands under a plain yes or no. */
  readonly plainly: number[];
  readonly question: HeardQuestion;
  /** By clause: which points it names by a word only they have. A clause that names another point isn't about this one. */
  readonly claims: number[];
  /** (slot × room + clause) × MARKS: bits of the key's parts by what is said of them. */
  readonly marks: Int32Array;
  readonly room: number;
  /** Per slot and clause: something of the key is there; `from` is one more than the first such clause, 0 for none. */
  readonly touched: Int32Array;
  readonly from: Int32Array;
  readonly pointsTouched: number[];
  /** Per clause the goods it speaks of; null when none are named. */
  readonly things: ReturnType<typeof thingsNamed>;
  /** The clauses without closing particles; made when first asked for. */
  bare: readonly string[] | null;
  readonly found: ({ best: Found | null; topical: Found | null } | undefined)[];
};

export const MARKS = 5;
export const AGREE = 0;
export const FIRM = 1;
export const OPPOSE = 2;
export const UNCLEAR = 3;
export const VALUES = 4;

/** Room for the marks of one turn, taken again for the next: a listening is done with before the next begins. */
type Room = { kept: Int32Array };
const MARKS_ROOM: Room = { kept: new Int32Array(16_384) };
const TOUCHED_ROOM: Room = { kept: new Int32Array(4096) };
const FROM_ROOM: Room = { kept: new Int32Array(1024) };
const MOST_KEPT = 1_000_000;

function clean(room: Room, size: number): Int32Array {
  if (size > MOST_KEPT) return new Int32Array(size);
  if (size > room.kept.length) room.kept = new Int32Array(size);
  else room.kept.fill(0, 0, size);
  return room.kept;
}

function noughts(length: number): number[] {
  const list: number[] = [];
  for (let at = 0; at < length; at++) list.push(0);
  return list;
}

/** Marks the open keys in a reading of the reply, for `findKey`. */
export function listen(reading: Reading, question: HeardQuestion, open: OpenPoints): Listening {
  const clauses = reading.clauses.length;
  const room = clauses + 3;
  const { given, asked, taken } = saidBefore(question, open);
  const heard: Listening & { groups: Set<number> } = {
    reading,
    open,
    groups: new Set(),
    payers: noughts(clauses),
    plainly: noughts(clauses),
    question,
    claims: noughts(clauses),
    marks: clean(MARKS_ROOM, open.keys.length * room * MARKS),
    room,
    touched: clean(TOUCHED_ROOM, open.keys.length * room),
    from: clean(FROM_ROOM, open.keys.length),
    given,
    asked,
    taken,
    pointsTouched: noughts(open.all.length),
    things: thingsNamed(reading),
    bare: null,
    found: new Array(open.keys.length),
  };
  const signs: (Sign | undefined)[] = new Array(clauses);
  for (const token of reading.tokens) {
    mark(heard, token.id, token.clause, token);
    if (token.axis === 1) heard.payers[token.clause] = token.sign;
    if (token.explicit) heard.plainly[token.clause] = 1;
    if (token.group !== 0) heard.groups.add(token.clause * 256 + token.group);
    const known = signs[token.clause];
    if (!known || (token.explicit && !known.explicit)) signs[token.clause] = token;
  }
  for (let index = 0; index < clauses; index++) {
    const clause = reading.clauses[index];
    if (!clause) continue;
    if (clause.bare?.axis === 1) heard.payers[index] = clause.bare.sign;
    // 一次三十: who pays is told by a clause without a word of its own.
    heard.payers[index] ||= clause.payer;
    const last = clause.govern.at(-1);
    if (last) heard.plainly[index] = 1;
    const sign = signs[index] ?? clause.bare ?? (last ? { sign: last.sign, explicit: true, axis: 0 } : ASSERTED);
    markGrams(heard, clause.plain, index, sign);
  }
  takeObject(heard);
  markValues(heard);
  markPayers(heard);
  return heard;
}

const ASSERTED: Sign = { sign: 1, explicit: false, axis: 0 };

/** 能放冰箱吗 — 不可以的哈: a bare yes or no takes its object from the question, when one thing alone is open. */
function takeObject(heard: Listening): void {
  const { reading, question } = heard;
  const first = reading.clauses.findIndex((clause) => clause.bare?.axis === 0);
  const bare = reading.clauses[first]?.bare;
  if (!bare) return;
  for (let at = 0; at < first; at++) if ((reading.clauses[at]?.weight ?? 0) > 0) return;
  const alone = bareSign(reading) !== 0;
  const objects = (alone ? question.objects : [question.objectOf]).filter((one) => one >= 0);
  if (alone && refusesToTell(reading, question)) return;
  const tokens = question.reading?.tokens ?? [];
  for (const asked of objects) {
    const own = tokens.filter((token) => token.clause === asked);
    // 退起来麻烦吗 — 不会: the trouble is denied, not the 退 beside it. 薄吗: denied is the thinness, the concept the thickness.
    const turned = own.filter(isTurned);
    for (const token of turned) mark(heard, token.id, first, { ...bare, sign: bare.sign === 1 ? -1 : 1 });
    if (turned.length > 0) continue;
    for (const token of own) mark(heard, token.id, first, bare);
    markGrams(heard, question.reading?.clauses[asked]?.plain ?? '', first, bare);
    // 八折能做吗 — 可以的: the figure is agreed to with the rest.
    if (alone && bare.sign > 0)
      for (const value of question.reading?.values ?? [])
        if (value.clause === asked) markValue(heard, value, first, true);
  }
  if (objects.length > 0) heard.plainly[first] = 1;
}

const isTurned = ({ explicit, axis, sign }: Token): boolean => explicit && axis === 0 && sign < 0;

function markGrams(heard: Listening, plain: string, clause: number, sign: Sign): void {
  let unit = plain.charCodeAt(0);
  for (let at = 0; at < plain.length; at++) {
    mark(heard, loneId(unit), clause, sign);
    const next = plain.charCodeAt(at + 1);
    if (at + 1 < plain.length) mark(heard, gramId(unit, next), clause, sign);
    unit = next;
  }
}

function mark(heard: Listening, id: number, index: number, said: Sign): void {
  const { open } = heard;
  // Most of what is said stands in no key: that is seen without a look-up.
  if (open.sieve[sieveOf(id)] === 0) return;
  const places = open.postings.get(id);
  if (!places) return;
  const owner = open.claims.get(id);
  if (owner !== undefined && owner >= 0 && owner < 31) heard.claims[index] = (heard.claims[index] ?? 0) | (1 << owner);
  const clause = heard.reading.clauses[index];
  for (let at = 0; at < places.length; at++) {
    const place = places[at] ?? 0;
    const slot = place >> 10;
    const holder = open.owners[slot] ?? 0;
    heard.pointsTouched[holder] = 1;
    if (heard.things && areOthers(heard.things[index], open.all[holder]?.things ?? [])) continue;
    if (!clause || clause.question || (clause.retracted && (place & KEY_ECHOES) === 0)) continue;
    const foreign =
      (clause.otherCase && (place & KEY_OF_CASE) === 0) ||
      (clause.under.length > 0 && ofAnotherCase(heard, clause, open.keys[slot] as Key));
    const how = foreign ? 0 : relation(place, said);
    const bit = (place >> 5) & 31;
    note(heard, slot, index, how === 1 ? AGREE : how === -1 ? OPPOSE : UNCLEAR, bit);
    if (how === 1 && (said.explicit || (place & PART_EXPLICIT) === 0)) note(heard, slot, index, FIRM, bit);
  }
}

/** 质量问题的话我们出 tells nothing to a key and a question that don't speak of such a case. */
export function ofAnotherCase({ question }: Listening, clause: Clause, key: Key): boolean {
  if (clause.under.length === 0) return false;
  return !clause.under.some((id) => question.given.has(id) || key.cases.has(id));
}

function note(heard: Listening, slot: number, clause: number, kind: number, bit: number): void {
  const cell = slot * heard.room + clause;
  const at = cell * MARKS + kind;
  heard.marks[at] = (heard.marks[at] ?? 0) | (1 << bit);
  touch(heard, slot, clause);
}

function touch({ touched, from, room }: Listening, slot: number, clause: number): void {
  touched[slot * room + clause] = 1;
  const first = from[slot] ?? 0;
  if (first === 0 || first > clause + 1) from[slot] = clause + 1;
}

function markValues(heard: Listening): void {
  const { reading } = heard;
  if (reading.values.length === 0) return;
  for (const value of reading.values) {
    const clause = reading.clauses[value.clause];
    if (!clause || clause.question || clause.retracted) continue;
    markValue(heard, value, value.clause);
  }
}

/** `agreed`: not said but said yes to, which 200真不行 is no wording of. */
function markValue(heard: Listening, value: Stated, clause: number, agreed = false): void {
  for (const { value: right, slots, places } of heard.open.valued) {
    if (!sameValue(right, value) || (agreed && right.denied)) continue;
    if (value.explicit && value.sign < 0 && !right.denied) continue;
    for (let at = 0; at < slots.length; at++) note(heard, slots[at] ?? 0, clause, VALUES, places[at] ?? 0);
  }
}

function markPayers(heard: Listening): void {
  const { payers, open } = heard;
  for (let clause = 0; clause < payers.length; clause++) {
    const one = heard.reading.clauses[clause];
    if (payers[clause] === 0 || !one || one.retracted) continue;
    for (const slot of open.paid) {
      const key = open.keys[slot] as Key;
      if (key.payer === payers[clause] && !ofAnotherCase(heard, one, key)) touch(heard, slot, clause);
    }
  }
}
