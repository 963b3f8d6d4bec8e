import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { SECTIONS, type ShopMatches } from '#client/lib/shop-search.ts';

/**
 * Links to the page's sections with the number of rows in each; beside the page on a wide screen, a row above it on a
 * narrow one.
 */
export const ShopNav = ({ matches }: { matches: ShopMatches }) => {
  const { t } = useTranslation('practice');
  return (
    <nav aria-label={t('shop.places')} className="sticky top-60 max-side:static max-side:mb-12">
      <ul className="flex flex-col border-line border-l max-side:flex-row max-side:flex-wrap max-side:gap-4 max-side:border-l-0">
        {SECTIONS.filter((section) => matches[section].length > 0).map((section) => (
          <li key={section}>
            <a
              href={`#${section}`}
              className="flex min-h-30 items-center justify-between gap-12 px-12 text-ink-2 no-underline hover:bg-sunken hover:text-ink max-side:rounded-5 max-side:border max-side:border-line-2 max-side:bg-surface max-side:px-10 max-pane:min-h-44"
            >
              {t(`shop.section.${section}`)}
              <span className="text-12 text-ink-3">{matches[section].length}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};
