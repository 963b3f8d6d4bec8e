import { useMemo } from 'react';
import { type ProductChanges, productChanges } from '#client/drill/model/shop-after.ts';
import { useShopThen } from '#client/drill/shop/shop-then.ts';
import { shopTime } from '#client/drill/shop/shop-time.ts';
import { openForm } from '#client/features/desk/model/desk-ui.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { clock, money } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Picture } from '#client/ui/layout/picture.tsx';
import type { ShopBody } from '#contract/bodies.ts';
import { LookUpCard, NothingFound, SearchField, useCardSearch } from './look-up.tsx';

type Product = ShopBody['products'][number];
type Props = { conversation: string | null; shop: ShopBody | null };

const matches = (product: Product, query: string): boolean =>
  [
    product.id,
    product.name,
    ...product.facts,
    ...product.skus,
    ...product.doubts.flatMap((doubt) => [doubt.asks, doubt.answer]),
  ]
    .join('\n')
    .toLowerCase()
    .includes(query.trim().toLowerCase());

/** The operation that sends a product's card: the product is all it asks for. Null where the shop offers none. */
const productCardAction = (shop: ShopBody): { id: string; title: string; productField: string } | null => {
  for (const { id, title, sends, fields } of shop.actions) {
    const [field, ...others] = fields;
    if (sends && field?.kind === 'product' && others.length === 0) return { id, title, productField: field.name };
  }
  return null;
};

export const ProductsPanel = ({ conversation, shop }: Props) => {
  const { t } = useTranslation('desk');
  const [query, setQuery] = useCardSearch('products');
  const matchingProducts = shop?.products.filter((product) => matches(product, query)) ?? [];
  const shopChanges = useDrill(({ view }) => view.shopChanges);
  const shopThen = useShopThen(shop);
  const changes = useMemo(() => productChanges(shopThen(-1), shopChanges), [shopThen, shopChanges]);
  const cardAction = shop && productCardAction(shop);
  return (
    <>
      <SearchField label={t('search.products')} value={query} onChange={setQuery} />
      {matchingProducts.length === 0 && query !== '' ? <NothingFound query={query} /> : null}
      {matchingProducts.map((product) => (
        <LookUpCard
          key={product.id}
          cardId={product.id}
          conversation={conversation}
          title={product.name}
          aside={<PriceWords product={product} changes={changes.get(product.id)} />}
        >
          <ProductText product={product} changes={changes.get(product.id)} />
          {cardAction === null || conversation === null ? null : (
            <Button
              size="s"
              className="mt-8"
              onClick={() => openForm(cardAction.id, { [cardAction.productField]: product.id })}
            >
              {cardAction.title}
            </Button>
          )}
        </LookUpCard>
      ))}
    </>
  );
};

type Changed = { product: Product; changes: ProductChanges | undefined };

/** What it costs; of what an announcement has changed, since when, with the price before it. Sold out is seen without unfolding. */
const PriceWords = ({ product: { price, stock }, changes }: Changed) => {
  const { t } = useTranslation('desk');
  return (
    <span className="flex shrink-0 items-baseline gap-6">
      {changes?.price ? (
        <span className="text-12 text-ink-3">
          <Since at={changes.price.at} /> {t('product.before', { was: money(changes.price.was) })}
        </span>
      ) : null}
      {stock === 0 ? <b className="text-12 text-bad">{t('product.soldOut')}</b> : null}
      <span className={changes?.price ? 'font-semibold text-accent' : undefined}>{money(price)}</span>
    </span>
  );
};

const Since = ({ at }: { at: number }) => {
  const { t } = useTranslation('desk');
  const time = useDrill(({ view }) => shopTime(view, at)) ?? clock(at);
  return t('product.since', { time });
};

const StockWord = ({ product: { stock }, changes }: Changed) => {
  const { t } = useTranslation('desk');
  const left = stock === null ? t('product.inStock') : t('card.stock', { n: stock });
  return (
    <span className="block">
      {stock === 0 ? <b className="text-bad">{t('product.soldOut')}</b> : left}{' '}
      {changes?.stock ? <Since at={changes.stock.at} /> : null}
    </span>
  );
};

const ProductText = ({ product, changes }: Changed) => (
  <>
    <div className="mb-8 grid grid-cols-[52px_minmax(0,1fr)] gap-x-10 text-12 text-ink-3">
      <Picture src={product.picture} alt={product.name} />
      <p>
        <StockWord product={product} changes={changes} />
        {product.skus.join(' / ')}
      </p>
    </div>
    <ol lang="zh-CN" className="grid list-decimal gap-2 pl-18 marker:text-12 marker:text-ink-3">
      {product.facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ol>
    {product.doubts.length === 0 ? null : (
      <dl lang="zh-CN" className="mt-8 grid gap-2">
        {product.doubts.map((doubt) => (
          <div key={doubt.asks}>
            <dt className="text-ink-3">{doubt.asks}</dt>
            <dd>{doubt.answer}</dd>
          </div>
        ))}
      </dl>
    )}
  </>
);
