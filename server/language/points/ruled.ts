/** The verdict of the plain rules: a key found, a wrong key, another value, the opposite. One voice among several. */

import { sameValue } from '../reading/same-value.ts';
import { bareOf, type Key } from './keys.ts';
import type { Listening } from './listening.ts';
import { type Found, findKey } from './matching.ts';
import { best, COVERED, type Judging } from './point-judging.ts';
import { wrongAnswer } from './wrong-answers.ts';

export type Ruled = {
  state: 'covered' | 'wrong';
  found: Found;
  /** Which of the author's wordings it came from. */
  key: string;
  wrongId: string | undefined;
  /** The very words of the author stand in the reply, or the author wrote a rule for it: nothing else is asked. */
  plain: boolean;
};

/** What the rules alone make of a reply; null when none fires. */
export function ruledBy(point: Judging): Ruled | null {
  const right = best(point, point.said.right);
  const plain = saidPlainly(point);
  if (plain) return plain;
  const wrong = wrongAnswer(point, right);
  if (wrong && !isSpared(point))
    return { state: 'wrong', found: wrong.found, key: wrong.key, wrongId: wrong.id, plain: false };
  if (!right || right.score < COVERED) return null;
  return { state: 'covered', found: right, key: right.key.text, wrongId: undefined, plain: false };
}

/** 另一种情况 an author named stands in the reply. */
export function isSpared({ keys, heard, self }: Judging): boolean {
  return keys.unless.some((key) => (findKey(heard, key, self)?.score ?? 0) >= 0.85);
}

const SHORTEST_PLAIN = 4;

/** The author's very words in the reply. Right and wrong ones together are left to the rules for contradictions. */
function saidPlainly(point: Judging): Ruled | null {
  const { keys, said } = point;
  const right = longestPlain(point, said.right);
  const wrong = longestPlain(
    point,
    said.wrong.map((one) => one.key),
  );
  const key = right && wrong ? within(right, wrong) : (right ?? wrong);
  if (!key) return null;
  const state = key === right ? 'covered' : 'wrong';
  // A wrong wording that says what a right one says settles nothing.
  if (state === 'wrong' && (isSpared(point) || saysRightValue(point, key))) return null;
  const found = findKey(point.heard, key, point.self) ?? spanOf(point, key);
  const wrongId = state === 'wrong' ? keys.wrong.find((one) => one.key === key)?.id : undefined;
  return { state, found, key: key.text, wrongId, plain: true };
}

/** 48小时内给您发货 written as wrong where 48小时内发货 is right. */
function saysRightValue({ keys }: Judging, wrong: Key): boolean {
  return (
    keys.focus.polar.parts.length === 0 &&
    keys.essential.length > 0 &&
    wrong.values.length > 0 &&
    wrong.values.every((value) => keys.essential.some((right) => sameValue(right, value))) &&
    wrong.parts.every(
      (part) => part.weight < 0.5 || keys.right.some((key) => key.parts.some((one) => one.id === part.id)),
    )
  );
}

/** 不能退 stands in 试过就不能退: the longer wording speaks. */
function within(right: Key, wrong: Key): Key | null {
  if (wrong.plain.includes(right.plain)) return wrong;
  return right.plain.includes(wrong.plain) ? right : null;
}

function longestPlain({ heard }: Judging, keys: readonly Key[]): Key | null {
  const { text } = heard.reading;
  let longest: Key | null = null;
  for (const key of keys) {
    const { length } = key.plain;
    if (length < SHORTEST_PLAIN || (longest && longest.plain.length >= length)) continue;
    if (!hasUnits(text, key.bare)) continue;
    const at = length > text.length ? -1 : text.indexOf(key.plain);
    if (at >= 0 ? isAsserted(heard, key, at, at + length) : saysBarely(heard, key)) longest = key;
  }
  return longest;
}

/** The units of the text last looked at, each marked: one reply is asked about by every key. */
const UNITS = new Uint8Array(0x10000);
let marked = '';

/** Whether every character of `wording` stands in the text somewhere. */
function hasUnits(text: string, wording: string): boolean {
  if (text !== marked) {
    for (let at = 0; at < marked.length; at++) UNITS[marked.charCodeAt(at)] = 0;
    for (let at = 0; at < text.length; at++) UNITS[text.charCodeAt(at)] = 1;
    marked = text;
  }
  for (let at = 0; at < wording.length; at++) if (UNITS[wording.charCodeAt(at)] === 0) return false;
  return true;
}

/** 是我们漏的 says 是我们漏了: the same but for the particles that close a sentence. */
function saysBarely(heard: Listening, key: Key): boolean {
  if (key.bare.length < SHORTEST_PLAIN) return false;
  heard.bare ??= heard.reading.clauses.map(({ start, end }) => bareOf(heard.reading.text.slice(start, end)));
  for (let index = 0; index < heard.bare.length; index++) {
    if (!heard.bare[index]?.startsWith(key.bare)) continue;
    const clause = heard.reading.clauses[index];
    if (clause && isAsserted(heard, key, clause.start, clause.end)) return true;
  }
  return false;
}

/** 518全退不行哦: an author's words stand in the reply, and are refused right behind. */
export function isRefused({ heard }: Judging, key: Key): boolean {
  const at = heard.reading.text.indexOf(key.plain);
  const end = at + key.plain.length;
  return at >= 0 && REFUSED.test(heard.reading.text.slice(end, end + 6));
}

const REFUSED =
  /^(?:的话|这个|是|真的?|可|确实)?(?:不行|不成|不可以|不可能|不对|不是|不能|没法|没办法|办不|做不|退不|给不)/;

function isAsserted({ reading }: Listening, key: Key, at: number, end: number): boolean {
  if (/[不没别未无非]$|不是$|没有$|没说$|不会$/.test(reading.text.slice(Math.max(0, at - 2), at))) return false;
  // 518全退不行哦: what is refused right behind the words isn't stated by them.
  if (REFUSED.test(reading.text.slice(end, end + 6))) return false;
  return reading.clauses.every(
    (clause) =>
      clause.end <= at ||
      clause.start >= end ||
      !(
        clause.question ||
        (clause.retracted && !key.echoes) ||
        (clause.otherCase && !key.otherCase) ||
        clause.under.length > 0
      ),
  );
}

function spanOf({ heard }: Judging, key: Key): Found {
  const start = Math.max(0, heard.reading.text.indexOf(key.plain));
  const end = start + key.plain.length;
  const at = heard.reading.clauses.findIndex((clause) => clause.end > start);
  const nothing = { answers: false, topic: 1, partTopic: 1, direct: 1, agreed: 1, opposed: 0, otherCase: false };
  return { key, score: 1, ...nothing, from: at, to: at, start, end };
}
