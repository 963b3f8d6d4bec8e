import type { ShopBody } from '#contract/bodies.ts';
import type { ContentData } from '#engine/model/content.ts';
import type { ActionSpec } from '#engine/model/shop.ts';
import { calledAt } from '#engine/prepare/prepare.ts';
import {
  doneOfAction,
  nameOfGroup,
  nameOfPlatform,
  overnightOfAction,
  titleOfAction,
  titleOfChoice,
  titleOfField,
} from '#scoring/facts/trade-texts.ts';

/** The fields of a form with the choices this shop has; one without any left isn't asked for: fruit has no spare parts. */
const fieldsAt = ({ fields }: ActionSpec, shop: string): ShopBody['actions'][number]['fields'] =>
  fields.flatMap((field) => {
    const choices = field.choices.filter(({ shops }) => shops === undefined || shops.includes(shop));
    if (choices.length === 0 && field.choices.length > 0) return [];
    return [
      {
        name: field.name,
        title: titleOfField(field),
        kind: field.kind,
        required: field.required,
        choices: choices.map((choice) => ({ value: choice.value, title: titleOfChoice(choice) })),
      },
    ];
  });

/**
 * A shop as the desk shows it. It is written field by field, so that no other field of a shop reaches a browser. Null
 * = no such shop.
 */
export const shopBody = (data: ContentData, id: string): ShopBody | null => {
  const shop = data.shops.find((one) => one.id === id);
  if (shop === undefined) return null;
  const platform = data.platforms.find((one) => one.id === shop.platform);
  return {
    id: shop.id,
    name: shop.name,
    platformName: platform === undefined ? shop.platform : nameOfPlatform(platform),
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
    ...(shop.flags === undefined ? {} : { flags: { ...shop.flags } }),
    actions: shop.actions.flatMap((actionId) => {
      const spec = data.actions.find((one) => one.id === actionId);
      if (spec === undefined) return [];
      const action = calledAt(data, shop, spec);
      return {
        id: action.id,
        title: titleOfAction(action),
        group: nameOfGroup(action),
        sends: action.sends,
        done: doneOfAction(action),
        ...(action.overnight && { doneOvernight: overnightOfAction({ ...action, overnight: action.overnight }) }),
        fields: fieldsAt(action, shop.id),
        ...(action.oneOf && { oneOf: [...action.oneOf] }),
      };
    }),
  };
};
