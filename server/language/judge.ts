import { similarity } from './canned.ts';
import type { JudgeInput, Judgement, PointVerdict } from './judgement.ts';
import { keysOf } from './points.ts';

/** Judges one turn of the trainee. Pure: the same input always gives the same judgement. */
export function judge(input: JudgeInput): Judgement {
  const reply = input.reply.slice(0, 10_000);
  const clauses = reply.split(/[，。；！？\n,;!?]/).filter((clause) => clause.trim() !== '');
  const points: PointVerdict[] = (input.points ?? []).map((point) => {
    const keys = keysOf(point);
    const near = (text: string) => Math.max(0, ...clauses.map((clause) => similarity(clause, text)));
    const right = Math.max(...keys.says.map(near));
    const wrong = Math.max(0, ...keys.wrong.map((key) => near(key.text)));
    const state =
      wrong > 0.7 && wrong > right
        ? 'wrong'
        : right > 0.5
          ? 'covered'
          : right > 0.25
            ? 'not-recognised'
            : 'not-addressed';
    return { id: point.id, state, confidence: Math.max(right, wrong), start: 0, end: reply.length, rule: 'similar' };
  });
  const hold = /稍等|等我一下|等一下|给我.{1,4}(秒|分钟)/.test(reply);
  return {
    points,
    questions: (input.questions ?? []).map(({ id, pointIds }) => ({
      id,
      touch: points.some((point) => pointIds.includes(point.id) && point.state !== 'not-addressed')
        ? 'content'
        : 'none',
    })),
    answer: points.every((point) => point.state === 'covered')
      ? 'answered'
      : points.some((point) => point.state === 'covered')
        ? 'partial'
        : 'evaded',
    tone: /您|亲|请/.test(reply) ? 'warm' : 'neutral',
    toneConfidence: 0.3,
    acts: hold ? ['hold'] : [],
    redLines: [],
    hold: hold ? { seconds: null } : null,
    corrects: /说错了|更正/.test(reply),
    asks: /[?？]|吗|多少|请问/.test(reply),
    stacking: false,
    evidence: [],
  };
}
