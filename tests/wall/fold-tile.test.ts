import { describe, expect, it, test } from 'vitest';
import { advance as advanceMap, initialClockMap } from '#drills/reports/clock-map.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { makeReport } from '#scoring/report.ts';
import { drive, end, say, tick } from '#tests/engine/support/drive.ts';
import { rushDrive } from '#tests/engine/support/rush-drill.ts';
import { SAID, shoes } from '#tests/engine/support/shoes.ts';
import { rubric } from '#tests/scoring/support/shoe-shop.ts';
import { liveFault } from '#wall/evidence.ts';
import { advance, drillNow, newSeatDrill, recordDrillWaits } from '#wall/seat-drill.ts';
import { drillPart } from '#wall/tile.ts';
import { LATEST, tileFacts } from '#wall/tile-state.ts';
import { CASES, foldAll, golden, TRAINEES } from './support.ts';

const content = { ...shoes, rubric };
const play = (...commands: Parameters<typeof drive>[1]): readonly DrillEvent[] => drive(content, commands).log;
const codes = (events: readonly DrillEvent[]): string[] => foldAll(content, events).latest.map(({ code }) => code);

describe('the fold of a tile', () => {
  test('counts rounds and their times', () => {
    const { rounds, roundsMs, firsts, firstsMs, faults } = foldAll(content, play(say(6000, SAID.size), tick(30_000)));
    expect({ rounds, firsts, faults }).toEqual({ rounds: 1, firsts: 1, faults: 0 });
    expect(firstsMs).toBe(roundsMs);
    expect(firstsMs).toBeGreaterThan(0);
  });

  test.each([
    ['a wrong fact', SAID.wrongSize, 'wrong-fact', 'wrong'],
    ['a red line', SAID.offsite, 'red-line:offsite', 'manner'],
    ['vague words', SAID.vague, 'vague', 'evading'],
    ['an insult', SAID.insult, 'red-line:insult', 'manner'],
  ])('sees %s, with the trainee’s own words', (_name, text, code, family) => {
    const { latest, families } = foldAll(content, play(say(8000, text), tick(30_000)));
    expect(latest).toContainEqual(expect.objectContaining({ code, family, message: 'c1-m8000', conversation: 'c1' }));
    const fault = latest.map(liveFault).find((one) => one.code === code);
    expect(text).toContain(fault?.quote);
    const named = rubric.findings.find((rule) => rule.code === code)?.title ?? '';
    expect(fault?.title).toBe(named.replace('红线：', ''));
    expect(families).toMatchObject({ [family]: expect.any(Number) });
  });

  test('[M7] makes of one reply one fault, the most forceful, and another fault of the reply sent again', () => {
    expect(codes(play(say(8000, SAID.cold), tick(30_000)))).toEqual(['vague']);
    const vague = `亲，${SAID.vague}哦`;
    const twice = play(say(8000, vague), say(28_000, vague), tick(50_000));
    expect(codes(twice)).toEqual(['canned-repeated', 'vague']);
  });

  test('notes a reply past the fail threshold, and notes it once', () => {
    const late = play(say(80_000, SAID.size), tick(90_000));
    const { latest } = foldAll(content, late);
    expect(latest.map(liveFault).filter(({ code }) => code === 'late-first')).toMatchObject([
      { family: 'late', message: 'c1-m80000', quote: expect.stringContaining(SAID.size) },
    ]);
    expect(codes(play(say(20_000, SAID.size), tick(30_000)))).toEqual([]);
  });

  test('names a forbidden operation as the desk does', () => {
    const [action] = content.actions;
    const done = play(say(8000, SAID.size), tick(9000));
    const deed = { kind: 'action-done', at: 9000, conversation: 'c1', id: 'a1', action: action?.id ?? '' } as const;
    const over = { with: {}, sends: false, forbidden: '这里不能用', unverified: false, wrongAmount: false };
    const event = { ...deed, ...over } as unknown as DrillEvent;
    const { latest } = foldAll(content, [...done, event]);
    expect(latest.map(liveFault)[0]).toMatchObject({ code: 'forbidden-action', quote: `点了「${action?.title}」` });
  });

  test('counts a customer who gave up as one who left', () => {
    const state = foldAll(content, play(tick(400_000)));
    expect(state.left).toBe(1);
    expect(state.latest[0]).toMatchObject({ code: 'customer-left', grave: true, message: null });
  });

  test('[C4] neither counts nor blames a wait during which the clock stood still for long', () => {
    const stop: DrillEvent[] = [
      { kind: 'clock-stopped', at: 40_000, why: 'freeze' },
      { kind: 'clock-started', at: 40_000, why: 'freeze', stoppedMs: 60_000 },
    ];
    const before = drive(content, [tick(40_000)]).log;
    const said: DrillEvent[] = play(say(40_000, SAID.size)).filter(({ kind }) => kind === 'trainee-said');
    const state = foldAll(content, [...before, ...stop, ...said.map((event) => ({ ...event, at: 70_000 }))]);
    expect(state).toMatchObject({ rounds: 0, faults: 0 });
  });

  test('[T16] starts and ends no wait by a nod', () => {
    const events = play(say(6000, SAID.size), tick(30_000));
    const key = 'c1';
    const since = (log: readonly DrillEvent[]) => foldAll(content, log).conversations[key]?.since ?? null;
    const nod: DrillEvent = {
      ...{ kind: 'customer-said', at: 40_000, conversation: key, id: 'n1', last: true },
      ...{ bubble: { kind: 'text', text: '嗯' }, why: { kind: 'nod', turn: 1 } },
    };
    const replied = events.slice(0, events.findLastIndex(({ kind }) => kind === 'trainee-said') + 1);
    expect(since(replied)).toBeNull();
    expect(since([...replied, nod])).toBeNull();
    const asked = events.slice(0, events.findIndex(({ kind }) => kind === 'customer-said') + 1);
    expect(since([...asked, nod])).toBe(since(asked));
    expect(since(asked)).not.toBeNull();
  });

  test('keeps the newest faults and counts them all', () => {
    const rude = Array.from({ length: 4 }, (_, n) => say(8000 + n * 20_000, `${SAID.insult}${n}`));
    const state = foldAll(content, play(...rude, tick(120_000)));
    expect(state.latest.length).toBeLessThanOrEqual(LATEST);
    expect(state.faults).toBeGreaterThanOrEqual(state.latest.length);
    expect(Object.values(state.families).reduce((sum, n) => sum + n, 0)).toBe(state.faults);
    expect(state.latest.map(({ at }) => at)).toEqual(state.latest.map(({ at }) => at).toSorted((a, b) => b - a));
  });

  test('shows the mood as a word, and no open wait once the drill is over', () => {
    const state = foldAll(content, play(tick(20_000), end(21_000)));
    const part = drillPart(tileFacts(content), state, 21_000, () => 'calm');
    expect(part).toMatchObject({ state: 'ended', conversations: [{ key: 'c1', waitMs: null, mood: 'calm' }] });
  });

  test('measures a wait by the seat’s own clock', () => {
    const events = play(tick(20_000));
    const map = advanceMap(initialClockMap(1_000_000), events, 1_000_000);
    const drill = newSeatDrill('d1', content, map);
    advance(drill, events, map);
    const since = Object.values(drill.state.conversations)[0]?.since ?? 0;
    const part = (wall: number) => drillPart(drill.facts, drill.state, drillNow(drill, wall), () => 'calm');
    const base = 20_000 - since;
    expect(part(1_020_000).conversations[0]?.waitMs).toBe(base);
    expect(part(1_025_000).conversations[0]?.waitMs).toBe(base + 5000);
    const stop: DrillEvent[] = [{ kind: 'clock-stopped', at: 25_000, why: 'freeze' }];
    advance(drill, stop, advanceMap(map, stop, 1_025_000));
    expect(part(1_999_000).conversations[0]?.waitMs).toBe(base + 5000);
  });
});

describe.each(CASES)('the log of %s', (name) => {
  it.each(TRAINEES)('%s: gives the same tile followed live, piece by piece, as folded anew', (trainee) => {
    const log = golden(name, trainee);
    const offset = 1_800_000_000_000;
    const scratch = foldAll(log.content, log.events, offset);
    const map = { ...initialClockMap(offset), running: true };
    const live = newSeatDrill('d1', log.content, map);
    let at = 0;
    for (let from = 0; from < log.events.length; from += 3) {
      const batch = log.events.slice(from, from + 3);
      const first = batch[0]?.at ?? at;
      // Between two pieces the wall looks every second whether anybody has waited too long.
      for (let look = at + 1000; look < first; look += 1000) recordDrillWaits(live, look + offset);
      at = batch.at(-1)?.at ?? at;
      advance(live, batch, map);
    }
    expect(live.state).toEqual(scratch);
  });

  it.each(TRAINEES)('%s: has no family of faults on the tile that its report hasn’t', (trainee) => {
    const log = golden(name, trainee);
    const state = foldAll(log.content, log.events);
    const report = makeReport(log.content, log.events);
    const families = new Set(report.findings.filter((f) => f.severity !== 'merit').map((f) => f.family));
    // The report may make one finding of what the tile counted as two, and find more at the end; but the tile has no
    // extra family.
    expect([...families]).toEqual(expect.arrayContaining(Object.keys(state.families)));
    expect(report.findings.length === 0 ? 0 : state.faults).toBeLessThanOrEqual(report.findings.length + 3);
  });

  test('[Q71] ends every wait with the shift, and says that the trainee writes to the next one', () => {
    const shift = { minutes: 1, closingMs: 60_000, handoverMs: 60_000, capacity: 2 };
    const { log } = rushDrive([tick(181_000)], [50_000], shift);
    const before = foldAll(
      content,
      log.filter(({ at }) => at < 120_000),
    );
    const writing = foldAll(
      content,
      log.filter(({ at }) => at <= 120_000),
    );
    const shown = (state: typeof writing) => drillPart(tileFacts(content), state, 170_000, () => 'calm');
    expect(shown(before).handingOver).toBeUndefined();
    expect(shown(before).conversations.map(({ waitMs }) => waitMs)).not.toEqual([null]);
    expect(shown(writing)).toMatchObject({ state: 'running', handingOver: true });
    expect(shown(writing).conversations.map(({ waitMs }) => waitMs)).toEqual([null]);
    const ended = foldAll(content, log);
    expect(shown(ended).handingOver).toBeUndefined();
    expect(ended.faults).toBe(writing.faults);
  });
});
