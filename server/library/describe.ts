/** A point's keys as the checker and the engine will hear them, to show the author beside what was written. */

import { compilePoint } from '#language/points/wordings/compile-point.ts';
import { type DescribedWordings, describeWordings } from '#language/points/wordings/describe-wordings.ts';
import { toPoint } from '#library/reading/normalise.ts';
import type { AuthoredPoint } from '#library/schema/scenario.ts';

export type DescribedPoint = {
  id: string;
  /** What counts as right, in the author's words. */
  right: readonly string[];
  wrong: readonly { id: string | null; says: string }[];
  /** What the language core listens for in each wording: words, values, denials, sides. */
  compiled: DescribedWordings;
};

/** Everything the language core listens for at one point. `exemplars`: what its testplan says of it. */
export function describePoint(authored: AuthoredPoint, exemplars?: readonly string[]): DescribedPoint {
  return {
    id: authored.id,
    right: [authored.says, ...(authored.also ?? []), ...(authored.yes ?? [])],
    wrong: [
      ...[...(authored.contradicts ?? []), ...(authored.no ?? [])].map((says) => ({ id: null, says })),
      ...(authored.wrongs ?? []).flatMap(({ id, says }) => says.map((each) => ({ id, says: each }))),
    ],
    compiled: describeWordings(compilePoint({ ...toPoint(authored), ...(exemplars ? { exemplars } : {}) })),
  };
}
