import { describe, expect, test } from 'vitest';
import { freezesOf, lostMs } from '#classroom/lost-time.ts';
import type { DrillEvent, StopWhy } from '#engine/events.ts';

const row = (at: number, event: DrillEvent) => ({ at, events: [event] });
const stopped = (at: number, why: StopWhy) => row(at, { kind: 'clock-stopped', at: 0, why });
const started = (at: number, why: StopWhy) => row(at, { kind: 'clock-started', at: 0, why, stoppedMs: 0 });

describe('[C4] a lost line', () => {
  const freezes = freezesOf([
    { kind: 'freeze', at: 1000 },
    { kind: 'stage', at: 1500 },
    { kind: 'unfreeze', at: 5000 },
  ]);

  test('counts from where it was lost to where it came back', () => {
    expect(lostMs([stopped(100, 'connection'), started(400, 'connection')], freezes)).toBe(300);
    expect(lostMs([stopped(100, 'freeze'), started(400, 'freeze')], [])).toBe(0);
  });

  test('doesn’t while the whole class stands frozen, whichever came first', () => {
    // Lost in the freeze and back 200 ms after it.
    expect(lostMs([stopped(1000, 'freeze'), stopped(1200, 'connection'), started(5200, 'connection')], freezes)).toBe(
      200,
    );
    // Lost 300 ms before the freeze, back at its end.
    expect(lostMs([stopped(700, 'connection'), stopped(1000, 'freeze'), started(5000, 'freeze')], freezes)).toBe(300);
  });

  test('ends with the drill, and a freeze that goes on lasts', () => {
    const ended = row(900, { kind: 'drill-ended', at: 0, why: 'time' });
    expect(lostMs([stopped(100, 'connection'), ended], freezes)).toBe(800);
    expect(
      lostMs([stopped(2000, 'connection'), started(9000, 'connection')], freezesOf([{ kind: 'freeze', at: 2000 }])),
    ).toBe(0);
  });
});
