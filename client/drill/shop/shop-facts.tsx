import '#client/drill/status/practice-strings.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { ShopBody } from '#contract/bodies.ts';

/** The shop the trainee works for: its name and platform, the trainee's post, how its staff speak. Rows of a `dl`. */
export const ShopFacts = ({ shop }: { shop: ShopBody }) => {
  const { t } = useTranslation('practice');
  return (
    <>
      <dt>{t('startCard.shop')}</dt>
      <dd>
        <b lang="zh-CN">{shop.name}</b>
        <span className="block text-12 text-ink-2">
          {t('startCard.platform', { platform: shop.platformName, from: shop.hours[0], to: shop.hours[1] })}
        </span>
      </dd>
      <dt>{t('startCard.role')}</dt>
      <dd lang="zh-CN">{shop.role}</dd>
      <dt>{t('startCard.voice')}</dt>
      <dd lang="zh-CN">{shop.voice}</dd>
    </>
  );
};
