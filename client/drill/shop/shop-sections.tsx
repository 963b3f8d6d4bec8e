import '#client/drill/status/practice-strings.ts';
import { money } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { joined, listed } from '#client/lib/listed.ts';
import type { ShopMatches } from '#client/lib/shop-search.ts';
import { Marked } from '#client/ui/layout/marked.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import { ProductRow } from './product-row.tsx';
import { ShopSection } from './shop-section.tsx';

/** A row that a link names takes the focus, and its background shows it. */
const ROW_CLASS =
  'border-line border-b px-16 py-10 last:border-b-0 focus:bg-tint focus-visible:-outline-offset-2 max-pane:px-14';
const BASIS_TONE = { law: 'accent', shop: 'line', both: 'accent' } as const;

export const ShopSections = ({ matches, query }: { matches: ShopMatches; query: string }) => {
  const { t } = useTranslation('practice');
  return (
    <div className="min-w-0">
      <ShopSection id="products" count={matches.products.length}>
        {matches.products.map((product) => (
          <ProductRow key={product.id} product={product} query={query} />
        ))}
      </ShopSection>
      <ShopSection id="policies" count={matches.policies.length}>
        {matches.policies.map((card) => (
          <article key={card.id} id={`card-${card.id}`} tabIndex={-1} className={ROW_CLASS}>
            <h3 className="flex flex-wrap items-center gap-8 font-semibold">
              <span lang="zh-CN">
                <Marked text={card.title} query={query} />
              </span>
              <Tag tone={BASIS_TONE[card.basis]}>{t(`shop.basis.${card.basis}`)}</Tag>
            </h3>
            <p lang="zh-CN" className="max-w-720 text-pretty">
              <Marked text={card.text} query={query} />
            </p>
            <p className="mt-2 text-12 text-ink-3">{t('shop.source', { source: card.source, date: card.date })}</p>
          </article>
        ))}
      </ShopSection>
      <ShopSection id="quickReplies" count={matches.quickReplies.length}>
        <QuickReplies replies={matches.quickReplies} query={query} />
      </ShopSection>
      <ShopSection id="authority" count={matches.authority.length}>
        {matches.authority.map((row) => (
          <div
            key={`${row.level} ${row.text}`}
            id={`card-${row.level}`}
            tabIndex={-1}
            className={`${ROW_CLASS} grid grid-cols-[120px_minmax(0,1fr)] gap-x-12 max-pane:grid-cols-1`}
          >
            <b>{t(`shop.level.${row.level}`)}</b>
            <p lang="zh-CN">
              <Marked text={row.text} query={query} />
            </p>
          </div>
        ))}
      </ShopSection>
      <ShopSection id="coupons" count={matches.coupons.length}>
        {matches.coupons.map((coupon) => (
          <div key={coupon.id} className={`${ROW_CLASS} flex flex-wrap justify-between gap-x-12`}>
            <b>
              <Marked text={coupon.name} query={query} />
            </b>
            <span>
              {coupon.least === 0
                ? t('shop.couponFree', { amount: money(coupon.amount) })
                : t('shop.coupon', { amount: money(coupon.amount), least: money(coupon.least) })}
            </span>
          </div>
        ))}
      </ShopSection>
      <ShopSection id="actions" count={matches.actions.length}>
        <Actions actions={matches.actions} query={query} />
      </ShopSection>
    </div>
  );
};

const rowsByGroup = <T extends { group: string }>(rows: readonly T[]): [string, T[]][] => {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(row.group, [...(groups.get(row.group) ?? []), row]);
  return [...groups];
};

const GROUP_HEADING_CLASS = 'border-line border-b bg-soft px-16 py-6 font-semibold text-12 text-ink-2 max-pane:px-14';

const QuickReplies = ({ replies, query }: { replies: ShopMatches['quickReplies']; query: string }) => {
  const { t } = useTranslation('practice');
  const repliesWithGroup = replies.map((reply) => ({
    ...reply,
    group: reply.own === true ? t('shop.ownGroup', { group: reply.group }) : reply.group,
  }));
  return rowsByGroup(repliesWithGroup).map(([group, rows]) => (
    <div key={group}>
      <h3 className={GROUP_HEADING_CLASS}>{group}</h3>
      {rows.map((reply) => (
        <div
          key={reply.id}
          id={`card-${reply.id}`}
          tabIndex={-1}
          className={`${ROW_CLASS} grid grid-cols-[184px_minmax(0,1fr)] gap-x-12 max-pane:grid-cols-1`}
        >
          <p>
            <b lang="zh-CN">
              <Marked text={reply.title} query={query} />
            </b>
            <code className="ml-8 font-mono text-12 text-ink-3">{reply.code}</code>
          </p>
          <p lang="zh-CN" className="text-ink-2">
            <Marked text={reply.text} query={query} />
          </p>
        </div>
      ))}
    </div>
  ));
};

const Actions = ({ actions, query }: { actions: ShopMatches['actions']; query: string }) => {
  const { t } = useTranslation('practice');
  return rowsByGroup(actions).map(([group, actionsOfGroup]) => (
    <div key={group}>
      <h3 className={GROUP_HEADING_CLASS}>{group}</h3>
      {actionsOfGroup.map((action) => (
        <div
          key={action.id}
          className={`${ROW_CLASS} grid grid-cols-[184px_minmax(0,1fr)] gap-x-12 max-pane:grid-cols-1`}
        >
          <b>
            <Marked text={action.title} query={query} />
          </b>
          <p className="text-ink-2">
            {joined([
              action.fields.length === 0
                ? t('shop.noFields')
                : t('shop.fields', { fields: listed(action.fields.map((field) => field.title)) }),
              action.sends ? t('shop.sends') : '',
            ])}
          </p>
        </div>
      ))}
    </div>
  ));
};
