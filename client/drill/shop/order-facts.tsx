import type { ReactNode } from 'react';
import { money } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { TFunction } from '#client/lib/messages.ts';
import { cx } from '#client/ui/cx.ts';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { ShopBody } from '#contract/bodies.ts';
import type { WireOrder } from '#contract/wire-events.ts';
import { OrderFlags } from './order-flags.tsx';
import { orderSum } from './order-sum.ts';

const STEPS = ['unpaid', 'paid', 'shipped', 'signed'] as const;

/** How far the order is, as steps. A cancelled order shows no steps. */
export const OrderSteps = ({ order }: { order: WireOrder }) => {
  const { t } = useTranslation('desk');
  if (order.status === 'cancelled')
    return (
      <p className="mt-8">
        <Tag tone="bad">{t('order.status.cancelled')}</Tag>
      </p>
    );
  const currentStep = STEPS.indexOf(order.status);
  return (
    <ol className="mt-10 mb-8 flex text-12 text-ink-3 leading-[16px]">
      {STEPS.map((step, index) => (
        <li
          key={step}
          aria-current={index === currentStep ? 'step' : undefined}
          className={cx(
            'relative flex-1 pt-12 before:absolute before:inset-x-0 before:top-2 before:h-2 after:absolute after:-top-1 after:left-0 after:size-8 after:rounded-full after:border-2',
            'last:min-w-32 last:flex-none last:before:hidden',
            index < currentStep ? 'before:bg-accent-solid' : 'before:bg-line-2',
            index <= currentStep
              ? 'after:border-accent-solid after:bg-accent-solid'
              : 'after:border-line-2 after:bg-surface',
            index === currentStep && 'font-semibold text-ink',
          )}
        >
          {t(`order.step.${step}`)}
        </li>
      ))}
    </ol>
  );
};

type FactsProps = {
  order: WireOrder;
  shop: ShopBody | null;
  /** Nickname of the account that asks: the buyer’s, unless another account placed the order. Left out where the page says it elsewhere. */
  buyer?: string | undefined;
};

export const OrderFacts = ({ order, shop, buyer }: FactsProps) => {
  const { t } = useTranslation('desk');
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('order.no'), <OrderNumber key="no" order={order} />],
    [t('order.placed'), order.placed],
    [t('order.paidOn'), order.paidOn],
    [t('order.shippedOn'), order.shippedOn],
    [t('order.signedOn'), order.signedOn],
    [t('order.buyer'), buyer === undefined || order.byOther ? null : buyerWords(buyer, order, t)],
    [t('order.receiver'), [order.receiver, order.phone].filter((part) => part !== null).join(' ') || null],
    [t('order.address'), order.address],
    [t('order.insured'), order.insured ? t('order.insuredYes') : null],
  ];
  return (
    <dl className="grid grid-cols-[minmax(64px,auto)_minmax(0,1fr)] gap-x-8 gap-y-3 text-12">
      {facts.map(([name, value]) =>
        value === null ? null : (
          <div key={name} className="contents">
            <dt className="text-ink-3">{name}</dt>
            <dd className="select-text wrap-anywhere">{value}</dd>
          </div>
        ),
      )}
      {order.remark === undefined ? null : (
        <div className="contents">
          <dt className="text-ink-3">{t('order.remark')}</dt>
          <dd lang="zh-CN" className="flex select-text items-start gap-4 wrap-anywhere">
            <OrderFlags orders={[order]} shop={shop} />
            <span>{order.remark.note}</span>
          </dd>
        </div>
      )}
      {order.gifts.map((gift) => (
        <div key={gift.product} className="contents">
          <dt className="text-ink-3">{t('order.gift')}</dt>
          <dd>{t('order.giftText', { name: gift.name, money: money(gift.price) })}</dd>
        </div>
      ))}
      {order.off.map((off) => (
        <div key={off.card} className="contents">
          <dt className="text-ink-3">{t('order.off')}</dt>
          <dd className="flex justify-between">
            <span>{off.title}</span>
            <span>{money(-off.amount)}</span>
          </dd>
        </div>
      ))}
      <div className="contents">
        <dt className="text-ink-3">{t(`order.sum.${orderSum(order)}`)}</dt>
        <dd className="text-right font-semibold text-13">{money(order.total)}</dd>
      </div>
    </dl>
  );
};

/**
 * What is copied from it is the tail, by which customers and case call the order: a reply with all the digits may be heard
 * as somebody's data.
 */
const OrderNumber = ({ order: { no, fullNo } }: { order: WireOrder }) => {
  const tail = no.replace(/^…/, '');
  if (fullNo === undefined || !fullNo.endsWith(tail)) return no;
  return (
    <>
      <span className="select-none">{fullNo.slice(0, -tail.length)}</span>
      <b className="font-semibold">{tail}</b>
    </>
  );
};

/** 食堂二楼（信用 3 心）: the nickname, and the credit where the platform shows one. */
const buyerWords = (name: string, { credit }: WireOrder, t: TFunction<'desk'>): string =>
  credit === undefined ? name : t('order.buyerOf', { name, credit: t(`order.credit.${credit.kind}`, { n: credit.n }) });
