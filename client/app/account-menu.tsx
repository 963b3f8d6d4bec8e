import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { type Person, signOut } from '#client/lib/hooks/me.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Popover } from '#client/ui/controls/popover.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import { LanguageItem } from './language-switch.tsx';

export const MENU_ITEM_CLASS =
  'flex min-h-30 w-full items-center rounded-5 px-10 text-left text-ink no-underline hover:bg-soft focus-visible:-outline-offset-2 max-pane:min-h-44';

/** The signed-in person's page, the other language, signing out. The phone's menu shows the same items. */
export const AccountItems = ({ onSelect }: { onSelect: () => void }) => {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const handleSignOut = async () => {
    onSelect();
    const refusal = await signOut();
    if (refusal === null) navigate('/');
    else showToast(refusal.message, 'bad');
  };
  return (
    <>
      <Link to="/account" onClick={onSelect} className={MENU_ITEM_CLASS}>
        {t('nav.account')}
      </Link>
      <LanguageItem className={MENU_ITEM_CLASS} />
      <button type="button" onClick={handleSignOut} className={MENU_ITEM_CLASS}>
        {t('nav.signOut')}
      </button>
    </>
  );
};

export const AccountMenu = ({ person }: { person: Person }) => {
  const { t } = useTranslation('app');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover
      open={isOpen}
      onOpenChange={setIsOpen}
      label={t('nav.ofAccount', { name: person.name })}
      trigger={
        <Button kind="bare" aria-label={t('nav.ofAccount', { name: person.name })}>
          <span className="cut max-w-160">{person.name}</span>
          <ChevronDown size={14} aria-hidden="true" />
        </Button>
      }
    >
      <p className="border-line border-b px-10 pb-8">
        <b className="block">{person.name}</b>
        <span className="text-12 text-ink-3">
          {t('nav.who', { role: t(`ui:role.${person.role}`), school: person.school.name })}
        </span>
      </p>
      <div className="mt-6 min-w-160">
        <AccountItems onSelect={() => setIsOpen(false)} />
      </div>
    </Popover>
  );
};
