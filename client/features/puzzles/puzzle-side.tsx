import { useState } from 'react';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { CustomerHistory } from '#client/drill/shop/customer-history.tsx';
import { OrderBlock } from '#client/drill/shop/order-block.tsx';
import type { Draft } from '#client/features/puzzles/model/device.ts';
import { money } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Tab, TabList, TabPanel, Tabs } from '#client/ui/controls/tabs.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import type { PuzzleBody } from '#contract/practice/puzzles.ts';
import { PuzzleOperations } from './puzzle-operations.tsx';

type Props = { puzzle: PuzzleBody; draft: Draft; conversation: ConversationView | null; isHandedIn: boolean };

const TABS = ['orders', 'products', 'policies', 'actions'] as const;

/** What the desk's side panel shows: orders, goods, rules; and the operations of the answer. */
export const PuzzleSide = ({ puzzle, draft, conversation, isHandedIn }: Props) => {
  const { t } = useTranslation('puzzles');
  const [tab, setTab] = useState<string>('orders');
  const [query, setQuery] = useState('');
  const { shop } = puzzle;
  const wanted = query.trim().toLowerCase();
  const holds = (...texts: readonly string[]): boolean => texts.join('\n').toLowerCase().includes(wanted);
  const products = shop.products.filter(({ name, facts, skus }) => holds(name, ...facts, ...skus));
  const policies = shop.policies.filter(({ title, text }) => holds(title, text));
  const orders = conversation?.orders ?? [];
  return (
    <aside
      aria-label={t('pane.side')}
      className="flex min-h-0 min-w-0 flex-col border-line border-l bg-surface max-pane:border-l-0"
    >
      <Tabs value={tab} onChange={setTab} className="flex min-h-0 flex-1 flex-col">
        <TabList label={t('pane.side')}>
          {TABS.map((value) => (
            <Tab key={value} value={value}>
              {t(`tab.${value}`)}
            </Tab>
          ))}
        </TabList>
        <TabPanel value="orders" className="min-h-0 flex-1 overflow-y-auto">
          {orders.length === 0 ? <EmptyState title={t('noOrder')} text={t('noOrderText')} /> : null}
          {orders.map((order) => (
            <OrderBlock key={order.id} order={order} shop={shop} />
          ))}
          {conversation === null ? null : <CustomerHistory conversation={conversation} />}
        </TabPanel>
        <TabPanel value="products" className="min-h-0 flex-1 overflow-y-auto">
          <Search label={t('findProduct')} value={query} onChange={setQuery} />
          {products.map((product) => (
            <article key={product.id} className="border-line border-b px-14 py-10">
              <h3 className="flex justify-between gap-12 font-semibold">
                <span lang="zh-CN">{product.name}</span>
                <span>{money(product.price)}</span>
              </h3>
              <ul lang="zh-CN" className="mt-4 list-disc pl-18 text-ink-2">
                {product.facts.map((fact) => (
                  <li key={fact}>{fact}</li>
                ))}
              </ul>
            </article>
          ))}
        </TabPanel>
        <TabPanel value="policies" className="min-h-0 flex-1 overflow-y-auto">
          <Search label={t('findPolicy')} value={query} onChange={setQuery} />
          {policies.map((card) => (
            <article key={card.id} lang="zh-CN" className="border-line border-b px-14 py-10">
              <h3 className="font-semibold">{card.title}</h3>
              <p className="text-pretty text-ink-2">{card.text}</p>
            </article>
          ))}
          {shop.authority.map(({ level, text }) => (
            <p key={`${level} ${text}`} lang="zh-CN" className="border-line border-b px-14 py-10 text-ink-2">
              <b className="mr-8 text-ink">{level}</b>
              {text}
            </p>
          ))}
        </TabPanel>
        <TabPanel value="actions" className="min-h-0 flex-1 overflow-y-auto">
          {conversation === null ? null : (
            <PuzzleOperations puzzle={puzzle} draft={draft} conversation={conversation} isHandedIn={isHandedIn} />
          )}
        </TabPanel>
      </Tabs>
    </aside>
  );
};

const Search = ({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) => (
  <div className="sticky top-0 z-3 border-line border-b bg-surface px-14 py-8">
    <input
      type="search"
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className="h-30 w-full rounded-5 border border-edge bg-surface px-8 focus-visible:border-accent focus-visible:-outline-offset-1 max-pane:h-44 max-pane:text-16"
    />
  </div>
);
