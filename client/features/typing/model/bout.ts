/** Two minutes of typing: one text after the other, and what they come to. Times in milliseconds. */
import {
  accuracyOf,
  type Counts,
  countsOf,
  isAtEnd,
  isFinished,
  startRun,
  type TextRun,
  typeInto,
} from './text-run.ts';

export const BOUT_MS = 120_000;
/** The figure of now is over this time. */
const RECENT_MS = 15_000;
/** Before that a figure jumps with every character. */
const SETTLED_MS = 3_000;
/** Fewer right characters say nothing of somebody's speed: the bout isn't kept. */
export const LEAST_RIGHT = 20;

export type BoutText = { id: string; text: string };
export type BoutRun = { id: string; from: number; run: TextRun };

export type Bout = {
  texts: readonly BoutText[];
  /** On the reader's clock; null: the first key hasn't been pressed. */
  startedAt: number | null;
  /** Texts that are done with. */
  done: readonly BoutRun[];
  current: BoutRun;
  /** Right characters after each change, and when. */
  trail: readonly { at: number; right: number }[];
};

/** `texts`: at least one; after the last one the first comes again. */
export const newBout = (texts: readonly BoutText[]): Bout => ({
  texts,
  startedAt: null,
  done: [],
  current: beginning(texts, 0, 0),
  trail: [],
});

const beginning = (texts: readonly BoutText[], place: number, from: number): BoutRun => {
  const text = texts[place % texts.length] ?? { id: '', text: '' };
  return { id: text.id, from, run: startRun(text.text) };
};

/** The first key or composition starts the clock, before anything is judged (RULES Y2). */
export const started = (bout: Bout, now: number): Bout =>
  bout.startedAt === null ? { ...bout, startedAt: now } : bout;

export const elapsedMs = ({ startedAt }: Bout, now: number): number =>
  startedAt === null ? 0 : Math.min(BOUT_MS, Math.max(0, now - startedAt));

export const isOver = (bout: Bout, now: number): boolean => elapsedMs(bout, now) >= BOUT_MS;

/** The field holds `value`, all of it committed. A finished text is followed by the next. Nothing counts once it is over. */
export const typed = (before: Bout, value: string, now: number): Bout => {
  const bout = started(before, now);
  if (isOver(bout, now)) return bout;
  const at = elapsedMs(bout, now);
  const { current } = bout;
  const run = typeInto(current.run, value, at - current.from);
  if (run === current.run) return bout;
  const next = { ...bout, current: { ...current, run } };
  const withTrail = { ...next, trail: [...bout.trail, { at, right: countsIn(next).right }] };
  return isFinished(run) ? nextText(withTrail, at) : withTrail;
};

/** Goes on to the next text where the end is reached with a slip in the last character. */
export const passedOn = (bout: Bout, now: number): Bout =>
  isAtEnd(bout.current.run) ? nextText(bout, elapsedMs(bout, now)) : bout;

const nextText = (bout: Bout, at: number): Bout => ({
  ...bout,
  done: [...bout.done, bout.current],
  current: beginning(bout.texts, bout.done.length + 1, at),
});

export const countsIn = ({ done, current }: Bout): Counts => {
  const all = [...done, current].map(({ run }) => countsOf(run));
  const sum = (of: keyof Counts): number => all.reduce((total, counts) => total + counts[of], 0);
  return { right: sum('right'), wrong: sum('wrong'), corrected: sum('corrected') };
};

/** Whole characters a minute, rounded down: 55 are 55 only when they were typed. */
export const perMinute = (right: number, ms: number): number => Math.floor((right * 60_000) / ms);

export type BoutFigures = Counts & {
  /** Null: too early to say. */
  overall: number | null;
  recent: number | null;
  accuracy: number | null;
  leftMs: number;
};

export const figuresOf = (bout: Bout, now: number): BoutFigures => {
  const counts = countsIn(bout);
  const ms = elapsedMs(bout, now);
  const from = Math.max(0, ms - RECENT_MS);
  const before = bout.trail.findLast(({ at }) => at <= from)?.right ?? 0;
  const isSettled = ms >= SETTLED_MS;
  return {
    ...counts,
    overall: isSettled ? perMinute(counts.right, ms) : null,
    recent: isSettled ? perMinute(Math.max(0, counts.right - before), ms - from) : null,
    accuracy: accuracyOf(counts),
    leftMs: BOUT_MS - ms,
  };
};
