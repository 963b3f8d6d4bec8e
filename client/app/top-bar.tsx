import { Link, NavLink, useLocation } from 'react-router';
import { isStaff, isTeacher, signInPath, useMe } from '#client/lib/hooks/me.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { LANGUAGE } from '#client/lib/language.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { cx } from '#client/ui/cx.ts';
import { AccountMenu } from './account-menu.tsx';
import { BrandMark } from './brand-mark.tsx';
import { LanguageButton } from './language-switch.tsx';
import { type MenuPlace, PhoneMenu } from './phone-menu.tsx';
import { ThemeButton } from './theme-button.tsx';

const LINK_CLASS =
  'relative flex items-center whitespace-nowrap px-10 no-underline focus-visible:-outline-offset-2 after:absolute after:inset-x-10 after:bottom-0 after:h-2';

/** English names are longer: below 1100 px the bar has no room for more than the four links a trainee has. */
const MAX_LINKS = LANGUAGE === 'zh' ? Number.POSITIVE_INFINITY : 4;

/** Addresses that belong under 上课: its link is marked as the present place while one of them is open. */
const TEACHING_PATHS = /^\/(?:teach|classes|runs|papers|projects|contests|exams\/(?:new|runs))(?:\/|$)/;
const AUTHORED_PATHS = /^\/authored\//;
/** The page of one shop's quick replies. */
const QUICK_REPLY_PATHS = /^\/quick-replies\//;

const isPlaceOf = (place: string, pathname: string): boolean =>
  (place === '/teach' && TEACHING_PATHS.test(pathname)) ||
  (place === '/authored' && AUTHORED_PATHS.test(pathname)) ||
  (place === '/quick-replies' && QUICK_REPLY_PATHS.test(pathname));

export const TopBar = () => {
  const { t } = useTranslation('app');
  const { pathname, search } = useLocation();
  const me = useMe();
  const person = me.state === 'ready' ? me.me.person : null;
  const isKnown = me.state !== 'loading';
  const places: MenuPlace[] = [
    { to: '/', name: t('nav.practice') },
    { to: '/library', name: t('nav.library') },
    { to: '/portfolio', name: t('nav.portfolio') },
    ...(person !== null && isStaff(person.role) ? [{ to: '/teach', name: t('nav.teach') }] : []),
    ...(person?.role === 'mentor' ? [{ to: '/mentor', name: t('nav.mentor') }] : []),
    ...(person !== null && isTeacher(person.role)
      ? [
          { to: '/authored', name: t('nav.authored') },
          { to: '/quick-replies', name: t('nav.quickReplies') },
        ]
      : []),
    ...(person?.role === 'admin' ? [{ to: '/people', name: t('nav.people') }] : []),
  ];
  const needsSetUp = me.state === 'ready' && me.me.setup.needed && me.me.setup.here && pathname !== '/set-up';
  const signInPlace: MenuPlace = needsSetUp
    ? { to: '/set-up', name: t('nav.setUp') }
    : {
        to: pathname === '/' || pathname === '/login' ? '/login' : signInPath(`${pathname}${search}`),
        name: t('ui:logIn'),
      };
  const isStranger = isKnown && person === null;
  const isTight = places.length > MAX_LINKS;
  return (
    <header className="sticky top-0 z-3 flex h-48 items-center gap-20 border-line border-b bg-surface px-24 max-pane:gap-4 max-pane:px-14 print:hidden">
      <Link
        to="/"
        className="inline-flex h-full items-center gap-8 whitespace-nowrap font-semibold text-15 text-ink no-underline"
      >
        <BrandMark />
        {t('name')}
      </Link>
      <nav
        aria-label={t('nav.label')}
        className={cx('flex h-full gap-4', isTight ? 'max-side:hidden' : 'max-pane:hidden')}
      >
        {places.map(({ to, name }) => (
          <NavLink
            key={to}
            to={to}
            end
            className={({ isActive }) =>
              cx(
                LINK_CLASS,
                isActive || isPlaceOf(to, pathname)
                  ? 'font-semibold text-ink after:bg-accent'
                  : 'text-ink-2 hover:text-ink',
              )
            }
          >
            {name}
          </NavLink>
        ))}
      </nav>
      <span className="flex-1" />
      <div className="flex items-center gap-8 max-pane:gap-0">
        {isStranger ? (
          <ButtonLink kind="bare" to="/join">
            {t('nav.join')}
          </ButtonLink>
        ) : null}
        <ThemeButton />
        {isStranger ? <LanguageButton /> : null}
        {isStranger ? (
          <ButtonLink size="s" to={signInPlace.to} className="max-pane:hidden">
            {signInPlace.name}
          </ButtonLink>
        ) : null}
        {person === null ? null : (
          <span className="max-pane:hidden">
            <AccountMenu person={person} />
          </span>
        )}
        <PhoneMenu places={isStranger ? [...places, signInPlace] : places} person={person} isTight={isTight} />
      </div>
    </header>
  );
};
