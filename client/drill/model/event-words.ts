/** What happens in a drill, in the language of the page. */
import i18next from 'i18next';
import { money } from '#client/lib/format.ts';
import { listed } from '#client/lib/listed.ts';
import type { ShopBody } from '#contract/bodies.ts';
import type { WireDeed, WireJump } from '#contract/wire-events.ts';
import type { ThreadItem } from './drill-view.ts';

/** 客户付款了: what a customer did. */
export const didWords = (deed: WireDeed): string => {
  switch (deed.kind) {
    case 'place-order': {
      const goods = listed(
        deed.items.map(({ name, sku, qty }) => [name, sku ?? [], qty > 1 ? `×${qty}` : []].flat().join(' ')),
      );
      const amount = money(deed.amount);
      return i18next.t(deed.paid ? 'desk:did.ordered.paid' : 'desk:did.ordered.unpaid', { goods, amount });
    }
    case 'pay':
      return i18next.t('desk:did.pay');
    case 'open-refund':
      return deed.amount === null
        ? i18next.t('desk:did.refund')
        : i18next.t('desk:did.refundOf', { amount: money(deed.amount) });
    case 'open-complaint':
      return i18next.t('desk:did.complaint', { level: deed.level });
    case 'bad-review':
      return i18next.t('desk:did.badReview');
  }
};

/** 〔两天后〕: how far the story jumped. */
export const jumpWords = ({ value, unit }: WireJump): string =>
  i18next.t(unit === 'd' ? 'desk:jumped.d' : 'desk:jumped.h', { n: value });

/** An operation as its shop's list has it, in the page's language; as content has it where the list isn't there. */
export const actionName = (
  { action, title }: Pick<Extract<ThreadItem, { kind: 'action' }>, 'action' | 'title'>,
  shop: Pick<ShopBody, 'actions'> | null,
): string => shop?.actions.find(({ id }) => id === action)?.title ?? title;
