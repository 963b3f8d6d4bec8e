import type { CompiledPoint, PointKeys } from './judgement.ts';
import { normalise } from './normalise.ts';

type Keys = { says: string[]; wrong: { id: string | undefined; text: string }[] };

/** Makes a point ready for judging, once, when content loads. */
export function compilePoint(point: PointKeys): CompiledPoint {
  const fold = (text: string) => normalise(text).text;
  const compiled: Keys = {
    says: [point.says, ...(point.also ?? [])].map(fold),
    wrong: [
      ...(point.contradicts ?? []).map((text) => ({ id: undefined, text: fold(text) })),
      ...(point.wrongs ?? []).flatMap(({ id, says }) => says.map((text) => ({ id, text: fold(text) }))),
    ],
  };
  return { ...point, compiled };
}
export function keysOf(point: CompiledPoint): Keys {
  return point.compiled as Keys;
}
