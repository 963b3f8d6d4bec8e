import type { Reading } from './clauses.ts';
import { gramId, loneId } from './keys.ts';
import type { Found } from './matching.ts';
import type { Sign } from './polarity.ts';

export type Place = { readonly clause: number } & Sign;

/** A reply made ready for looking keys up, beside what the customer's open question already says. */
export type Listening = {
  readonly reading: Reading;
  readonly places: ReadonlyMap<number, readonly Place[]>;
  /** Per clause and group (clause × 64 + group): a member of the group is named. */
  readonly groups: ReadonlySet<number>;
  readonly payers: Int8Array;
  /** Per clause: something in it stands under a plain yes or no. */
  readonly plainly: Uint8Array;
  /** What the customer's open question already says: it need not be repeated to be answered. */
  readonly given: ReadonlySet<number>;
  readonly givenGroups: ReadonlySet<number>;
  /** What a yes-or-no question asks about: a clear yes or no to it is an answer, however short. */
  readonly asked: ReadonlySet<number>;
  /** By clause: which points it names by a word only they have. A clause that names another point isn't about this one. */
  readonly claims: Int32Array;
  /** Room for one key's marks by clause, so that none is made anew for every key. */
  readonly scratch: Int32Array;
  readonly found: Map<object, { best: Found | null; topical: Found | null }>;
};

const NOBODY: ReadonlySet<number> = new Set();
const YES_NO = /想|我要|帮我|吗|么|是不是|有没有|能不能|可不可以|会不会|不$|没$|没有$|吧/;
const OPEN = /多少|什么|哪|几|怎么|多[久长大重]/;

export const MARKS_A_CLAUSE = 5;

/** Indexes a reading of the reply for `findKey`. */
export function listen(reading: Reading, question: Reading | null): Listening {
  const clauses = reading.clauses.length;
  const places = new Map<number, Place[]>();
  const groups = new Set<number>();
  const payers = new Int8Array(clauses);
  const plainly = new Uint8Array(clauses);
  const signs: (Sign | undefined)[] = new Array(clauses);
  for (const token of reading.tokens) {
    put(places, token.id, token);
    if (token.axis === 1) payers[token.clause] = token.sign;
    if (token.explicit) plainly[token.clause] = 1;
    if (token.group !== 0) groups.add(token.clause * 64 + token.group);
    const known = signs[token.clause];
    if (!known || (token.explicit && !known.explicit)) signs[token.clause] = token;
  }
  for (let index = 0; index < clauses; index++) {
    const clause = reading.clauses[index];
    if (!clause) continue;
    if (clause.bare?.axis === 1) payers[index] = clause.bare.sign;
    const last = clause.govern.at(-1);
    const sign = signs[index] ?? clause.bare ?? (last ? { sign: last.sign, explicit: true, axis: 0 as const } : null);
    if (last) plainly[index] = 1;
    putGrams(places, clause.plain, {
      clause: index,
      sign: sign?.sign ?? 1,
      explicit: sign?.explicit ?? false,
      axis: sign?.axis ?? 0,
    });
  }
  if (question) takeObject(places, plainly, reading, question);
  return {
    reading,
    places,
    groups,
    payers,
    plainly,
    ...(question ? heardFrom(question) : { given: NOBODY, givenGroups: NOBODY, asked: NOBODY }),
    claims: new Int32Array(clauses),
    scratch: new Int32Array((clauses + 3) * MARKS_A_CLAUSE),
    found: new Map(),
  };
}

const ASKS_WHETHER = /吗|么|是不是|有没有|能不能|可不可以|会不会|要不要|不$|没$|没有$|吧/;

/** 能放冰箱吗 — 不可以的哈: a bare yes or no takes its object from the question, when just one is open. */
function takeObject(places: Map<number, Place[]>, plainly: Uint8Array, reading: Reading, question: Reading): void {
  const first = reading.clauses.findIndex((clause) => clause.bare?.axis === 0);
  const bare = reading.clauses[first]?.bare;
  if (!bare || reading.clauses.slice(0, first).some((clause) => clause.weight > 0)) return;
  const asking = question.clauses.flatMap(({ start, end }, index) => {
    const text = question.text.slice(start, end);
    return ASKS_WHETHER.test(text) && !OPEN.test(text) ? [index] : [];
  });
  const [asked] = asking;
  if (asked === undefined || asking.length > 1) return;
  const tokens = question.tokens.filter((token) => token.clause === asked);
  if (tokens.some((token) => token.explicit && token.sign < 0)) return;
  const place: Place = { clause: first, ...bare };
  for (const token of tokens) put(places, token.id, place);
  putGrams(places, question.clauses[asked]?.plain ?? '', place);
  plainly[first] = 1;
}

function put(places: Map<number, Place[]>, id: number, place: Place): void {
  const known = places.get(id);
  if (!known) places.set(id, [place]);
  else if (known[known.length - 1] !== place) known.push(place);
}

function putGrams(places: Map<number, Place[]>, plain: string, place: Place): void {
  let unit = plain.charCodeAt(0);
  for (let at = 0; at < plain.length; at++) {
    const next = plain.charCodeAt(at + 1);
    put(places, loneId(unit), place);
    if (at + 1 < plain.length) put(places, gramId(unit, next), place);
    unit = next;
  }
}

function heardFrom(question: Reading): Pick<Listening, 'given' | 'givenGroups' | 'asked'> {
  const given = new Set<number>();
  const givenGroups = new Set<number>();
  const asked = new Set<number>();
  const yesNo = question.clauses.map(({ start, end }) => {
    const text = question.text.slice(start, end);
    return YES_NO.test(text) && !OPEN.test(text);
  });
  for (const token of question.tokens) {
    given.add(token.id);
    givenGroups.add(token.group);
    if (yesNo[token.clause]) asked.add(token.id);
  }
  for (const { plain } of question.clauses) {
    for (let at = 0; at < plain.length; at++) {
      given.add(loneId(plain.charCodeAt(at)));
      if (at + 1 < plain.length) given.add(gramId(plain.charCodeAt(at), plain.charCodeAt(at + 1)));
    }
  }
  return { given, givenGroups, asked };
}
