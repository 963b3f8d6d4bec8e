/** Promises above authority that name no sum: 拍了我给您改价, 药钱也赔给您. */
import type { Clause, Reading } from '../reading/clauses.ts';
import type { PromiseKind } from './limits.ts';
import * as signs from './promise-signs.ts';

export type Sumless = { kind: PromiseKind; start: number; end: number };

const holds = (text: string, words: readonly string[]): boolean => words.some((word) => text.includes(word));

/** Losses besides the goods, and the shop as who bears them. */
const LOSS = `(?:${signs.LOSSES.join('|')})`;
const BEARS = '赔|报销|包了|全包|(?:我们|店里|店铺|小店|我|咱们?)(?:这边|来|全|都)?(?:出|承担|负责)';
const LOSS_BORNE = [
  new RegExp(`${LOSS}[^,]{0,6}(?:${BEARS}|给[您你]出)`),
  new RegExp(`(?:赔|报销|包|承担)[您你给的所有全部一起也上]{0,4}${LOSS}`),
  new RegExp(`[给帮][您你]报${LOSS}`),
];
const PRICE_MOVED =
  /(?:给|帮)[您你](?:这边|后台|直接|马上|先|来|就)?改(?:个|一下|下|低)?价(?![保钱])|价格?(?:给|帮)[您你]改/;

/** With a slip, or handed on: then nobody on the desk promises it. */
const keepsOff = (text: string): boolean =>
  holds(text, signs.ASKED) || holds(text, signs.DENIED) || holds(text, signs.HEARSAY) || holds(text, signs.BY_SLIP);

/** Clauses that promise without a sum, asked or supposed aside: 真红了我们给您报医药费 promises all the same. */
export function sumlessIn({ text, clauses }: Reading): Sumless[] {
  const words = (one: Clause | undefined): string => (one ? text.slice(one.start, one.end) : '');
  return clauses.flatMap((clause, index): Sumless[] => {
    const own = words(clause);
    const kind = LOSS_BORNE.some((way) => way.test(own)) ? 'loss' : PRICE_MOVED.test(own) ? 'price' : null;
    if (kind === null || clause.question || clause.retracted || signs.CUSTOMER_PAYS.test(own)) return [];
    const beside = [clauses[index - 1], clauses[index + 1]].map(words);
    if (keepsOff(own) || beside.some((each) => holds(each, signs.ABOVE) || holds(each, signs.BY_SLIP))) return [];
    return [{ kind, start: clause.start, end: clause.end }];
  });
}
