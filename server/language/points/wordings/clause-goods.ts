/** Two products in one reply: 鞋可以退，T恤剪了吊牌就没法退了. What is said of one doesn't hold for the other. */
import type { Reading, Token } from '#language/reading/clause.ts';
import { groupId } from '#language/reading/lexicon.ts';

const GOODS_GROUP = groupId('thing');
const NONE: readonly number[] = [];

/** The kinds of goods some words name. */
export const goodsIn = (tokens: readonly Token[]): readonly number[] => {
  return tokens.filter(({ group }) => group === GOODS_GROUP).map(({ id }) => id);
};

type GoodsNames = { readonly goods: readonly number[] };

/** The one kind of goods that at least half of the right wordings name; none where wordings name several. */
export const goodsOfPoint = (right: readonly GoodsNames[], wrong: readonly GoodsNames[]): readonly number[] => {
  const rightGoods = right.flatMap(({ goods }) => goods);
  const [soleGoods] = rightGoods;
  if (soleGoods === undefined || [...rightGoods, ...wrong.flatMap(({ goods }) => goods)].some((id) => id !== soleGoods))
    return NONE;
  return rightGoods.length * 2 >= right.length ? [soleGoods] : NONE;
};

/** Per clause the goods it speaks of: those it names, else those named last before it; null when the reply names none. */
export const goodsByClause = ({ tokens, clauses }: Reading): readonly (readonly number[])[] | null => {
  let namesGoods = false;
  for (const token of tokens) namesGoods ||= token.group === GOODS_GROUP;
  if (!namesGoods) return null;
  const named: (readonly number[])[] = clauses.map(() => NONE);
  for (const token of tokens)
    if (token.group === GOODS_GROUP) named[token.clauseIndex] = [...(named[token.clauseIndex] ?? NONE), token.id];
  for (let i = 1; i < named.length; i++) if (named[i]?.length === 0) named[i] = named[i - 1] ?? NONE;
  return named;
};

/** Whether a clause names other goods than the point; false where either names none. */
export const areOtherGoods = (named: readonly number[] | undefined, wanted: readonly number[]): boolean => {
  if (wanted.length === 0 || named === undefined || named.length === 0) return false;
  return !named.some((id) => wanted.includes(id));
};
