import { describe, expect, it } from 'vitest';
import { nextDue } from '#engine/clocks/next-due.ts';
import { decideJudged } from '#engine/decide-judged.ts';
import type { Command } from '#engine/model/commands.ts';
import { act, drive, end, lines, of, say, shutWindows, tick, words } from '#tests/engine/support/drive.ts';
import { ENDINGS, SAID, shoes, shoesWith, sizeBeat } from '#tests/engine/support/shoes.ts';
import { beat, contentOf, ending, line, noReacts, scenario, span, windowOf } from '#tests/engine/support/tiny.ts';

const two = contentOf([shoesWith(), shoesWith({ id: 'product-advice/other' })]);

describe('clock', () => {
  it('[C1] stamps everything with its own due time at a late tick', () => {
    const late = drive(shoes, [tick(400_000)]);
    const punctual = drive(
      shoes,
      Array.from({ length: 4001 }, (_, i) => tick(i * 100)),
    );
    expect(late.log).toEqual(punctual.log);
    expect(lines(late.log)).toEqual([
      [0, '这双我穿几码'],
      [40_000, '在吗'],
      [80_000, '人呢'],
      [150_000, '不等了'],
    ]);
  });

  it('[C1] lets what is due at the very time of a command happen before it', () => {
    const { log } = drive(shoes, [say(40_000, SAID.here)]);
    const kinds = log.filter((e) => e.at === 40_000).map((e) => e.kind);
    expect(kinds.indexOf('nudged')).toBeLessThan(kinds.indexOf('trainee-said'));
  });

  it('[C1] settles ties by conversation, then a line before a reaction', () => {
    const { log } = drive(two, [tick(40_000)]);
    expect(of(log, 'nudged').map((e) => e.conversation)).toEqual(['c1', 'c2']);
    const story = contentOf([
      shoesWith({
        beats: [
          beat({
            id: 'a',
            says: '在吗 ⏎ 这双我穿几码',
            asks: [],
            window: windowOf('order-prompt', '4s'),
            then: 'kept',
          }),
        ],
      }),
    ]);
    const second = of(drive(story, [tick(9000)]).log, 'customer-said')[1];
    // The window ends four seconds after the last bubble; a message whose reading ends at that moment is reacted to
    // first.
    const due = (second?.at ?? 0) + 4000;
    const tied = drive(story, [say(due - 4000, SAID.prompt), tick(due)]).log.filter((e) => e.at === due);
    expect(tied.map((e) => e.kind)).toContain('turn-closed');
    expect(shutWindows(tied)).toContainEqual(['order-prompt', 'taken']);
  });

  it('[C1] takes a command with an earlier time at the time of the last event', () => {
    const { log } = drive(shoes, [tick(40_000), say(3, SAID.here)]);
    expect(of(log, 'trainee-said')[0]?.at).toBe(40_000);
  });

  it('[C1] stands still while stopped, whatever a late resume says', () => {
    const stop: Command = { kind: 'stop', at: 30_000, why: 'freeze' };
    const { log } = drive(shoes, [stop, { kind: 'resume', at: 70_000, stoppedMs: 40_000 }, tick(40_000)]);
    expect(of(log, 'clock-started').map((e) => e.at)).toEqual([0, 30_000]);
    expect(of(log, 'nudged').map((e) => e.at)).toEqual([40_000]);
  });

  it('[C1] changes nothing at a refused command, and what was due comes with the next command', () => {
    const { drill, content } = drive(shoes, []);
    const refused = decideJudged(content, drill, say(40_000, '   '));
    expect(refused).toEqual({ ok: false, error: { code: 'empty-message' } });
    const next = decideJudged(content, drill, tick(50_000));
    expect(next.ok && of(next.value, 'nudged')[0]?.at).toBe(40_000);
  });

  it('[C2] seconds are seat time, minutes are divided by the pace, days are a jump of 20 s', () => {
    const waiting = (until: string, pace: number): number => {
      const story = contentOf([
        shoesWith({ beats: [beat({ id: 'a', says: '嗯', window: windowOf('order-prompt', until), then: 'gone' })] }),
      ]);
      const { log } = drive(story, [tick(1)], { pace });
      return of(log, 'window-opened')[0]?.untilAt ?? -1;
    };
    expect(waiting('45s', 20)).toBe(45_000);
    expect(waiting('45s', 1)).toBe(45_000);
    expect(waiting('30m', 20)).toBe(90_000);
    expect(waiting('30m', 60)).toBe(30_000);
    expect(waiting('2d', 20)).toBe(20_000);
    expect(waiting('3h', 1)).toBe(20_000);
  });

  it('[C2] a jump says 〔两天后〕, a wait in minutes says nothing', () => {
    const quiet = (length: string) =>
      drive(
        contentOf([
          shoesWith({
            beats: [beat({ id: 'a', quiet: { for: span(length) }, then: 'b' }), sizeBeat()].map((b) =>
              b.id === 'a' ? { ...b, then: { ...b.then, resolved: 'size' } } : b,
            ),
            endings: [...ENDINGS, ending({ id: 'ship', outcome: 'paid' })],
          }),
        ]),
        [tick(100_000)],
      ).log;
    expect(of(quiet('2d'), 'story-jumped').map((e) => e.text)).toEqual(['两天后']);
    expect(lines(quiet('2d'))[0]).toEqual([20_000, '这双我穿几码']);
    expect(of(quiet('10m'), 'story-jumped').map((e) => [e.text, e.minutes])).toEqual([['', 9.5]]);
    expect(lines(quiet('10m'))[0]).toEqual([30_000, '这双我穿几码']);
  });

  it('[C3] gives the dates in lines by the story, jumps included', () => {
    const dated = (story: { date: string; time: string } | null) =>
      contentOf([
        scenario({
          id: 'after-sales/parcel',
          story,
          beats: [
            beat({ id: 'a', says: '今天{day} 后天{day+2}', then: 'b' }),
            beat({ id: 'b', quiet: { for: span('2d') }, then: 'c' }),
            beat({ id: 'c', says: '现在{day}', then: 'kept' }),
          ],
          endings: ENDINGS,
        }),
      ]);
    expect(words(drive(dated({ date: '2026-12-30', time: '09:00' }), [tick(60_000)]).log)).toEqual([
      '今天12月30日 后天1月1日',
      '现在1月1日',
    ]);
    expect(words(drive(dated(null), [tick(60_000)]).log)[0]).toBe('今天11月12日 后天11月14日');
  });

  it('[C4] lets nothing happen while stopped, and a message is answered drill-paused', () => {
    const played = drive(
      shoes,
      [
        { kind: 'stop', at: 30_000, why: 'freeze' },
        tick(30_000),
        say(30_000, SAID.size),
        act(30_000, 'remark'),
        { kind: 'resume', at: 30_000, stoppedMs: 3_600_000 },
        tick(40_000),
      ],
      { mode: 'practice' },
    );
    expect(played.refusals.map((r) => r.code)).toEqual(['drill-paused', 'drill-paused']);
    expect(of(played.log, 'clock-started').map((e) => [e.why, e.stoppedMs])).toEqual([
      ['not-started', 0],
      ['freeze', 3_600_000],
    ]);
    // An hour of wall time during a stop is no drill time: the nudge comes forty seconds after the line, as without the
    // stop.
    expect(of(played.log, 'nudged')[0]?.at).toBe(40_000);
  });

  it('[C4] leaves the log the same but for the stop itself', () => {
    const commands: Command[] = [say(10_000, SAID.size), tick(120_000)];
    const stop: Command[] = [
      { kind: 'stop', at: 12_000, why: 'connection' },
      { kind: 'resume', at: 12_000, stoppedMs: 20_000 },
    ];
    const stopped = drive(shoes, [...commands.slice(0, 1), ...stop, ...commands.slice(1)]).log;
    expect(stopped.filter((e) => !(e.at === 12_000 && e.kind.startsWith('clock')))).toEqual(drive(shoes, commands).log);
  });

  it('[C4] may be paused by a trainee in practice, not in a lesson or an exam', () => {
    const pause: Command = { kind: 'stop', at: 1000, why: 'pause' };
    for (const mode of ['lesson', 'exam'] as const)
      expect(drive(shoes, [pause], { mode }).refusals.map((r) => r.code)).toEqual(['pause-not-allowed']);
    expect(drive(shoes, [pause], { mode: 'practice' }).drill.clock).toEqual({ running: false, why: 'pause' });
  });

  it('[C4] doesn’t run before 开始, and nobody can be written to', () => {
    const played = drive(shoes, [tick(99_000), say(99_000, SAID.here), { kind: 'resume', at: 99_000, stoppedMs: 1 }], {
      start: false,
    });
    expect(played.refusals.map((r) => r.code)).toEqual(['drill-not-started', 'drill-not-started']);
    expect(words(played.log)).toEqual([]);
  });

  it('[C5] voids at the end what is not yet past its threshold, and leaves the rest unanswered', () => {
    const states = (endAt: number) => of(drive(shoes, [end(endAt)]).log, 'question-changed').map((e) => e.to);
    expect(states(30_000)).toEqual(['void']);
    expect(states(60_000)).toEqual(['void']);
    expect(states(60_001)).toEqual(['unanswered']);
  });

  it('[C5] voids an open window at the end, and has the last words judged without a reaction', () => {
    const story = contentOf([
      shoesWith({ beats: [beat({ id: 'a', says: '嗯', window: windowOf('order-prompt', '45s'), then: 'gone' })] }),
    ]);
    expect(shutWindows(drive(story, [end(20_000)]).log)).toEqual([['order-prompt', 'void']]);
    const { log } = drive(shoes, [say(10_000, SAID.size), end(11_000)]);
    expect(of(log, 'turn-judged')[0]?.judgement.points.map((p) => p.point)).toEqual(['size']);
    expect(words(log)).toEqual(['这双我穿几码']);
    expect(log.at(-1)?.kind).toBe('drill-ended');
  });

  it('[C7] with the same content, seed, commands and times leads to the same log, and another seed to other gaps', () => {
    const long = contentOf([
      shoesWith({
        beats: [
          sizeBeat({ reacts: { ...noReacts, slots: { resolved: line('好 ⏎ 那就 ⏎ 39.5 ⏎ 吧') } } }),
          ...shoesWith().beats.slice(1),
        ],
      }),
    ]);
    const commands = [say(10_000, SAID.size), tick(60_000)];
    const first = JSON.stringify(drive(long, commands).log);
    expect(JSON.stringify(drive(long, commands).log)).toBe(first);
    expect(JSON.stringify(drive(long, commands, { seed: 2 }).log)).not.toBe(first);
  });

  it('[C7] with one message more to one customer changes nothing for another', () => {
    const quiet = drive(two, [say(10_000, SAID.size, 'c2'), tick(200_000)]).log;
    const busy = drive(two, [
      say(9000, SAID.vague),
      say(10_000, SAID.size, 'c2'),
      say(20_000, SAID.cold),
      tick(200_000),
    ]).log;
    const ofSecond = (log: typeof quiet) => log.filter((e) => 'conversation' in e && e.conversation === 'c2');
    expect(ofSecond(busy)).toEqual(ofSecond(quiet));
    expect(busy.length).toBeGreaterThan(quiet.length);
  });

  it('[C7] brings arrivals at the same times whatever is replied, and no two ids are alike', () => {
    const customers = [
      { scenario: 'product-advice/shoes', arrivesAt: 5000 },
      { scenario: 'product-advice/other', arrivesAt: 25_000 },
    ];
    const { log } = drive(two, [say(9000, SAID.size), say(24_000, SAID.ship), tick(300_000)], { customers });
    expect(of(log, 'customer-arrived').map((e) => e.at)).toEqual([5000, 25_000]);
    const ids = of(log, 'customer-said').map((e) => e.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('[C1] has in nextDue the time of the next due thing, and null after the end', () => {
    const played = drive(shoes, [tick(1)]);
    expect(nextDue(played.content, played.drill)).toBe(40_000);
    const over = drive(shoes, [end(2000)]);
    expect(nextDue(over.content, over.drill)).toBeNull();
  });
});
