import type { CompiledPoint, PointKeys, PointVerdict } from '../judgement.ts';
import { readText } from '../reading/clauses.ts';
import { normalise } from '../reading/normalise.ts';
import { distinct, sameValue } from '../reading/same-value.ts';
import type { Value } from '../reading/values.ts';
import { authoredVerdict } from './authored.ts';
import { focusOf } from './focus.ts';
import { compileKey, type Key, typedValue } from './keys.ts';
import type { Listening } from './listening.ts';
import { findKey } from './matching.ts';
import { chancesOf } from './point-chances.ts';
import { pointChars } from './point-chars.ts';
import { type Row, rowOf } from './point-features.ts';
import { best, type Compiled, type Judging, judgingOf } from './point-judging.ts';
import { stateOf, vows, WHOLE } from './point-state.ts';
import { ruledBy } from './ruled.ts';
import { thingsOf } from './things.ts';
import { notRecognised } from './verdict-words.ts';
import { byAuthor, byLikeness, byRule, notAddressed, type Quote } from './verdicts.ts';

const TOPIC = 0.4;
/** Likely covered or wrong, and not likely enough for either: a doubt, where the topic is touched at all. */
const DOUBT = 0.55;
/** 看 or 说 alone touches no topic. */
const LEAST_WORD = 0.5;
const SURE_OF_WHOLE = 0.75;
const SURE_MISQUOTED = 0.75;

function topicOf({ heard, keys, self }: Judging, row: Row): number {
  let near = row.right?.topic ?? 0;
  for (const key of keys.about) near = Math.max(near, findKey(heard, key, self)?.topic ?? 0);
  return near;
}

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
    split: right.filter((key) => key.split).length * 2 >= right.length,
    right,
    wrong,
    about: (point.about ?? []).map(compileKey),
    yes: (point.yes ?? []).map(compileKey),
    no: (point.no ?? []).map(compileKey),
    unless: (point.unless ?? []).map(compileKey),
    essential: typed ? [typed] : essentials(right),
    allowed: distinct(typed ? [typed, ...keyed] : keyed),
    typed,
    figure: point.value?.is ?? figureOf(right),
    examples: [
      ...(point.examples?.yes ?? []).map((text) => ({ state: 'covered' as const, text, plain: plainOf(text) })),
      ...(point.examples?.no ?? []).map((text) => ({ state: 'neither' as const, text, plain: plainOf(text) })),
    ],
    misled: distinct(wrong.flatMap(({ key }) => key.values.filter((value) => isMisled(value, keyed)))),
    focus: focusOf(
      right,
      wrong.map(({ key }) => key),
    ),
    chars: pointChars(
      right,
      wrong.map(({ key }) => key),
    ),
    things: thingsOf(
      right,
      wrong.map(({ key }) => key),
    ),
    side: point.value?.kind === 'side' ? (/商|卖|我|店|seller|shop/.test(point.value.is) ? 1 : -1) : 0,
    answer: point.value?.kind === 'yes-no' ? (/^(?:no|不|否|没|无)/.test(point.value.is.trim()) ? -1 : 1) : 0,
  };
  return { ...point, compiled };
}

/** 28 where 29 is right; 两件 in 两件都能退 is no wrong value when no right wording counts pieces. */
function isMisled(value: Value & { denied: boolean }, right: readonly Value[]): boolean {
  if (value.denied || right.some((one) => sameValue(one, value))) return false;
  return right.some((one) => one.kind === value.kind && one.unit === value.unit);
}

/** How the right value reads in the author's words: 八点 of 今晚八点前, a day where there is nothing closer. */
function figureOf(right: readonly Key[]): string {
  const all = right.flatMap((key) =>
    key.values
      .filter(({ denied }) => !denied)
      .map(({ kind, start, end }) => ({ kind, text: key.plain.slice(start, end) })),
  );
  return (all.find(({ kind }) => kind !== 'date') ?? all[0])?.text ?? '';
}

function plainOf(text: string): string {
  return readText(normalise(text).text)
    .clauses.map((clause) => clause.plain)
    .join('');
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

/** The verdicts on the open points, from one reading of the reply. `corrects`: it takes something back (RULES T4); `asked`: the points of open questions, null when all are. */
export function judgePoints(
  points: readonly CompiledPoint[],
  heard: Listening,
  corrects: boolean,
  asked: ReadonlySet<string> | null = null,
  quote: Quote = (start, end) => heard.reading.text.slice(start, end),
): PointVerdict[] {
  const { all } = heard.open;
  claimByValues(heard);
  const verdicts = points.map((point, index) => {
    const wanted = isAsked(asked, point.id);
    if (heard.pointsTouched[index] === 0 && !all[index]?.unworded && !wanted) return notAddressed(point.id, 1);
    const judging = judgingOf(heard, index, corrects, wanted);
    return judging ? judgePoint(point, judging, quote) : notAddressed(point.id, 1);
  });
  const answers = verdicts.filter((one) => one.state === 'covered' && isAsked(asked, one.id));
  return verdicts.map((one) =>
    one.state === 'wrong' && !isAsked(asked, one.id) && answers.some((answer) => meet(answer, one))
      ? notAddressed(one.id, 1 - one.confidence)
      : one,
  );
}

function isAsked(asked: ReadonlySet<string> | null, id: string): boolean {
  return asked?.has(id) ?? true;
}

/** 收到鞋起7天内退款 answers what is asked: the same words say nothing against 13号前申请, which nobody asked about. */
function meet(a: PointVerdict, b: PointVerdict): boolean {
  return a.start < b.end && b.start < a.end;
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

function judgePoint(authored: PointKeys, point: Judging, quote: Quote): PointVerdict {
  const ruled = ruledBy(point);
  const own = ruled?.plain ? null : authoredVerdict(point);
  if (own) return byAuthor(authored, own, point, quote);
  // Likeness says nothing to what nobody has asked.
  if (!point.asked && !ruled) return unasked(authored, point);
  const row = rowOf(point, ruled);
  const chances = chancesOf(row.figures);
  if (ruled?.plain) return byRule(authored, ruled, Math.max(chances[ruled.state], 0.9), point, quote);
  const state = stateOf(chances, point, row, ruled);
  if (state === 'covered' || state === 'wrong') {
    const whole = ruled?.state === state && ruled.found.score >= WHOLE ? SURE_OF_WHOLE : 0;
    if (ruled?.state === state) return byRule(authored, ruled, Math.max(chances[state], whole), point, quote);
    const misquoted = state === 'wrong' && (row.misquoted || vows(point)) ? SURE_MISQUOTED : 0;
    return byLikeness(authored, state, row, Math.max(chances[state], misquoted), point, quote);
  }
  const near = topicOf(point, row);
  // 24点前都在: who states another figure has hardly said the right one.
  const mayBeRight = row.rival && row.figureLacks ? 0 : chances.covered;
  const doubt = mayBeRight + chances.wrong;
  const touched = row.local.touched >= LEAST_WORD || row.nearRival || row.valued;
  if (row.right && touched && (near >= TOPIC || (doubt >= DOUBT && near >= TOPIC / 2))) {
    const { start, end } = row.right;
    const confidence = Math.min(1, Math.max(near, doubt));
    return { id: authored.id, state: 'not-recognised', confidence, start, end, rule: notRecognised(authored.says) };
  }
  return notAddressed(authored.id, 1 - Math.max(doubt, near * 0.5));
}

function unasked(authored: PointKeys, point: Judging): PointVerdict {
  const right = best(point, point.said.right);
  if (!right || right.topic < TOPIC) return notAddressed(authored.id, 1 - (right?.topic ?? 0) * 0.5);
  const { start, end } = right;
  return {
    id: authored.id,
    state: 'not-recognised',
    confidence: right.topic,
    start,
    end,
    rule: notRecognised(authored.says),
  };
}
