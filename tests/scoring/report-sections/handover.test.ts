/** What a note to the next shift is told to lack, and who counts as handed over (RULES Q72). */
import { describe, expect, it } from 'vitest';
import { reportSchema } from '#contract/report.ts';
import type { Command } from '#engine/model/commands.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { makeReport } from '#scoring/report.ts';
import { act, drive, end, say, tick, transfer } from '#tests/engine/support/drive.ts';
import { opened, rushDrive } from '#tests/engine/support/rush-drill.ts';
import { SAID, shoes, shoesWith } from '#tests/engine/support/shoes.ts';
import { contentOf, order } from '#tests/engine/support/tiny.ts';
import { Log } from '#tests/scoring/support/log.ts';
import { content } from '#tests/scoring/support/shoe-shop.ts';

const SHIFT = { minutes: 1, closingMs: 60_000, capacity: 3, handoverMs: 60_000 };
const OVER = 120_000;
/** c1 has their size and asks when it ships, c2 still asks for a size; both have waited for little when the shift is over. */
const talking: readonly Command[] = [
  say(8000, SAID.here),
  say(30_000, SAID.here, 'c2'),
  say(60_000, SAID.here),
  say(80_000, SAID.here, 'c2'),
  say(95_000, SAID.size),
];
const PROMISE = '发货的事我问仓库，今天18:00前回您';

const reportOf = (commands: readonly Command[], shift: typeof SHIFT | Omit<typeof SHIFT, 'handoverMs'> = SHIFT) => {
  const { log } = rushDrive([...commands, tick(OVER + 90_000)], [0, 5000], shift);
  const report = makeReport(shoes, log);
  reportSchema.parse(report);
  return report.rush ?? expect.fail('no rush');
};
const missing = (note: string, before: readonly Command[] = talking): readonly string[] | undefined =>
  reportOf([...before, transfer(OVER + 5000, 'c1', note)]).handover?.left.find(
    ({ conversation }) => conversation === 'c1',
  )?.missing;

describe('a note to the next shift', () => {
  it('[Q72] lacks nothing where it names the open question and the promised time, in whatever form', () => {
    const promised = [...talking, say(116_000, PROMISE)];
    expect(missing('小王，问今天发不发，答应18:00前回', promised)).toEqual([]);
    expect(missing('小王 能发吗？晚上六点前给信', promised)).toEqual([]);
    expect(missing('小王 等发货的准话，18点', promised)).toEqual([]);
    expect(missing('小王要知道哪天发货')).toEqual([]);
  });

  it('[Q72] is told each question and the promise it leaves out, in the words of the drill', () => {
    const promised = [...talking, say(116_000, PROMISE)];
    expect(missing('小王，问今天发不发', promised)).toEqual([
      '没写你答应的「今天18:00前回您」，下一班不知道几点前要回。',
    ]);
    expect(missing('小王，答应20:00前回', promised)).toEqual([
      '没写「今天能发吗」，下一班要再问。',
      '没写你答应的「今天18:00前回您」，下一班不知道几点前要回。',
    ]);
    expect(missing('有点急')).toEqual(['没写「今天能发吗」，下一班要再问。']);
  });

  it('[M212] has a promised span where it names the hour that the span comes to', () => {
    // The story is at 14:00 as the customer comes.
    const promised = [...talking, say(116_000, '发货的事我问仓库，2小时内给您回话')];
    expect(missing('小王，问今天发不发，答应16:01前回', promised)).toEqual([]);
    expect(missing('小王，问今天发不发，答应四点前回', promised)).toEqual([]);
    expect(missing('小王，问今天发不发，两小时内回', promised)).toEqual([]);
    expect(missing('小王，问今天发不发，答应17:30前回', promised)).toEqual([
      '没写你答应的「2小时内给您回话」，下一班不知道几点前要回。',
    ]);
  });

  it('[M121] is a ticket that says by when, of who is still there as well', () => {
    const promised = [...talking, say(116_000, PROMISE)];
    const ticketed = (note: string) =>
      reportOf([...promised, act(118_000, 'remark', { note })]).handover?.left.find(
        ({ conversation }) => conversation === 'c1',
      )?.missing;
    expect(ticketed('小王问今天发不发货，问仓库，18:00前给客户回话')).toEqual([]);
    expect(ticketed('问仓库，18:00前给客户回话')).toEqual(['没写「今天能发吗」，下一班要再问。']);
    expect(ticketed('小王问今天发不发货')).toEqual(['没留交接，下一班要从头问。']);
  });

  it('[V6] has the flags of the orders beside it, and nothing where none was set', () => {
    const flagged = contentOf([shoesWith({ orders: [order({ id: 'o1' })] })]);
    const noted = act(100_000, 'remark', { note: '问发货', flag: 'blue' });
    const { log } = drive(flagged, [...talking, noted, tick(OVER + 90_000)], {
      mode: 'practice',
      rush: opened(SHIFT),
      customers: [0, 5000].map((arrivesAt) => ({ scenario: 'product-advice/shoes', arrivesAt, patienceMs: 300_000 })),
    });
    const left = reportSchema.parse(makeReport(flagged, log)).rush?.handover?.left;
    expect(left?.map(({ conversation, flags }) => [conversation, flags])).toEqual([
      ['c1', ['blue']],
      ['c2', undefined],
    ]);
  });

  it('[Q72] makes its customer handed over and neither transferred nor unfinished; without one they are unfinished', () => {
    const none = reportOf(talking);
    expect(none.handover).toMatchObject({ at: OVER, good: 0 });
    expect(none.handover?.left.map(({ conversation, note, missing }) => [conversation, note, missing])).toEqual([
      ['c1', '', ['没留交接，下一班要从头问。']],
      ['c2', '', ['没留交接，下一班要从头问。']],
    ]);
    expect(none.said).toBe('来了 2 位，接完 0 位，结束时没接完 2 位。');
    const notes = [transfer(OVER + 5000, 'c1', '问今天能不能发'), transfer(OVER + 9000, 'c2', '着急')];
    const half = reportOf([...talking, ...notes]);
    expect(half).toMatchObject({ came: 2, served: 0, transferred: 0, handover: { good: 1 } });
    expect(half.said).toBe('来了 2 位，接完 0 位，交接给下一班 1 位，结束时没接完 1 位。');
    expect(half.handover?.said).toBe('下班时要交接的有 2 位，写明白的 1 位。');
    const all = reportOf([...talking, notes[0] as Command, transfer(OVER + 9000, 'c2', '问穿几码')]);
    expect(all.handover?.said).toBe('下班时要交接的有 2 位，交接都写明白了。');
  });

  it('[Q72] is nothing in a rush without it, and a transfer in its course is none', () => {
    const { handoverMs: _, ...older } = SHIFT;
    expect(reportOf(talking, older).handover).toBeUndefined();
    const early = reportOf([...talking, transfer(110_000, 'c1', '超出权限')]);
    expect(early.transferred).toBe(1);
    expect(early.handover?.left.map(({ conversation }) => conversation)).toEqual(['c2']);
  });

  it('[J168] tells of a promise left open though the story is over', () => {
    const promised = [say(8000, SAID.size), say(20_000, SAID.ship), say(70_000, SAID.hold120)];
    const left = (more: readonly Command[]) =>
      makeReport(shoes, rushDrive([...promised, ...more, tick(OVER + 90_000)], [0], SHIFT).log).rush?.handover;
    expect(left([])?.left.map(({ conversation, missing }) => [conversation, missing])).toEqual([
      ['c1', ['没留交接，下一班要从头问。']],
    ]);
    expect(left([transfer(OVER + 5000, 'c1', '鞋码问完了')])?.left[0]?.missing).toEqual([
      '没写你答应的「等我2分钟」，下一班不知道几点前要回。',
    ]);
    expect(left([transfer(OVER + 5000, 'c1', '答应两分钟回')])?.left[0]?.missing).toEqual([]);
    expect(left([say(100_000, SAID.followUp)])?.said).toBe('下班时没有要交接的客户。');
  });

  it('[J173][M133] tells of a call back promised in words to who has gone', () => {
    const promised = [
      say(8000, SAID.size),
      say(20_000, SAID.ship),
      say(22_000, '仓库的事今晚22:00前给您回话'),
      say(50_000, SAID.bye),
    ];
    const { log } = rushDrive([...promised, tick(OVER)], [0], SHIFT);
    const at = log.find(({ kind }) => kind === 'shift-over')?.at ?? expect.fail('no handover');
    const left = (more: readonly Command[]) => {
      const played = rushDrive([...promised, ...more, tick(at + 90_000)], [0], SHIFT);
      return makeReport(shoes, played.log).rush ?? expect.fail('no rush');
    };
    expect(left([]).handover?.left.map(({ missing }) => missing)).toEqual([['没留交接，下一班要从头问。']]);
    expect(left([transfer(at + 5000, 'c1', '问仓库')]).handover?.left[0]?.missing).toEqual([
      '没写你答应的「仓库的事今晚22:00前给您回话」，下一班不知道几点前要回。',
    ]);
    const noted = left([transfer(at + 5000, 'c1', '22点前回话')]);
    expect(noted.handover).toMatchObject({ good: 1, left: [{ note: '22点前回话', missing: [] }] });
    expect(noted).toMatchObject({ served: 1, transferred: 0 });
    const remarked = (note: string) => {
      const commands = [...promised.slice(0, 3), act(24_000, 'remark', { note }), ...promised.slice(3)];
      return makeReport(shoes, rushDrive([...commands, tick(at + 90_000)], [0], SHIFT).log).rush?.handover;
    };
    expect(remarked('问了仓库')).toMatchObject({ good: 0, left: [{ note: '问了仓库' }] });
    // Whom the next shift reads of already, with the hour, is left to nobody (J195).
    expect(remarked('仓库的事今晚22:00前回')?.left).toEqual([]);
    // But the call is still owed, and the report says where it stands.
    expect(remarked('仓库的事今晚22:00前回'), '[M133]').toMatchObject({
      said: '下班时没有要另写交接的客户。还有 1 位答应了回话，写在备注、工单里，下一班接着办。',
      noted: [{ conversation: 'c1', note: '仓库的事今晚22:00前回' }],
    });
    expect(remarked('问了仓库')?.noted).toBeUndefined();
  });

  it('[M202] [M226] is told of whom nobody knows anything, and of whom a remark does, though they are content', () => {
    const saidOf = (...notes: string[]) => {
      const log = new Log().arrives(0).says(0, '这双穿几码', { opens: 'q-size' }).replies(5, '39.5');
      log.acts(8, 'request-photo');
      for (const note of notes) log.acts(9, 'remark', { with: { note } });
      const rush = opened({ ...SHIFT, minutes: 10 });
      const events = log
        .ends(100, 'kept', 'kept')
        .finishes(200)
        .events.map((event) => (event.kind === 'drill-opened' ? { ...event, rush } : event));
      const { conversations, rush: told } = makeReport(content, events);
      expect(conversations.map(({ outcome }) => outcome)).toEqual(['等图']);
      return told?.handover?.said;
    };
    expect(saidOf()).toBe('事情还没完、备注和工单里又没写的有 1 位（一颗柚子），下一班要从头问。');
    // [M226] Who waits on in a remark is no nobody.
    expect(saidOf('等图')).toBe(
      '下班时没有要另写交接的客户。事情还没完、写在备注或工单里的有 1 位（一颗柚子），下一班接着办。',
    );
  });

  it('[M267] lists who was closed and got a note at the end with that note, whatever a remark said before', () => {
    const handoverWith = (note?: string) => {
      const log = new Log().arrives(0).says(0, '这双穿几码', { opens: 'q-size' }).replies(5, '39.5');
      log.acts(9, 'remark', { with: { note: '今晚22:00前回话' } }).ends(100, 'kept', 'kept');
      const closed = { kind: 'conversation-closed', conversation: 'c1' } as const;
      const events = log.finishes(200).events.flatMap((event): DrillEvent[] => {
        if (event.kind === 'drill-opened') return [{ ...event, rush: opened({ ...SHIFT, minutes: 10 }) }];
        if (event.kind !== 'drill-ended') return [event];
        const over = { kind: 'shift-over', at: 150_000, until: 199_000 } as const;
        const handed = { ...closed, at: 160_000, by: 'transfer', note: note ?? '' } as const;
        return [{ ...closed, at: 110_000, by: 'trainee' } as const, over, ...(note ? [handed] : []), event];
      });
      return makeReport(content, events).rush?.handover;
    };
    expect(handoverWith('等书面，今晚22:00前回')).toMatchObject({ left: [{ note: '等书面，今晚22:00前回' }] });
    expect(handoverWith()?.left).toEqual([]);
  });

  it('[Q72] is told that nobody was left where all were done or away, and of whom it was broken off', () => {
    const opened = { ...SHIFT, minutes: 10 };
    const { log: alone } = rushDrive([tick(2_000_000)], [0], opened);
    expect(makeReport(shoes, alone).rush?.handover).toEqual({
      ...{ at: alone.at(-1)?.at, good: 0, left: [] },
      said: '下班时没有要交接的客户。另有 1 位一句没等到就走了（小王），事情没办，下一班可能再来。',
    });
    const { log: broken } = rushDrive([say(8000, SAID.here), end(30_000)], [0, 5000], opened);
    expect(makeReport(shoes, broken).rush?.handover?.said).toBe('没到下班就结束了，还有 2 位没交接（小王、小王）。');
  });

  it('[Q71] costs nobody a second: figures and marks are those of a rush that ends at once', () => {
    const { handoverMs: _, ...older } = SHIFT;
    const figures = (shift: Parameters<typeof reportOf>[1], more: readonly Command[] = []) => {
      const waiting = [say(8000, SAID.here), say(95_000, SAID.size), say(30_000, SAID.here, 'c2'), ...more];
      const commands = waiting.toSorted((a, b) => a.at - b.at);
      const { log } = rushDrive([...commands, tick(OVER + 90_000)], [0, 5000], shift);
      const { rush, ...rest } = makeReport(shoes, log);
      return { ...rest, broke: rush?.broke, byLoad: rush?.byLoad };
    };
    expect(figures(SHIFT)).toEqual(figures(older));
  });
});
