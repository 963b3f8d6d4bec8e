/** Turns the windows found for a point into its verdict. */

import type { HeardReply } from '#language/points/features/heard.ts';
import type { SeenWindow } from '#language/points/features/window-features.ts';
import type { Compiled } from '#language/points/wordings/compiled.ts';
import { againstPoint, coveredBy, notRecognised, otherValue } from '#language/points/wordings/verdict-words.ts';
import type { Stated } from '#language/reading/clause.ts';
import { sameValue } from '#language/reading/same-value.ts';
import { RULE_CONFIDENCE, SIMILARITY_THRESHOLDS, VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import type { PointVerdict, PointWordings } from '#language/terms/verdicts.ts';
import type { QuoteOf } from './asked-points.ts';
import { isSpared } from './authored-rules.ts';

/** The chance (0–1) that a window says a point right or wrong, and that window. */
export type WeighedWindow = { chance: number; seen: SeenWindow; ruled?: boolean } | null;
/** The likeliest right and wrong window of one point, and the one nearest its topic. */
export type FoundWindows = { covered: WeighedWindow; wrong: WeighedWindow; topic: number; topical: SeenWindow | null };

export type PointContext = { corrects: boolean; asked: boolean; index: number; quote: QuoteOf };

/** The verdict on one point. */
export function pointVerdict(
  point: PointWordings,
  keys: Compiled,
  heard: HeardReply,
  { covered, wrong, topic, topical }: FoundWindows,
  { corrects, asked, index, quote }: PointContext,
): PointVerdict {
  const right = covered?.chance ?? 0;
  const against = wrong?.chance ?? 0;
  const areApart = covered !== null && wrong !== null && isApart(covered.seen, wrong.seen);
  // 不是一个月，是三个月: beside the right words only surely wrong words count as wrong, and none that are taken back.
  const isCorrection = corrects ? isLater(wrong, covered) : against >= VERDICT_THRESHOLDS.wrong.told;
  const outweighs = right < VERDICT_THRESHOLDS.covered.checked || !areApart || isCorrection;
  if (
    wrong &&
    asked &&
    against >= VERDICT_THRESHOLDS.wrong.checked &&
    against > right &&
    outweighs &&
    !isSpared(heard, index)
  ) {
    // Right and wrong words are equally sure, or the right figure stands elsewhere: a doubt that people settle.
    const isDoubtful = (areApart && right >= VERDICT_THRESHOLDS.wrong.told) || saysRightFigure(keys, heard, wrong);
    if (!isDoubtful || (corrects && isLater(wrong, covered))) return wrongVerdict(point, keys, heard, wrong, quote);
    const [seen, confidence] =
      covered && right >= VERDICT_THRESHOLDS.wrong.told ? [covered.seen, right] : [wrong.seen, against];
    return {
      id: point.id,
      state: 'not-recognised',
      confidence,
      ...spanOf(heard, seen),
      rule: notRecognised(point.says),
    };
  }
  if (covered && right >= (asked ? VERDICT_THRESHOLDS.covered.checked : VERDICT_THRESHOLDS.volunteered.told)) {
    const key = covered.seen.right ? heard.open.wordings[covered.seen.right.slot]?.text : undefined;
    const span = spanOf(heard, covered.seen);
    return { id: point.id, state: 'covered', confidence: right, ...span, rule: coveredBy(key ?? point.says) };
  }
  if (topical && topic >= VERDICT_THRESHOLDS.covered.doubt) {
    const span = spanOf(heard, topical);
    // A reply on the topic without a figure of the right kind rarely says the point: 1 of 19 in real plays.
    if (!isLackingFigure(keys, heard, topical)) {
      const rule = notRecognised(point.says);
      const figure = figureOf(topical, keys, quote);
      return { id: point.id, state: 'not-recognised', confidence: topic, ...span, rule, ...figure };
    }
  }
  return notAddressed(point.id, 1 - topic);
}

/** Whether the right figure stands elsewhere in the turn: 组长30分钟内给信，你就写等店里通知. Then likeness alone makes nothing wrong. */
function saysRightFigure(
  { essential, allowed }: Compiled,
  { reading }: HeardReply,
  { seen }: NonNullable<WeighedWindow>,
): boolean {
  const own =
    essential.length > 0 ? essential : allowed.filter(({ kind }) => kind !== 'date' && !COUNTS.includes(kind));
  if (own.length === 0 || seen.rival !== null || seen.misled || seen.payerAgainst) return false;
  const inside = ({ clause }: Stated): boolean => clause >= seen.window.from && clause <= seen.window.to;
  if (reading.values.some((value) => value.kind !== 'date' && inside(value))) return false;
  return reading.values.some(
    (value) =>
      !(value.explicit && value.sign < 0) &&
      reading.clauses[value.clause]?.retracted !== true &&
      !inside(value) &&
      own.some((known) => sameValue(known, value)),
  );
}

/** Whether a point turns on a figure and the window has none of its kind. */
function isLackingFigure({ essential }: Compiled, heard: HeardReply, { window }: SeenWindow): boolean {
  const values = heard.clauses.slice(window.from, window.to + 1).flatMap((clause) => clause.values);
  return essential.length > 0 && !essential.some((known) => values.some(({ kind }) => kind === known.kind));
}

/** Whether `window` stands behind `other`: of words taken back and their correction the later counts (运费10元，不对，是15元). */
function isLater(window: WeighedWindow, other: WeighedWindow): boolean {
  return (window?.seen.window.from ?? 0) > (other?.seen.window.to ?? 0);
}

/** Whether two windows share no clause. Right in one place and wrong in another is wrong (RULES T4). */
function isApart(a: SeenWindow, b: SeenWindow): boolean {
  return a.window.to < b.window.from || b.window.to < a.window.from;
}

function wrongVerdict(
  point: PointWordings,
  keys: Compiled,
  heard: HeardReply,
  { seen, chance, ruled }: NonNullable<WeighedWindow>,
  quote: QuoteOf,
): PointVerdict {
  const span = spanOf(heard, seen);
  const { rival } = seen;
  const rule =
    rival && keys.figure !== ''
      ? otherValue(quote(rival.start, rival.end), keys.figure)
      : againstPoint(quote(span.start, span.end), point.says);
  const id = wrongIdOf(keys, heard, seen);
  return {
    id: point.id,
    state: 'wrong',
    confidence: chance,
    ...span,
    rule,
    ...figureOf(seen, keys, quote),
    ...(ruled || seen.payerAgainst || id !== undefined || chance >= RULE_CONFIDENCE.minded
      ? {}
      : { alike: true as const }),
    ...(id === undefined ? {} : { wrongId: id }),
  };
}

/** Kinds that are a point's figure only where it turns on one: the 一个 of 上一个客服 is none. */
const COUNTS: readonly string[] = ['number', 'measure'];

function figureOf({ rival }: SeenWindow, { essential }: Compiled, quote: QuoteOf): Pick<PointVerdict, 'figure'> {
  const turns = rival !== null && (!COUNTS.includes(rival.kind) || essential.some(({ kind }) => kind === rival.kind));
  return turns ? { figure: quote(rival.start, rival.end) } : {};
}

function wrongIdOf(keys: Compiled, heard: HeardReply, { wrong, rival, window }: SeenWindow): string | undefined {
  const values = heard.clauses.slice(window.from, window.to + 1).flatMap((clause) => clause.values);
  const byFigure = keys.wrong.find(
    ({ id, wording }) =>
      id !== undefined &&
      wording.values.length > 0 &&
      wording.values.every((stated) => values.some((value) => sameValue(stated, value))),
  );
  if (rival && byFigure) return byFigure.id;
  if (!wrong || wrong.said < SIMILARITY_THRESHOLDS.named) return byFigure?.id;
  const wording = heard.open.wordings[wrong.slot];
  return keys.wrong.find((wrong) => wrong.wording === wording)?.id;
}

/** The offsets of a window in the reply. */
export function spanOf(heard: HeardReply, { window }: SeenWindow): { start: number; end: number } {
  return { start: heard.clauses[window.from]?.start ?? 0, end: heard.clauses[window.to]?.end ?? 0 };
}

/** The verdict that the reply says nothing of the point. */
export function notAddressed(id: string, confidence: number): PointVerdict {
  return { id, state: 'not-addressed', confidence, start: 0, end: 0, rule: '' };
}
