import { clauses } from '#client/lib/clauses.ts';
import { money } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';
import { Picture } from '#client/ui/layout/picture.tsx';
import type { CardGood, RunCard } from '#contract/big-screen/pages.ts';

type Props = { card: RunCard; isAlone: boolean };

/** One customer to come, in type that the last row reads: name, shop, goods and what serving them trains. A row of a list. */
export const CaseCard = ({ card: { customer, shop, ...card }, isAlone }: Props) => {
  const { t } = useTranslation('wall');
  return (
    <li
      className={cx(
        'grid content-start border-line border-t-3 border-t-accent pt-[1vw]',
        isAlone ? 'grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)] gap-x-[3vw] max-pane:grid-cols-1' : 'grid-cols-1',
      )}
    >
      <div className="min-w-0">
        <h3
          lang="zh-CN"
          className={cx(
            'text-balance font-semibold leading-[1.25] wrap-anywhere',
            isAlone ? 'text-[clamp(26px,3.6vw,68px)]' : 'text-[clamp(22px,2.3vw,44px)]',
          )}
        >
          {card.title}
        </h3>
        <p className="mt-[0.5vw] text-[clamp(14px,1.15vw,22px)] text-ink-2 leading-[1.5]">
          {clauses([card.typeName, t('cards.size', { level: card.level, minutes: card.minutes })])}
        </p>
        <h4 className="mt-[1.4vw] text-[clamp(13px,1vw,19px)] text-ink-2 leading-[1.5]">{t('cards.trains')}</h4>
        <p
          className={cx(
            'text-pretty font-semibold leading-[1.45]',
            isAlone ? 'text-[clamp(18px,2.3vw,44px)]' : 'text-[clamp(17px,1.65vw,32px)]',
          )}
        >
          {card.trains}
        </p>
      </div>
      <dl
        className={cx(
          'grid content-start gap-[0.4vw] leading-[1.45] [&>dt]:text-[clamp(13px,1vw,19px)] [&>dt]:text-ink-2 [&>dt]:not-first:mt-[0.8vw]',
          isAlone ? 'text-[clamp(17px,2.1vw,40px)] max-pane:mt-14' : 'mt-[1.4vw] text-[clamp(16px,1.55vw,30px)]',
        )}
      >
        {customer === null ? null : (
          <>
            <dt>{t('cards.customer')}</dt>
            <dd className="font-semibold wrap-anywhere" lang="zh-CN">
              {customer.name}
              {customer.isRegular ? (
                <span className="ml-[0.6em] font-normal text-[0.75em] text-ink-2">{t('cards.regular')}</span>
              ) : null}
            </dd>
          </>
        )}
        <dt>{t('cards.shop')}</dt>
        <dd>
          <b lang="zh-CN" className="font-semibold">
            {shop.name}
          </b>
          <span className="ml-[0.6em] text-[0.75em] text-ink-2">
            {t('cards.platform', { platform: shop.platformName, from: shop.hours[0], to: shop.hours[1] })}
          </span>
        </dd>
        {customer === null || customer.goods.length === 0 ? null : <Goods goods={customer.goods} />}
      </dl>
    </li>
  );
};

const Goods = ({ goods }: { goods: readonly CardGood[] }) => {
  const { t } = useTranslation('wall');
  return (
    <>
      <dt>{t('cards.goods')}</dt>
      <dd className="grid gap-[0.6vw]">
        {goods.map(({ id, name, price, picture }) => (
          <span key={id} className="flex items-center gap-[0.8vw] max-pane:gap-10">
            <Picture isProjected src={picture} alt={name} />
            <span className="min-w-0">
              <span lang="zh-CN">{name}</span>
              <span className="ml-[0.6em] whitespace-nowrap text-[0.75em] text-ink-2 tabular-nums">{money(price)}</span>
            </span>
          </span>
        ))}
      </dd>
    </>
  );
};
