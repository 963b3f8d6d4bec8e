import type { ShopBody } from '#contract/bodies.ts';
import type { ContentData } from '#engine/model/content.ts';
import { calledAt } from '#engine/prepare/prepare.ts';

/** A shop as the desk shows it, written field by field: nothing of a shop crosses the wire unnamed. Null = no such shop. */
export function shopBody(data: ContentData, id: string): ShopBody | null {
  const shop = data.shops.find((one) => one.id === id);
  if (shop === undefined) return null;
  return {
    id: shop.id,
    name: shop.name,
    platformName: data.platforms.find((one) => one.id === shop.platform)?.name ?? shop.platform,
    hours: [shop.hours[0], shop.hours[1]],
    voice: shop.voice,
    role: shop.role,
    products: shop.products.map((product) => ({
      id: product.id,
      name: product.name,
      price: product.price,
      stock: product.stock,
      skus: [...product.skus],
      facts: [...product.facts],
      doubts: product.doubts.map(({ asks, answer }) => ({ asks, answer })),
      picture: product.picture,
    })),
    policies: shop.policies.map(({ id: card, title, text, basis, source, date }) => ({
      id: card,
      title,
      text,
      basis,
      source,
      date,
    })),
    quickReplies: shop.quickReplies.map(({ id: reply, code, group, title, text, own }) => ({
      id: reply,
      code,
      group,
      title,
      text,
      ...(own === true ? { own } : {}),
    })),
    authority: shop.authority.map(({ level, text }) => ({ level, text })),
    coupons: shop.coupons.map(({ id: coupon, name, amount, least }) => ({ id: coupon, name, amount, least })),
    actions: shop.actions.flatMap((actionId) => {
      const known = data.actions.find((one) => one.id === actionId);
      if (known === undefined) return [];
      const action = calledAt(data, shop, known);
      return {
        id: action.id,
        title: action.title,
        group: action.group,
        sends: action.sends,
        fields: action.fields.map(({ name, title, kind, required, choices }) => ({
          name,
          title,
          kind,
          required,
          choices: choices.map(({ value, title: choice }) => ({ value, title: choice })),
        })),
      };
    }),
  };
}
