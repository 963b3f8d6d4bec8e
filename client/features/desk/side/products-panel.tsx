import { openForm } from '#client/features/desk/model/desk-ui.ts';
import { money } from '#client/lib/format.ts';
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
          aside={<span className="shrink-0">{money(product.price)}</span>}
        >
          <ProductText product={product} />
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

const StockWord = ({ stock }: Pick<Product, 'stock'>) => {
  const { t } = useTranslation('desk');
  if (stock === 0) return <b className="block text-bad">{t('product.soldOut')}</b>;
  return <span className="block">{stock === null ? t('product.inStock') : t('card.stock', { n: stock })}</span>;
};

const ProductText = ({ product }: { product: Product }) => (
  <>
    <div className="mb-8 grid grid-cols-[52px_minmax(0,1fr)] gap-x-10 text-12 text-ink-3">
      <Picture src={product.picture} alt={product.name} />
      <p>
        <StockWord stock={product.stock} />
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
