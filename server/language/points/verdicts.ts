/** A verdict with its quote and the sentence that explains it. */

import type { PointKeys, PointVerdict } from '../judgement.ts';
import type { Authored } from './authored.ts';
import type { Row } from './point-features.ts';
import type { Judging } from './point-judging.ts';
import type { Ruled } from './ruled.ts';
import { againstPoint, coveredBy, likeExample, otherValue, wordCovers } from './verdict-words.ts';

/** The trainee's own words between two offsets of the folded reply. */
export type Quote = (start: number, end: number) => string;
type Span = { start: number; end: number };

/** Nothing on the point is said. */
export function notAddressed(id: string, confidence: number): PointVerdict {
  return { id, state: 'not-addressed', confidence, start: 0, end: 0, rule: '' };
}

/** By what the author wrote for this very case. */
export function byAuthor(authored: PointKeys, own: Authored, { heard, keys }: Judging, quote: Quote): PointVerdict {
  const span = clauses(heard.reading.clauses, own.from, own.to);
  const said = quote(span.start, span.end);
  if (own.by === 'example') {
    // A person has read these words and ruled that they don't say it: nothing is left to ask.
    if (own.state !== 'covered') return notAddressed(authored.id, 0.95);
    return { id: authored.id, state: 'covered', confidence: 0.95, ...span, rule: likeExample(own.key) };
  }
  const wrong = own.by === 'value' ? otherValue(own.key, keys.figure) : againstPoint(said, authored.says);
  const rule = own.state === 'covered' ? wordCovers(own.by === 'word' || own.by === 'value' ? own.key : said) : wrong;
  return { id: authored.id, state: own.state === 'covered' ? 'covered' : 'wrong', confidence: 0.95, ...span, rule };
}

/** By a key that fires. */
export function byRule(authored: PointKeys, ruled: Ruled, chance: number, point: Judging, quote: Quote): PointVerdict {
  const { start, end } = ruled.found;
  const wrong = ruled.wrongId === undefined ? {} : { wrongId: ruled.wrongId };
  const rule =
    ruled.state === 'covered' ? coveredBy(ruled.key) : againstOrOther(authored, point, { start, end }, quote);
  return { id: authored.id, state: ruled.state, confidence: chance, start, end, rule, ...wrong };
}

/** By the fitted weights, from what the reply says for and against the point. */
export function byLikeness(
  authored: PointKeys,
  state: 'covered' | 'wrong',
  row: Row,
  chance: number,
  point: Judging,
  quote: Quote,
): PointVerdict {
  const at = state === 'covered' ? row.local.bestAt : (row.rival?.clause ?? row.local.worstAt);
  const whole = state === 'covered' ? row.right : (row.wrong ?? row.right);
  const all = point.heard.reading.clauses;
  const span =
    at >= 0 ? clauses(all, at, at) : whole ? { start: whole.start, end: whole.end } : clauses(all, 0, all.length - 1);
  const base = { id: authored.id, state, confidence: chance, ...span };
  if (state === 'covered') return { ...base, rule: coveredBy(row.right?.key.text ?? authored.says) };
  const named = row.wrong && row.wrong.score >= 0.5 ? idOf(point, row.wrong.key) : undefined;
  const rule =
    row.rival && point.keys.figure !== ''
      ? otherValue(quote(row.rival.start, row.rival.end), point.keys.figure)
      : againstPoint(quote(span.start, span.end), authored.says);
  return { ...base, rule, ...(named === undefined ? {} : { wrongId: named }) };
}

function idOf({ keys }: Judging, key: object): string | undefined {
  return keys.wrong.find((one) => one.key === key)?.id;
}

function againstOrOther(authored: PointKeys, { heard, keys }: Judging, span: Span, quote: Quote): string {
  const figure = heard.reading.values.find(
    (value) =>
      value.start >= span.start && value.end <= span.end && keys.essential.some((right) => right.kind === value.kind),
  );
  if (figure && keys.figure !== '') return otherValue(quote(figure.start, figure.end), keys.figure);
  return againstPoint(quote(span.start, span.end), authored.says);
}

function clauses(all: readonly Span[], from: number, to: number): Span {
  return { start: all[from]?.start ?? 0, end: all[to]?.end ?? all.at(-1)?.end ?? 0 };
}
