/** The shop as lines of text, for who plays a case step by step. */
import type { ShopBody } from '#contract/bodies.ts';
import { say } from '#i18n/say.ts';
import { yuan } from './operation-words.ts';

/**
 * The shop as the desk's side pages show it: goods, cards, quick replies, what one may decide, operations with their
 * fields.
 */
export const shopLines = (shop: ShopBody): string[] => {
  return [
    say('commands:shop.title', {
      name: shop.name,
      platform: shop.platformName,
      hours: shop.hours.join('–'),
      role: shop.role,
    }),
    '',
    say('commands:shop.products'),
    ...shop.products.flatMap((product) => [
      `- ${product.id} ${product.name} ${yuan(product.price)}${product.stock === null ? '' : say('commands:shop.stock', { n: product.stock })} ${product.skus.join('/')}`,
      ...product.facts.map((fact) => `  · ${fact}`),
      ...product.doubts.map(({ asks, answer }) => `  ${say('commands:shop.doubt', { asks, answer })}`),
    ]),
    '',
    say('commands:shop.cards'),
    ...shop.policies.map(({ id, title, text }) => say('commands:shop.card', { id, title, text })),
    '',
    say('commands:shop.authority'),
    ...shop.authority.map(({ level, text }) => `- ${level} ${text}`),
    '',
    say('commands:shop.coupons'),
    ...shop.coupons.map(({ id, name, amount, least }) =>
      say('commands:shop.coupon', { id, name, amount: yuan(amount), least: yuan(least) }),
    ),
    '',
    say('commands:shop.quickReplies'),
    ...shop.quickReplies.map(({ id, title, text }) => say('commands:shop.card', { id, title, text })),
    '',
    say('commands:shop.actions'),
    ...shop.actions.map(({ id, title, fields }) => {
      const parts = fields.map(({ name, kind, required, choices }) => {
        const values = choices.map(({ value, title: label }) => `${value}=${label}`).join('/');
        return `${name}${required ? '' : '?'}:${kind}${values === '' ? '' : `(${values})`}`;
      });
      return `- ${id} ${title} ${parts.join(' ')}`;
    }),
  ];
};
