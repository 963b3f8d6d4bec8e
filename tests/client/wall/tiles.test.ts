import { describe, expect, it } from 'vitest';
import { tierFor } from '#client/drill/model/drill-rounds.ts';
import { waitLevel } from '#client/drill/model/wait-level.ts';
import { attentionOf, faultSummaries } from '#client/features/wall/model/wall-attention.ts';
import { figuresOfWall } from '#client/features/wall/model/wall-figures.ts';
import { flagOf } from '#client/features/wall/model/wall-flag.ts';
import { nameGrid, wallGrid } from '#client/features/wall/model/wall-layout.ts';
import { byUrgency, sortSeats } from '#client/features/wall/model/wall-sort.ts';
import { fullBarS, levelOfWait, otherTiers, waitLimitMs } from '#client/features/wall/model/wall-waits.ts';
import { liveTile, mergeTiles, waitMsAt } from '#client/lib/run/run-tiles.ts';
import type { WallTile } from '#contract/wall.ts';
import { body, customer, fault, NOW, TIERS, tile } from './class.tsx';

const message = (tiles: WallTile[], all = false, now = NOW) => ({ runId: 'r1', now, all, tiles });
const empty = { tiles: {}, seats: [] };
const live = (over: Partial<WallTile> = {}) => liveTile(undefined, tile(1, over), NOW, 0);
const kind = (over: Partial<WallTile>, now = 0) => flagOf(live(over), now, TIERS)?.kind ?? null;

describe('merging tiles', () => {
  it('replaces changed seats only; the others stay the same objects, and so does the order', () => {
    const first = mergeTiles(empty, message([tile(2), tile(10), tile(1)], true), 0);
    expect(first.seats).toEqual(['s1', 's2', 's10']);
    const next = mergeTiles(first, message([tile(2, { faults: 1 })]), 250);
    expect(next.tiles.s1).toBe(first.tiles.s1);
    expect(next.tiles.s2?.faults).toBe(1);
    expect(next.seats).toBe(first.seats);
  });

  it('puts a new seat in its place, and a full message drops seats that are gone', () => {
    const first = mergeTiles(empty, message([tile(1), tile(3)], true), 0);
    const more = mergeTiles(first, message([tile(2)]), 0);
    expect(more.seats).toEqual(['s1', 's2', 's3']);
    expect(mergeTiles(more, message([tile(2)], true), 0).seats).toEqual(['s2']);
  });

  it('leaves seats without numbers in the order they came, so that a newcomer moves nobody', () => {
    const came = (n: number, name: string) => tile(n, { no: '', name });
    const first = mergeTiles(empty, message([came(1, '周'), came(2, '安')], true), 0);
    expect(mergeTiles(first, message([came(3, '阿')]), 0).seats).toEqual(['s1', 's2', 's3']);
  });

  it('keeps the faults of a drill beyond the latest five, and drops them with the next drill', () => {
    const old = live({ latest: [fault()] });
    const next = liveTile(old, tile(1, { latest: [fault({ id: 'f2', at: NOW })] }), NOW, 0);
    expect(next.recentFaults.map((fault) => fault.id)).toEqual(['f2', 'f1']);
    expect(liveTile(next, tile(1, { drill: 'other' }), NOW, 0).recentFaults).toEqual([]);
  });
});

describe('waits', () => {
  it('go on between messages while the seat runs, and stand still while it is stopped', () => {
    const waiting = customer({ waitMs: 5000 });
    expect(waitMsAt(live({ state: 'running' }), waiting, 4000)).toBe(9000);
    expect(waitMsAt(live({ state: 'stopped' }), waiting, 4000)).toBe(5000);
    expect(waitMsAt(live(), customer(), 4000)).toBeNull();
  });

  const desk = (...statuses: WallTile['conversations'][number]['status'][]) =>
    live({ conversations: statuses.map((status, n) => customer({ key: `c${n}`, status })) });

  it('[M1] change level past the rubric’s thresholds for the customers at the desk now, not at the exact second', () => {
    const levels = (tile: ReturnType<typeof desk>) =>
      [30, 31, 45, 46, 60, 61, 75, 76].map((s) => levelOfWait(s, tile, TIERS));
    expect(levels(desk('active', 'waiting'))).toEqual([1, 2, 2, 2, 2, 3, 3, 3]);
    expect(levels(desk('active', 'waiting', 'active'))).toEqual([1, 1, 1, 2, 2, 2, 2, 3]);
    // Customers who are away, queued or closed don't count towards the tier; a desk without anybody counts as one
    // customer.
    expect(levels(desk('active', 'away', 'queued', 'closed'))).toEqual(levels(desk('active')));
    expect(waitLimitMs(desk(), TIERS)).toBe(60_000);
    expect(waitLimitMs(desk(), [])).toBe(Number.POSITIVE_INFINITY);
  });

  it('[M1] change level on the wall in the same second as on the desk', () => {
    for (const customers of [1, 2, 3, 4])
      for (const waited of [18, 30, 31, 45, 46, 60, 61, 75, 76, 200]) {
        const tile = desk(...Array.from({ length: customers }, () => 'waiting' as const));
        expect(levelOfWait(waited, tile, TIERS)).toBe(waitLevel(waited, tierFor(TIERS, customers)));
      }
  });

  it('are told in words once they are past the fail threshold', () => {
    expect(kind({ conversations: [customer({ waitMs: 60_000 })] })).toBeNull();
    expect(kind({ conversations: [customer({ waitMs: 60_001 })] })).toBe('waited');
    const three = ['c1', 'c2', 'c3'].map((key) => customer({ key, waitMs: 70_000 }));
    expect(kind({ conversations: three })).toBeNull();
  });

  it('have one legend: the plan’s thresholds, and those of a desk with fewer or more customers', () => {
    const plan = (count: number) => {
      const scenarios = Array.from({ length: count }, (_, n) => `a/${n}`);
      const tier = tierFor(TIERS, count);
      return body({ ...(tier === null ? {} : { tier }), plan: { ...body().plan, scenarios } });
    };
    const others = (count: number, injected: number) =>
      otherTiers(plan(count), injected).map(({ from, upTo, failS }) => [from, upTo, failS]);
    expect(others(1, 0)).toEqual([]);
    expect(others(2, 1)).toEqual([[3, 5, 75]]);
    expect(others(3, 0)).toEqual([[1, 2, 60]]);
    expect(TIERS.map(fullBarS)).toEqual([90, 120]);
  });
});

describe('the flag', () => {
  const long = { conversations: [customer({ waitMs: 118_000 })] };
  it('names the gravest thing only: red line, asking, lost, waited, left, latest fault, done', () => {
    const all = {
      redLines: 1,
      asking: true,
      link: 'lost' as const,
      lostMs: 40_000,
      left: 1,
      latest: [fault()],
      ...long,
    };
    expect(kind(all)).toBe('red-line');
    expect(kind({ ...all, redLines: 0 })).toBe('asking');
    expect(kind({ ...all, redLines: 0, asking: false })).toBe('lost');
    expect(kind({ ...long, left: 1, latest: [fault()] })).toBe('waited');
    expect(kind({ left: 1, latest: [fault()] })).toBe('left');
    expect(kind({ latest: [fault()] })).toBe('fault');
    expect(kind({ state: 'ended', latest: [fault()] })).toBe('done');
    expect(kind({})).toBeNull();
  });

  it('counts the seconds of a lost connection on, and drops a fault that is old', () => {
    expect(flagOf(live({ link: 'lost', lostMs: 40_000 }), 5000, TIERS)).toEqual({ kind: 'lost', lostMs: 45_000 });
    expect(kind({ latest: [fault()], conversations: [] }, 100_000)).toBeNull();
  });
});

describe('the lists', () => {
  const tiles = mergeTiles(
    empty,
    message(
      [
        tile(1, { latest: [fault({ redLine: true, grave: true })], redLines: 1, families: { manner: 1 } }),
        tile(2, { latest: [fault({ id: 'f7' })], families: { evading: 2 }, left: 1 }),
        tile(3, { families: { evading: 1 }, conversations: [customer({ waitMs: 70_000 })] }),
        tile(4, { link: 'lost', lostMs: 20_000, asking: true }),
      ],
      true,
    ),
    0,
  ).tiles;

  it('of seats to look at have the newest first, and leave out mild faults and dismissed entries', () => {
    const list = attentionOf(tiles, 0, new Set(), TIERS);
    expect(list.map((attention) => `${attention.no} ${attention.kind}`)).toEqual([
      '04 asking',
      '03 waited',
      '01 red-line',
      '04 lost',
      '02 left',
    ]);
    const away = new Set([list[2]?.id ?? '']);
    expect(attentionOf(tiles, 0, away, TIERS).map((attention) => attention.kind)).not.toContain('red-line');
  });

  it('of seats to look at keep a red line that is no longer among the latest faults, and only a seat’s latest grave fault', () => {
    const latest = [fault({ id: 'f3', at: NOW, grave: true }), fault({ id: 'f2', grave: true })];
    const merged = mergeTiles(empty, message([tile(1, { redLines: 1, latest })], true), 0).tiles;
    const list = attentionOf(merged, 0, new Set(), TIERS);
    expect(list.map((entry) => [entry.kind, entry.at, 'fault' in entry ? entry.fault?.id : null])).toEqual([
      ['fault', NOW, 'f3'],
      ['red-line', null, undefined],
    ]);
  });

  it('of things to talk about count people by family of faults, the commonest first, with a quote', () => {
    expect(faultSummaries(tiles).map((material) => [material.family, material.seatCount, material.faultCount])).toEqual(
      [
        ['evading', 2, 3],
        ['manner', 1, 1],
      ],
    );
    expect(faultSummaries(tiles)[0]?.sample?.quote).toBe('应该可以');
  });

  it('figures of the class', () => {
    expect(figuresOfWall(tiles)).toMatchObject({
      onlineCount: 3,
      seatCount: 4,
      medianMs: 20_000,
      waitingCount: 4,
      leftCount: 1,
      askingCount: 1,
    });
  });

  it('never move in the order by number, and have red lines first in the order by need', () => {
    const seats = ['s1', 's2', 's3', 's4'];
    expect(sortSeats(seats, tiles, 'seat', 0)).toBe(seats);
    expect(sortSeats(seats, tiles, 'wait', 0)[0]).toBe('s3');
    expect(sortSeats(seats, tiles, 'link', 0)[0]).toBe('s4');
    expect(byUrgency([...seats].reverse(), tiles, 0, TIERS)).toEqual(['s1', 's4', 's3', 's2']);
  });
});

describe('the grids of the wall and the lobby', () => {
  it('show 45 seats in the roomy size and 60 without scrolling on 1920×1080, and scroll with 200', () => {
    expect(wallGrid(45, 1516, 880)).toMatchObject({ density: 'roomy', columns: 9, scrolls: false });
    expect(wallGrid(60, 1516, 880)).toMatchObject({ scrolls: false });
    expect(wallGrid(200, 1516, 880)).toMatchObject({ density: 'small', scrolls: true });
  });

  it('have five columns of names in 26 px for a class, and smaller type for 200', () => {
    expect(nameGrid(45, 1150, 850)).toMatchObject({ columns: 5, fontPx: 26 });
    expect(nameGrid(200, 1150, 850).fontPx).toBeLessThan(20);
  });
});
