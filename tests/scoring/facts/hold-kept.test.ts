/** 挂起 in the report: not come back to, it is told once in the trainee's words; kept, it costs nothing. */
import { describe, expect, it } from 'vitest';
import type { DrillEvent } from '#engine/model/events.ts';
import { makeReport } from '#scoring/report.ts';
import { drive, of, say, tick } from '#tests/engine/support/drive.ts';
import { SAID, shoes } from '#tests/engine/support/shoes.ts';
import { rubric } from '#tests/scoring/support/shoe-shop.ts';

const content = { ...shoes, rubric };
const PROMISE = '我查一下尺码表，2分钟内回您。';
const play = (...commands: Parameters<typeof drive>[1]): readonly DrillEvent[] => drive(content, commands).log;
const findings = (log: readonly DrillEvent[]) => makeReport(content, log).findings;
/** The customer's answers to what they were asked to wait for, and whether it is one they wait for words after. */
const takenIn = (log: readonly DrillEvent[]) => of(log, 'customer-said').map(({ bubble, why }) => [bubble, why.kind]);

describe('[X28] a hold', () => {
  it('that was kept makes no late reply, however long the time was', () => {
    const log = play(say(10_000, PROMISE), say(120_000, SAID.size), tick(130_000));
    expect(takenIn(log)[1]).toEqual([{ kind: 'text', text: 'hold 1' }, 'nod']);
    expect(findings(log).map(({ code }) => code)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(late-|no-return|bare-hold|slow)/)]),
    );
    expect(makeReport(content, log).conversations[0]?.rounds.map(({ grade }) => grade)).toEqual(['excellent', 'void']);
  });
  it('that nobody came back to is told once, in the trainee’s words', () => {
    const log = play(say(10_000, PROMISE), say(160_000, SAID.size), tick(170_000));
    const told = findings(log).filter(({ quote, why }) => `${quote}${why}`.includes('2 分 30 秒'));
    expect(told).toMatchObject([
      {
        code: 'no-return',
        why: expect.stringContaining('说了「我查一下尺码表，2分钟内回您」，2 分 30 秒里没有一句回话'),
      },
    ]);
  });
  it('without a time, or a second one, still has the customer wait for words', () => {
    const untimed = play(say(10_000, SAID.hold), tick(20_000));
    expect(takenIn(untimed)[1]?.[1]).toBe('reaction');
    const again = play(say(10_000, PROMISE), say(60_000, '我再查一下，2分钟内回您。'), tick(70_000));
    expect(takenIn(again).map(([, why]) => why)).toEqual(['opening', 'nod', 'reaction']);
  });
});
