/** How one point stands after one reply to one question. */
import { judge } from '#language/judge.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import type { PointVerdict, PointWordings } from '#language/terms/verdicts.ts';

/** The point alone is listened for, and the question asks for it. */
export const stateOf = (point: PointWordings, reply: string, question: string): PointVerdict['state'] | undefined =>
  judge({
    reply,
    customer: question,
    points: [compilePoint(point)],
    questions: [{ id: 'q', text: question, pointIds: [point.id] }],
  }).points[0]?.state;
