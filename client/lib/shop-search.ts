import type { ShopBody } from '#contract/bodies.ts';

export type ShopMatches = Pick<
  ShopBody,
  'products' | 'policies' | 'quickReplies' | 'authority' | 'coupons' | 'actions'
> & {
  count: number;
};

export const SECTIONS = ['products', 'policies', 'quickReplies', 'authority', 'coupons', 'actions'] as const;
export type Section = (typeof SECTIONS)[number];

/**
 * Cards, products and other rows that contain all the words (split at spaces), whatever the case of Latin letters. No
 * words: everything.
 */
export const foundIn = (shop: ShopBody, words: string): ShopMatches => {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const has = (...texts: string[]): boolean => {
    const searchedText = texts.join('\n').toLowerCase();
    return wanted.every((word) => searchedText.includes(word));
  };
  const found = {
    products: shop.products.filter((product) =>
      has(
        product.id,
        product.name,
        ...product.skus,
        ...product.facts,
        ...product.doubts.flatMap((doubt) => [doubt.asks, doubt.answer]),
      ),
    ),
    policies: shop.policies.filter((p) => has(p.id, p.title, p.text, p.source)),
    quickReplies: shop.quickReplies.filter((q) => has(q.code, q.group, q.title, q.text)),
    authority: shop.authority.filter((a) => has(a.level, a.text)),
    coupons: shop.coupons.filter((c) => has(c.name)),
    actions: shop.actions.filter((a) => has(a.title, a.group, ...a.fields.map((field) => field.title))),
  };
  return { ...found, count: SECTIONS.reduce((sum, section) => sum + found[section].length, 0) };
};
