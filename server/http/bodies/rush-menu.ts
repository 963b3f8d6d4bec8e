import type { RushMenu } from '#contract/bodies.ts';
import type { Catalogs } from '#drills/catalog/catalog.ts';
import { expectedCustomers, factorOf } from '#drills/catalog/rush-round.ts';
import { nameOfRush, nameOfType } from '#scoring/facts/trade-texts.ts';

/** The rushes there are. It says how many come and why, as a shop knows of its own days; not who. */
export const rushMenu = ({ rush, data, short }: Pick<Catalogs, 'rush' | 'data' | 'short'>): RushMenu => {
  return {
    profiles: rush.profiles.map((profile) => ({
      id: profile.id,
      name: nameOfRush(profile),
      from: profile.from,
      minutes: profile.rate.length,
      rate: [...profile.rate],
      batches: profile.batches.map(({ at, count }) => ({ at, count })),
      customers: [
        expectedCustomers(rush, profile, 1),
        expectedCustomers(rush, profile, 2),
        expectedCustomers(rush, profile, 3),
      ],
      types: Object.entries(profile.types).map(([type, share]) => {
        const caseType = data.types.find(({ id }) => id === type);
        return { type, name: caseType === undefined ? type : nameOfType(caseType), share };
      }),
    })),
    factors: [factorOf(rush, 1), factorOf(rush, 2), factorOf(rush, 3)],
    closingMinutes: rush.queue.closingMinutes,
    shops: data.shops
      .filter(({ id }) => short.some(({ shop }) => shop === id))
      .map(({ id, name }) => ({ shop: id, shopName: name })),
  };
};
