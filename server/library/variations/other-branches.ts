/**
 * Points that differ by what was drawn: `otherwise: wrong` at a point says that what its other branches (the same id in
 * the same list, under another `when`) tell as right is wrong here. Their right wordings become its wrong ones.
 * `otherwise: right` stays with the point: what they tell is true here, too, and the check of other cards passes it over.
 */

/** The key of the point. */
const KEY = 'otherwise';

type Node = Readonly<Record<string, unknown>>;
const isMap = (node: unknown): node is Node => typeof node === 'object' && node !== null && !Array.isArray(node);

/** The template with the words of other branches written out. Pure; what has no such point is the same object. */
export const withOtherBranches = <T>(template: T): T => walk(template) as T;

const walk = (node: unknown): unknown => {
  if (Array.isArray(node)) {
    const items = node
      .map(walk)
      .map((item, _, all) => (isMap(item) && item[KEY] === 'wrong' ? pointOf(item, all) : item));
    return items.some((item, index) => item !== node[index]) ? items : node;
  }
  if (!isMap(node)) return node;
  const entries = Object.entries(node).map(([key, value]): [string, unknown] => [key, walk(value)]);
  return entries.some(([key, value]) => value !== node[key]) ? Object.fromEntries(entries) : node;
};

const pointOf = ({ [KEY]: _, ...point }: Node, siblings: readonly unknown[]): Node => {
  const own = wordingsIn(point);
  const others = siblings
    .filter((other): other is Node => isMap(other) && other.id === point.id && other.when !== point.when)
    .flatMap(wordingsIn)
    .filter((wording) => !own.includes(wording));
  return { ...point, contradicts: [...items(point.contradicts), ...others] };
};

/** The right wordings of a point, as the template has them: sentences, and choices between some. */
const wordingsIn = ({ says, also }: Node): unknown[] => [...items(says), ...items(also)];

const items = (node: unknown): readonly unknown[] => {
  if (node === undefined) return [];
  return Array.isArray(node) ? node : [node];
};
