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
export const searchShop = (shop: ShopBody, query: string): ShopMatches => {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const containsAll = (...texts: string[]): boolean => {
    const searchedText = texts.join('\n').toLowerCase();
    return words.every((word) => searchedText.includes(word));
  };
  const matches = {
    products: shop.products.filter((product) =>
      containsAll(
        product.id,
        product.name,
        ...product.skus,
        ...product.facts,
        ...product.doubts.flatMap((doubt) => [doubt.asks, doubt.answer]),
      ),
    ),
    policies: shop.policies.filter((policy) => containsAll(policy.id, policy.title, policy.text, policy.source)),
    quickReplies: shop.quickReplies.filter((quickReply) =>
      containsAll(quickReply.code, quickReply.group, quickReply.title, quickReply.text),
    ),
    authority: shop.authority.filter((action) => containsAll(action.level, action.text)),
    coupons: shop.coupons.filter((coupon) => containsAll(coupon.name)),
    actions: shop.actions.filter((action) =>
      containsAll(action.title, action.group, ...action.fields.map((field) => field.title)),
    ),
  };
  return { ...matches, count: SECTIONS.reduce((sum, section) => sum + matches[section].length, 0) };
};
