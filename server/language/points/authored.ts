/** What an author wrote beyond sentences: `yes` and `no` near `about`, a typed value, examples. It overrules likeness. */

import { rivals, sameValue } from '../reading/same-value.ts';
import type { Value } from '../reading/values.ts';
import { type Found, findKey } from './matching.ts';
import { headSign } from './point-answers.ts';
import { type Judging, nearTopic } from './point-judging.ts';
import { isSpared } from './ruled.ts';

export type Authored = {
  state: 'covered' | 'wrong' | 'neither';
  by: 'example' | 'word' | 'value' | 'side' | 'yes-no';
  /** The author's word, example or value. */
  key: string;
  from: number;
  to: number;
};

/** The author's own rule on this reply; null when none applies. */
export function authoredVerdict(point: Judging): Authored | null {
  const { keys } = point;
  const example = exampleLike(point);
  if (example) return example;
  const found = wordsNear(point) ?? valueNear(point) ?? sideNear(point) ?? yesNoNear(point);
  if (found?.state === 'wrong' && keys.unless.length > 0 && isSpared(point)) return null;
  return found;
}

const SAME = 0.9;

/** A reply (nearly) word for word like an example is judged as the example says. */
function exampleLike({ heard, keys }: Judging): Authored | null {
  if (keys.examples.length === 0) return null;
  const { clauses } = heard.reading;
  let said = 0;
  for (const clause of clauses) said += clause.plain.length;
  let grams: Uint32Array | null = null;
  for (const example of keys.examples) {
    const { length } = example.plain;
    // Texts of such different lengths can't be as alike as that.
    if (Math.min(said, length) < Math.max(said, length) * 0.8) continue;
    grams ??= gramsOf(clauses.map((clause) => clause.plain).join(''));
    if (alike(grams, gramsOfExample(example)) < SAME) continue;
    return { state: example.state, by: 'example', key: example.text, from: 0, to: clauses.length - 1 };
  }
  return null;
}

type Example = Judging['keys']['examples'][number];
const GRAMS = new WeakMap<Example, Uint32Array>();

/** An example is compared with reply after reply. */
function gramsOfExample(example: Example): Uint32Array {
  const known = GRAMS.get(example);
  if (known) return known;
  const grams = gramsOf(example.plain);
  GRAMS.set(example, grams);
  return grams;
}

const MOST_GRAMS = 200;

/** Every two neighbours as one number, in order of size; the ends of the text are neighbours of nothing. */
function gramsOf(plain: string): Uint32Array {
  const length = Math.min(plain.length, MOST_GRAMS);
  const grams = new Uint32Array(length + 1);
  let before = 0;
  for (let at = 0; at <= length; at++) {
    const unit = at < plain.length ? plain.charCodeAt(at) : 0;
    grams[at] = before * 0x10000 + unit;
    before = unit;
  }
  return grams.sort();
}

/** How many of both texts' pairs they have in common, 0–1. */
function alike(a: Uint32Array, b: Uint32Array): number {
  let both = 0;
  let at = 0;
  for (const gram of a) {
    while (at < b.length && (b[at] as number) < gram) at += 1;
    if (at >= b.length) break;
    if (b[at] !== gram) continue;
    both += 1;
    at += 1;
  }
  return (2 * both) / (a.length + b.length);
}

function wordsNear(point: Judging): Authored | null {
  const { keys } = point;
  const yes = keys.yes.length > 0 ? nearTopic(point, keys.yes) : null;
  const no = keys.no.length > 0 ? nearTopic(point, keys.no) : null;
  const found = no && (!yes || no.score > yes.score + 0.05) ? no : yes;
  if (!found) return null;
  const state = found === no ? 'wrong' : 'covered';
  return { state, by: 'word', key: found.key.text, from: found.from, to: found.to };
}

/** Whether a clause speaks of the point: what it is about stands near, or the question asks about it. */
function isAbout({ heard, keys, self }: Judging, clause: number): boolean {
  const near = (found: Found | null): boolean =>
    found !== null && found.topic >= 0.5 && found.from <= clause + 1 && found.to >= clause - 1;
  if (keys.about.length > 0) {
    if (keys.about.some((key) => near(findKey(heard, key, self)))) return true;
    return keys.about.some(
      (key) => key.parts.length > 0 && key.parts.every((part) => heard.question.given.has(part.id)),
    );
  }
  if (keys.right.some((key) => near(findKey(heard, key, self, true)))) return true;
  return keys.right.some((key) => {
    const given = heard.given[heard.open.slots.get(key) ?? -1] ?? 0;
    return key.parts.some((part, index) => part.weight > 0.5 && (given & (1 << index)) !== 0);
  });
}

function valueNear(point: Judging): Authored | null {
  const { heard, keys, all } = point;
  const right = keys.typed;
  if (!right) return null;
  let wrong: Authored | null = null;
  for (const value of heard.reading.values) {
    const clause = heard.reading.clauses[value.clause];
    if (!clause || clause.question || clause.retracted || clause.otherCase || clause.under.length > 0) continue;
    const as = likened(value, right);
    if (!as || !isAbout(point, value.clause)) continue;
    const denied = value.explicit && value.sign < 0;
    const authored = { by: 'value', from: value.clause, to: value.clause } as const;
    const key = heard.reading.text.slice(value.start, value.end);
    if (sameValue(as, right)) {
      if (!denied) return { ...authored, state: 'covered', key };
      wrong ??= { ...authored, state: 'wrong', key };
      continue;
    }
    const foreign = all.some((other) => other !== keys && other.allowed.some((one) => sameValue(one, value)));
    if (denied || foreign || clause.conditional || !rivals(as, right)) continue;
    if (keys.allowed.some((one) => sameValue(one, as))) continue;
    wrong ??= { ...authored, state: 'wrong', key };
  }
  return wrong;
}

/** A plain figure is read as the kind the author asks for: 选39 where a size is wanted. */
function likened(value: Value, right: Value): Value | null {
  if (value.kind === right.kind) return value;
  if (value.kind !== 'number') return null;
  const scale = right.kind === 'duration' || right.kind === 'percent' ? 0 : 1;
  return scale === 0 ? null : { ...value, kind: right.kind, unit: right.unit };
}

function sideNear(point: Judging): Authored | null {
  const { heard, keys } = point;
  if (keys.side === 0) return null;
  let found: Authored | null = null;
  for (let clause = 0; clause < heard.payers.length; clause++) {
    const one = heard.reading.clauses[clause];
    const payer = heard.payers[clause] ?? 0;
    if (!one || payer === 0 || one.question || one.retracted || one.otherCase || one.under.length > 0) continue;
    if (!isAbout(point, clause)) continue;
    found = {
      state: payer === keys.side ? 'covered' : 'wrong',
      by: 'side',
      key: payer > 0 ? '店铺' : '买家',
      from: clause,
      to: clause,
    };
    if (found.state === 'covered') return found;
  }
  return found;
}

function yesNoNear(point: Judging): Authored | null {
  const { heard, keys, self } = point;
  if (keys.answer === 0) return null;
  let sign = 0;
  let from = 0;
  let to = 0;
  for (const key of keys.about.length > 0 ? keys.about : keys.right) {
    const found = findKey(heard, key, self, true);
    if (!found || found.otherCase || found.partTopic < 0.6 || found.direct < 0.3) continue;
    const plainly = heard.plainly.slice(found.from, found.to + 1).some((one) => one === 1);
    const positive = keys.about.length > 0 ? 1 : keys.answer;
    if (found.opposed > 0.5) sign = -positive;
    else if (found.agreed > 0.5 && plainly) sign = positive;
    else continue;
    ({ from, to } = found);
    break;
  }
  if (sign === 0 && isAbout(point, -9)) sign = headSign(heard);
  if (sign === 0) return null;
  return { state: sign === keys.answer ? 'covered' : 'wrong', by: 'yes-no', key: sign > 0 ? '是' : '否', from, to };
}
