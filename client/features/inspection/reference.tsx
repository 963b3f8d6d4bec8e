import { useMemo } from 'react';
import { foldDrill } from '#client/drill/model/drill-fold.ts';
import { emptyView } from '#client/drill/model/drill-view.ts';
import { CustomerHistory } from '#client/drill/shop/customer-history.tsx';
import { OrderBlock } from '#client/drill/shop/order-block.tsx';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import type { InspectionBody } from '#contract/practice/inspections.ts';

type Shown = Pick<InspectionBody, 'shop' | 'events' | 'conversation'>;

/** What the desk had beside the conversation: the customer's card with the orders, or the shop's rules. */
export const Reference = ({ inspection, part }: { inspection: Shown; part: 'orders' | 'policies' }) => {
  const { t } = useTranslation('inspection');
  const { shop, events, conversation } = inspection;
  const known = useMemo(
    () => events.reduce((view, { seq, event }) => foldDrill(view, event, seq), emptyView).conversations[conversation],
    [events, conversation],
  );
  return (
    <section
      aria-label={t(`pane.${part}`)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must be reachable by keyboard
      tabIndex={0}
      className="min-h-0 flex-1 overflow-y-auto bg-surface focus-visible:-outline-offset-2"
    >
      {part === 'policies' ? (
        <>
          {shop.policies.map((card) => (
            <article key={card.id} lang="zh-CN" className="border-line border-b px-16 py-10 max-pane:px-12">
              <h3 className="font-semibold">{card.title}</h3>
              <p className="text-pretty text-ink-2">{card.text}</p>
              <p className="text-12 text-ink-3">{card.source}</p>
            </article>
          ))}
          {shop.authority.map(({ level, text }) => (
            <p
              key={`${level} ${text}`}
              lang="zh-CN"
              className="border-line border-b px-16 py-10 text-ink-2 max-pane:px-12"
            >
              <b className="mr-8 text-ink">{level}</b>
              {text}
            </p>
          ))}
        </>
      ) : known === undefined ? (
        <EmptyState title={t('noOrder')} text={t('noOrderText')} />
      ) : (
        <>
          {known.orders.length === 0 ? <EmptyState title={t('noOrder')} text={t('noOrderText')} /> : null}
          {known.orders.map((order) => (
            <OrderBlock key={order.id} order={order} shop={shop} />
          ))}
          <CustomerHistory conversation={known} />
        </>
      )}
    </section>
  );
};
