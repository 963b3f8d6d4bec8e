import { useTranslation } from 'react-i18next';
import { Link, NavLink } from 'react-router';
import { cx } from '../ui/cx.ts';
import { BrandMark } from './brand-mark.tsx';
import { ThemeButton } from './theme-button.tsx';

export const TopBar = () => {
  const { t } = useTranslation('app');
  return (
    <header className="sticky top-0 z-3 flex h-48 items-center gap-20 border-line border-b bg-surface px-24 max-pane:gap-8 max-pane:px-14 print:hidden">
      <Link
        to="/"
        className="inline-flex h-full items-center gap-8 whitespace-nowrap font-semibold text-15 text-ink no-underline"
      >
        <BrandMark />
        {t('name')}
      </Link>
      <nav aria-label={t('nav.label')} className="flex h-full gap-4 max-pane:hidden">
        <NavLink
          to="/"
          end
          className={({ isActive }) =>
            cx(
              'relative flex items-center px-10 no-underline focus-visible:-outline-offset-2 after:absolute after:inset-x-10 after:bottom-0 after:h-2',
              isActive ? 'font-semibold text-ink after:bg-accent' : 'text-ink-2 hover:text-ink',
            )
          }
        >
          {t('nav.practice')}
        </NavLink>
      </nav>
      <span className="flex-1" />
      <ThemeButton />
    </header>
  );
};
