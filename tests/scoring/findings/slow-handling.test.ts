/** 慢接待: the finding, the measure and the export column use one threshold, the rubric's, and one mean. */
import { describe, expect, it } from 'vitest';
import type { ContentData } from '#engine/model/content.ts';
import { makeReport } from '#scoring/report.ts';
import { Log } from '#tests/scoring/support/log.ts';
import { asked } from '#tests/scoring/support/reading.ts';
import { content } from '#tests/scoring/support/shoe-shop.ts';

/** Customers found slow, counted, and in the export; the finding's words. */
const slow = (events: Log['events'], of: ContentData = content) => {
  const { findings, measures, desk } = makeReport(of, events);
  const found = findings.filter((f) => f.code === 'slow-handling');
  return {
    found: found.length,
    counted: measures.find((m) => m.id === 'slow-handling')?.value,
    exported: desk.find((d) => d.column === 'slow')?.value,
    title: found[0]?.title,
  };
};

/** Two rounds of one customer, of so many seconds. */
const rounds = (one: number, other: number, log = asked()) =>
  log
    .replies(one, '39.5', { answers: { 'q-size': 'answered' }, points: [{}] })
    .says(200, '几点发', { why: { kind: 'opening', beat: 'size' } })
    .replies(200 + other, '今天');

describe('slow-handling', () => {
  it('begins above the threshold, not at it', () => {
    expect(slow(rounds(60, 60).finishes(400).events)).toMatchObject({ found: 0, counted: 0, exported: 0 });
    expect(slow(rounds(60, 62).finishes(400).events)).toMatchObject({
      found: 1,
      counted: 1,
      exported: 1,
      title: '让客户等久了：平均 1 分 1 秒，超过 60 秒',
    });
  });

  it('[V1] is not hidden by a customer who leaves without an answer', () => {
    const log = rounds(70, 70).says(300, '人呢', { opens: 'q-ship' }).ends(310, 'sent-back', 'returned');
    expect(slow(log.finishes(400).events)).toMatchObject({
      counted: 1,
      title: '让客户等久了：平均 1 分 10 秒，超过 60 秒',
    });
  });

  it('has the same threshold for many customers, though their rounds are graded more kindly', () => {
    const crowd = new Log(['c1', 'c2', 'c3']).arrives(0).arrives(0, 'c2').arrives(0, 'c3');
    const log = rounds(70, 70, crowd.says(0, '穿几码', { opens: 'q-size' })).finishes(400, ['c1', 'c2', 'c3']);
    expect(slow(log.events)).toMatchObject({ found: 1, counted: 1, exported: 1 });
  });

  it('moves with the rubric’s threshold', () => {
    const strict = { ...content, rubric: { ...content.rubric, handling: { slowS: 25, longMinutes: 15 } } };
    expect(slow(rounds(20, 32).finishes(400).events, strict)).toMatchObject({ found: 1, counted: 1, exported: 1 });
  });

  it('[M7] is no second finding where there was only one late round', () => {
    const log = asked()
      .replies(100, '39.5', { answers: { 'q-size': 'answered' }, points: [{}] })
      .finishes(300);
    expect(slow(log.events)).toMatchObject({ found: 0, counted: 1, exported: 1 });
  });
});
