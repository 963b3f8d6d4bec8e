/** A model cut where its points end: the half that can be sent first, and the half that only adds to it. */
import type { Point, Question } from '#engine/content.ts';
import { judge } from '#language/judge.ts';
import { compilePoint } from '#language/points/points.ts';
import { type Clause, clausesIn, withoutEnd } from '../clauses-of-text.ts';
import { leans } from './leaning.ts';

type Heard = { clauses: readonly Clause[]; lastOf: ReadonlyMap<string, number> };

/** Heard once, however many findings show a part of it. */
const heard = new WeakMap<Question, Heard>();

function hear(question: Question, model: string): Heard {
  const known = heard.get(question);
  if (known) return known;
  const { points } = judge({
    reply: model,
    points: question.points.map((point) => compilePoint(point)),
    questions: [{ id: question.id, text: question.text, pointIds: question.points.map((p) => p.id) }],
  });
  const clauses = clausesIn(model);
  const lastOf = new Map(
    points.flatMap(({ id, state, end }): [string, number][] =>
      state === 'covered' && end > 0 ? [[id, clauses.findIndex((clause) => clause.end >= end)]] : [],
    ),
  );
  const own = { clauses, lastOf };
  heard.set(question, own);
  return own;
}

/** The model's first clauses, as far as the one that says `point`; all of it where none is heard to. Null without a model. */
export function halfOfModel(question: Question, point: Point | null): string | null {
  const { model } = question;
  if (model === null) return null;
  const { clauses, lastOf } = hear(question, model);
  const last = clauses[lastOf.get(point?.id ?? '') ?? -1];
  return last ? withoutEnd(model.slice(0, last.end)) : model;
}

/** The model's clause that says `point`, where it stands by itself. */
export function clauseOfModel(question: Question, point: Point): string | null {
  const { model } = question;
  if (model === null) return null;
  const { clauses, lastOf } = hear(question, model);
  const words = clauses[lastOf.get(point.id) ?? -1]?.words;
  return words !== undefined && !leans(words) ? words : null;
}
