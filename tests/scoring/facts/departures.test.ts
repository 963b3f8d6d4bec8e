/** Who steps away by their own word waits for no reply by the clock (RULES T76). */
import { describe, expect, it } from 'vitest';
import { makeReport } from '#scoring/report.ts';
import { isTurnOf } from '#tests/learning/support/in-turn.ts';
import { library, play, repliesOf } from '#tests/learning/support/play.ts';
import { Log } from '#tests/scoring/support/log.ts';
import { codes } from '#tests/scoring/support/reading.ts';
import { contentWith, scenario } from '#tests/scoring/support/shoe-shop.ts';

const LATE = 44;

describe('[T76] a line by which the customer steps away', () => {
  const away = [...library.scenarios.values()].flatMap(({ id, beats }) =>
    beats.filter(({ quiet, says }) => quiet !== null && says !== null).map((beat) => ({ id, beat })),
  );

  it('asks nothing, in all cases', () => {
    expect(away.length).toBeGreaterThan(25);
    expect(away.filter(({ beat }) => beat.asks.length > 0 || beat.recalls !== null).map(({ id }) => id)).toEqual([]);
  });

  it('makes no reply late that comes while the customer is away, in all cases', () => {
    const cases = [...new Set(away.map(({ id }) => id))].filter((id) => isTurnOf(id, 0, 2));
    const late = cases.flatMap((id) => {
      const beats = away.filter((one) => one.id === id).map(({ beat }) => beat);
      const slowThere = repliesOf(id, 'model').map((reply) =>
        beats.some((beat) => beat.id === reply.to) ? { ...reply, afterS: LATE } : reply,
      );
      const { report } = play([id], slowThere);
      return report.findings.filter(({ code }) => code === 'late-round').map(({ title }) => `${id}: ${title}`);
    });
    expect(late).toEqual([]);
  });

  const quiet = { for: { value: 60, unit: 's' as const } };
  const shop = contentWith({
    duties: [],
    beats: scenario.beats.map((beat) => (beat.id === 'size' ? { ...beat, quiet } : beat)),
  });
  const opening = { why: { kind: 'opening' as const, beat: 'size' } };
  const askedSize = (conversations = ['c1']): Log =>
    new Log(conversations)
      .arrives(0)
      .says(0, '穿几码', { opens: 'q-size' })
      .replies(5, '39.5', { answers: { 'q-size': 'answered' }, points: [{}] });

  it('[M201] is no slow reply in the table of times, nor in that of crowds', () => {
    const { events } = askedSize(['c1', 'c2'])
      .arrives(90, 'c2')
      .says(90, '在吗', { conversation: 'c2' })
      .says(100, '门口有人 等我会儿', opening)
      .replies(180, '好的，您先忙')
      .finishes(220);
    const { anatomy, composure } = makeReport(shop, events);
    expect(anatomy.rounds.map(({ grade }) => grade)).toEqual(['void', 'void']);
    expect(composure?.groups.flatMap(({ late }) => late)).toEqual([]);
  });

  it('ends the wait of who had asked before it, and leaves that of who only asks as it was', () => {
    const asksAt = (second: number): Log => askedSize().says(second, '今天能发吗', { opens: 'q-ship', last: false });
    const left = (asked: number, leaves: number): string[] =>
      codes(asksAt(asked).says(leaves, '门口有人 等我会儿', opening).replies(150, '今天发').finishes(220).events, shop);
    expect(left(100, 101)).not.toContain('late-round');
    expect(
      codes(
        asksAt(100)
          .says(101, '急', { why: { kind: 'opening', beat: 'ship' } })
          .replies(150, '今天发')
          .finishes(220).events,
        shop,
      ),
    ).toContain('late-round');
  });
});
