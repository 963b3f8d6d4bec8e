import { Ellipsis, Pause, PenLine } from 'lucide-react';
import { useState } from 'react';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { setDialog } from '#client/features/desk/model/desk-ui.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { useOwnGreeting } from '#client/features/desk/model/own-greeting.ts';
import { isHoldable } from '#client/features/desk/model/rush-commands.ts';
import { usePersonalReplies } from '#client/features/desk/personal-replies/personal-store.ts';
import '#client/features/desk/personal-replies/strings.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { later } from '#client/lib/later.tsx';
import { Button } from '#client/ui/controls/button.tsx';
import { Sheet } from '#client/ui/controls/sheet.tsx';
import type { ShopBody } from '#contract/bodies.ts';
import { InviteButton } from './invite-button.tsx';

const GreetingDialog = later(() => import('./greeting-dialog.tsx').then((module) => module.GreetingDialog));

/** On a phone, what is wanted once in a conversation and has no room beside the field: 邀评, and the greeting of one's own. */
export const PhoneMore = ({ conversation, shop }: { conversation: ConversationView; shop: ShopBody | null }) => {
  const { t } = useTranslation('desk');
  const [open, setOpen] = useState<'menu' | 'greeting' | null>(null);
  const hasGreeting = useOwnGreeting((state) => state.text !== '');
  const isPossible = useDrill((state) => isHoldable(state.view, conversation.key));
  const close = () => setOpen(null);
  const hasPersonal = usePersonalReplies(({ body }) => body !== null);
  const lead = (dialog: 'keep' | 'personal' | 'hold') => {
    close();
    setDialog(dialog);
  };
  return (
    <>
      <Button
        kind="bare"
        size="s"
        square
        aria-label={t('more')}
        aria-expanded={open === 'menu'}
        onClick={() => setOpen('menu')}
      >
        <Ellipsis size={18} aria-hidden="true" />
      </Button>
      <Sheet
        from="bottom"
        title={t('more')}
        open={open === 'menu'}
        onOpenChange={(isOpen) => (isOpen ? null : close())}
      >
        <div className="grid gap-8">
          {isPossible ? (
            <Button onClick={() => lead('hold')}>
              <Pause size={14} aria-hidden="true" />
              {t('hold.button')}
            </Button>
          ) : null}
          <InviteButton conversation={conversation} shop={shop} onSent={close} />
          <Button onClick={() => setOpen('greeting')}>
            <PenLine size={14} aria-hidden="true" />
            {t(hasGreeting ? 'greeting.change' : 'greeting.write')}
          </Button>
          {hasPersonal ? (
            <>
              <Button onClick={() => lead('keep')}>{t('help.keys.keep')}</Button>
              <Button onClick={() => lead('personal')}>{t('personal-replies:title')}</Button>
            </>
          ) : null}
        </div>
      </Sheet>
      {open === 'greeting' ? <GreetingDialog close={close} /> : null}
    </>
  );
};
