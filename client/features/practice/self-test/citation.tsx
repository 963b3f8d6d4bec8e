import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { shopPath } from '#client/features/practice/shop-path.ts';
import type { SelfTestCard } from '#contract/self-test.ts';

type Props = { basis: SelfTestCard['basis']; shop: string; scenarios: string | null };

/** The card an answer rests on: its own words, its source and date, and a link to it. */
export const Citation = ({ basis, shop, scenarios }: Props) => {
  const { t } = useTranslation('selftest');
  const { section, id, title, text, source, date } = basis;
  const level = section === 'authority' && (id === 'A' || id === 'B' || id === 'C') ? id : null;
  return (
    <div className="mt-8 border-line-2 border-l-2 pl-12">
      <p className="text-12 text-ink-3">{t('stands')}</p>
      <p className="font-semibold">{level === null ? title : t(`level.${level}`)}</p>
      <p className="text-pretty">{text}</p>
      <p className="mt-2 flex flex-wrap items-baseline gap-x-12 text-12 text-ink-3">
        <span>
          {section === 'products' ? t('page') : null}
          {source === null ? null : date === null ? source : t('source', { text: source, day: date })}
        </span>
        <Link
          to={shopPath(shop, scenarios, id)}
          className="link max-pane:inline-flex max-pane:min-h-44 max-pane:items-center"
        >
          {t('card')}
        </Link>
      </p>
    </div>
  );
};
