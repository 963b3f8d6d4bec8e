/** How telling each pair of characters is of each point of a case: rare in the case, and said of few things anywhere. */

import type { Point, Reaction, Scenario } from '#engine/model/content.ts';
import { charWeight } from '#language/points/wordings/text-units.ts';
import { folded } from '#language/reading/folded.ts';
import type { TellingWords } from './prepared-content.ts';

/** The pairs of characters that tell something. */
export const pairsIn = (text: string): Set<string> => {
  const plain = folded(text);
  const found = new Set<string>();
  for (let index = 0; index + 1 < plain.length; index++)
    if (charWeight(plain.charCodeAt(index)) > 0 && charWeight(plain.charCodeAt(index + 1)) > 0)
      found.add(plain.slice(index, index + 2));
  return found;
};

/** The words of a reaction's lines. */
export const linesOf = (reaction: Reaction | undefined): string[] =>
  (reaction?.bursts ?? []).flat().flatMap((bubble) => (bubble.kind === 'text' ? [bubble.text] : []));

const wordingsOf = ({ says, also, examples, yes, contradicts, wrongs, ask }: Point): string[] => [
  says,
  ...(also ?? []),
  ...(examples?.yes ?? []),
  ...(yes ?? []),
  ...(contradicts ?? []),
  ...(wrongs ?? []).flatMap((wrong) => wrong.says),
  ...linesOf(ask),
];

/** Read once for a case. */
export const tellingWordsOf = ({ beats }: Scenario): TellingWords => {
  const points = beats.flatMap(({ asks, points: own }) => [...asks.flatMap((question) => question.points), ...own]);
  const pairs = points.map((point) => ({
    id: point.id,
    of: new Set(wordingsOf(point).flatMap((wording) => [...pairsIn(wording)])),
  }));
  const counts = new Map<string, number>();
  for (const { of } of pairs) for (const pair of of) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  const logTotal = Math.log(points.length + 1);
  const weightOfPair = (pair: string): number =>
    ((1 - Math.log(counts.get(pair) ?? 1) / logTotal) *
      (charWeight(pair.charCodeAt(0)) + charWeight(pair.charCodeAt(1)))) /
    2;
  return new Map(pairs.map(({ id, of }) => [id, new Map([...of].map((pair) => [pair, weightOfPair(pair)]))]));
};
