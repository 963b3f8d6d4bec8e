import { focusOf } from './focus.ts';
import type { CompiledPoint, PointKeys, PointVerdict } from './judgement.ts';
import { compileKey, type Key, typedValue } from './keys.ts';
import type { Listening } from './listening.ts';
import { type Found, findKey } from './matching.ts';
import { best, COVERED, type Compiled, type Judging, nearTopic } from './point-judging.ts';
import { sameValue, type Value } from './values.ts';
import { wrongAnswer } from './wrong-answers.ts';

const TOPIC = 0.4;

/** Makes a point ready for judging, once, when content loads. Never throws. */
export function compilePoint(point: PointKeys): CompiledPoint {
  const right = [point.says, ...(point.also ?? [])].map(compileKey);
  const wrong = [
    ...(point.contradicts ?? []).map((text) => ({ id: undefined, key: compileKey(text) })),
    ...(point.wrongs ?? []).flatMap(({ id, says }) => says.map((text) => ({ id, key: compileKey(text) }))),
  ];
  const typed = point.value ? typedValue(point.value.kind, point.value.is) : null;
  const keyed = right.flatMap((key) => key.values.filter((value) => !value.denied));
  const every = [...right, ...wrong.map((one) => one.key)];
  const extra = [...(point.about ?? []), ...(point.yes ?? []), ...(point.no ?? [])].map(compileKey);
  const compiled: Compiled = {
    strong: new Set(every.flatMap((key) => key.parts.filter((part) => part.weight > 0.5).map((part) => part.id))),
    unworded: [...every, ...extra].some((key) => key.payer !== 0 || key.parts.length === 0),
    kinds: new Set(every.flatMap((key) => key.values.map((value) => value.kind + value.unit))),
    right,
    wrong,
    about: (point.about ?? []).map(compileKey),
    yes: (point.yes ?? []).map(compileKey),
    no: (point.no ?? []).map(compileKey),
    unless: (point.unless ?? []).map(compileKey),
    essential: typed ? [typed] : essentials(right),
    allowed: typed ? [typed, ...keyed] : keyed,
    misled: wrong.flatMap(({ key }) =>
      key.values.filter((value) => !value.denied && !keyed.some((one) => sameValue(one, value))),
    ),
    focus: focusOf(
      right,
      wrong.map(({ key }) => key),
    ),
    side: point.value?.kind === 'side' ? (/商|卖|我|店|seller|shop/.test(point.value.is) ? 1 : -1) : 0,
    answer: point.value?.kind === 'yes-no' ? (/^(?:no|不|否|没|无)/.test(point.value.is.trim()) ? -1 : 1) : 0,
  };
  return { ...point, compiled };
}

function essentials(right: readonly Key[]): Value[] {
  const found: Value[] = [];
  for (const key of right) {
    for (const value of key.values) {
      if (value.denied || found.some((known) => sameValue(known, value))) continue;
      const holders = right.filter((other) => other.values.some((one) => sameValue(one, value))).length;
      if (holders * 2 >= right.length) found.push(value);
    }
  }
  return found;
}

/** The verdicts on the open points, from one reading of the reply. `corrects`: it takes something back (RULES T4). */
export function judgePoints(points: readonly CompiledPoint[], heard: Listening, corrects: boolean): PointVerdict[] {
  const { all } = heard.open;
  claimByValues(heard);
  return points.map((point, index) => {
    const keys = all[index];
    if (!keys || (heard.pointsTouched[index] === 0 && !keys.unworded)) return notAddressed(point.id, 1);
    return judgePoint(point.id, { heard, keys, all, self: index < 31 ? 1 << index : 0, corrects });
  });
}

/** A kind of value only one of the open points speaks of claims its clause for that point, as its words have. */
function claimByValues(heard: Listening): void {
  const { reading, claims, open } = heard;
  for (const value of reading.values) {
    const holders = open.kinds.get(value.kind + value.unit) ?? [];
    for (const holder of holders) heard.pointsTouched[holder] = 1;
    const [owner] = holders;
    if (holders.length === 1 && owner !== undefined && owner < 31)
      claims[value.clause] = (claims[value.clause] ?? 0) | (1 << owner);
  }
  // 拆开看看没关系的，可以退: the second clause goes on about what the first was about.
  const figures = new Set(reading.values.map((value) => value.clause));
  for (let at = 1; at < claims.length; at++) if (!figures.has(at)) claims[at] ||= claims[at - 1] ?? 0;
  if (open.all.length < 2) claims.fill(0);
}

function judgePoint(id: string, point: Judging): PointVerdict {
  const { keys } = point;
  const covered = best(point, keys.right);
  const yes = keys.yes.length > 0 ? nearTopic(point, keys.yes) : null;
  const right = yes && (!covered || covered.score < COVERED) ? yes : covered;
  const wrong = wrongAnswer(point, right);
  const spared = keys.unless.length > 0 && wrong ? best(point, keys.unless) : null;
  if (wrong && !(spared && spared.score >= 0.75)) return verdict(id, 'wrong', wrong.found, wrong.rule, wrong.id);
  if (right && right.score >= COVERED) return verdict(id, 'covered', right, right.key.text);
  const near = Math.max(
    right?.topic ?? 0,
    ...keys.about.map((key) => findKey(point.heard, key, point.self)?.topic ?? 0),
  );
  if (right && near >= TOPIC) return verdict(id, 'not-recognised', right, right.key.text);
  return notAddressed(id, 1 - near);
}

function notAddressed(id: string, confidence: number): PointVerdict {
  return { id, state: 'not-addressed', confidence, start: 0, end: 0, rule: '' };
}

function verdict(id: string, state: PointVerdict['state'], found: Found, rule: string, wrongId?: string): PointVerdict {
  const confidence = Math.min(
    1,
    state === 'not-recognised' ? found.topic : found.score > 0 ? found.score : found.topic,
  );
  const wrong = wrongId === undefined ? {} : { wrongId };
  return { id, state, confidence, start: found.start, end: found.end, rule, ...wrong };
}
