import { describe, expect, it } from 'vitest';
import type { TurnJudgement } from '#engine/model/turn-judgement.ts';
import { makeReport } from '#scoring/report.ts';
import { givenRuling } from '#tests/scoring/support/given-ruling.ts';
import { Log } from '#tests/scoring/support/log.ts';
import { content } from '#tests/scoring/support/shoe-shop.ts';

type Tone = TurnJudgement['tone'];
const composure = (log: Log) => makeReport(content, log.events).composure;

/** One question of c1 answered or not after `gap` seconds, alone or while `others` wait. */
const ask = (log: Log, at: number, gap: number, tone: Tone, good: boolean, opens: string): void => {
  log.says(at, `问 ${opens}`, { opens });
  log.replies(at + gap, `答 ${opens} ${at}`, {
    tone,
    toneConfidence: 1,
    answers: { [opens]: good ? 'answered' : 'vague' },
    reaction: good ? 'resolved' : 'vague',
  });
  log.changes(at + gap + 4, opens, good ? 'answered' : 'unanswered', null);
};

/** Three rounds of 10 s alone, all answered; then c2 waits from 100 on, and c1 gets three rounds of `slowS`. */
const crowded = (slowS: number, tones: readonly Tone[], good: readonly boolean[]): Log => {
  const log = new Log(['c1', 'c2']).arrives(0);
  for (const i of [0, 1, 2]) ask(log, i * 30, 10, 'neutral', true, `q-a${i}`);
  log.arrives(100, 'c2').says(100, '在吗', { conversation: 'c2' });
  for (const i of [0, 1, 2]) ask(log, 110 + i * 100, slowS, tones[i] ?? 'neutral', good[i] ?? true, `q-b${i}`);
  return log.finishes(500, ['c1', 'c2']);
};

describe('情绪调控', () => {
  it('is null where two customers never waited at once', () => {
    const log = new Log().arrives(0);
    ask(log, 0, 10, 'neutral', true, 'q-size');
    expect(composure(log.finishes(60))).toBeNull();
  });

  it('groups turns, questions and seconds by how many customers waited at that moment', () => {
    const found = composure(crowded(20, ['cold', 'neutral', 'neutral'], [true, false, true]));
    expect(found?.groups.map((g) => [g.waiting, g.goodTurns, g.turns, g.answered, g.questions, g.meanSeconds])).toEqual(
      [
        [1, 3, 3, 3, 3, 10],
        [2, 2, 3, 2, 3, 20],
      ],
    );
    expect(found?.groups[1]?.lapses.map((m) => [m.conversation, m.at])).toEqual([['c1', 130_000]]);
    expect(found?.groups[1]?.unanswered.map((m) => m.at)).toEqual([210_000]);
  });

  it('names the number of customers at which it breaks, with the figures of both sides', () => {
    const found = composure(crowded(20, ['cold', 'impatient', 'neutral'], [false, false, true]));
    expect(found).toMatchObject({
      breaksAt: 2,
      said: '只有 1 位在等时 3 问答到 3 问，3 个回合语气都稳；2 位起 3 问答到 1 问，3 个回合里 2 个语气不好。',
    });
  });

  it('[M96] says of replies that took longer, though in time, that they did', () => {
    expect(composure(crowded(20, ['neutral', 'neutral', 'neutral'], [true, true, true]))?.said).toMatch(
      /^人多时回得慢些：/,
    );
    expect(composure(crowded(12, ['neutral', 'neutral', 'neutral'], [true, true, true]))?.said).toMatch(
      /^人多人少差不多/,
    );
  });

  it('names only what got worse: here the tone, not the answers', () => {
    const found = composure(crowded(12, ['cold', 'impatient', 'neutral'], [true, true, true]));
    expect(found?.said).toBe('只有 1 位在等时 3 个回合语气都稳；2 位起 3 个回合里 2 个语气不好。');
  });

  it('doesn’t break by one cold reply or by a few seconds’ difference', () => {
    const found = composure(crowded(14, ['cold', 'neutral', 'neutral'], [true, true, true]));
    expect(found?.breaksAt).toBeNull();
    expect(found?.said.startsWith('人多人少差不多：')).toBe(true);
  });

  it('doesn’t break by seconds alone while nobody waited past the pass line, and names the late replies where it does', () => {
    const quick = composure(crowded(25, ['neutral', 'neutral', 'neutral'], [true, true, true]));
    expect(quick).toMatchObject({ breaksAt: null, breaksBy: [] });
    expect(quick?.groups.flatMap(({ late }) => late)).toEqual([]);
    const slow = composure(crowded(80, ['neutral', 'neutral', 'neutral'], [true, true, true]));
    expect(slow).toMatchObject({ breaksAt: 2, breaksBy: ['speed'] });
    expect(slow?.groups.map(({ late }) => late.length)).toEqual([0, 3]);
    expect(slow?.groups[1]?.late[0]).toMatchObject({ conversation: 'c1', at: 110_000 });
  });

  it('says when there is too little to tell', () => {
    const log = new Log(['c1', 'c2']).arrives(0).arrives(0, 'c2').says(0, '在吗', { conversation: 'c2' });
    ask(log, 1, 10, 'cold', false, 'q-size');
    expect(composure(log.finishes(60, ['c1', 'c2']))).toMatchObject({
      breaksAt: null,
      said: '只有 1 位在等时说了 0 个回合，2 位起 1 个，太少，还看不出差别。',
    });
  });

  it('counts neither an unsure tone nor one that a ruling dismissed', () => {
    const log = crowded(20, ['cold', 'impatient', 'neutral'], [true, true, true]);
    const report = makeReport(content, log.events);
    const cold = report.findings.find((f) => f.code === 'cold');
    const ruled = makeReport(content, log.events, content.scenarios, [givenRuling({ finding: cold?.key ?? '' })]);
    expect(report.composure?.groups[1]?.goodTurns).toBe(1);
    expect(ruled.composure?.groups[1]?.goodTurns).toBe(2);
    for (const e of log.events) if (e.kind === 'turn-judged') e.judgement = { ...e.judgement, toneConfidence: 0.5 };
    expect(composure(log)?.groups[1]?.goodTurns).toBe(3);
  });
});
