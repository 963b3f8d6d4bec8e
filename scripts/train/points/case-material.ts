/**
 * What the trees learn from the cases alone: wordings left out in turn, and generated words that say nothing or the
 * opposite.
 */
import { readFileSync } from 'node:fs';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import type { CompiledPoint } from '#language/terms/verdicts.ts';
import type { Library } from '#library/load.ts';
import { type Context, contextsOf } from '#scripts/accuracy/invariants/contexts.ts';
import { figureFlips, signFlip } from '#scripts/accuracy/invariants/flips.ts';
import { type Bag, type Kind, rowsOf } from './material.ts';

/** The cases' wordings, each beside its point without that wording, and generated words that must prove nothing. */
export const caseBags = (library: Library): Bag[] => {
  const contexts = contextsOf(library, false);
  const talk: { train: { small: string[]; service: string[] } } = JSON.parse(
    readFileSync('tests/language/invariants/talk.json', 'utf8'),
  );
  return contexts.flatMap((context, index) => [
    ...wordingBags(context),
    ...talkBags(context, index, talk.train),
    ...otherBags(context, contexts, index),
  ]);
};

const bagsOf = (
  context: Context,
  reply: string,
  points: readonly CompiledPoint[],
  label: (id: string) => { label: 0 | 1 | 2; weight: number; kind: Kind } | null,
): Bag[] => {
  const rows = rowsOf({ customer: context.customer, titles: context.questions.map(({ text }) => text), reply, points });
  return points.flatMap(({ id }, index): Bag[] => {
    const labelled = label(id);
    return labelled ? [{ ...labelled, rows: rows[index] ?? [], block: `case ${context.scenario}`, hard: false }] : [];
  });
};

const without = (point: CompiledPoint, text: string): CompiledPoint | null => {
  const { compiled: _, ...keys } = point;
  const rest = [keys.says, ...(keys.also ?? [])].filter((wording) => wording !== text);
  const [says, ...also] = rest;
  if (says === undefined) return null;
  return compilePoint({
    ...keys,
    says,
    also,
    contradicts: (keys.contradicts ?? []).filter((wording) => wording !== text),
    wrongs: (keys.wrongs ?? []).map((wrong) => ({ ...wrong, says: wrong.says.filter((each) => each !== text) })),
    examples: undefined,
  });
};

/** Number of wordings of one point that are learned from: more would teach that point's words and not how people speak. */
const MAX_WORDINGS = 5;

const wordingBags = (context: Context): Bag[] => {
  return context.points.flatMap((point, pointIndex): Bag[] => {
    const beside = (left: CompiledPoint) => context.points.map((point, index) => (index === pointIndex ? left : point));
    const own = (text: string, label: 1 | 2): Bag[] => {
      const left = without(point, text);
      if (!left) return [];
      return bagsOf(context, text, beside(left), (id) =>
        id === point.id
          ? { label, weight: label === 2 ? 1 : 0.5, kind: 'wording' }
          : { label: 0, weight: 0.1, kind: 'other' },
      );
    };
    const right = [point.says, ...(point.also ?? [])];
    const wrong = [...(point.contradicts ?? []), ...(point.wrongs ?? []).flatMap(({ says }) => says)];
    return [
      ...right.slice(0, MAX_WORDINGS).flatMap((text) => own(text, 1)),
      ...wrong.slice(0, MAX_WORDINGS).flatMap((text) => own(text, 2)),
      ...right.slice(0, MAX_WORDINGS).flatMap((text) => flipBags(context, point, text)),
      ...wrong
        .slice(0, MAX_DENIED)
        .flatMap((text, i) => deniedBags(context, point, text, right[i % right.length] ?? point.says)),
    ];
  });
};

const MAX_DENIED = 2;

/** A wrong answer denied (不是42，那个价早没了), alone and beside the right one. */
const deniedBags = (context: Context, point: CompiledPoint, wrong: string, right: string): Bag[] => {
  const label = (is: 0 | 1) => (id: string) =>
    id === point.id ? ({ label: is, weight: 0.4, kind: 'denied' } as const) : null;
  return [
    ...[`不是${wrong}`, `没有${wrong}这回事`].flatMap((text) => bagsOf(context, text, context.points, label(0))),
    ...[`不是${wrong}，${right}`, `${right}，不是${wrong}的`, `${right}\n${wrong}那是以前的`].flatMap((text) =>
      bagsOf(context, text, context.points, label(1)),
    ),
  ];
};

const flipBags = (context: Context, point: CompiledPoint, text: string): Bag[] => {
  const flipped = figureFlips(text).flatMap((reply) =>
    bagsOf(context, reply, context.points, (id) => (id === point.id ? { label: 2, weight: 0.4, kind: 'flip' } : null)),
  );
  const turned = signFlip(text);
  if (turned === null) return flipped;
  // Half of the turned sentences are nonsense, so each is learned once as wrong and once as neither.
  return [
    ...flipped,
    ...([0, 2] as const).flatMap((label) =>
      bagsOf(context, turned, context.points, (id) => (id === point.id ? { label, weight: 0.9, kind: 'sign' } : null)),
    ),
  ];
};

const talkBags = (context: Context, index: number, talk: { small: string[]; service: string[] }): Bag[] => {
  const pick = (list: readonly string[], many: number, from: number): string =>
    Array.from({ length: many }, (_, i) => list[(from * 5 + i * 13) % list.length]).join(from % 2 === 0 ? '，' : '\n');
  const replies = [
    pick(talk.small, 6, index),
    pick(talk.small, 18, index + 1),
    pick(talk.service, 5, index),
    pick(talk.service, 14, index + 1),
  ];
  return replies.flatMap((reply) =>
    bagsOf(context, reply, context.points, () => ({ label: 0, weight: 2.2, kind: 'talk' })),
  );
};

const otherBags = (context: Context, contexts: readonly Context[], index: number): Bag[] => {
  const models = [13, 29, 53].flatMap((step) => {
    const other = contexts[(index + step) % contexts.length];
    return other && other.scenario !== context.scenario ? other.models.slice(0, 1) : [];
  });
  const parrots = context.burst === '' ? [] : [context.burst, `嗯，${context.burst}`];
  return [
    ...models.flatMap((reply) =>
      bagsOf(context, reply, context.points, () => ({ label: 0, weight: 1, kind: 'other' })),
    ),
    ...parrots.flatMap((reply) =>
      bagsOf(context, reply, context.points, () => ({ label: 0, weight: 1.3, kind: 'parrot' })),
    ),
  ];
};
