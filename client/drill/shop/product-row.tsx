import '#client/drill/status/practice-strings.ts';
import { money } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Marked } from '#client/ui/layout/marked.tsx';
import { Picture } from '#client/ui/layout/picture.tsx';
import type { ShopBody } from '#contract/bodies.ts';

type Product = ShopBody['products'][number];

/** Picture, name and price on the left; beside them the facts, then customers' doubts with the answers. */
export const ProductRow = ({ product, query }: { product: Product; query: string }) => {
  const { t } = useTranslation('practice');
  return (
    <article
      id={`card-${product.id}`}
      tabIndex={-1}
      className="grid grid-cols-[248px_minmax(0,1fr)] gap-x-16 border-line border-b px-16 py-12 last:border-b-0 focus:bg-tint focus-visible:-outline-offset-2 max-pane:grid-cols-1 max-pane:gap-y-4 max-pane:px-14"
    >
      <div className="grid grid-cols-[52px_minmax(0,1fr)] content-start gap-x-12">
        <Picture src={product.picture} alt={product.name} />
        <div className="min-w-0">
          <h3 lang="zh-CN" className="font-semibold">
            <Marked text={product.name} query={query} />
          </h3>
          <p>
            <b>{money(product.price)}</b>
            <span className="ml-8 text-12 text-ink-3">
              {product.stock === null ? product.id : t('shop.stock', { count: product.stock })}
            </span>
          </p>
          {product.skus.length === 0 ? null : <p className="mt-2 text-12 text-ink-2">{product.skus.join(' / ')}</p>}
        </div>
      </div>
      <div className="min-w-0">
        <ol lang="zh-CN" className="max-w-720 [counter-reset:fact]">
          {product.facts.map((fact) => (
            <li
              key={fact}
              className="grid grid-cols-[20px_minmax(0,1fr)] [counter-increment:fact] before:text-12 before:text-ink-3 before:content-[counter(fact)]"
            >
              <span>
                <Marked text={fact} query={query} />
              </span>
            </li>
          ))}
        </ol>
        {product.doubts.length === 0 ? null : (
          <dl lang="zh-CN" className="mt-6 max-w-720 border-line border-t pt-6">
            {product.doubts.map((doubt) => (
              <div
                key={doubt.asks}
                className="grid grid-cols-[minmax(0,1fr)_minmax(0,2fr)] gap-x-12 py-2 max-pane:grid-cols-1"
              >
                <dt className="text-ink-2">
                  <Marked text={doubt.asks} query={query} />
                </dt>
                <dd>
                  <Marked text={doubt.answer} query={query} />
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </article>
  );
};
