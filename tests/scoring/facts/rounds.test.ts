import { describe, expect, it } from 'vitest';
import type { DrillEvent } from '#engine/model/events.ts';
import { firstAnswers } from '#scoring/facts/first-answer.ts';
import { roundsOf } from '#scoring/facts/rounds.ts';
import { caseFactsOf } from '#scoring/log/case-facts.ts';
import { historyOf } from '#scoring/log/history.ts';
import { Log } from '#tests/scoring/support/log.ts';
import { content, rubric } from '#tests/scoring/support/shoe-shop.ts';

const seen = (events: readonly DrillEvent[]) => {
  const history = historyOf(events);
  const c = history.conversations[0];
  if (!c) throw new Error('no conversation');
  return {
    rounds: roundsOf(history, c, rubric),
    firsts: firstAnswers(history, c, rubric, caseFactsOf(content, c.scenarioId)),
  };
};
const graded = (events: readonly DrillEvent[]) => seen(events).rounds.map((r) => [r.seconds, r.grade]);

describe('rounds', () => {
  it('counts from the first of several bubbles to the next human reply (docs/trade.md §2)', () => {
    const log = new Log().arrives(5).says(5, '在吗', { last: false }).says(7, '穿几码').replies(20, '39.5');
    expect(graded(log.events)).toEqual([[15, 'excellent']]);
  });

  it('[M1] grades from the end of the burst, and a limit met to the second is met', () => {
    const graded = (after: number) => {
      const log = new Log()
        .arrives(0)
        .says(0, '在吗', { last: false })
        .says(15, '穿几码')
        .replies(15 + after, '39.5');
      return seen(log.events).rounds.map((r) => [r.seconds, r.waitedS, r.grade]);
    };
    const { excellentS = 0, passS = 0 } = rubric.tiers[0] ?? {};
    expect(graded(excellentS)).toEqual([[15 + excellentS, excellentS, 'excellent']]);
    expect(graded(passS + 0.4)).toEqual([[15 + passS + 0.4, passS + 0.4, 'pass']]);
    expect(graded(passS + 0.6)).toEqual([[15 + passS + 0.6, passS + 0.6, 'weak']]);
  });

  it('[M1] counts no wait for a reply sent between two bubbles of a burst', () => {
    const log = new Log().arrives(0).says(0, '在吗', { last: false }).replies(4, '在的').says(5, '穿几码');
    expect(seen(log.events).rounds[0]).toMatchObject({ seconds: 4, waitedS: 4, grade: 'excellent' });
  });

  it('[T8] takes a card for a human message, and an operation that sends nothing for none', () => {
    const log = new Log().arrives(0).says(0, '有图吗').acts(6, 'remark').acts(25, 'send-product', { sends: true });
    expect(graded(log.events)).toEqual([[25, 'pass']]);
  });

  it('keeps nudges inside the round they belong to', () => {
    const log = new Log()
      .arrives(0)
      .says(0, '穿几码')
      .says(60, '在吗', { why: { kind: 'silence', step: 1 } })
      .replies(70, '39.5');
    expect(graded(log.events)).toEqual([[70, 'fail']]);
  });

  it('[M1] grades by the number of customers at once: 40 s is weak for one and passes among three', () => {
    const alone = new Log().arrives(0).says(0, '穿几码').replies(40, '39.5');
    expect(graded(alone.events)).toEqual([[40, 'weak']]);
    const three = new Log(['c1', 'c2', 'c3'])
      .arrives(0)
      .arrives(0, 'c2')
      .arrives(0, 'c3')
      .says(0, '穿几码')
      .replies(40, '39.5');
    expect(graded(three.events)).toEqual([[40, 'pass']]);
  });

  it('[C4] leaves a round out of the figures when a stop of more than ten seconds falls into it', () => {
    const long = new Log().arrives(0).says(0, '穿几码').stops(5, 11).replies(15, '39.5');
    expect(graded(long.events)).toEqual([[15, 'interrupted']]);
    const short = new Log().arrives(0).says(0, '穿几码').stops(5, 10).replies(15, '39.5');
    expect(graded(short.events)).toEqual([[15, 'excellent']]);
  });

  it('[C5] voids a round not yet due when the drill ends, and fails one past the threshold', () => {
    expect(graded(new Log().arrives(0).says(0, '穿几码').finishes(59).events)).toEqual([[59, 'void']]);
    expect(graded(new Log().arrives(0).says(0, '穿几码').finishes(61).events)).toEqual([[61, 'fail']]);
  });

  it('[V1] ends an open round unanswered when the customer leaves', () => {
    const log = new Log().arrives(0).says(0, '穿几码').ends(50, 'gone', 'lost', { silent: true }).finishes(60);
    expect(graded(log.events)).toEqual([[50, 'fail']]);
  });

  it('[V1] ends a round unanswered when the customer leaves with an open question, whatever the ending', () => {
    const gone = () => new Log().arrives(0).says(0, '勒脚怎么办', { opens: 'q-size' });
    expect(graded(gone().ends(40, 'sent-back', 'returned').finishes(90).events)).toEqual([[40, 'fail']]);
    // A customer without a question is done, and is owed no reply.
    const done = new Log().arrives(0).says(0, '拍好了').ends(40, 'kept', 'paid').finishes(90);
    expect(graded(done.events)).toEqual([[40, 'void']]);
    // The drill's own end is no leaving (RULES C5).
    expect(graded(gone().finishes(40).events)).toEqual([[40, 'void']]);
  });

  it('[V1] counts nothing that is said to or by a customer who is away', () => {
    const log = new Log()
      .arrives(0)
      .says(0, '穿几码')
      .replies(10, '39.5')
      .ends(14, 'kept', 'paid')
      .says(14, '谢了', { why: { kind: 'ending', ending: 'kept' } })
      .replies(50, '有事找我');
    expect(graded(log.events)).toEqual([[10, 'excellent']]);
  });

  it('counts bubbles sent during a reply as answered by it once the customer has reacted to it (RULES T1)', () => {
    const log = new Log()
      .arrives(0)
      .says(0, '在吗', { last: false })
      .replies(1, '39.5码', { answers: { 'q-size': 'answered' }, reaction: 'resolved' })
      .says(6, '好', { why: { kind: 'reaction', reaction: 'resolved', turn: 1 } })
      .replies(16, '可以拍了');
    expect(graded(log.events)).toEqual([
      [1, 'excellent'],
      [10, 'excellent'],
    ]);
  });

  it('[M215] an operation without a word answers nothing: who reacts to it still waits for a reply', () => {
    const log = new Log()
      .arrives(0)
      .says(0, '到哪了')
      .acts(10, 'check-order')
      .judges(12, [], '', { reaction: 'resolved' })
      .says(14, '你看到了吧', { why: { kind: 'reaction', reaction: 'resolved', turn: 1 } })
      .replies(25, '在路上了');
    expect(graded(log.events)).toEqual([[25, 'pass']]);
  });

  it('gives a returning customer a first round of their own (RULES V1)', () => {
    const log = new Log()
      .arrives(0)
      .says(0, '穿几码')
      .replies(10, '39')
      .ends(14, 'kept', 'paid')
      .arrives(40, 'c1', { returning: true, visit: 2 })
      .says(40, '勒脚')
      .replies(60, '换');
    expect(seen(log.events).rounds.map((r) => [r.seconds, r.isFirst, r.visit])).toEqual([
      [10, true, 1],
      [20, true, 2],
    ]);
  });
});

describe('首次有效响应', () => {
  it('[T10] runs from the last bubble of the asking burst, and an instant 在的亲 does not stop it', () => {
    const log = new Log()
      .arrives(0)
      .says(0, '在吗', { last: false })
      .says(2, '穿几码', { last: false, opens: 'q-size' })
      .says(4, '别家39')
      .replies(5, '在的亲', { answers: { 'q-size': 'untouched' } })
      .replies(24, '39.5', { answers: { 'q-size': 'answered' }, points: [{}] });
    const { rounds, firsts } = seen(log.events);
    expect(rounds[0]?.seconds).toBe(5);
    expect(firsts.map((f) => [f.seconds, f.grade])).toEqual([[20, 'pass']]);
  });

  it('[T10] counts a question back and a hold with a time, but not a bare hold', () => {
    const asked = new Log()
      .arrives(0)
      .says(0, '穿几码', { opens: 'q-size' })
      .replies(9, '脚长多少', { answers: { 'q-size': 'clarifying' } });
    expect(seen(asked.events).firsts[0]?.seconds).toBe(9);
    const timed = new Log()
      .arrives(0)
      .says(0, '穿几码', { opens: 'q-size' })
      .replies(9, '等我30秒', { answers: { 'q-size': 'held' }, hold: { seconds: 30, quote: null } });
    expect(seen(timed.events).firsts[0]?.seconds).toBe(9);
    const bare = new Log()
      .arrives(0)
      .says(0, '穿几码', { opens: 'q-size' })
      .replies(9, '稍等', { answers: { 'q-size': 'held' }, hold: { seconds: null, quote: null } })
      .replies(30, '39.5', { answers: { 'q-size': 'answered' }, points: [{}] });
    expect(seen(bare.events).firsts[0]?.seconds).toBe(30);
  });

  it('[C5] is void when nothing was due yet, failed when nothing ever came', () => {
    const early = new Log().arrives(0).says(0, '穿几码', { opens: 'q-size' }).finishes(30);
    expect(seen(early.events).firsts[0]?.grade).toBe('void');
    const never = new Log()
      .arrives(0)
      .says(0, '穿几码', { opens: 'q-size' })
      .changes(200, 'q-size', 'unanswered')
      .ends(200, 'gone', 'lost', { silent: true });
    expect(seen(never.events).firsts[0]?.grade).toBe('fail');
  });

  it('is 待核 when the words were on the topic but not recognised (RULES M2)', () => {
    const log = new Log()
      .arrives(0)
      .says(0, '穿几码', { opens: 'q-size' })
      .replies(9, '大一点的', { answers: { 'q-size': 'not-recognised' } });
    expect(seen(log.events).firsts[0]?.unsure).toBe(true);
  });
});
