/**
 * How long a trainee's connection was lost, by the wall clock, from the moment nobody was there. Times that held up
 * the whole class are taken off: a freeze (phones fall asleep while a teacher talks) and the server's own absence.
 */
import { GRACE_MS } from '#drills/runner/attendance.ts';
import type { RunEntry } from '#storage/runs.ts';
import type { LogRow } from '#storage/storage.ts';

/** From and to on the wall clock, epoch milliseconds. */
type Span = { from: number; to: number };

/** Milliseconds after the server is back that count as its absence: pages connect again, then the countdown runs. */
const RECONNECT_MS = 15_000;

/** Times in which the whole class stood still; a freeze that hasn't ended has no end. */
export const pausedSpansOf = (log: readonly Pick<RunEntry, 'kind' | 'at' | 'body'>[]): Span[] => {
  const spans: Span[] = [];
  let frozenSince: number | null = null;
  for (const { kind, at, body } of log) {
    if (kind === 'away' && typeof body.until === 'number') spans.push({ from: at, to: body.until + RECONNECT_MS });
    if (kind === 'freeze') frozenSince ??= at;
    if (kind !== 'unfreeze' || frozenSince === null) continue;
    spans.push({ from: frozenSince, to: at });
    frozenSince = null;
  }
  return frozenSince === null ? spans : [...spans, { from: frozenSince, to: Number.POSITIVE_INFINITY }];
};

/**
 * Milliseconds in which a drill's trainee wasn't there and the class didn't stand still. The log shows no loss shorter
 * than the grace.
 */
export const lostMs = (rows: readonly Pick<LogRow, 'at' | 'events'>[], pausedSpans: readonly Span[]): number => {
  const mergedPauses = mergedSpans(pausedSpans);
  return lostSpans(rows).reduce((sum, span) => sum + msOutside(span, mergedPauses), 0);
};

/** The spans joined where they overlap, so that no time is taken off twice. */
const mergedSpans = (spans: readonly Span[]): Span[] => {
  const joinedSpans: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const lastSpan = joinedSpans.at(-1);
    if (lastSpan === undefined || span.from > lastSpan.to) joinedSpans.push({ ...span });
    else lastSpan.to = Math.max(lastSpan.to, span.to);
  }
  return joinedSpans;
};

const lostSpans = (rows: readonly Pick<LogRow, 'at' | 'events'>[]): Span[] => {
  const spans: Span[] = [];
  let lostSince: number | null = null;
  let isRunning = true;
  for (const { at, events } of rows) {
    for (const event of events) {
      if (event.kind !== 'clock-stopped' && event.kind !== 'clock-started' && event.kind !== 'drill-ended') continue;
      if (lostSince !== null) spans.push({ from: lostSince, to: at });
      // A drill that stopped for the server goes on standing while its trainee doesn't come back.
      const isAbsent = event.kind === 'clock-stopped' && (event.why === 'connection' || event.why === 'server');
      // A running clock ran on for the grace before it stopped, so the loss began earlier by the grace; a standing
      // clock had none.
      const lostFrom = event.kind === 'clock-stopped' && event.why === 'connection' && isRunning ? at - GRACE_MS : at;
      lostSince = isAbsent ? lostFrom : null;
      isRunning = event.kind === 'clock-started';
    }
  }
  return spans;
};

const msOutside = ({ from: frozenSince, to }: Span, pausedSpans: readonly Span[]): number =>
  pausedSpans.reduce(
    (remainingMs, pause) => remainingMs - Math.max(0, Math.min(to, pause.to) - Math.max(frozenSince, pause.from)),
    Math.max(0, to - frozenSince),
  );
