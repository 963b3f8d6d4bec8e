import { CheckCheck, Zap } from 'lucide-react';
import { memo } from 'react';
import { usePhone } from '#client/drill/model/desk-widths.ts';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { openForm } from '#client/features/desk/model/desk-ui.ts';
import { closeSelected, useIsClosable } from '#client/features/desk/model/use-desk-keys.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import type { ShopBody } from '#contract/bodies.ts';
import { INVITE_REVIEW, InviteButton } from './invite-button.tsx';

const MAX_SHORTCUTS = 4;

type Props = { conversation: ConversationView; shop: ShopBody | null; isListOpen: boolean; onToggleList: () => void };

/**
 * Quick replies, the shop's cards a customer can be sent, asking for a rating, and closing once the story is over.
 * `onToggleList`: the same at every keystroke.
 */
export const ComposerTools = memo(({ conversation, shop, isListOpen, onToggleList }: Props) => {
  const { t } = useTranslation('desk');
  const isPhone = usePhone();
  const cards = shop?.actions.filter(({ id, sends }) => sends && id !== INVITE_REVIEW).slice(0, MAX_SHORTCUTS) ?? [];
  const isClosable = useIsClosable(conversation);
  // On a phone the quick replies' button stands beside the field, the cards in the sheet, 邀评 under 更多, 结束会话 in the head: the customer's words need the room.
  if (isPhone) return null;
  return (
    <div className="flex flex-1 items-center gap-2 overflow-x-auto px-10 pt-4">
      <QuickRepliesButton isOpen={isListOpen} onPress={onToggleList} />
      {cards.map((action) => (
        <Button key={action.id} kind="bare" size="s" onClick={() => openForm(action.id)}>
          {action.title}
        </Button>
      ))}
      <InviteButton conversation={conversation} shop={shop} />
      <span className="flex-1" />
      {isClosable ? (
        <Button kind="bare" size="s" title="Alt E" onClick={closeSelected}>
          <CheckCheck size={14} aria-hidden="true" />
          {t('close.button')}
        </Button>
      ) : null}
    </div>
  );
});
ComposerTools.displayName = 'ComposerTools';

export const QuickRepliesButton = memo(({ isOpen, onPress }: { isOpen: boolean; onPress: () => void }) => {
  const { t } = useTranslation('desk');
  const isPhone = usePhone();
  return (
    <Button
      kind="bare"
      size="s"
      square={isPhone}
      aria-expanded={isOpen}
      aria-label={isPhone ? t('phrases.title') : undefined}
      onClick={onPress}
    >
      <Zap size={isPhone ? 18 : 14} aria-hidden="true" />
      {isPhone ? null : t('phrases.title')}
    </Button>
  );
});
QuickRepliesButton.displayName = 'QuickRepliesButton';
