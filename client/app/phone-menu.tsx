import { Menu } from 'lucide-react';
import { useState } from 'react';
import { NavLink } from 'react-router';
import type { Person } from '#client/lib/hooks/me.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Popover } from '#client/ui/controls/popover.tsx';
import { cx } from '#client/ui/cx.ts';
import { AccountItems, MENU_ITEM_CLASS } from './account-menu.tsx';
import { LanguageItem } from './language-switch.tsx';

export type MenuPlace = { to: string; name: string };

/** `isTight`: the top bar of a window below 1100 px has no room for the links either, so the menu shows there too. */
type Props = { places: readonly MenuPlace[]; person: Person | null; isTight?: boolean };

/** On a phone the bar has room for the brand and one button, so this menu holds everything else. */
export const PhoneMenu = ({ places, person, isTight = false }: Props) => {
  const { t } = useTranslation('app');
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  return (
    <Popover
      open={isOpen}
      onOpenChange={setIsOpen}
      label={t('nav.menu')}
      trigger={
        <Button kind="bare" square aria-label={t('nav.menu')} className={isTight ? 'side:hidden' : 'pane:hidden'}>
          <Menu size={16} aria-hidden="true" />
        </Button>
      }
    >
      <nav aria-label={t('nav.label')} className="min-w-200">
        {places.map(({ to, name }) => (
          <NavLink
            key={to}
            to={to}
            end
            onClick={close}
            className={({ isActive }) => cx(MENU_ITEM_CLASS, isActive && 'font-semibold')}
          >
            {name}
          </NavLink>
        ))}
      </nav>
      {person === null ? (
        <div className="mt-6 border-line border-t pt-6">
          <LanguageItem className={MENU_ITEM_CLASS} />
        </div>
      ) : (
        <div className="mt-6 border-line border-t pt-6">
          <p className="px-10 py-4 text-12 text-ink-3">{person.name}</p>
          <AccountItems onSelect={close} />
        </div>
      )}
    </Popover>
  );
};
