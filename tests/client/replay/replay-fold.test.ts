import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { foldDrill } from '#client/drill/model/drill-fold.ts';
import { type DrillView, emptyView } from '#client/drill/model/drill-view.ts';
import { connectDrill } from '#client/features/desk/model/drill-connection.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { replayFold } from '#client/features/replay/replay-fold.ts';
import {
  findingAt,
  firstAfter,
  lastUpTo,
  placesOfFindings,
  skipQuiet,
} from '#client/features/replay/replay-moments.ts';
import type { Replay } from '#contract/replay.ts';
import { report } from '#tests/client/fixtures/report.ts';
import { fakeServer } from '#tests/client-desk/fake-server.ts';
import { long, PLAYED } from './played.ts';

const plain = (events: Replay['events'], at: number): DrillView =>
  events.filter(({ event }) => event.at <= at).reduce((view, { seq, event }) => foldDrill(view, event, seq), emptyView);
const EVERY_SECOND = Array.from({ length: 122 }, (_, n) => n * 1000);

describe('the desk at a moment', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is the same as the live desk showed then', async () => {
    const fold = replayFold(PLAYED.events);
    const { server, transport } = fakeServer();
    const close = connectDrill('d1', transport);
    server.up();
    await vi.advanceTimersByTimeAsync(0);
    let compared = 0;
    for (const at of EVERY_SECOND) {
      for (const { event } of PLAYED.events) if (event.at <= at && event.at > at - 1000) server.push(event);
      expect(fold.viewAt(at)).toEqual(useDrill.getState().view);
      compared++;
    }
    close();
    expect([compared, fold.until]).toEqual([122, 120_000]);
  });

  it('is the same from whichever moment one jumps to it', () => {
    const events = long(400);
    const fold = replayFold(events);
    // Numbers that jump about: 7919 is a prime.
    for (let n = 0; n < 300; n++) {
      const at = ((n * 7919) % 410) * 1000;
      expect(fold.viewAt(at)).toEqual(plain(events, at));
    }
  });

  it('shows nothing before the first event and all of it behind the last', () => {
    const fold = replayFold(PLAYED.events);
    expect(fold.viewAt(-1)).toBe(emptyView);
    expect(fold.viewAt(9_999_999).endReason).toBe('trainee');
    expect(replayFold([])).toMatchObject({ until: 0 });
    expect(replayFold([]).viewAt(5)).toBe(emptyView);
  });
});

describe('the work for one frame', () => {
  it('playing a thousand events folds each of them once, whatever the frame', () => {
    let folded = 0;
    let most = 0;
    const fold = replayFold(long(1000), (...given) => {
      folded++;
      return foldDrill(...given);
    });
    // 60 frames a second at 8×: 133 drill milliseconds each.
    for (let at = 0; at <= 1_000_000; at += 133) {
      const before = folded;
      fold.viewAt(at);
      most = Math.max(most, folded - before);
    }
    expect([folded, most]).toEqual([1000, 1]);
  });

  it('is nothing between two events: the view stays the same object, so that nothing is drawn anew', () => {
    const fold = replayFold(PLAYED.events);
    expect(fold.viewAt(50_000)).toBe(fold.viewAt(79_999));
    expect(fold.viewAt(80_000)).not.toBe(fold.viewAt(79_999));
  });

  it('is small for a step back, which starts from a kept view, and for a jump to where it has been', () => {
    let folded = 0;
    const fold = replayFold(long(1000), (...given) => {
      folded++;
      return foldDrill(...given);
    });
    fold.viewAt(1_000_000);
    const costs = [999, 998, 500, 3, 900].map((second) => {
      folded = 0;
      fold.viewAt(second * 1000);
      return folded;
    });
    for (const cost of costs) expect(cost).toBeLessThan(64);
  });
});

describe('places in a replay', () => {
  const all = [{ at: 10 }, { at: 20 }, { at: 20 }, { at: 30 }];

  it('are found before and after a moment', () => {
    expect([9, 10, 25, 99].map((at) => lastUpTo(all, at)?.at ?? null)).toEqual([null, 10, 20, 30]);
    expect([9, 10, 25, 30].map((at) => firstAfter(all, at)?.at ?? null)).toEqual([10, 20, 30, null]);
  });

  it('have the quiet between them skipped when it is over five seconds, but for a second at either end', () => {
    const happenings = [5000, 9000, 29_000].map((at) => ({ at, conversation: 'c1' }));
    const at = (time: number): number => skipQuiet(happenings, time, 60_000);
    // 4 s between two lines are no quiet stretch.
    expect([5500, 6500, 8500].map(at)).toEqual([5500, 6500, 8500]);
    expect([9500, 10_000, 20_000, 28_000, 28_500].map(at)).toEqual([9500, 28_000, 28_000, 28_000, 28_500]);
    expect(at(31_000)).toBe(59_000);
  });

  it('are made for faults in order of time, three seconds before each, and not for praise', () => {
    const places = placesOfFindings(report.findings);
    expect(places.map(({ finding }) => finding.severity)).not.toContain('merit');
    expect(places.length).toBe(report.findings.filter(({ severity }) => severity !== 'merit').length);
    const [first] = places;
    expect(first?.at).toBe(Math.max(0, (first?.finding.at ?? 0) - 3000));
    expect(places.map(({ at }) => at)).toEqual(places.map(({ at }) => at).toSorted((a, b) => a - b));
  });

  it('show their fault from three seconds before it to four seconds after', () => {
    const [finding] = report.findings.filter(({ severity }) => severity !== 'merit');
    if (finding === undefined) throw new Error('no fault');
    const places = placesOfFindings([{ ...finding, at: 50_000 }]);
    const told = [46_999, 47_000, 50_000, 54_000, 54_001].map((at) => findingAt(places, at)?.id ?? null);
    expect(told).toEqual([null, finding.id, finding.id, finding.id, null]);
  });
});
