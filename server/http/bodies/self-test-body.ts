import type { SelfTest } from '#contract/self-test.ts';
import type { Catalog } from '#drills/catalog/catalog.ts';
import { selfTest } from '#library/self-test/self-test.ts';

/** The five cards of a seed, written out for the study page. Null = no such shop. */
export function selfTestBody(
  { data, marks }: Pick<Catalog, 'data' | 'marks'>,
  shopId: string,
  seed: number,
): SelfTest | null {
  const shop = data.shops.find((one) => one.id === shopId);
  if (shop === undefined) return null;
  return {
    shop: { id: shop.id, name: shop.name },
    seed,
    cards: selfTest({ shop, marks, findings: data.rubric.findings }, seed).map(
      ({ statement, holds, because, basis }) => ({
        statement,
        holds,
        because,
        basis: {
          section: basis.section,
          id: basis.id,
          title: basis.title,
          text: basis.text,
          source: basis.source,
          date: basis.date,
        },
      }),
    ),
  };
}
