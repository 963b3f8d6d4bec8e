import { describe, expect, it } from 'vitest';
import { playDrill } from '#authoring/play-drill.ts';
import { decideJudged } from '#engine/decide-judged.ts';
import { emptyDrill } from '#engine/model/drill.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { fold } from '#engine/state/evolve.ts';
import { contentFor } from '#library/load.ts';
import { type GoalBefore, goalMet } from '#scoring/practice-advice/goal.ts';
import { makeReport } from '#scoring/report.ts';
import { library } from '#tests/support/library.ts';

const id = 'promotion/coupon-stack';
const { data, hash } = contentFor(library, [id]);
const content = prepare(data);
const model = library.testplans.get(id)?.model?.replies ?? [];
const whole = playDrill(content, { scenarios: [id], replies: model, seed: 1, mode: 'practice', contentHash: hash });

const goal: GoalBefore = {
  ...{ family: 'wrong', title: '报数前看一眼卡', advice: '看卡再报。', codes: ['wrong-fact'] },
  ...{ from: { drill: 'd1', endedAt: 5000 }, before: { count: 2, chances: 4 } },
};

/** The model's log, cut off after its first answered question, and ended there. */
const leftEarly = (why: 'trainee' | 'teacher') => {
  const cut = whole.findIndex((e) => e.kind === 'question-changed' && e.to === 'answered');
  const events = whole.slice(0, whole.findIndex((e, i) => i > cut && e.kind === 'turn-closed') + 1);
  const drill = fold(emptyDrill, events);
  const ended = decideJudged(content, drill, { kind: 'end', at: drill.at, why });
  if (!ended.ok) throw new Error(ended.error.code);
  return makeReport(data, [...events, ...ended.value], [], [], goal);
};

describe('a drill ended by the trainee before the story is over', () => {
  const report = leftEarly('trainee');

  it('[M3] is capped below the pass, and its report says so first', () => {
    expect(report.score).toBeLessThanOrEqual(data.rubric.cap);
    expect(report.grade).toBe('fail');
    expect(report.cappedBy).toBe('ended-early');
    expect(report.first?.title).toBe('接到客户说完为止');
    expect(report.verdict).toContain('提前结束');
  });

  it('[M12] is unfinished, with a range, when it was the teacher who ended it that early', () => {
    const stopped = leftEarly('teacher');
    expect(stopped.cappedBy).toBe('unfinished');
    expect(stopped.grade).toBe('fail');
    expect(stopped.range[1]).toBeGreaterThanOrEqual(data.rubric.pass);
    expect(stopped.findings.map((f) => f.code)).not.toContain('ended-early');
  });

  it('[M146] has met no goal: who says little makes no fault, and a fault made counts', () => {
    expect(makeReport(data, whole, [], [], goal).goal?.met).toBe('met');
    for (const { goal: outcome } of [report, leftEarly('teacher')])
      expect(outcome).toMatchObject({ met: 'not-tried', text: '这场没做完，改没改过来看不出，下场再看。' });
    const wrong = [{ family: 'wrong', name: '答错', count: 2, chances: 3, marks: 5 }];
    expect(goalMet(goal, wrong, 'ended-early')?.met).toBe('not-met');
  });
});
