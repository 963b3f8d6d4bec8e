import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextDue } from '#engine/clocks/next-due.ts';
import { decideJudged } from '#engine/decide-judged.ts';
import type { Command } from '#engine/model/commands.ts';
import type { Beat, Bystander, ContentData } from '#engine/model/content.ts';
import { emptyDrill } from '#engine/model/drill.ts';
import type { DrillEvent, DrillMs } from '#engine/model/events.ts';
import { typingNotices } from '#engine/model/typing.ts';
import { fold } from '#engine/state/evolve.ts';
import { CONTENTS, customersOf, orderly } from '#tests/engine/support/arbitrary.ts';
import { at, drive, judged, lines, of, say, tick } from '#tests/engine/support/drive.ts';
import { SAID, shipBeat, shoesWith, sizeBeat } from '#tests/engine/support/shoes.ts';
import { beat, burst, contentOf, span } from '#tests/engine/support/tiny.ts';

const MEIMEI: Bystander = { name: '美美妈', text: '我家也是' };
const ZHAO: Bystander = { name: '三楼小赵', text: '同问' };

/** The story of two questions, its first asked before two who stand by. */
const group = (others: Beat['others'], fields: Partial<Beat> = {}): ContentData =>
  contentOf([
    shoesWith({
      beats: [{ ...sizeBeat(), says: burst('在吗 ⏎ 这双我穿几码'), others: others ?? [], ...fields }, shipBeat()],
    }),
  ]);
const both = group([[MEIMEI, ZHAO]]);

const beside = (log: readonly DrillEvent[]): [DrillMs, string, string][] =>
  of(log, 'bystander-said').map((e) => [e.at, e.name, e.text]);

/** A log as it would be had nobody stood by. */
const alone = (log: readonly DrillEvent[]): DrillEvent[] =>
  log.flatMap((e): DrillEvent[] => {
    if (e.kind === 'bystander-said') return [];
    if (e.kind !== 'burst-planned') return [e];
    const { others: _, ...own } = e;
    return own.bubbles.length > 0 || own.used.length > 0 ? [own] : [];
  });

describe('[T11] bystanders', () => {
  it('speak in their written order after the customer’s burst, 1–2.5 s apart, each by name', () => {
    const { log } = drive(both, [tick(30_000)]);
    const [, asked] = lines(log).map(([time]) => time);
    const said = beside(log);
    expect(said.map(([, name, text]) => ({ name, text }))).toEqual([MEIMEI, ZHAO]);
    const times = [asked ?? 0, ...said.map(([time]) => time)];
    times.slice(1).forEach((time, i) => {
      expect(time - (times[i] ?? 0)).toBeGreaterThanOrEqual(1000);
      expect(time - (times[i] ?? 0)).toBeLessThanOrEqual(2500);
    });
    expect(new Set(of(log, 'bystander-said').map((e) => e.id)).size).toBe(2);
  });

  it('open no question and no turn, start and end no wait, and show no typing', () => {
    const before = drive(both, [tick(2600)]);
    expect(at(before).pending).toEqual([]);
    expect(at(before).bystanders.length).toBeGreaterThan(0);
    expect(typingNotices(before.drill)).toEqual([]);
    const after = drive(both, [tick(9000)]);
    expect(at(after).bystanders).toEqual([]);
    const { bystanders: _then, ...then } = at(before);
    const { bystanders: _now, ...now } = at(after);
    expect(now).toEqual(then);
  });

  it('are left out of the customer’s words that the judge reads', () => {
    const { log } = drive(both, [say(12_000, SAID.size), tick(30_000)]);
    expect(judged(log).customer).toBe('在吗\n这双我穿几码');
  });

  it('move no clock: whatever the trainee does, the rest of the log is the same without them', () => {
    const data = CONTENTS.tiny ?? both;
    const withOthers = (others: NonNullable<Beat['others']>): ContentData => ({
      ...data,
      scenarios: data.scenarios.map((s) => ({ ...s, beats: s.beats.map((b) => ({ ...b, others })) })),
    });
    const crowd = withOthers([[MEIMEI, ZHAO], [ZHAO]]);
    const nobody = withOthers([]);
    const play = (content: ContentData, commands: readonly Command[]): readonly DrillEvent[] =>
      drive(content, [...commands, tick(3_600_000)], { customers: customersOf(content) }).log;
    let heard = 0;
    fc.assert(
      fc.property(orderly(data), (commands) => {
        const log = play(crowd, commands);
        heard += beside(log).length;
        expect(alone(log)).toEqual(play(nobody, commands));
      }),
      { numRuns: 40, seed: 20_261_121 },
    );
    expect(heard).toBeGreaterThan(100);
  });

  it('have spoken before the beat is left, as the next beat may be a private window', () => {
    const { log } = drive(both, [say(200, SAID.size), tick(30_000)]);
    const left = log.findIndex((e) => e.kind === 'beat-left');
    expect(log.findIndex((e) => e.kind === 'turn-closed')).toBeGreaterThan(-1);
    expect(log.slice(0, left).filter((e) => e.kind === 'bystander-said')).toHaveLength(2);
    expect(log.slice(left).filter((e) => e.kind === 'bystander-said')).toEqual([]);
  });

  it('speak in a quiet beat too, and the customer stays away', () => {
    const quiet = contentOf([
      shoesWith({
        beats: [
          beat({ id: 'still', quiet: { for: span('60s') }, others: [[MEIMEI]], then: 'size' }),
          sizeBeat(),
          shipBeat(),
        ],
      }),
    ]);
    const played = drive(quiet, [tick(50_000)]);
    expect(beside(played.log).map(([, name]) => name)).toEqual(['美美妈']);
    expect(lines(played.log)).toEqual([]);
    expect(at(played)).toMatchObject({ status: 'away', waitingSince: null });
    expect(lines(drive(quiet, [tick(60_000)]).log)).toEqual([[60_000, '这双我穿几码']]);
  });

  it('are drawn by the seed where there are several alternatives', () => {
    const choice = group([[MEIMEI], [ZHAO]]);
    const drawn = (seed: number): string[] =>
      beside(drive(choice, [tick(20_000)], { seed }).log).map(([, name]) => name);
    const seeds = Array.from({ length: 12 }, (_, i) => drawn(i + 1));
    expect(new Set(seeds.flat())).toEqual(new Set(['美美妈', '三楼小赵']));
    expect(seeds.every((names) => names.length === 1)).toBe(true);
    expect(drawn(3)).toEqual(drawn(3));
  });

  it('have the story’s day and the customer’s name filled into their lines', () => {
    const named = group([[{ name: '美美妈', text: '{买家昵称}，{day+1}到吗' }]]);
    expect(beside(drive(named, [tick(20_000)]).log)[0]?.[2]).toBe('小王，11月13日到吗');
  });

  it('go on after a restart from the log alone, byte for byte; a log from before bystanders reads as it did', () => {
    const whole = drive(both, [tick(30_000)]);
    const cut = whole.log.findIndex((e) => e.kind === 'bystander-said') + 1;
    const kept: DrillEvent[] = JSON.parse(JSON.stringify(whole.log.slice(0, cut)));
    let drill = fold(emptyDrill, kept);
    const log = [...kept];
    for (let due = nextDue(whole.content, drill); due !== null && due <= 30_000; due = nextDue(whole.content, drill)) {
      const decided = decideJudged(whole.content, drill, tick(due));
      if (!decided.ok) throw new Error(decided.error.code);
      drill = fold(drill, decided.value);
      log.push(...decided.value);
    }
    expect(JSON.stringify(log)).toBe(JSON.stringify(whole.log));
    const older = drive(group(undefined), [say(12_000, SAID.size), tick(30_000)]);
    expect(JSON.stringify(older.log)).not.toContain('others');
    expect(at({ ...older, drill: fold(emptyDrill, older.log) })).toEqual(at(older));
  });
});
