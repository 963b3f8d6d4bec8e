import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';
import type { OwnShop } from '#contract/plans/own-shops.ts';

type Props = {
  teams: readonly OwnShop[];
  /** Without the cases' titles: on the projector, before the drill. */
  isShort?: true;
  className?: string;
};

/** 各队演自己的店: which team plays which shop's cases, and which plays the plan's because its shop hasn't as many. */
export const OwnShopList = ({ teams, isShort, className }: Props) => {
  const { t } = useTranslation('ui');
  return (
    <ul
      aria-label={t('ownShops.title')}
      className={cx('flex flex-wrap gap-x-16 gap-y-2 text-12 text-ink-2', className)}
    >
      {teams.map(({ team, shopName, titles }) => (
        <li key={team} className={cx('min-w-0 wrap-anywhere', isShort === undefined && 'basis-full')}>
          <b className="font-semibold">{team}</b> {shopName === null ? t('ownShops.none') : null}
          {shopName !== null && titles === null ? t('ownShops.few', { shop: shopName }) : null}
          {shopName !== null && titles !== null
            ? isShort === true
              ? shopName
              : t('ownShops.plays', { shop: shopName, titles: titles.join(t('ownShops.and')) })
            : null}
        </li>
      ))}
    </ul>
  );
};
