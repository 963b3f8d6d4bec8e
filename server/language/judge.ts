import { readText } from './clauses.ts';
import type { JudgeInput, Judgement, PointVerdict } from './judgement.ts';
import { listen } from './matching.ts';
import { LONGEST_TEXT, normalise, originalSpan } from './normalise.ts';
import { judgePoint } from './points.ts';

/** Judges one turn of the trainee. Pure: the same input always gives the same judgement. */
export function judge(input: JudgeInput): Judgement {
  const normal = normalise(input.reply.slice(0, LONGEST_TEXT));
  const reading = readText(normal.text);
  const question = input.customer ? readText(normalise(input.customer).text) : null;
  const heard = listen(reading, question);
  const points: PointVerdict[] = (input.points ?? []).map((point) => {
    const verdict = judgePoint(point, heard);
    return { ...verdict, ...originalSpan(normal, verdict.start, verdict.end) };
  });
  const hold = /稍等|等我一下|等一下|给我.{1,4}(秒|分钟)/.test(normal.text);
  return {
    points,
    questions: (input.questions ?? []).map(({ id, pointIds }) => ({
      id,
      touch: points.some((point) => pointIds.includes(point.id) && point.state !== 'not-addressed') ? 'content' : 'none',
    })),
    answer: points.every((point) => point.state === 'covered') ? 'answered' : points.some((point) => point.state === 'covered') ? 'partial' : 'evaded',
    tone: 'neutral',
    toneConfidence: 0.3,
    acts: hold ? ['hold'] : [],
    redLines: [],
    hold: hold ? { seconds: null } : null,
    corrects: /说错了|更正/.test(normal.text),
    asks: /[?]|吗|多少|请问/.test(normal.text),
    stacking: false,
    evidence: [],
  };
}
