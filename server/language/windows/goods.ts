/** Which goods a wording names, and a point is about. */
import type { Token } from '../reading/clauses.ts';
import { groupId } from '../reading/lexicon.ts';

const THING = groupId('thing');
const NONE: readonly number[] = [];

/** The kinds of goods some words name. */
export function goodsIn(tokens: readonly Token[]): readonly number[] {
  return tokens.filter(({ group }) => group === THING).map(({ id }) => id);
}

type Names = { readonly goods: readonly number[] };

/** The one kind of goods that at least half of the right wordings name; none where wordings name several. */
export function thingsOf(right: readonly Names[], wrong: readonly Names[]): readonly number[] {
  const own = right.flatMap(({ goods }) => goods);
  const [only] = own;
  if (only === undefined || [...own, ...wrong.flatMap(({ goods }) => goods)].some((id) => id !== only)) return NONE;
  return own.length * 2 >= right.length ? [only] : NONE;
}
