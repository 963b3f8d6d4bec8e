/** A point's wordings as the language core uses them, to be shown to the author beside what was written. */

import { compilePoint } from '#language/points/wordings/compile-point.ts';
import { type DescribedWordings, describeWordings } from '#language/points/wordings/describe-wordings.ts';
import { toPoint } from '#library/reading/normalise.ts';
import type { AuthoredPoint } from '#library/schema/scenario.ts';

export type DescribedPoint = {
  id: string;
  /** The right wordings, in the author's words. */
  rightWordings: readonly string[];
  wrongWordings: readonly { id: string | null; says: string }[];
  /** What the language core compares of each wording: words, values, denials, sides. */
  compiled: DescribedWordings;
};

/** Everything the language core compares at one point. `exemplars`: words of its testplan that say it. */
export const describePoint = (authored: AuthoredPoint, exemplars?: readonly string[]): DescribedPoint => {
  return {
    id: authored.id,
    rightWordings: [authored.says, ...(authored.also ?? []), ...(authored.yes ?? [])],
    wrongWordings: [
      ...[...(authored.contradicts ?? []), ...(authored.no ?? [])].map((says) => ({ id: null, says })),
      ...(authored.wrongs ?? []).flatMap(({ id, says }) => says.map((wording) => ({ id, says: wording }))),
    ],
    compiled: describeWordings(compilePoint({ ...toPoint(authored), ...(exemplars ? { exemplars } : {}) })),
  };
};
