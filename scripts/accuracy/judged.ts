/** Every line beside what the judge says of it. */
import { judge } from '#language/judge.ts';
import type { Judgement } from '#language/judgement.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import type { CompiledPoint } from '#language/terms/verdicts.ts';
import type { LabelledExample, Task } from './examples.ts';

export type Judged<L extends LabelledExample = LabelledExample> = { line: L; judgement: Judgement };

/** Judges each line by itself, as the `judge` command does. */
export const judged = (lines: readonly LabelledExample[]): Judged[] => {
  const known = new Map<string, readonly CompiledPoint[]>();
  const compiled = (points: Parameters<typeof compilePoint>[0][]): readonly CompiledPoint[] => {
    const key = JSON.stringify(points);
    const ready = known.get(key) ?? points.map((point) => compilePoint(point));
    known.set(key, ready);
    return ready;
  };
  return lines.map((line) => ({
    line,
    judgement: judge({
      reply: line.reply,
      customer: line.customer,
      points: line.task === 'points' ? compiled(line.points) : [],
    }),
  }));
};

/** Those of one task. */
export const ofTask = <T extends Task>(
  all: readonly Judged[],
  task: T,
): Judged<Extract<LabelledExample, { task: T }>>[] =>
  all.filter((entry): entry is Judged<Extract<LabelledExample, { task: T }>> => entry.line.task === task);
