import { ArrowLeft, ListChecks } from 'lucide-react';
import { Link } from 'react-router';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import type { ShopBody } from '#contract/bodies.ts';
import { selfTestPath } from './shop-path.ts';

type Props = {
  shop: ShopBody;
  query: string;
  onQuery: (query: string) => void;
  backPath: string;
  scenarios: string | null;
};

export const ShopHead = ({ shop, query, onQuery, backPath, scenarios }: Props) => {
  const { t } = useTranslation('practice');
  return (
    <header>
      <Link
        to={backPath}
        className="mb-8 inline-flex items-center gap-4 text-ink-2 no-underline hover:text-ink max-pane:min-h-44"
      >
        <ArrowLeft size={14} aria-hidden="true" />
        {t(scenarios !== null ? 'shop.back' : 'startCard.back')}
      </Link>
      <div className="flex flex-wrap items-end gap-x-24 gap-y-10">
        <div className="min-w-0 flex-[1_1_420px]">
          <h1 className="font-semibold text-18">{shop.name}</h1>
          <p className="text-ink-2">
            {t('startCard.platform', { platform: shop.platformName, from: shop.hours[0], to: shop.hours[1] })}
          </p>
          <p className="text-pretty text-ink-2">{t('shop.role', { role: shop.role })}</p>
          <p className="text-pretty text-ink-2">{t('shop.voice', { voice: shop.voice })}</p>
          <p className="mt-8 flex flex-wrap items-center gap-x-12 gap-y-4">
            <ButtonLink to={selfTestPath(shop.id, scenarios)}>
              <ListChecks size={16} aria-hidden="true" />
              {t('shop.selfTest')}
            </ButtonLink>
            <span className="text-12 text-ink-3">{t('shop.selfTestText')}</span>
          </p>
        </div>
        <TextField
          type="search"
          label={t('shop.search')}
          placeholder={t('shop.searchHint')}
          value={query}
          onChange={(event) => onQuery(event.target.value)}
          className="flex-[0_1_320px] max-pane:flex-[1_1_100%]"
        />
      </div>
    </header>
  );
};
