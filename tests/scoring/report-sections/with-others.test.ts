/** The seconds of a wait that went to other customers are no thinking of this one's. */
import { describe, expect, it } from 'vitest';
import type { Anatomy } from '#engine/model/events.ts';
import { makeReport } from '#scoring/report.ts';
import { Log } from '#tests/scoring/support/log.ts';
import { content } from '#tests/scoring/support/shoe-shop.ts';

const times = (seenS: number, keyS: number | null, cards: readonly [string, number][] = []): Anatomy => ({
  seenMs: seenS * 1000,
  lookedUp: cards.map(([card, s]) => ({ card, ms: s * 1000 })),
  firstKeyMs: keyS === null ? null : keyS * 1000,
  typed: 20,
  deleted: 0,
});
const twoAtOnce = () => new Log(['c1', 'c2']).arrives(0).arrives(0, 'c2').says(0, '穿几码', { opens: 'q-size' });
const partsOf = (log: Log, conversation = 'c1') =>
  makeReport(content, log.events)
    .anatomy.rounds.find((round) => round.conversation === conversation)
    ?.segments.map(({ kind, seconds }) => [kind, seconds]);

describe('[M234] seconds of a wait in which another customer was written to', () => {
  it('are told as that, from when the other one was opened until the words went out', () => {
    const log = twoAtOnce().says(5, '在吗', { conversation: 'c2' }).replies(30, '在的', {}, 'c2', times(10, 20));
    expect(partsOf(log.replies(60, '39.5', {}, 'c1', times(2, 50)))).toEqual([
      ['unseen', 2],
      ['thought', 13],
      ['elsewhere', 15],
      ['thought', 20],
      ['typed', 10],
    ]);
  });

  it('go on between two others in a row, and are cut out of one’s own typing', () => {
    const log = twoAtOnce().says(5, '在吗', { conversation: 'c2' }).replies(20, '在的', {}, 'c2', times(5, 8));
    log.says(22, '能退吗', { conversation: 'c2' }).replies(40, '能退', {}, 'c2', times(3, 10));
    expect(partsOf(log.replies(60, '39.5', {}, 'c1', times(0, 4)))).toEqual([
      ['thought', 4],
      ['typed', 6],
      ['elsewhere', 30],
      ['typed', 20],
    ]);
  });

  it('begin at the latest sight of one’s own where the words to the other have no times', () => {
    const log = twoAtOnce().replies(20, '在的', {}, 'c2');
    expect(partsOf(log.replies(40, '39.5', {}, 'c1', times(6, 30)))).toEqual([
      ['unseen', 6],
      ['elsewhere', 14],
      ['thought', 10],
      ['typed', 10],
    ]);
  });

  it('aren’t known after a mere look at the other', () => {
    const log = twoAtOnce().says(5, '在吗', { conversation: 'c2' });
    log.replies(40, '39.5', {}, 'c1', times(2, 30)).replies(60, '在的', {}, 'c2', times(10, 50));
    expect(partsOf(log)).toEqual([
      ['unseen', 2],
      ['thought', 13],
      ['untimed', 15],
      ['typed', 10],
    ]);
  });

  it('are named where they keep the trainee from the slow ones most', () => {
    const log = new Log(['c1', 'c2']).arrives(0).arrives(0, 'c2');
    for (const from of [0, 200, 400]) {
      log.says(from, `问题${from}`).says(from + 10, '在吗', { conversation: 'c2' });
      log.replies(from + 25, '在的', {}, 'c2', times(0, 12)).says(from + 26, '能退吗', { conversation: 'c2' });
      log.replies(from + 44, '能退', {}, 'c2', times(0, 12)).replies(from + 60, '39.5', {}, 'c1', times(1, 50));
    }
    expect(makeReport(content, log.events).anatomy).toMatchObject({
      cause: null,
      evidence: expect.stringContaining('是在回别人，占等待的'),
    });
  });
});
