/** Which short customers somebody meets next. */
import { createHash } from 'node:crypto';
import type { ShortRound } from '#contract/bodies.ts';
import { toldCases } from '#drills/catalog/drill-cases.ts';
import type { Scenario } from '#engine/model/content.ts';
import type { Shop } from '#engine/model/shop.ts';
import { caseIdOf } from '#library/variations/come-again.ts';
import type { DrillCases, DrillRow } from '#storage/storage.ts';

type Asked = {
  shops: readonly Pick<Shop, 'id' | 'name'>[];
  short: readonly Pick<Scenario, 'id' | 'type' | 'shop'>[];
  /** Whose rounds: a person or a device. Two owners meet the same customers in other orders. */
  owner: string;
  /** All of the owner's drills, ended or not; a rush counts when it is over, or the round would tell who comes. */
  drills: readonly (DrillCases & Pick<DrillRow, 'state'>)[];
  /** Customers in a round. */
  most: number;
};

/**
 * The next round of every shop that has short customers. Those met least often come first, so that nobody is met again
 * before all others of the shop were; two who ask about the same kind of thing don't stand side by side where it can be
 * helped, because the second would be answered with the words of the first.
 */
export const shortRounds = ({ shops, short, owner, drills, most }: Asked): ShortRound[] => {
  const times = new Map<string, number>();
  for (const drill of drills) for (const id of toldCases(drill).map(caseIdOf)) times.set(id, (times.get(id) ?? 0) + 1);
  const timesOf = (id: string): number => times.get(id) ?? 0;
  const place = (id: string): string =>
    createHash('sha256')
      .update(`${owner}/${timesOf(id)}/${id}`)
      .digest('hex');
  return shops.flatMap(({ id: shop, name }) => {
    const waiting = short
      .filter((one) => one.shop === shop)
      .map((one) => ({ ...one, times: timesOf(one.id), place: place(one.id) }))
      .sort((a, b) => a.times - b.times || (a.place < b.place ? -1 : 1));
    const round = spread(waiting.slice(0, most));
    return round.length === 0 ? [] : [{ shop, shopName: name, scenarios: round }];
  });
};

/**
 * Ids with the types mixed; among those met equally often and of another type than the last, the first in order. The first
 * few of a round are those a shorter round would have.
 */
const spread = (customers: readonly (Pick<Scenario, 'id' | 'type'> & { times: number })[]): string[] => {
  const waiting = [...customers];
  const round: string[] = [];
  let last: string | null = null;
  while (waiting.length > 0) {
    const least = waiting[0]?.times;
    const index = waiting.findIndex(({ type, times }) => times === least && type !== last);
    const [next] = waiting.splice(Math.max(index, 0), 1);
    if (next === undefined) break;
    round.push(next.id);
    last = next.type;
  }
  return round;
};
