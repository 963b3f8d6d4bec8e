/** How long a line was lost, apart from what the whole class stood frozen: phones fall asleep while a teacher talks. */
import type { RunEntry } from '#storage/runs.ts';
import type { LogRow } from '#storage/storage.ts';

/** On the wall, epoch milliseconds. */
type Span = { from: number; to: number };

/** Times the run stood frozen; one that hasn't ended lasts for ever. */
export function freezesOf(log: readonly Pick<RunEntry, 'kind' | 'at'>[]): Span[] {
  const spans: Span[] = [];
  let from: number | null = null;
  for (const { kind, at } of log) {
    if (kind === 'freeze') from ??= at;
    if (kind !== 'unfreeze' || from === null) continue;
    spans.push({ from, to: at });
    from = null;
  }
  return from === null ? spans : [...spans, { from, to: Number.POSITIVE_INFINITY }];
}

/** Milliseconds a drill's clock stood for its lost line, outside the freezes. */
export function lostMs(rows: readonly Pick<LogRow, 'at' | 'events'>[], freezes: readonly Span[]): number {
  return lostSpans(rows).reduce((sum, span) => sum + outside(span, freezes), 0);
}

function lostSpans(rows: readonly Pick<LogRow, 'at' | 'events'>[]): Span[] {
  const spans: Span[] = [];
  let since: number | null = null;
  for (const { at, events } of rows) {
    for (const event of events) {
      if (event.kind !== 'clock-stopped' && event.kind !== 'clock-started' && event.kind !== 'drill-ended') continue;
      if (since !== null) spans.push({ from: since, to: at });
      since = event.kind === 'clock-stopped' && event.why === 'connection' ? at : null;
    }
  }
  return spans;
}

const outside = ({ from, to }: Span, freezes: readonly Span[]): number =>
  freezes.reduce(
    (left, freeze) => left - Math.max(0, Math.min(to, freeze.to) - Math.max(from, freeze.from)),
    Math.max(0, to - from),
  );
