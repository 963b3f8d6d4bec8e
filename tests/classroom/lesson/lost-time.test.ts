import { describe, expect, test } from 'vitest';
import { lostMs, pausedSpansOf } from '#classroom/results/lost-time.ts';
import { GRACE_MS } from '#drills/runner/attendance.ts';
import type { DrillEvent, StopWhy } from '#engine/model/events.ts';

const row = (at: number, event: DrillEvent) => ({ at, events: [event] });
const stopped = (at: number, why: StopWhy) => row(at, { kind: 'clock-stopped', at: 0, why });
const started = (at: number, why: StopWhy) => row(at, { kind: 'clock-started', at: 0, why, stoppedMs: 0 });

describe('[C4] the lost time of a connection', () => {
  const freezes = pausedSpansOf([
    { kind: 'freeze', at: 1000, body: {} },
    { kind: 'stage', at: 1500, body: {} },
    { kind: 'unfreeze', at: 5000, body: {} },
  ]);

  test('counts from where it was lost, before the clock stopped, to where it came back', () => {
    expect(lostMs([stopped(100, 'connection'), started(400, 'connection')], freezes)).toBe(GRACE_MS + 300);
    expect(lostMs([stopped(100, 'freeze'), started(400, 'freeze')], [])).toBe(0);
  });

  test('leaves out a freeze of the whole class, whichever of the two began first', () => {
    // Lost in the freeze and back 200 ms after it.
    expect(lostMs([stopped(1000, 'freeze'), stopped(1200, 'connection'), started(5200, 'connection')], freezes)).toBe(
      200,
    );
    // Lost 300 ms before the freeze, back at its end.
    expect(lostMs([stopped(700, 'connection'), stopped(1000, 'freeze'), started(5000, 'freeze')], freezes)).toBe(
      GRACE_MS + 300,
    );
  });

  test('ends with the drill, and leaves out a freeze that is still going on', () => {
    const ended = row(900, { kind: 'drill-ended', at: 0, why: 'time' });
    expect(lostMs([stopped(100, 'connection'), ended], freezes)).toBe(GRACE_MS + 800);
    expect(
      lostMs(
        [stopped(2000, 'connection'), started(9000, 'connection')],
        pausedSpansOf([{ kind: 'freeze', at: 2000, body: {} }]),
      ),
    ).toBe(GRACE_MS);
  });

  test('leaves out the server’s absence, but counts what a trainee stays away after it', () => {
    const stills = pausedSpansOf([{ kind: 'away', at: 10_000, body: { until: 100_000 } }]);
    // Lost 5 s before the server was, back 2 s after it.
    expect(lostMs([stopped(5000, 'connection'), started(102_000, 'connection')], stills)).toBe(GRACE_MS + 5000);
    // Stopped by the server, and nobody came for a minute.
    expect(lostMs([stopped(10_000, 'server'), started(175_000, 'server')], stills)).toBe(60_000);
    expect(lostMs([stopped(10_000, 'server'), started(106_000, 'server')], stills)).toBe(0);
  });

  test('is shortened only once where a freeze and the server’s absence overlap', () => {
    const stills = pausedSpansOf([
      { kind: 'away', at: 1000, body: { until: 5000 } },
      { kind: 'freeze', at: 2000, body: {} },
      { kind: 'unfreeze', at: 30_000, body: {} },
    ]);
    expect(lostMs([stopped(0, 'connection'), started(40_000, 'connection')], stills)).toBe(GRACE_MS + 11_000);
  });
});
