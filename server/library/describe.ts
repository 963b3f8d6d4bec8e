/** A point's keys as the checker and the engine will hear them, to show the author beside what was written. */

import { compilePoint } from '#language/points.ts';
import { toPoint } from '#library/normalise.ts';
import type { AuthoredPoint } from '#library/schema-scenario.ts';

export type DescribedPoint = {
  id: string;
  /** What counts as right, in the author's words. */
  right: readonly string[];
  wrong: readonly { id: string | null; says: string }[];
  /** What the language core made of it: its own business, shown as it is. */
  compiled: unknown;
};

/** Everything the language core listens for at one point. */
export function describePoint(authored: AuthoredPoint): DescribedPoint {
  const { compiled } = compilePoint(toPoint(authored));
  return {
    id: authored.id,
    right: [authored.says, ...(authored.also ?? []), ...(authored.yes ?? [])],
    wrong: [
      ...[...(authored.contradicts ?? []), ...(authored.no ?? [])].map((says) => ({ id: null, says })),
      ...(authored.wrongs ?? []).flatMap(({ id, says }) => says.map((each) => ({ id, says: each }))),
    ],
    compiled,
  };
}
