/** What kind of figure a customer’s line wants to hear, by words of the test’s own (RULES M68). */
import type { Burst } from '#engine/model/content.ts';

export type FigureKind = 'sum' | 'time' | 'size';
const WANTS: readonly [FigureKind, RegExp][] = [
  ['sum', /多少钱|[付掏交给退补]多少|拢共|合计|几块/],
  ['time', /几点|哪天|几号|什么时候|啥时候|多久|几天/],
  ['size', /几码|哪个码|什么码|啥码/],
];

/** The kind of the only figure that a line wants. */
export const wantedBy = (burst: Burst): FigureKind | undefined => {
  const text = burst.map((bubble) => (bubble.kind === 'text' ? bubble.text : '')).join(' ');
  const kinds = WANTS.flatMap(([kind, words]) => (words.test(text) ? [kind] : []));
  return kinds.length === 1 ? kinds[0] : undefined;
};
